"""What the right button and the Menu key offer on headers and in the gutter."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from motworkshop.canvas.header_editor import HeaderEditing
from motworkshop.canvas.key_words import with_keys
from motworkshop.canvas.lane_editor import LaneEditing
from motworkshop.canvas.menu_entries import Entry, add_entries
from motworkshop.canvas.ordering import Ordering
from motworkshop.canvas.plan import Column, Row
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.view import View
from motworkshop.model.edits.arranging import Order
from motworkshop.model.records import Id
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class StripMenus:
    """Makes the menus of stages and lanes."""

    view: View
    stages: StripAuthoring
    lanes: StripAuthoring
    headings: HeaderEditing
    lane_names: LaneEditing
    ordering: Ordering

    def of_column(self, column: Column | None) -> QMenu:
        """For a stage or the parking lot; None is beside all of them."""
        menu = QMenu(self.view)
        if column is not None and column.stage is not None:
            self._add_stage(menu, column, column.stage)
        if column is not None and column.count > 1:
            self._add_orders(menu, column.stage)
        if column is not None and column.stage is not None:
            stage = column.stage
            leaves = "Remove stage, keep its notes\tDel" if column.count else "Remove stage\tDel"
            add_entries(menu, (leaves, lambda: self.stages.remove(stage)))
        if menu.actions():
            menu.addSeparator()
        add_entries(menu, *self.new_ones())
        return with_keys(menu, self.view.key_words)

    def of_row(self, row: Row | None) -> QMenu:
        """For a lane; None, or what is in no lane, offers a new one."""
        menu, lanes = QMenu(self.view), self.lanes
        if row is not None and row.lane is not None:
            lane = row.lane
            add_entries(
                menu,
                ("Rename\tF2", lambda: self.lane_names.rename(lane)),
                ("Expand\tSpace" if row.is_collapsed else "Collapse\tSpace",
                 lambda: lanes.turn(lane)),
                ("Unlock\tCtrl+L" if row.is_locked else "Lock\tCtrl+L",
                 lambda: lanes.turn_lock(lane)),
            )  # fmt: skip
            order = [one.lane for one in self.view.scene.deck.plan.lanes]
            if lane != order[0]:
                add_entries(menu, ("Move up\tAlt+Up", lambda: lanes.shift(lane, -1)))
            if lane != order[-1]:
                add_entries(menu, ("Move down\tAlt+Down", lambda: lanes.shift(lane, 1)))
            leaves = "Remove lane, keep its notes\tDel" if row.count else "Remove lane\tDel"
            add_entries(menu, (leaves, lambda: lanes.remove(lane)))
            menu.addSeparator()
        add_entries(menu, ("New lane", self.lane_names.add))
        return with_keys(menu, self.view.key_words)

    def new_ones(self) -> tuple[Entry, ...]:
        """Entries for a new stage and a new lane."""
        return (("New stage", self.headings.add), ("New lane", self.lane_names.add))

    def _add_stage(self, menu: QMenu, column: Column, stage: Id) -> None:
        stages = self.stages
        add_entries(
            menu,
            ("Rename\tF2", lambda: self.headings.rename(stage)),
            ("Expand\tSpace" if column.is_collapsed else "Collapse\tSpace",
             lambda: stages.turn(stage)),
            ("Unlock\tCtrl+L" if column.is_locked else "Lock\tCtrl+L",
             lambda: stages.turn_lock(stage)),
        )  # fmt: skip
        order = [one.stage for one in self.view.scene.deck.plan.stages]
        if stage != order[0]:
            add_entries(menu, ("Move left\tAlt+Left", lambda: stages.shift(stage, -1)))
        if stage != order[-1]:
            add_entries(menu, ("Move right\tAlt+Right", lambda: stages.shift(stage, 1)))

    def _add_orders(self, menu: QMenu, stage: Id | None) -> None:
        """By dots only where everybody sees them."""
        submenu = menu.addMenu("Arrange notes")
        for order in Order:
            if order is not Order.DOTS or self.view.scene.deck.has_dots:
                arrange = self._arranging(stage, order)
                add_entries(submenu, (f"By {order.value}", arrange))

    def _arranging(self, stage: Id | None, order: Order) -> Callable[[], None]:
        return lambda: self.ordering.arrange([stage], order)
