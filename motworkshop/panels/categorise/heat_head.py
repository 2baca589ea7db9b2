"""The head of a column of the heat map: the name of the category turned, its sign below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.look import SMALL, CategoryStyle

SIGN, GAP = 24, 6
LONGEST = 104
"""A name longer than this ends in an ellipsis; the tooltip has all of it."""


class HeatHead(QWidget):
    """Reads from the bottom up, so that a name has room in a narrow column."""

    def __init__(self, name: str, style: CategoryStyle) -> None:
        super().__init__()
        self._style = style
        self._words = name[:1].upper() + name[1:]
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._font()).horizontalAdvance(self._words)
        return QSize(SIGN, int(min(LONGEST, wide + 2)) + GAP + SIGN)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sign(painter)
        painter.setFont(self._font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = QRectF(0, -self.width() / 2, self.height() - SIGN - GAP, self.width())
        painter.translate(self.width() / 2, self.height() - SIGN - GAP)
        painter.rotate(-90)
        words = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_sign(self, painter: QPainter) -> None:
        side = min(SIGN, self.width())
        box = QRectF((self.width() - side) / 2, self.height() - SIGN, side, SIGN)
        painter.setPen(QPen(QColor(self._style.mark), 1))
        painter.setBrush(QColor(self._style.paper))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(self._style.mark))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._style.sign or "–")

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        return font
