"""Fingers on the board: one is the mouse, but moves the board where there is no note; two zoom."""

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QEventPoint,
    QGuiApplication,
    QInputDevice,
    QMouseEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QApplication

from motworkshop.canvas.context_menu import ContextMenus
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.view import View

EVENTS = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
    }
)
SLIP = 10.0
"""Pixels that a finger moves while it only wants to tap."""
NEAR_TAP = 32.0
"""Pixels between the two taps of a double tap."""

Event, Left = QEvent.Type, Qt.MouseButton.LeftButton


class Touch(QObject):
    """Turns touches into what the mouse does: tap, double tap, drag; a long touch opens the menu.

    Two fingers hold the places of the board that lie under them.
    """

    def __init__(self, view: View, pointer: Pointer, menus: ContextMenus) -> None:
        super().__init__(view)
        self._view = view
        self._pointer = pointer
        self._menus = menus
        self._fingers: dict[int, QPointF] = {}
        self._start = QPointF()
        self._is_pressing = False
        self._is_moving = False
        self._is_over = False
        self._last_tap: tuple[float, QPointF] = (0.0, QPointF())
        hints = QGuiApplication.styleHints()
        self._double_tap = hints.mouseDoubleClickInterval()
        self._long = QTimer(self, singleShot=True, interval=hints.mousePressAndHoldInterval())
        self._long.timeout.connect(self._on_long)

    def take(self, event: QTouchEvent) -> bool:
        """Follow the fingers; False where a control on the board is meant, or a touchpad, which
        has its own events for scrolling and zooming."""
        points = event.points()
        if event.pointingDevice().type() == QInputDevice.DeviceType.TouchPad:
            event.ignore()
            return False
        is_first = event.type() == Event.TouchBegin
        if is_first and self._view.childAt(points[0].position().toPoint()) is not None:
            event.ignore()
            return False
        event.accept()
        if event.type() == Event.TouchCancel:
            self._break_off()
        elif len(points) == 1 and not self._is_over:
            self._one(points[0], event.timestamp())
        else:
            self._several(points)
        if event.type() in {Event.TouchEnd, Event.TouchCancel}:
            self._end()
        return True

    def _one(self, finger: QEventPoint, time: float) -> None:
        point = finger.position()
        if finger.state() == QEventPoint.State.Pressed:
            self._begin(point, time)
        elif finger.state() == QEventPoint.State.Updated:
            self._move(point)
        elif finger.state() == QEventPoint.State.Released:
            self._release(point, time)
        self._fingers = {finger.id(): point}

    def _begin(self, point: QPointF, time: float) -> None:
        self._start = point
        self._is_moving = False
        self._long.start()
        last, where = self._last_tap
        if time - last < self._double_tap and QLineF(where, point).length() < NEAR_TAP:
            self._long.stop()
            self._is_over = True
            self._last_tap = (0.0, QPointF())
            self._send(Event.MouseButtonDblClick, point)
            self._send(Event.MouseButtonRelease, point)
        elif self._pointer.is_on_something(point):
            self._is_pressing = True
            self._send(Event.MouseButtonPress, point)

    def _move(self, point: QPointF) -> None:
        if not self._is_moving and QLineF(self._start, point).length() < SLIP:
            return
        self._long.stop()
        before = next(iter(self._fingers.values())) if self._is_moving else self._start
        self._is_moving = True
        if self._is_pressing:
            self._send(Event.MouseMove, point)
        else:
            self._view.pan(point.x() - before.x(), point.y() - before.y())

    def _release(self, point: QPointF, time: float) -> None:
        self._long.stop()
        if not self._is_moving:
            self._last_tap = (time, point)
            if not self._is_pressing:
                self._send(Event.MouseButtonPress, point)
            self._send(Event.MouseButtonRelease, self._start)
        elif self._is_pressing:
            self._send(Event.MouseButtonRelease, point)
        self._is_pressing = False

    def _several(self, points: list[QEventPoint]) -> None:
        """The two first fingers zoom and move the board; what one of them dragged goes back."""
        if not self._is_over:
            self._break_off()
        now = dict(self._fingers)
        for finger in points:
            if finger.state() == QEventPoint.State.Released:
                now.pop(finger.id(), None)
            elif finger.state() != QEventPoint.State.Stationary or finger.id() not in now:
                now[finger.id()] = finger.position()
        both = [key for key in now if key in self._fingers][:2]
        if len(both) > 1:
            before = QLineF(self._fingers[both[0]], self._fingers[both[1]])
            after = QLineF(now[both[0]], now[both[1]])
            self._pinch(before, after)
        self._fingers = now

    def _pinch(self, before: QLineF, after: QLineF) -> None:
        moved = after.center() - before.center()
        self._view.pan(moved.x(), moved.y())
        if before.length() > 1 and after.length() > 1 and before.length() != after.length():
            zoom = self._view.zoom() * after.length() / before.length()
            self._view.zoom_at(zoom, after.center())

    def _on_long(self) -> None:
        """The menu of what is there, as the right button has it."""
        self._break_off()
        self._pointer.select_at(self._start)
        self._menus.open_at(self._start)

    def _break_off(self) -> None:
        self._long.stop()
        self._pointer.cancel()
        self._is_pressing = False
        self._is_over = True

    def _end(self) -> None:
        self._fingers = {}
        self._is_over = False
        self._is_pressing = False
        self._pointer.leave()

    def _send(self, kind: QEvent.Type, point: QPointF) -> None:
        """A mouse event; no button moves alone."""
        buttons = Qt.MouseButton.NoButton if kind == Event.MouseButtonRelease else Left
        button = Qt.MouseButton.NoButton if kind == Event.MouseMove else Left
        keys = QGuiApplication.keyboardModifiers()
        globally = self._view.mapToGlobal(point)
        event = QMouseEvent(kind, point, globally, button, buttons, keys)
        QApplication.sendEvent(self._view, event)
