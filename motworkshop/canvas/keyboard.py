"""The keys of the board (notes/peers.md, section 5), while no text is being written.

Keys on a header are in `header_keys`.
"""

from collections.abc import Callable, Mapping, Set

from PySide6.QtCore import QKeyCombination, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.deck import bounds_of
from motworkshop.canvas.header_keys import HeaderKeys
from motworkshop.canvas.headers import PARKING
from motworkshop.canvas.note_editing import NoteEditing
from motworkshop.canvas.ordering import Ordering
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.reading_order import above_or_below, beside, first_in_row, first_of
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.records import Id

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NUDGE = 8.0
_ARROWS = {
    Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1),
}  # fmt: skip
_PLAIN = Modifier.NoModifier
_DIGITS = {Key(Key.Key_0.value + digit): digit for digit in range(9)}


class Keyboard:
    """What each key does. `focused` is the note on which the keys are."""

    def __init__(
        self,
        view: View,
        pointer: Pointer,
        authoring: Authoring,
        selection: Selection,
        writing: NoteEditing,
        header_keys: HeaderKeys,
        *,
        ordering: Ordering,
    ) -> None:
        self._view = view
        self._pointer = pointer
        self._authoring = authoring
        self._selection = selection
        self._writing = writing
        self._header_keys = header_keys
        self._ordering = ordering
        self._lane_keys = header_keys.lane_keys
        self.focused: Id | None = None
        self.unused: Set[str] = frozenset()
        """Combinations that do something else now, or nothing."""
        self._acts = self._keys()

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key does; whether it does anything here."""
        key = Key(event.key())
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        if key == Key.Key_Escape and self._pointer.cancel():
            return True
        if self._header_keys.press(modifiers, key) or self._lane_keys.press(modifiers, key):
            return True
        if key in _ARROWS and self._press_arrow(modifiers, *_ARROWS[key]):
            return True
        if self.unused and _named(modifiers, key) in self.unused:
            return False
        if key in _DIGITS and modifiers == _PLAIN:
            self._authoring.categorise(_DIGITS[key] or None)
            return True
        act = self._acts.get((modifiers, key))
        if act is not None:
            act()
        return act is not None

    def add(self, acts: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], None]]) -> None:
        """More keys, for what is made after this."""
        self._acts.update(acts)

    def focus_beside(self, step: int, *, adds: bool = False) -> bool:
        """Go to the next (1) or last (−1) note in reading order; False at the end."""
        note = beside(self._view.scene.deck, self.current(), step)
        if note is not None:
            self.focus(note, adds=adds)
        return note is not None

    def focus(self, note: Id, *, adds: bool = False) -> None:
        """Put the keys on a note; it is selected, with those before if it `adds`, and comes into
        sight."""
        self.focused = note
        kept = [one for one in self._selection.notes if one != note] if adds else []
        self._selection.select((*kept, note))
        card = self._view.scene.deck.cards[note]
        self._view.bring_into_sight(card.bounds)
        self._view.keys_moved.emit()
        self._view.update()

    def current(self) -> Id | None:
        """The note on which the keys are: the focused one, or the last selected one."""
        deck = self._view.scene.deck
        if self.focused in deck.cards:
            return self.focused
        selected = [note for note in self._selection.notes if note in deck.cards]
        return selected[-1] if selected else None

    def edit(self) -> None:
        """Write on the current note."""
        note = self.current()
        if note is not None:
            self._writing.open(note)

    def new_note(self) -> None:
        """A new note in the stage whose header has the keys, under the pointer, or in the middle
        of the view."""
        column = self._header_keys.column
        if column is not None:
            self._header_keys.leave()
            self._pointer.write_in(column)
            return
        free = self._view.camera.free
        at = self._pointer.at
        point = at if at is not None and free.contains(at) else free.center()
        self._pointer.write_at(QPointF(point))

    def select_all(self) -> None:
        """Select all notes on the board."""
        self._selection.select(self._view.scene.deck.cards)

    def fit_selection(self) -> None:
        """Show the selected notes as large as they go."""
        cards = self._view.scene.cards(self._selection.notes)
        if not cards:
            return
        self._view.frame_bounds(bounds_of(cards))

    def escape(self) -> None:
        """Select nothing."""
        self._selection.clear()
        self.focused = None
        self._view.update()

    def _press_arrow(self, modifiers: Qt.KeyboardModifier, dx: int, dy: int) -> bool:
        """Alone they go from note to note; with Alt a little and with Ctrl a place further the
        selected notes go with them."""
        if modifiers == Modifier.AltModifier:
            self._authoring.nudge(dx * NUDGE, dy * NUDGE)
        elif modifiers == Modifier.ControlModifier:
            self._step(dx, dy)
        elif modifiers in {_PLAIN, Modifier.ShiftModifier}:
            self._arrow(dx, dy, adds=modifiers == Modifier.ShiftModifier)
        else:
            return False
        return True

    def _step(self, dx: int, dy: int) -> None:
        self._ordering.step(dx, dy)
        card = self._view.scene.deck.cards.get(self.current() or "")
        if card is not None:
            self._view.bring_into_sight(card.bounds)
            self._view.keys_moved.emit()

    def _arrow(self, dx: int, dy: int, *, adds: bool) -> None:
        note, deck, headers = self.current(), self._view.scene.deck, self._header_keys
        if headers.is_here:
            self._leave_header(dy)
        elif self._lane_keys.is_here:
            self._leave_lane(dx)
        elif not deck.cards:
            self._enter_header("")
        elif dx or note is None:
            self.focus_beside(dx or dy, adds=adds)
        else:
            found = above_or_below(deck, note, dy)
            if found is not None:
                self.focus(found, adds=adds)
            elif dy < 0 and not adds:
                self._enter_header(deck.cards[note].cell[0] or PARKING)

    def _leave_header(self, dy: int) -> None:
        """Down goes to the first note of the column."""
        column = self._header_keys.column
        note = first_of(self._view.scene.deck, column.stage) if column and dy > 0 else None
        if note is not None:
            self.focus(note)

    def _leave_lane(self, dx: int) -> None:
        """To the right is the first note of the lane."""
        row = self._lane_keys.row
        note = first_in_row(self._view.scene.deck, row.lane) if row and dx > 0 else None
        if note is not None:
            self.focus(note)

    def _enter_header(self, name: str) -> None:
        self._selection.clear()
        self.focused = None
        self._header_keys.enter(name)

    def _keys(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], None]]:
        view, control, shift = self._view, Modifier.ControlModifier, Modifier.ShiftModifier
        return {
            (_PLAIN, Key.Key_N): self.new_note,
            (_PLAIN, Key.Key_Return): self.edit,
            (_PLAIN, Key.Key_Enter): self.edit,
            (_PLAIN, Key.Key_F2): self.edit,
            (_PLAIN, Key.Key_Escape): self.escape,
            (_PLAIN, Key.Key_Delete): self._authoring.delete,
            (_PLAIN, Key.Key_Backspace): self._authoring.delete,
            (_PLAIN, Key.Key_Home): view.fit_all,
            (control, Key.Key_A): self.select_all,
            (control, Key.Key_D): self._authoring.duplicate,
            (control, Key.Key_L): self._authoring.turn_locks,
            (control, Key.Key_G): self._authoring.merge_selected,
            (control | shift, Key.Key_G): self._authoring.split,
            (control, Key.Key_0): view.zoom_to_actual,
            (control, Key.Key_Plus): view.zoom_in,
            (control, Key.Key_Equal): view.zoom_in,
            (control | shift, Key.Key_Plus): view.zoom_in,
            (control, Key.Key_Minus): view.zoom_out,
            (shift, Key.Key_1): view.fit_all,
            (shift, Key.Key_Exclam): view.fit_all,
            (shift, Key.Key_2): self.fit_selection,
            (shift, Key.Key_At): self.fit_selection,
            (shift, Key.Key_QuoteDbl): self.fit_selection,
        }


def _named(modifiers: Qt.KeyboardModifier, key: Qt.Key) -> str:
    """The combination as it is written in every language: "Ctrl+D"."""
    sequence = QKeySequence(QKeyCombination(modifiers, key))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
