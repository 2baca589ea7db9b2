"""What a hand on the board does to the document. A refusal is told and nothing has happened."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from motworkshop.canvas.copies import copy_at
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.landing import Lander, Ways
from motworkshop.canvas.placing import Room, room_for_growth
from motworkshop.canvas.repeating import LastCopies
from motworkshop.canvas.splitting import split_clusters
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.errors import RefusedError, WorkshopError
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.locking import refuse_locked
from motworkshop.model.edits.making import quoted
from motworkshop.model.edits.notes import (
    Draft,
    add_notes,
    categorise_notes,
    delete_notes,
    edit_notes,
    move_notes,
)
from motworkshop.model.edits.pictures import put_picture, take_pictures
from motworkshop.model.layout import STEP
from motworkshop.model.records import Category, Id, Note, Person, Picture, Place, new_id
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, cluster_led_by


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
        self._fold = ""
        self._folded = Change()
        self._copies = LastCopies(deck)

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
        self._remember(made)
        return made

    def add(
        self,
        text: str,
        place: Place,
        fold: str = "",
        *,
        category: Id | None = None,
        author: Person = "",
    ) -> Id | None:
        """A new note at this place; its id, or None if it was refused."""
        note = new_id()
        fields = {
            "stage": place.stage, "lane": place.lane, "x": place.x, "y": place.y,
            "height": self._steps_for(text.strip()), "category": category,
        }  # fmt: skip
        draft = Draft(text, author, fields, note)
        made = self.attempt(
            lambda workshop: replace(
                add_notes(workshop, [draft]), label=f"Add note {quoted(text)}", fold=fold
            )
        )
        return note if made else None

    def may_write(self, note: Note) -> bool:
        """Whether the note is not locked; tells why not."""
        try:
            refuse_locked([note], "change it")
        except RefusedError as error:
            self.refused.emit(str(error))
            return False
        return True

    def write(self, note: Id, text: str, fold: str, label: str = "") -> None:
        """Another text for a note; it grows if it must, and those below make room."""

        def edit(workshop: Workshop) -> Edit:
            card = self._deck.cards.get(note)
            steps = self._steps_for(text.strip()) + (card.picture_steps if card else 0)
            made = edit_notes(workshop, [note], text=text, height=steps)
            grown = self._with_room(workshop, made, note, steps)
            return replace(grown, label=label or made.label, fold=fold)

        self.attempt(edit)

    def put_picture(self, note: Id, picture: Picture, fold: str = "", label: str = "") -> None:
        """Lay a picture on a note; those below make room."""

        def edit(workshop: Workshop) -> Edit:
            made = put_picture(workshop, note, picture)
            steps = workshop.applied(made.change).notes[note].height
            grown = self._with_room(workshop, made, note, steps)
            return replace(grown, label=label or made.label, fold=fold)

        self.attempt(edit)

    def take_pictures(self) -> None:
        """Take the pictures off the selected notes."""
        notes = self._selection.notes
        if notes:
            self.attempt(lambda workshop: take_pictures(workshop, notes))

    def _with_room(self, workshop: Workshop, made: Edit, note: Id, steps: int) -> Edit:
        """The edit with those below the note going down as it grows to this height."""
        card = self._deck.cards.get(note)
        if card is None or steps <= card.steps:
            return made
        places = room_for_growth(self._deck, card, steps * STEP)
        if not places:
            return made
        moved = move_notes(workshop.applied(made.change), places)
        return replace(made, change=made.change.then(moved.change))

    def move(self, places: dict[Id, Place], made_room: dict[Id, Place], fold: str = "") -> None:
        """Put notes elsewhere; those that make room for them are part of the same step."""
        if not places:
            return

        def edit(workshop: Workshop) -> Edit:
            made = move_notes(workshop, {**made_room, **places})
            label = move_notes(workshop, places).label if made_room else made.label
            return replace(made, label=label, fold=fold)

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
        """Copies of the selected notes beside them, selected in their stead; copies of copies
        that were put somewhere by hand lie as far from them."""
        notes = [self.workshop.notes[note] for note in self._selection.notes]
        if not notes:
            return
        step = self._copies.step(self._selection.notes)
        if step is not None:
            cards = [self._deck.cards[note.id] for note in notes]
            landing = Lander(self._deck, cards, cards[0], copies=True).at(*step, Ways())
            self.copy_to(landing.places, landing.made_room)
            return
        room = Room(self._deck)
        self.copy_to({note.id: room.next_to(note) for note in notes}, {}, is_by_hand=False)

    def copy_to(
        self, places: Mapping[Id, Place], made_room: dict[Id, Place], *, is_by_hand: bool = True
    ) -> None:
        """Copies of notes in other places, selected in their stead; those that make room for
        them are part of the same step."""
        notes = [self.workshop.notes[note] for note in places]
        drafts = [copy_at(note, places[note.id]) for note in notes]

        def edit(workshop: Workshop) -> Edit:
            change = add_notes(workshop, drafts).change
            if made_room:
                change = change.then(move_notes(workshop.applied(change), made_room).change)
            return Edit(f"Duplicate {_these(notes)}", change)

        if self.attempt(edit):
            sources = {draft.id or "": note.id for draft, note in zip(drafts, notes, strict=True)}
            self._copies.remember(sources, is_by_hand=is_by_hand)
            self._selection.select(sources)

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

    def turn_locks(self) -> None:
        """Lock the selected notes in their places; unlock them if all are locked."""
        notes = self._selection.notes
        if not notes:
            return
        records = [self.workshop.notes[note] for note in notes]
        is_locked = not all(note.is_locked for note in records)
        label = f"{'Lock' if is_locked else 'Unlock'} {_these(records)}"
        self.attempt(
            lambda workshop: replace(edit_notes(workshop, notes, is_locked=is_locked), label=label)
        )

    def merge(self, lead: Id, others: Iterable[Id]) -> None:
        """Put notes under another one, which is selected then."""
        joining = [note for note in others if note != lead]
        if self.attempt(lambda workshop: merge_notes(workshop, lead, joining)):
            self._selection.select((lead,))

    def merge_selected(self, lead: Id | None = None) -> None:
        """Put the selected notes under one of them, the first one if none is named."""
        notes = self._selection.notes
        if notes:
            self.merge(lead or notes[0], notes)

    def split(self) -> None:
        """Take the clusters of the selected notes apart; a note whose place is taken meanwhile
        comes to lie beside it."""
        led = self.workshop.remember(cluster_led_by)
        clusters = [led[note] for note in self._selection.notes if note in led]
        if not clusters:
            if self._selection.notes:
                self.refused.emit("None of the selected notes has others under it.")
            return
        freed = [note for cluster in clusters for note in cluster.members]
        if self.attempt(lambda workshop: split_clusters(workshop, clusters, self._deck)):
            self._selection.select((*(cluster.lead for cluster in clusters), *freed))

    def take_back(self, fold: str) -> None:
        """Undo what was done last under this fold, as if it had never been: there is no step
        left, and none to do again."""
        if self._fold == fold:
            back = self._folded.inverted()
            self.attempt(lambda _workshop: Edit("Take back a note", back, fold))

    def _category(self, style: int | None) -> Id | None:
        categories = self.workshop.of(Category).values()
        return next((one.id for one in categories if one.style == style), None)

    def _remember(self, edit: Edit) -> None:
        """Keep together what is done under one fold."""
        self._folded = self._folded.then(edit.change) if edit.fold == self._fold else edit.change
        self._fold = edit.fold


def _these(notes: Sequence[Note]) -> str:
    return f"note {notes[0].number}" if len(notes) == 1 else counted(len(notes), "note")
