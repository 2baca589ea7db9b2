"""Lanes as a screen reader meets them: headers of rows, and the place for another one.

The notes of a lane are read in their stages, each with the name of its lane.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from typing_extensions import override

from motworkshop.canvas.accessible_part import Family, Part
from motworkshop.canvas.gutter import NEW_LANE, NO_LANE, lane_rect, new_lane_rect
from motworkshop.canvas.plan import Row
from motworkshop.model.reading import read_lane
from motworkshop.model.records import Id, Lane


class LanePart(Part):
    """A lane, or what is in none ("")."""

    def __init__(self, family: Family, lane: Id) -> None:
        does = QAccessibleActionInterface
        acts: dict[str, Callable[[], object]] = {does.setFocusAction(): self._focus}
        if lane:
            acts[does.toggleAction()] = lambda: family.board.parts.lanes.turn(lane)
        super().__init__(family, acts)
        self.id = lane

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.RowHeader

    @override
    def _name(self) -> str:
        row = self._row()
        return read_lane(self._lane(), row.count if row is not None else 0)

    @override
    def _more(self) -> str:
        lane = self._lane()
        return lane.definition if lane is not None else ""

    @override
    def _area(self) -> QRect:
        row = self._row()
        return lane_rect(self._board.camera, row).toAlignedRect() if row else QRect()

    @override
    def _has_keys(self) -> bool:
        return self._board.lane_marked.focused == (self.id or NO_LANE)

    @override
    def _add_to(self, state: QAccessible.State) -> None:
        lane = self._lane()
        if lane is not None:
            state.expandable = 1
            state.collapsed = int(lane.is_collapsed)
            state.expanded = int(not lane.is_collapsed)

    def _lane(self) -> Lane | None:
        return self._family.workshop.of(Lane).get(self.id)

    def _row(self) -> Row | None:
        return self._board.scene.deck.plan.row_of(self.id or None)

    def _focus(self) -> None:
        self._take_keys()
        self._board.parts.lane_keys.enter(self.id or NO_LANE)


class NewLanePart(Part):
    """The place below the last lane, where another one is named."""

    def __init__(self, family: Family) -> None:
        does = QAccessibleActionInterface
        acts = {does.pressAction(): family.board.new_lane, does.setFocusAction(): self._focus}
        super().__init__(family, acts)

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Button

    @override
    def _name(self) -> str:
        return "New lane"

    @override
    def _area(self) -> QRect:
        return new_lane_rect(self._board.camera, self._board.scene.deck.plan).toAlignedRect()

    @override
    def _has_keys(self) -> bool:
        return self._board.lane_marked.focused == NEW_LANE

    def _focus(self) -> None:
        self._take_keys()
        self._board.parts.lane_keys.enter(NEW_LANE)
