"""What dragging a stage and dragging a lane have in common."""

from PySide6.QtCore import QPointF, Qt
from typing_extensions import override

from motworkshop.canvas.gesture import THRESHOLD, AutoScroll, Gesture
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.view import View
from motworkshop.model.records import Id


class DragStrip(Gesture):
    """A line shows where it would come; notes go with it. A locked one stays."""

    def __init__(
        self, view: View, strips: StripAuthoring, strip: Id | None, point: QPointF
    ) -> None:
        self.strip = strip
        self._view = view
        self._strips = strips
        self._is_refused = False
        self._press = point
        self._start = view.camera.to_board(point)
        self._point: QPointF | None = None
        self._scroll = AutoScroll(view, self)

    @property
    def has_begun(self) -> bool:
        """Whether it has become a drag, or would have but for a lock."""
        return self._point is not None or self._is_refused

    @override
    def move(self, point: QPointF) -> None:
        if self._is_refused:
            return
        if self._point is None and (point - self._press).manhattanLength() < THRESHOLD:
            return
        if self._point is None:
            if self.strip is None or not self._strips.may_change(self.strip, "move it"):
                self._is_refused = True
                return
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._point = point
        self._scroll.follow(self._along(point))
        self._view.update()

    @override
    def release(self, point: QPointF) -> None:
        index = self._index() if self._point is not None else 0
        self._end()
        if self._point is not None and self.strip is not None:
            self._strips.move(self.strip, index)

    @override
    def cancel(self) -> None:
        self._scroll.take_back()
        self._end()
        self._point = None

    def _along(self, point: QPointF) -> QPointF:
        """The point in the direction of the drag, in the middle of the other one."""
        raise NotImplementedError

    def _index(self) -> int:
        """Among the others, how many lie before it."""
        raise NotImplementedError

    def _end(self) -> None:
        self._scroll.stop()
        self._view.unsetCursor()
        self._view.update()
