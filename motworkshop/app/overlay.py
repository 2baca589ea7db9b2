"""A sheet over the desk: it has all keys until something is chosen, or one turns away from it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid
from typing_extensions import override

from motworkshop.look import SPACE

SHADOW = 12


class Overlay(QWidget):
    """Covers `around` and shows its `sheet` there; Esc or a click beside the sheet ends it.

    Signal: `left` after it went. The keys go back to where they were, or to `home` if that is gone.
    """

    left = Signal()

    def __init__(self, around: QWidget, home: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet = QFrame(self)
        self.sheet.setObjectName("overlay")
        self._around = around
        self._home = home
        self._before = QApplication.focusWidget()
        self._is_leaving = False
        around.installEventFilter(self)

    def open_at(self, corner: QPoint, size: QSize) -> None:
        """Show the sheet so large with its corner there, as far as there is room."""
        self.setGeometry(self._around.rect())
        room = self.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        size = size.boundedTo(room.size())
        x = max(room.left(), min(corner.x(), room.right() - size.width()))
        y = max(room.top(), min(corner.y(), room.bottom() - size.height()))
        self.sheet.setGeometry(x, y, size.width(), size.height())
        self.raise_()
        self.show()

    def leave(self) -> None:
        """Go, and give the keys back."""
        if self._is_leaving:
            return
        self._is_leaving = True
        self._around.removeEventFilter(self)
        back = self._before if _is_there(self._before) else self._home
        self.close()
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # what is typed here does nothing to the board below
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.leave()
        event.accept()

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab stays within the sheet."""
        super().focusNextPrevChild(is_next)
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            inside = [one for one in self.sheet.findChildren(QWidget) if _takes_tab(one)]
            if inside:
                inside[0 if is_next else -1].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft shadow around the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgbF(0, 0, 0, 0.014))
        for reach in range(1, SHADOW):
            around = QRectF(self.sheet.geometry()).adjusted(-reach, -reach + 3, reach, reach + 3)
            painter.drawRoundedRect(around, SPACE + reach, SPACE + reach)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.leave()
        return super().eventFilter(watched, event)


def _is_there(widget: QWidget | None) -> bool:
    """Whether it can take the keys; it may have been deleted meanwhile, as the list of steps is."""
    return widget is not None and isValid(widget) and widget.isVisible() and widget.isEnabled()


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled()
