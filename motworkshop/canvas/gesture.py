"""What all gestures have in common: they live from a press of the button to its release."""

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter

from motworkshop.canvas.view import View

THRESHOLD = 5.0
"""Pixels that the pointer has to move before a press becomes a drag."""
EDGE = 36.0
"""Pixels from the edge of the view within which a drag scrolls."""
SLOWEST, FASTEST = 90.0, 1500.0
"""Pixels a second, where the scrolling begins and at the very edge."""
TICK_MS = 16
LONGEST_TICK = 0.1
"""Seconds; a computer that was busy for longer does not make the board leap."""


class Gesture:
    """A gesture in progress. The document does not know of it before it is released."""

    held = Qt.KeyboardModifier.NoModifier
    """Which of Shift, Ctrl and Alt are down."""

    def move(self, point: QPointF) -> None:
        """The pointer is here now."""

    def hold(self, keys: Qt.KeyboardModifier) -> None:
        """Other keys are held down."""
        self.held = keys

    def release(self, point: QPointF) -> None:
        """The button was let go: do it."""

    def cancel(self) -> None:
        """Escape was pressed: as if nothing had happened."""

    def paint_over(self, painter: QPainter) -> None:
        """Draw on the notes, in pixels of the widget."""

    def paint_top(self, painter: QPainter) -> None:
        """Draw on everything, the headers too."""


class AutoScroll:
    """Scrolls while a drag rests near the edge of the view, and moves the gesture along.

    The nearer to the edge, the faster; as fast on a slow computer as on a quick one.
    """

    def __init__(self, view: View, gesture: Gesture) -> None:
        self._view = view
        self._gesture = gesture
        self._point = QPointF()
        self._gone = QPointF()
        self._clock = QElapsedTimer()
        self._timer = QTimer(view, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def follow(self, point: QPointF) -> None:
        """The pointer is here now."""
        self._point = point
        if self._speed().isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._clock.start()
            self._timer.start()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()
        self._timer.deleteLater()

    def take_back(self) -> None:
        """The drag is over, and the board lies again where it lay when it began."""
        self.stop()
        if not self._gone.isNull():
            self._view.pan(self._gone.x(), self._gone.y())

    def _speed(self) -> QPointF:
        free = self._view.camera.free
        return QPointF(
            _push(self._point.x(), free.left(), free.right()),
            _push(self._point.y(), free.top(), free.bottom()),
        )

    def _on_tick(self) -> None:
        seconds = min(LONGEST_TICK, self._clock.restart() / 1000)
        speed, camera = self._speed(), self._view.camera
        left, top = camera.left, camera.top
        self._view.pan(-speed.x() * seconds, -speed.y() * seconds)
        self._gone += QPointF(camera.left - left, camera.top - top) / camera.dpr
        self._gesture.move(self._point)


def _push(at: float, low: float, high: float) -> float:
    """How many pixels a second to scroll for a pointer at this place between two edges."""
    depth = max(low + EDGE - at, at - high + EDGE)
    if depth <= 0:
        return 0.0
    part = min(1.0, depth / EDGE)
    speed = SLOWEST + (FASTEST - SLOWEST) * part * part
    return -speed if at < low + EDGE else speed
