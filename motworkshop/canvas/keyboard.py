"""The keys of the board (notes/peers.md, section 5), while no text is being written."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.note_editing import NoteEditing
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.reading_order import above_or_below, beside
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
    ) -> None:
        self._view = view
        self._pointer = pointer
        self._authoring = authoring
        self._selection = selection
        self._writing = writing
        self.focused: Id | None = None
        self._acts = self._keys()

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key does; whether it does anything here."""
        key = Key(event.key())
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        if key in _ARROWS and modifiers in {_PLAIN, Modifier.AltModifier}:
            self._arrow(*_ARROWS[key], nudges=modifiers == Modifier.AltModifier)
            return True
        if key in _DIGITS and modifiers == _PLAIN:
            self._authoring.categorise(_DIGITS[key] or None)
            return True
        act = self._acts.get((modifiers, key))
        if act is not None:
            act()
        return act is not None

    def focus_beside(self, step: int) -> bool:
        """Go to the next (1) or last (−1) note in reading order; False at the end."""
        note = beside(self._view.scene.deck, self.current(), step)
        if note is not None:
            self.focus(note)
        return note is not None

    def focus(self, note: Id) -> None:
        """Put the keys on a note; it is selected and comes into sight."""
        self.focused = note
        self._selection.select((note,))
        card = self._view.scene.deck.cards[note]
        self._view.bring_into_sight(card.bounds)
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
        """A new note under the pointer, or in the middle of the view."""
        free = self._view.camera.free
        at = self._pointer.at
        point = at if at is not None and free.contains(at) else free.center()
        self._writing.open_new(self._pointer.free_place(QPointF(point)))

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

    def _arrow(self, dx: int, dy: int, *, nudges: bool) -> None:
        if nudges:
            self._authoring.nudge(dx * NUDGE, dy * NUDGE)
            return
        note = self.current()
        if dx or note is None:
            self.focus_beside(dx or dy)
            return
        found = above_or_below(self._view.scene.deck, note, dy)
        if found is not None:
            self.focus(found)

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
