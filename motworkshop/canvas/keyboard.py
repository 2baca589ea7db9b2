"""The keys of the board (notes/peers.md, section 5), while no text is being written.

Keys on a header are in `header_keys`.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.card import Card
from motworkshop.canvas.header_keys import HeaderKeys
from motworkshop.canvas.headers import PARKING
from motworkshop.canvas.note_editing import NoteEditing
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.reading_order import above_or_below, beside, first_of
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.records import Id
from motworkshop.model.voting import counted

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
    ) -> None:
        self._view = view
        self._pointer = pointer
        self._authoring = authoring
        self._selection = selection
        self._writing = writing
        self._header_keys = header_keys
        self.focused: Id | None = None
        self._acts = self._keys()

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key does; whether it does anything here."""
        key = Key(event.key())
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        if self._header_keys.press(modifiers, key):
            return True
        if key in _ARROWS and modifiers == Modifier.AltModifier:
            dx, dy = _ARROWS[key]
            self._authoring.nudge(dx * NUDGE, dy * NUDGE)
            return True
        if key in _ARROWS and modifiers in {_PLAIN, Modifier.ShiftModifier}:
            self._arrow(*_ARROWS[key], adds=modifiers == Modifier.ShiftModifier)
            return True
        if key in _DIGITS and modifiers == _PLAIN:
            self._authoring.categorise(_DIGITS[key] or None)
            return True
        act = self._acts.get((modifiers, key))
        if act is not None:
            act()
        return act is not None

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
        self._view.setAccessibleDescription(self._spoken(card))
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
        self._view.frame_bounds(
            (
                min(card.left for card in cards),
                min(card.top for card in cards),
                max(card.right for card in cards),
                max(card.bottom for card in cards),
            )
        )

    def escape(self) -> None:
        """Put back what is being dragged; otherwise select nothing."""
        if not self._pointer.cancel():
            self._selection.clear()
            self.focused = None
            self._view.update()

    def _arrow(self, dx: int, dy: int, *, adds: bool) -> None:
        note, deck, headers = self.current(), self._view.scene.deck, self._header_keys
        if headers.is_here:
            self._leave_header(dy)
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

    def _enter_header(self, name: str) -> None:
        self._selection.clear()
        self.focused = None
        self._header_keys.enter(name)

    def _spoken(self, card: Card) -> str:
        """What a screen reader says of a note."""
        if self._view.scene.painter.is_face_down:
            return f"Note {card.number}, face down"
        parts = [f"Note {card.number}: {card.text}"]
        if card.stacked:
            parts.append(f"{counted(card.stacked, 'note')} under it")
        return ", ".join([*parts, *(["locked"] if card.is_locked else [])])

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
