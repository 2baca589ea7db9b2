"""Notes that grow with their text: those below make room, so that nobody is hidden."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from motworkshop.model.records import Id, Note
from motworkshop.model.room import box_of, made_room, settled
from motworkshop.model.workshop import Workshop, lead_of

Cell = tuple[Id | None, Id | None]


def with_room(workshop: Workshop, changed: Sequence[Note]) -> list[Note]:
    """The changed notes, and those that go down because one of them has become higher."""
    leads, notes = workshop.remember(lead_of), workshop.notes
    grown: dict[Cell, list[Note]] = {}
    for note in changed:
        if note.id not in leads and note.height > notes[note.id].height:
            grown.setdefault((note.stage, note.lane), []).append(note)
    found = {note.id: note for note in changed}
    for cell, taller in grown.items():
        keys = {note.id for note in taller}
        others = [
            found.get(note.id, note)
            for note in notes.values()
            if (note.stage, note.lane) == cell and note.id not in leads and note.id not in keys
        ]
        found.update(_moved(taller, others))
    return list(found.values())


def _moved(taller: Iterable[Note], others: Sequence[Note]) -> dict[Id, Note]:
    """The notes of one cell that come to lie elsewhere, those that grew among them."""
    grown = {note.id: note for note in taller}
    locked = [box_of(note) for note in others if note.is_locked]
    placed = settled(map(box_of, grown.values()), locked)
    downs = made_room(placed, map(box_of, others))
    moved = {box.note: replace(grown[box.note], y=box.y) for box in placed}
    return moved | {note.id: replace(note, y=downs[note.id]) for note in others if note.id in downs}
