"""The keys on the names of the lanes: Left from the first header leads there."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from motworkshop.canvas.gutter import NEW_LANE, WIDTH, lane_id, lane_rect, new_lane_rect
from motworkshop.canvas.lane_editor import LaneEditing
from motworkshop.canvas.plan import BETWEEN, SHALLOW, Row
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.view import View
from motworkshop.model.records import Id

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_PLAIN, _ALT, _CONTROL = Modifier.NoModifier, Modifier.AltModifier, Modifier.ControlModifier


class LaneKeys:
    """Which lane has the keys (`View.lane_marked.focused`), and what they do there."""

    def __init__(self, view: View, names: LaneEditing, lanes: StripAuthoring) -> None:
        self._view = view
        self._names = names
        self._lanes = lanes
        self._acts = self._keys()

    @property
    def is_here(self) -> bool:
        """Whether a lane has the keys."""
        return bool(self._view.lane_marked.focused)

    @property
    def row(self) -> Row | None:
        """The row that has the keys; None for the place for a new lane."""
        here = self._view.lane_marked.focused
        return next((row for row in self._view.scene.deck.plan.rows if lane_id(row) == here), None)

    def enter(self, name: str = "") -> bool:
        """Put the keys on a lane: this one, or the uppermost; False where there are no lanes."""
        view, plan = self._view, self._view.scene.deck.plan
        if not plan.has_lanes:
            return False
        self._mark(name or lane_id(plan.rows[0]))
        row, left = self.row, view.camera.seen(view.camera.free)[0]
        last = plan.rows[-1].bottom + BETWEEN
        top, bottom = (row.top, row.bottom) if row else (last, last + SHALLOW / 2)
        view.bring_into_sight((left + 20, top, left + 21, bottom))
        return True

    def leave(self) -> None:
        """Take the keys off the lanes."""
        if self.is_here:
            self._mark("")

    def follow(self) -> None:
        """Leave a lane that is no longer there."""
        if self.row is None and (
            self._view.lane_marked.focused != NEW_LANE or not self._view.scene.deck.plan.has_lanes
        ):
            self.leave()

    def press(self, modifiers: Qt.KeyboardModifier, key: Qt.Key) -> bool:
        """Do what the key does on a lane; whether it does anything there."""
        if not self.is_here:
            return False
        act = self._acts.get((modifiers, key))
        if act is not None:
            act()
        return act is not None

    def corner(self) -> tuple[float, float]:
        """Where a menu for the lane that has the keys opens, on the widget."""
        row, view = self.row, self._view
        plan = view.scene.deck.plan
        place = lane_rect(view.camera, row) if row else new_lane_rect(view.camera, plan)
        return float(WIDTH), place.top() + 8

    def _keys(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], None]]:
        lanes = self._lanes
        return {
            (_PLAIN, Key.Key_Up): lambda: self._go(-1),
            (_PLAIN, Key.Key_Down): lambda: self._go(1),
            (_ALT, Key.Key_Up): lambda: self._with_lane(lambda one: lanes.shift(one, -1)),
            (_ALT, Key.Key_Down): lambda: self._with_lane(lambda one: lanes.shift(one, 1)),
            (_PLAIN, Key.Key_Space): lambda: self._with_lane(lanes.turn),
            (_CONTROL, Key.Key_L): lambda: self._with_lane(lanes.turn_lock),
            (_PLAIN, Key.Key_Delete): lambda: self._with_lane(lanes.remove),
            (_PLAIN, Key.Key_Backspace): lambda: self._with_lane(lanes.remove),
            (_PLAIN, Key.Key_Return): self._write,
            (_PLAIN, Key.Key_Enter): self._write,
            (_PLAIN, Key.Key_F2): self._write,
            (_PLAIN, Key.Key_Escape): self.leave,
        }

    def _go(self, step: int) -> None:
        names = [*map(lane_id, self._view.scene.deck.plan.rows), NEW_LANE]
        place = names.index(self._view.lane_marked.focused) + step
        if 0 <= place < len(names):
            self.enter(names[place])

    def _write(self) -> None:
        if self._view.lane_marked.focused == NEW_LANE:
            self._names.add()
        else:
            self._with_lane(self._names.rename)

    def _with_lane(self, act: Callable[[Id], None]) -> None:
        """Do something with the lane; what is in none has nothing to be done with."""
        row = self.row
        if row is not None and row.lane is not None:
            act(row.lane)
            if self.is_here:
                self.enter(self._view.lane_marked.focused)

    def _mark(self, name: str) -> None:
        self._view.lane_marked = self._view.lane_marked._replace(focused=name)
        self._view.update()
        self._view.keys_moved.emit()


def lane_hint(row: Row | None, *, is_arrow: bool) -> str:
    """What a tooltip says on a lane: the arrow, or its whole name."""
    if row is None or row.lane is None:
        return ""
    if is_arrow:
        return "Expand this lane" if row.is_collapsed else "Collapse this lane"
    return row.name
