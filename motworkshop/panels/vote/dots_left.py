"""What is left to give, as dots and in words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motworkshop.look import HEADING, Theme
from motworkshop.panels.vote.lettering import sized
from motworkshop.panels.vote.turn import Turn

DOT = 14
STEP = 20
MOST = 15
"""Above this many dots words alone tell what is left."""


class DotsLeft(QWidget):
    """A full dot for each that is left, a ring for each that is given."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._budget: int | None = None
        self._left: int | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw it in the colours of another theme."""
        self._theme = theme
        self.update()

    def show_turn(self, turn: Turn | None) -> None:
        """Show what is left of a turn; None shows nothing."""
        self._budget = turn.vote.budget if turn is not None else None
        self._left = turn.left if turn is not None else None
        self._words = turn.words_for_left() if turn is not None else ""
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(240, MOST * STEP), 56)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), HEADING, is_strong=True))
        painter.setPen(QColor(self._theme.ink))
        box = QRectF(0, 0, self.width(), 30)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, self._words)
        if self._budget is None or self._left is None or self._budget > MOST:
            return
        painter.setPen(QPen(QColor(self._theme.ink), 1.5))
        for place in range(self._budget):
            is_left = place >= self._budget - self._left
            painter.setBrush(QColor(self._theme.ink) if is_left else Qt.BrushStyle.NoBrush)
            x = self.width() - (self._budget - place - 0.5) * STEP
            painter.drawEllipse(QPointF(x, 44), DOT / 2, DOT / 2)
