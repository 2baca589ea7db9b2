"""Six dots by which a row is taken and put elsewhere, by hand or by keys."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.look import CONTROL, CORNER


class Grip(QWidget):
    """The handle of a row.

    Signals: `dragged(point)` and `dropped(point)` in global coordinates; `stepped(rows)` by keys.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFixedSize(20, CONTROL)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Move {name}")
        self.setToolTip("Drag to another place (Alt+Up, Alt+Down)")
        self._is_dragged = False

    @override
    def sizeHint(self) -> QSize:
        return QSize(20, CONTROL)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_dragged = False
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._is_dragged = True
        self.dragged.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._is_dragged:
            self._is_dragged = False
            self.dropped.emit(event.globalPosition().toPoint())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = QPalette.ColorRole
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(roles.Highlight), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(roles.PlaceholderText))
        middle = self.rect().center()
        for x in (-3, 3):
            for y in (-6, 0, 6):
                painter.drawEllipse(QPointF(middle.x() + x, middle.y() + y), 1.5, 1.5)
