"""Dragging a header to give its stage another place."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from motworkshop.canvas.colours import faded
from motworkshop.canvas.gesture import THRESHOLD, AutoScroll, Gesture
from motworkshop.canvas.headers import HEIGHT, header_rect
from motworkshop.canvas.plan import BETWEEN, Column
from motworkshop.canvas.stage_authoring import StageAuthoring
from motworkshop.canvas.typeface import bold_face
from motworkshop.canvas.view import View
from motworkshop.look import CORNER
from motworkshop.model.records import Id


class DragStage(Gesture):
    """A line shows between which stages it would come; notes go with their stage. A locked one
    stays."""

    def __init__(self, view: View, stages: StageAuthoring, column: Column, point: QPointF) -> None:
        self._view = view
        self._stages = stages
        self._is_refused = False
        self._column = column
        self._press = point
        self._point: QPointF | None = None
        self._scroll = AutoScroll(view, self)

    @property
    def stage(self) -> Id | None:
        """The stage that is dragged."""
        return self._column.stage

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
            if self._column.stage is None or not self._stages.may_move(self._column.stage):
                self._is_refused = True
                return
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._point = point
        middle = self._view.camera.free.center().y()
        self._scroll.follow(QPointF(point.x(), middle))
        self._view.update()

    @override
    def release(self, point: QPointF) -> None:
        self._end()
        if self._point is not None and self._column.stage is not None:
            self._point = point
            self._stages.move(self._column.stage, self._index())

    @override
    def cancel(self) -> None:
        self._end()
        self._point = None

    @override
    def paint_top(self, painter: QPainter) -> None:
        if self._point is None:
            return
        view, theme = self._view, self._view.scene.theme
        where = header_rect(view.camera, self._column)
        where.translate(self._point.x() - self._press.x(), 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = view.camera.to_view(self._line(), 0).x()
        painter.fillRect(QRectF(x - 1.5, 0, 3, view.height()), QColor(theme.accent))
        painter.fillRect(
            QRectF(where.left(), HEIGHT, where.width(), view.height()), faded(theme.accent, 0.08)
        )
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(where.adjusted(1, 5, -1, -5), CORNER, CORNER)
        painter.setFont(bold_face(15))
        painter.setPen(QColor(theme.ink))
        text = where.adjusted(12, 0, -12, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self._column.name)

    def _others(self) -> list[Column]:
        stages = self._view.scene.deck.plan.stages
        return [column for column in stages if column.stage != self._column.stage]

    def _index(self) -> int:
        """Among the other stages, how many lie before the middle of what is dragged."""
        assert self._point is not None
        camera = self._view.camera
        shift = (self._point.x() - self._press.x()) / camera.zoom
        middle = (self._column.left + self._column.right) / 2 + shift
        return sum(1 for one in self._others() if (one.left + one.right) / 2 < middle)

    def _line(self) -> float:
        """The x on the board of the gap where it would come."""
        others, index = self._others(), self._index()
        if index < len(others):
            return others[index].left - BETWEEN / 2
        return others[-1].right + BETWEEN / 2 if others else self._column.left - BETWEEN / 2

    def _end(self) -> None:
        self._scroll.stop()
        self._view.unsetCursor()
        self._view.update()
