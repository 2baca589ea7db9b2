"""Edits of notes: adding, changing, moving, categorising, removing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.making import edit, fresh, needed, one, quoted, with_fields
from motworkshop.model.layout import FreePlaces, steps_for
from motworkshop.model.limits import DOTS, NOTES_PER_BOARD
from motworkshop.model.records import (
    Action,
    Category,
    Cluster,
    Evidence,
    Id,
    Lane,
    Metric,
    MomentOfTruth,
    Note,
    Person,
    Picture,
    Place,
    Record,
    Stage,
    new_id,
)
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Draft:
    """A note to be made. `fields` holds any other field of a `Note`; a missing x, y or number
    is given by the board."""

    text: str
    author: Person = ""
    fields: Mapping[str, Any] | None = None
    id: Id | None = None


def add_note(workshop: Workshop, draft: Draft) -> Edit:
    """One new note in a free place of its cell."""
    made = add_notes(workshop, [draft])
    return replace(made, label=f"Add note {quoted(draft.text)}")


def add_notes(workshop: Workshop, drafts: Iterable[Draft]) -> Edit:
    """New notes in free places of their cells, numbered in order, as one step."""
    places = FreePlaces(workshop)
    numbers = Numbers(workshop)
    notes = fresh(workshop, (_note(draft, numbers, places) for draft in drafts))
    if len(workshop.notes) + len(notes) > NOTES_PER_BOARD:
        raise RefusedError(f"At most {NOTES_PER_BOARD:,} notes fit on one board.")
    for note in notes:
        _check_links(workshop, note)
    about = replace(workshop.about, last_number=numbers.last)
    return edit(workshop, f"Add {counted(len(notes), 'note')}", [about, *notes])


class Numbers:
    """Hands out note numbers; none is ever given twice."""

    def __init__(self, workshop: Workshop) -> None:
        self._taken = {note.number for note in workshop.notes.values()}
        self.last = workshop.about.last_number

    def next(self) -> int:
        """The number after the highest ever given."""
        return self.take(self.last + 1)

    def take(self, number: int) -> int:
        """This very number, if it is free."""
        if not 1 <= number <= DOTS:
            raise RefusedError(f"{number} is not a note number; numbers start at 1.")
        if number in self._taken:
            raise RefusedError(f"There is a note with the number {number} already.")
        self._taken.add(number)
        self.last = max(self.last, number)
        return number


def _note(draft: Draft, numbers: Numbers, places: FreePlaces) -> Note:
    values = dict(draft.fields or {})
    text = needed(draft.text, "text of the note")
    number = values.pop("number", None)
    number = numbers.next() if number is None else numbers.take(number)
    blank = Note(draft.id or new_id(), number, text, author=draft.author, height=steps_for(text))
    note = with_fields(blank, values)
    if "x" not in values and "y" not in values:
        place = places.next(note.stage, note.lane, note.height)
        note = replace(note, x=place.x, y=place.y)
    return note


def edit_notes(workshop: Workshop, notes: Iterable[Id], **values: Any) -> Edit:
    """Set fields of one or more notes; numbers stay, and a place is changed by `move_notes`."""
    fixed = ("number", "stage", "lane", "x", "y")
    if "text" in values:
        values["text"] = needed(values["text"], "text of the note")
        values.setdefault("height", steps_for(values["text"]))
    changed = [with_fields(one(workshop, Note, note), values, fixed) for note in notes]
    for note in changed:
        _check_links(workshop, note)
    what = quoted(changed[0].text) if len(changed) == 1 else counted(len(changed), "note")
    made = edit(workshop, f"Change {what}", changed)
    fold = f"text {changed[0].id}" if len(changed) == 1 and "text" in values else ""
    return replace(made, fold=fold)


def move_notes(workshop: Workshop, places: Mapping[Id, Place]) -> Edit:
    """Put notes in other places; a locked note stays where it is and is refused."""
    moved = []
    for note_id, place in places.items():
        note = one(workshop, Note, note_id)
        if note.is_locked:
            raise RefusedError(f"Note {note.number} is locked. Unlock it to move it.")
        note = replace(note, stage=place.stage, lane=place.lane, x=place.x, y=place.y)
        _check_links(workshop, note)
        moved.append(note)
    what = f"note {moved[0].number}" if len(moved) == 1 else counted(len(moved), "note")
    return edit(workshop, f"Move {what}", moved)


def categorise_notes(workshop: Workshop, notes: Iterable[Id], category: Id | None) -> Edit:
    """Sort notes into a category, or out of any (None)."""
    name = one(workshop, Category, category).name if category is not None else "no category"
    changed = [replace(one(workshop, Note, note), category=category) for note in notes]
    what = f"note {changed[0].number}" if len(changed) == 1 else counted(len(changed), "note")
    return edit(workshop, f"Sort {what} into {name}", changed)


def delete_notes(workshop: Workshop, notes: Iterable[Id]) -> Edit:
    """Remove notes and what was settled about them; their evidence goes back to the pool.

    A cluster loses its members among them; without its lead, or with nobody left, it comes apart.
    """
    gone = {note: one(workshop, Note, note) for note in notes}
    put: list[Record] = [
        replace(proof, note=None) for proof in workshop.of(Evidence).values() if proof.note in gone
    ]
    drop: list[Record] = list(gone.values())
    for cluster in workshop.of(Cluster).values():
        members = tuple(member for member in cluster.members if member not in gone)
        if cluster.lead in gone or not members:
            drop.append(cluster)
        elif members != cluster.members:
            put.append(replace(cluster, members=members))
    drop += _settled_about(workshop, set(gone))
    what = quoted(next(iter(gone.values())).text) if len(gone) == 1 else counted(len(gone), "note")
    return edit(workshop, f"Delete {what}", put, drop)


def _settled_about(workshop: Workshop, notes: set[Id]) -> list[Record]:
    cards = [card for card in workshop.of(MomentOfTruth).values() if card.note in notes]
    keys = {card.id for card in cards}
    metrics = [metric for metric in workshop.of(Metric).values() if metric.moment in keys]
    actions = [action for action in workshop.of(Action).values() if action.moment in keys]
    return [*cards, *metrics, *actions]


def _check_links(workshop: Workshop, note: Note) -> None:
    if note.stage is not None:
        one(workshop, Stage, note.stage)
    if note.lane is not None:
        one(workshop, Lane, note.lane)
    if note.category is not None:
        one(workshop, Category, note.category)
    if note.picture is not None:
        one(workshop, Picture, note.picture)
