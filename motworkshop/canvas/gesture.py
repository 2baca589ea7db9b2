"""What all gestures have in common: they live from a press of the button to its release."""

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QPainter

from motworkshop.canvas.view import View

THRESHOLD = 5.0
"""Pixels that the pointer has to move before a press becomes a drag."""
EDGE = 28.0
"""Pixels from the edge of the view within which a drag scrolls."""
FASTEST = 22.0


class Gesture:
    """A gesture in progress. The document does not know of it before it is released."""

    def move(self, point: QPointF) -> None:
        """The pointer is here now."""

    def release(self, point: QPointF) -> None:
        """The button was let go: do it."""

    def cancel(self) -> None:
        """Escape was pressed: as if nothing had happened."""

    def paint_over(self, painter: QPainter) -> None:
        """Draw on the notes, in pixels of the widget."""

    def paint_top(self, painter: QPainter) -> None:
        """Draw on everything, the headers too."""


class AutoScroll:
    """Scrolls while a drag rests near the edge of the view, and moves the gesture along."""

    def __init__(self, view: View, gesture: Gesture) -> None:
        self._view = view
        self._gesture = gesture
        self._point = QPointF()
        self._timer = QTimer(view, interval=16)
        self._timer.timeout.connect(self._on_tick)

    def follow(self, point: QPointF) -> None:
        """The pointer is here now."""
        self._point = point
        if self._speed().isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()
        self._timer.deleteLater()

    def _speed(self) -> QPointF:
        free = self._view.camera.free
        return QPointF(
            _push(self._point.x(), free.left(), free.right()),
            _push(self._point.y(), free.top(), free.bottom()),
        )

    def _on_tick(self) -> None:
        speed = self._speed()
        self._view.pan(-speed.x(), -speed.y())
        self._gesture.move(self._point)


def _push(at: float, low: float, high: float) -> float:
    """How fast to scroll for a pointer at this place between two edges."""
    if at < low + EDGE:
        return -min(1.0, (low + EDGE - at) / EDGE) * FASTEST
    if at > high - EDGE:
        return min(1.0, (at - high + EDGE) / EDGE) * FASTEST
    return 0.0
