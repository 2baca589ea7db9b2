"""A note as a screen reader meets it: number, text, category and dots are its name."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from typing_extensions import override

from motworkshop.canvas.accessible_part import Family, Part
from motworkshop.model.reading import read_face_down, read_more, read_note
from motworkshop.model.records import Id, Note


class NotePart(Part):
    """A note on the board."""

    def __init__(self, family: Family, note: Id) -> None:
        does = QAccessibleActionInterface
        keys = family.board.parts.keyboard
        acts = {
            does.pressAction(): self._focus,
            does.setFocusAction(): self._focus,
            does.showMenuAction(): self._open_menu,
        }
        super().__init__(family, acts)
        self.id = note
        self._keys = keys

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def parent(self) -> QAccessibleInterface:
        note = self._note()
        return self._family.stage((note.stage if note else None) or "")

    @override
    def _name(self) -> str:
        note, card = self._note(), self._board.scene.deck.cards.get(self.id)
        if note is None or card is None:
            return ""
        if self._board.scene.painter.is_face_down:
            return read_face_down(note)
        return read_note(self._family.workshop, note, len(card.dots))

    @override
    def _more(self) -> str:
        note, card = self._note(), self._board.scene.deck.cards.get(self.id)
        if note is None or card is None or self._board.scene.painter.is_face_down:
            return ""
        parts = (read_more(self._family.workshop, note), card.standing)
        return ", ".join(part for part in parts if part)

    @override
    def _area(self) -> QRect:
        where = self._board.note_rect(self.id)
        return where.toAlignedRect() if where is not None else QRect()

    @override
    def _has_keys(self) -> bool:
        on_strip = self._board.marked.focused or self._board.lane_marked.focused
        return not on_strip and self._keys.current() == self.id

    @override
    def _add_to(self, state: QAccessible.State) -> None:
        state.selectable = state.extSelectable = state.multiSelectable = 1
        state.selected = int(self.id in self._board.scene.selected)

    def _note(self) -> Note | None:
        return self._family.workshop.notes.get(self.id)

    def _focus(self) -> None:
        if self.is_here:
            self._take_keys()
            self._keys.focus(self.id)

    def _open_menu(self) -> None:
        self._focus()
        self._board.parts.menus.open_by_key()
