"""Moving the board under the window, with Space or the middle button."""

from PySide6.QtCore import QPointF, Qt
from typing_extensions import override

from motworkshop.canvas.gesture import Gesture
from motworkshop.canvas.view import View


class Pan(Gesture):
    """The board sticks to the pointer."""

    def __init__(self, view: View, point: QPointF) -> None:
        self._view = view
        self._last = point
        view.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def move(self, point: QPointF) -> None:
        step = point - self._last
        self._last = point
        self._view.pan(step.x(), step.y())

    @override
    def release(self, point: QPointF) -> None:
        self._view.unsetCursor()

    @override
    def cancel(self) -> None:
        self._view.unsetCursor()
