"""Where merged notes lay: which of these places stand empty, and where a note comes back to."""

from collections.abc import Iterable
from dataclasses import replace

from motworkshop.model.layout import STEP
from motworkshop.model.records import Id, Note
from motworkshop.model.room import Taken, box_of
from motworkshop.model.workshop import Workshop, lead_of

Cell = tuple[Id | None, Id | None]


def stages_with_gaps(workshop: Workshop) -> list[Id | None]:
    """The stages (None: the parking lot) in which a merged note left an empty place with notes
    below it."""
    gone = [workshop.notes[note] for note in workshop.remember(lead_of)]
    standing = _standing(workshop, {_cell(note) for note in gone})
    taken = {cell: Taken(box_of(note).sheet for note in notes) for cell, notes in standing.items()}
    lowest = {
        cell: max((note.y for note in notes if not note.is_locked), default=0.0)
        for cell, notes in standing.items()
    }
    found: dict[Id | None, None] = {}
    for note in gone:
        cell = _cell(note)
        is_last = lowest[cell] <= note.y
        if not is_last and taken[cell].is_free(note.x, note.y, _height(note), 0):
            found[note.stage] = None
    return list(found)


def come_back(workshop: Workshop, coming: Iterable[Id]) -> list[Note]:
    """Those of the notes that cannot lie where they lay because others lie there now, each at the
    next free place below; the rest comes back to where it was."""
    notes = [workshop.notes[note] for note in coming]
    standing = _standing(workshop, {_cell(note) for note in notes})
    taken = {
        cell: Taken(box_of(note).sheet for note in others) for cell, others in standing.items()
    }
    moved = []
    for note in sorted(notes, key=lambda one: (one.y, one.x)):
        room, height = taken[_cell(note)], _height(note)
        y = note.y
        if not room.is_free(note.x, y, height, 0):
            y = room.first_below(note.x, y, height)
            moved.append(replace(note, y=y))
        room.add(note.x, y, y + height)
    return moved


def _standing(workshop: Workshop, cells: set[Cell]) -> dict[Cell, list[Note]]:
    """The notes of these cells that stand on the board by themselves."""
    found: dict[Cell, list[Note]] = {cell: [] for cell in cells}
    leads, stages = workshop.remember(lead_of), {stage for stage, _lane in cells}
    for note in workshop.notes.values() if cells else ():
        if note.stage in stages and note.id not in leads:
            inside = found.get(_cell(note))
            if inside is not None:
                inside.append(note)
    return found


def _cell(note: Note) -> Cell:
    return note.stage, note.lane


def _height(note: Note) -> float:
    return float(note.height * STEP)
