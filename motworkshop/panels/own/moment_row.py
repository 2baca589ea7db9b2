"""A row that stands for one note: number, text, and a word about it underneath."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from motworkshop.look import CORNER, SPACE
from motworkshop.panels.controls.labels import label


class MomentRow(QAbstractButton):
    """A row to click; the current one has a bar in the accent colour at its left. One that leads
    elsewhere (`is_way`) has an edge and an arrow, as a button has.

    Signal: `chosen` when somebody clicked it.
    """

    chosen = Signal()

    def __init__(
        self, number: int, text: str, said: str, role: str = "small", *, is_way: bool = False
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._is_current = False
        self._is_way = is_way
        self.setAccessibleName(f"{number} {text}. {said}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, SPACE, 6)
        row.setSpacing(SPACE)
        figure = label(str(number), "figure")
        figure.setMinimumWidth(24)
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(text, wraps=True))
        column.addWidget(label(said, role, wraps=True))
        row.addLayout(column, 1)
        if is_way:
            row.addWidget(label("→"))
        for shown in self.findChildren(QLabel):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.chosen)

    def set_current(self, *, is_current: bool) -> None:
        """Mark it as the one that is shown."""
        self._is_current = is_current
        self.setAccessibleDescription("shown now" if is_current else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, box = QPalette.ColorRole, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        accent = self.palette().color(roles.Highlight)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(self.palette().color(roles.AlternateBase))
            painter.drawRoundedRect(box, CORNER, CORNER)
        if self._is_way:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(roles.PlaceholderText), 1))
            painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), CORNER, CORNER)
            painter.setPen(Qt.PenStyle.NoPen)
        if self._is_current:
            painter.fillRect(QRectF(2, 4, 4, self.height() - 8), accent)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(box, CORNER, CORNER)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else self.height()
