"""The pointer on the headers and on the gutter: dragging, collapsing and naming stages and lanes."""

from PySide6.QtCore import QPointF

from motworkshop.canvas.card import Cell
from motworkshop.canvas.gesture import Gesture
from motworkshop.canvas.gutter import (
    NEW_LANE,
    WIDTH,
    is_new_lane,
    lane_arrow,
    lane_id,
    row_at,
)
from motworkshop.canvas.header_editor import HeaderEditing
from motworkshop.canvas.headers import HEIGHT, NEW_STAGE, arrow_rect, header_id, header_rect
from motworkshop.canvas.lane_drag import DragLane
from motworkshop.canvas.lane_editor import LaneEditing
from motworkshop.canvas.plan import Column, Row
from motworkshop.canvas.stage_drag import DragStage
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.strip_drag import DragStrip
from motworkshop.canvas.view import View
from motworkshop.model.records import Id


class StripPointer:
    """What a press, a click and a double click on a header or on the gutter do."""

    def __init__(
        self,
        view: View,
        stages: StripAuthoring,
        lanes: StripAuthoring,
        headings: HeaderEditing,
        lane_names: LaneEditing,
    ) -> None:
        self._view = view
        self._stages = stages
        self._lanes = lanes
        self._headings = headings
        self._lane_names = lane_names

    def is_at(self, point: QPointF) -> bool:
        """Whether headers or gutter are under a point of the widget."""
        has_gutter = self._view.scene.deck.plan.has_lanes
        return point.y() < HEIGHT or (has_gutter and point.x() < WIDTH) or bool(self.row_at(point))

    def press(self, point: QPointF) -> Gesture | None:
        """The gesture that a press there begins; the places for new ones are named at once."""
        view = self._view
        plan = view.scene.deck.plan
        if view.headers.is_new_stage(point, view.camera, plan):
            self._headings.add()
        elif point.y() < HEIGHT:
            column = self.header_at(point)
            if column is not None and column.stage is not None:
                return DragStage(view, self._stages, column, point)
        elif is_new_lane(point, view.camera, plan):
            self._lane_names.add()
        else:
            row = self.row_at(point)
            if row is not None and row.lane is not None:
                return DragLane(view, self._lanes, row, point)
        return None

    def click(self, pressed: DragStrip, point: QPointF) -> bool:
        """A press that became no drag collapses or expands; whether it was on an arrow."""
        stage, lane = self.arrow_at(point), self.lane_arrow_at(point)
        if stage is not None and stage == pressed.strip:
            self._stages.turn(stage)
            return True
        if lane is not None and lane == pressed.strip:
            self._lanes.turn(lane)
            return True
        return False

    def double_click(self, point: QPointF) -> None:
        """Rename what is there."""
        column, row = self.header_at(point), self.row_at(point)
        if column is not None and column.stage is not None:
            self._headings.rename(column.stage)
        elif row is not None and row.lane is not None:
            self._lane_names.rename(row.lane)

    def expand(self, cell: Cell) -> None:
        """Expand the stage and the lane of a cell, so that what lies there is seen."""
        self._stages.expand(cell[0])
        if cell[0] is not None:
            self._lanes.expand(cell[1])

    def header_at(self, point: QPointF) -> Column | None:
        """The column whose header is under a point of the widget."""
        view = self._view
        return view.headers.column_at(point, view.camera, view.scene.deck.plan)

    def row_at(self, point: QPointF) -> Row | None:
        """The row whose name is under a point of the widget."""
        return row_at(point, self._view.camera, self._view.scene.deck.plan)

    def arrow_at(self, point: QPointF) -> Id | None:
        """The stage that a click at this point of the widget collapses or expands."""
        column = self.header_at(point)
        if column is None:
            return None
        arrow = arrow_rect(header_rect(self._view.camera, column), column)
        return column.stage if arrow.contains(point) else None

    def lane_arrow_at(self, point: QPointF) -> Id | None:
        """The lane that a click at this point of the widget collapses or expands."""
        row = self.row_at(point)
        if row is None or not lane_arrow(self._view.camera, row).contains(point):
            return None
        return row.lane

    def hover(self, point: QPointF | None) -> None:
        """Mark what is under the pointer; None is nothing."""
        view = self._view
        header = self._header_name(point) if point is not None else ""
        lane = self._lane_name(point) if point is not None else ""
        if header != view.marked.hovered:
            view.marked = view.marked._replace(hovered=header)
            view.update(0, 0, view.width(), HEIGHT)
        if lane != view.lane_marked.hovered:
            view.lane_marked = view.lane_marked._replace(hovered=lane)
            view.update()

    def _header_name(self, point: QPointF) -> str:
        view, column = self._view, self.header_at(point)
        if view.headers.is_new_stage(point, view.camera, view.scene.deck.plan):
            return NEW_STAGE
        return header_id(column) if column is not None and column.stage is not None else ""

    def _lane_name(self, point: QPointF) -> str:
        row = self.row_at(point)
        if is_new_lane(point, self._view.camera, self._view.scene.deck.plan):
            return NEW_LANE
        return lane_id(row) if row is not None and row.lane is not None else ""
