"""Edits of notes: adding, changing, moving, categorising, removing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.growing import with_room
from motworkshop.model.edits.locking import HELD_FIELDS, refuse_locked
from motworkshop.model.edits.making import (
    check_fields,
    edit,
    fresh,
    needed,
    one,
    quoted,
    with_fields,
)
from motworkshop.model.edits.pictures import unused_pictures
from motworkshop.model.layout import FreePlaces
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
from motworkshop.model.text_room import steps_for
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass


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
    notes = fresh(workshop, [_note(draft, numbers, places) for draft in drafts])
    if len(workshop.notes) + len(notes) > NOTES_PER_BOARD:
        raise RefusedError(f"At most {NOTES_PER_BOARD:,} notes fit on one board.")
    _check_links(workshop, notes)
    about = replace(workshop.about, last_number=numbers.last)
    return edit(workshop, f"Add {counted(len(notes), 'note')}", [about, *notes])


class Numbers:
    """Hands out note numbers; none is ever given twice."""

    def __init__(self, workshop: Workshop) -> None:
        self._taken = {note.number for note in workshop.notes.values()}
        self._before = self.last = workshop.about.last_number

    def next(self) -> int:
        """The number after the highest ever given."""
        return self.take(self.last + 1)

    def take(self, number: int) -> int:
        """This very number, if it is free."""
        if not 1 <= number <= DOTS:
            raise RefusedError(f"{number} is not a note number; numbers start at 1.")
        if number in self._taken:
            raise RefusedError(f"There is a note with the number {number} already.")
        if number <= self._before:
            raise RefusedError(used_up(number, self._before))
        self._taken.add(number)
        self.last = max(self.last, number)
        return number


def used_up(number: int, last: int) -> str:
    """Why a number that no note has cannot be given: people may still call a note by it that was
    deleted, and undo may bring that back."""
    return (
        f"The number {number} is used up: numbers are given once. The next free one is {last + 1}."
    )


def _note(draft: Draft, numbers: Numbers, places: FreePlaces) -> Note:
    values = {"author": draft.author, **(draft.fields or {})}
    check_fields(Note, values)
    text = needed(values.pop("text", draft.text), "text of the note")
    number = values.pop("number", None)
    number = numbers.next() if number is None else numbers.take(number)
    has_picture = values.get("picture") is not None
    height = values.setdefault("height", steps_for(text, has_picture=has_picture))
    if "x" not in values and "y" not in values:
        place = places.next(values.get("stage"), values.get("lane"), height)
        values |= {"x": place.x, "y": place.y}
    return Note(draft.id or new_id(), number, text, **values)


def edit_notes(workshop: Workshop, notes: Iterable[Id], **values: Any) -> Edit:
    """Set fields of one or more notes; numbers stay, and a place is changed by `move_notes`.

    A note is as high as its text needs, unless `height` says it; those below make room. What a
    lock holds cannot be changed, unless the same edit unlocks it.
    """
    notes = list(notes)
    if HELD_FIELDS & values.keys() and values.get("is_locked", True):
        refuse_locked((one(workshop, Note, note) for note in notes), "change it")
    fixed = ("number", "stage", "lane", "x", "y")
    if "text" in values:
        values["text"] = needed(values["text"], "text of the note")
    changed = [with_fields(one(workshop, Note, note), values, fixed) for note in notes]
    if "text" in values and "height" not in values:
        changed = [_as_high_as_its_text(note) for note in changed]
    _check_links(workshop, changed)
    what = quoted(changed[0].text) if len(changed) == 1 else counted(len(changed), "note")
    put = changed if "height" in values else with_room(workshop, changed)
    made = edit(workshop, f"Change {what}", put)
    fold = f"text {changed[0].id}" if len(changed) == 1 and "text" in values else ""
    return replace(made, fold=fold)


def _as_high_as_its_text(note: Note) -> Note:
    has_picture = note.picture is not None
    return replace(note, height=steps_for(note.text, has_picture=has_picture))


def move_notes(workshop: Workshop, places: Mapping[Id, Place]) -> Edit:
    """Put notes in other places; a locked note stays where it is and is refused."""
    moved = []
    for note_id, place in places.items():
        note = one(workshop, Note, note_id)
        refuse_locked([note], "move it")
        note = replace(note, stage=place.stage, lane=place.lane, x=place.x, y=place.y)
        moved.append(note)
    _check_links(workshop, moved)
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
    A locked note is refused.
    """
    gone = {note: one(workshop, Note, note) for note in notes}
    refuse_locked(gone.values(), "delete it")
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
    drop += [*_settled_about(workshop, set(gone)), *unused_pictures(workshop, set(gone))]
    what = quoted(next(iter(gone.values())).text) if len(gone) == 1 else counted(len(gone), "note")
    return edit(workshop, f"Delete {what}", put, drop)


def _settled_about(workshop: Workshop, notes: set[Id]) -> list[Record]:
    cards = [card for card in workshop.of(MomentOfTruth).values() if card.note in notes]
    keys = {card.id for card in cards}
    metrics = [metric for metric in workshop.of(Metric).values() if metric.moment in keys]
    actions = [action for action in workshop.of(Action).values() if action.moment in keys]
    return [*cards, *metrics, *actions]


_LINKS = (
    (Stage, attrgetter("stage")),
    (Lane, attrgetter("lane")),
    (Category, attrgetter("category")),
    (Picture, attrgetter("picture")),
)


def _check_links(workshop: Workshop, notes: Collection[Note]) -> None:
    """Refuse notes that name what is not there; thousands name the same few."""
    for kind, link in _LINKS:
        for key in set(map(link, notes)) - {None}:
            one(workshop, kind, key)
