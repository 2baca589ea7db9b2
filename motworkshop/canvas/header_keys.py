"""The keys on the headers: Up from the uppermost note of a column leads there."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from motworkshop.canvas.header_editor import HeaderEditing
from motworkshop.canvas.headers import HEIGHT, NEW_STAGE, header_id, header_rect, new_stage_rect
from motworkshop.canvas.lane_keys import LaneKeys
from motworkshop.canvas.plan import BETWEEN, SLIM, Column
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.view import View
from motworkshop.model.records import Id

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_PLAIN, _ALT, _CONTROL = Modifier.NoModifier, Modifier.AltModifier, Modifier.ControlModifier


class HeaderKeys:
    """Which header has the keys (`View.marked.focused`), and what they do there."""

    def __init__(
        self, view: View, headings: HeaderEditing, stages: StripAuthoring, lane_keys: LaneKeys
    ) -> None:
        self._view = view
        self.lane_keys = lane_keys
        self._headings = headings
        self._stages = stages
        self._acts = self._keys()

    @property
    def is_here(self) -> bool:
        """Whether a header has the keys."""
        return bool(self._view.marked.focused)

    @property
    def column(self) -> Column | None:
        """The column whose header has the keys."""
        columns = self._view.scene.deck.plan.columns
        here = self._view.marked.focused
        return next((one for one in columns if header_id(one) == here), None)

    def enter(self, name: str = "") -> None:
        """Put the keys on a header: this one, or that of the first stage."""
        stages = self._view.scene.deck.plan.stages
        name = name or (header_id(stages[0]) if stages else NEW_STAGE)
        self._mark(name)
        column = self.column
        end = self._view.scene.deck.plan.right + BETWEEN
        left, right = (column.left, column.right) if column else (end, end + SLIM)
        top = self._view.camera.seen(self._view.camera.free)[1]
        self._view.bring_into_sight((left, top + 20, right, top + 21))

    def leave(self) -> None:
        """Take the keys off the headers."""
        if self.is_here:
            self._mark("")

    def follow(self) -> None:
        """Leave a header that is no longer there."""
        if self.column is None and self._view.marked.focused != NEW_STAGE:
            self.leave()

    def press(self, modifiers: Qt.KeyboardModifier, key: Qt.Key) -> bool:
        """Do what the key does on a header; whether it does anything there."""
        if not self.is_here:
            return False
        act = self._acts.get((modifiers, key))
        if act is not None:
            act()
        return act is not None

    def rect_bottom(self) -> tuple[float, float]:
        """The lower left corner of the header that has the keys, on the widget."""
        column, view = self.column, self._view
        if column is None:
            place = new_stage_rect(view.camera, view.scene.deck.plan)
        else:
            place = header_rect(view.camera, column)
        return max(4.0, place.left() + 8), float(HEIGHT)

    def _keys(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], None]]:
        stages = self._stages
        return {
            (_PLAIN, Key.Key_Left): lambda: self._go(-1),
            (_PLAIN, Key.Key_Right): lambda: self._go(1),
            (_ALT, Key.Key_Left): lambda: self._with_stage(lambda one: stages.shift(one, -1)),
            (_ALT, Key.Key_Right): lambda: self._with_stage(lambda one: stages.shift(one, 1)),
            (_PLAIN, Key.Key_Space): lambda: self._with_stage(stages.turn),
            (_CONTROL, Key.Key_L): lambda: self._with_stage(stages.turn_lock),
            (_PLAIN, Key.Key_Delete): lambda: self._with_stage(stages.remove),
            (_PLAIN, Key.Key_Backspace): lambda: self._with_stage(stages.remove),
            (_PLAIN, Key.Key_Return): self._write,
            (_PLAIN, Key.Key_Enter): self._write,
            (_PLAIN, Key.Key_F2): self._write,
            (_PLAIN, Key.Key_Escape): self.leave,
        }

    def _go(self, step: int) -> None:
        names = [*map(header_id, self._view.scene.deck.plan.columns), NEW_STAGE]
        place = names.index(self._view.marked.focused) + step
        if place < 0 and self.lane_keys.enter():
            self.leave()
        elif 0 <= place < len(names):
            self.enter(names[place])

    def _write(self) -> None:
        if self._view.marked.focused == NEW_STAGE:
            self._headings.add()
        else:
            self._with_stage(self._headings.rename)

    def _with_stage(self, act: Callable[[Id], None]) -> None:
        """Do something with the stage; the parking lot's header has none."""
        column = self.column
        if column is not None and column.stage is not None:
            act(column.stage)
            if self.is_here:
                self.enter(self._view.marked.focused)

    def _mark(self, name: str) -> None:
        view = self._view
        view.marked = view.marked._replace(focused=name)
        view.update(0, 0, view.width(), HEIGHT)
        view.keys_moved.emit()


def header_hint(column: Column | None, *, is_arrow: bool) -> str:
    """What a tooltip says on a header: the arrow, or what the group means by the stage."""
    if column is None or column.stage is None:
        return ""
    if is_arrow and not column.is_collapsed:
        return "Fold stage"
    defined = f"{column.name}: {column.definition}" if column.definition else ""
    return (defined or column.name) if column.is_collapsed else defined
