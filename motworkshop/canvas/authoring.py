"""What a hand on the board does to the document. A refusal is told and nothing has happened."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from motworkshop.canvas.deck import Deck
from motworkshop.canvas.placing import Room, room_for_growth
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.errors import WorkshopError
from motworkshop.model.change import Edit
from motworkshop.model.edits.making import quoted
from motworkshop.model.edits.notes import (
    Draft,
    add_notes,
    categorise_notes,
    delete_notes,
    edit_notes,
    move_notes,
)
from motworkshop.model.edits.stages import add_stage, edit_stage, move_stage
from motworkshop.model.layout import STEP
from motworkshop.model.records import Category, Id, Note, Place, new_id
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop

COPIED = (
    "details", "department", "category", "channel", "control", "moment_type", "emotion",
    "expectation", "experience", "importance", "colour", "picture", "link", "height",
)  # fmt: skip
"""The fields of a note that a duplicate has too."""


class Authoring(QObject):
    """Edits made on the board. Signal: `refused(str)` says why one was not made."""

    refused = Signal(str)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        deck: Deck,
        steps_for: Callable[[str], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._deck = deck
        self._steps_for = steps_for

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._document.workshop

    def attempt(self, edit: Callable[[Workshop], Edit]) -> Edit | None:
        """Make an edit; None if it was refused."""
        try:
            made = edit(self._document.workshop)
            self._document.do(made)
        except WorkshopError as error:
            self.refused.emit(str(error))
            return None
        return made

    def add(self, text: str, place: Place, fold: str = "", note: Id | None = None) -> Id | None:
        """A new note at this place; its id, or None if it was refused."""
        note = note or new_id()
        fields = {
            "stage": place.stage, "lane": place.lane, "x": place.x, "y": place.y,
            "height": self._steps_for(text.strip()),
        }  # fmt: skip
        draft = Draft(text, fields=fields, id=note)
        made = self.attempt(
            lambda workshop: replace(
                add_notes(workshop, [draft]), label=f"Add note {quoted(text)}", fold=fold
            )
        )
        return note if made else None

    def write(self, note: Id, text: str, fold: str, label: str = "") -> None:
        """Another text for a note; it grows if it must, and those below make room."""

        def edit(workshop: Workshop) -> Edit:
            steps = self._steps_for(text.strip())
            made = edit_notes(workshop, [note], text=text, height=steps)
            card = self._deck.cards.get(note)
            change = made.change
            if card is not None and steps > card.steps:
                places = room_for_growth(self._deck, card, steps * STEP)
                change = (
                    change.then(move_notes(workshop.applied(change), places).change)
                    if (places)
                    else change
                )
            return Edit(label or made.label, change, fold)

        self.attempt(edit)

    def move(self, places: dict[Id, Place], made_room: dict[Id, Place]) -> None:
        """Put notes elsewhere; those that make room for them are part of the same step."""

        def edit(workshop: Workshop) -> Edit:
            made = move_notes(workshop, {**made_room, **places})
            if not made_room:
                return made
            return replace(made, label=move_notes(workshop, places).label)

        self.attempt(edit)

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected notes a little; steps that follow one another become one."""
        cards = [
            self._deck.cards[note] for note in self._selection.notes if note in self._deck.cards
        ]
        if not cards:
            return
        dx = max(dx, -min(card.x for card in cards))
        dy = max(dy, -min(card.y for card in cards))
        places = {card.id: Place(*card.cell, card.x + dx, card.y + dy) for card in cards}
        fold = "nudge " + " ".join(sorted(places))
        self.attempt(lambda workshop: replace(move_notes(workshop, places), fold=fold))

    def delete(self) -> None:
        """Remove the selected notes."""
        notes = self._selection.notes
        if notes:
            self.attempt(lambda workshop: delete_notes(workshop, notes))

    def duplicate(self) -> None:
        """Copies of the selected notes beside them, selected in their stead."""
        notes = [self.workshop.notes[note] for note in self._selection.notes]
        if not notes:
            return
        room = Room(self._deck)
        drafts = [self._copy(note, room) for note in notes]
        label = (
            f"Duplicate note {notes[0].number}"
            if len(notes) == 1
            else f"Duplicate {counted(len(notes), 'note')}"
        )
        made = self.attempt(lambda workshop: replace(add_notes(workshop, drafts), label=label))
        if made:
            self._selection.select(draft.id for draft in drafts if draft.id)

    def categorise(self, style: int | None) -> None:
        """Sort the selected notes into the category with this key, or out of any."""
        notes = self._selection.notes
        if not notes:
            return
        category = self._category(style)
        if style is not None and category is None:
            self.refused.emit(f"No category has the key {style}.")
            return
        self.attempt(lambda workshop: categorise_notes(workshop, notes, category))

    def add_stage(self, name: str) -> Edit | None:
        """A new stage after the last one; None if it was refused."""
        return self.attempt(lambda workshop: add_stage(workshop, name))

    def rename_stage(self, stage: Id, name: str) -> Edit | None:
        """Another name for a stage; None if it was refused."""
        return self.attempt(lambda workshop: edit_stage(workshop, stage, name=name))

    def move_stage(self, stage: Id, index: int) -> None:
        """Another place for a stage among the stages."""
        self.attempt(lambda workshop: move_stage(workshop, stage, index))

    def _category(self, style: int | None) -> Id | None:
        categories = self.workshop.of(Category).values()
        return next((one.id for one in categories if one.style == style), None)

    def _copy(self, note: Note, room: Room) -> Draft:
        cell = (note.stage, note.lane)
        x, y = room.nearest(cell, note.x, note.y, note.height * STEP)
        room.take(cell, x, y, note.height * STEP)
        fields = {name: getattr(note, name) for name in COPIED}
        fields |= {"stage": note.stage, "lane": note.lane, "x": x, "y": y}
        return Draft(note.text, note.author, fields, new_id())
