"""Edits that lay the notes of whole stages in order."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from itertools import groupby

from motworkshop.errors import RefusedError
from motworkshop.model.arranged import flowed
from motworkshop.model.change import Edit
from motworkshop.model.edits.making import edit, one, quoted
from motworkshop.model.reading import in_reading_order
from motworkshop.model.records import Category, Id, Note, Stage
from motworkshop.model.room import Box, box_of
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import tally_of
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, visible_notes

Cell = tuple[Id | None, Id | None]


class Order(StrEnum):
    """In which order the notes of a stage are laid."""

    CATEGORY = "category"
    DOTS = "dots"
    NUMBER = "number"


def arrange_stages(workshop: Workshop, stages: Iterable[Id | None], order: Order) -> Edit:
    """Lay the notes of these stages (None: the parking lot) two by two, in this order.

    Every lane is laid by itself, every category begins a new row; locked notes stay and the
    others flow around them. By dots is by those of the deciding round.
    """
    wanted = list(dict.fromkeys(stages))
    names = ["the parking lot" if key is None else _named(workshop, key) for key in wanted]
    groups_of = _Grouping(workshop, order)
    moved: list[Note] = []
    for cell, notes in by_cell(visible_notes(workshop)).items():
        if cell[0] in wanted:
            free = [note for note in notes if not note.is_locked]
            locked = [box_of(note) for note in notes if note.is_locked]
            moved += lying_at(free, flowed(groups_of(free), locked))
    what = names[0] if len(names) == 1 else counted(len(names), "stage")
    return edit(workshop, f"Arrange {what} by {order.value}", moved)


def close_gaps(workshop: Workshop, stages: Iterable[Id | None]) -> Edit:
    """Let the notes of these stages (None: the parking lot) close up, in the order in which one
    reads them: what was merged leaves no hole then. Locked notes stay."""
    wanted = list(dict.fromkeys(stages))
    names = ["the parking lot" if key is None else _named(workshop, key) for key in wanted]
    moved: list[Note] = []
    for cell, notes in by_cell(visible_notes(workshop)).items():
        if cell[0] in wanted:
            free = [note for note in in_reading_order(notes, {}) if not note.is_locked]
            locked = [box_of(note) for note in notes if note.is_locked]
            moved += lying_at(free, flowed([[box_of(note) for note in free]], locked))
    what = names[0] if len(names) == 1 else counted(len(names), "stage")
    return edit(workshop, f"Close the gaps in {what}", moved)


def lying_at(notes: Iterable[Note], places: Mapping[Id, tuple[float, float]]) -> list[Note]:
    """Those of the notes that have a place here, lying there."""
    return [
        replace(note, x=places[note.id][0], y=places[note.id][1])
        for note in notes
        if note.id in places
    ]


def by_cell(notes: Iterable[Note]) -> dict[Cell, list[Note]]:
    """Notes by the stage and lane in which they lie."""
    found: dict[Cell, list[Note]] = {}
    for note in notes:
        found.setdefault((note.stage, note.lane), []).append(note)
    return found


def _named(workshop: Workshop, stage: Id) -> str:
    return f"stage {quoted(one(workshop, Stage, stage).name)}"


class _Grouping:
    """Sorts the notes of a cell into groups, each of which begins a new row."""

    def __init__(self, workshop: Workshop, order: Order) -> None:
        self._order = order
        ordered = [key.id for key in workshop.ordered(Category)]
        self._places = {key: place for place, key in enumerate([*ordered, None])}
        self._dots = _dots(workshop) if order is Order.DOTS else {}

    def __call__(self, notes: Iterable[Note]) -> list[list[Box]]:
        if self._order is Order.CATEGORY:
            ordered = sorted(notes, key=lambda note: (self._group(note), note.number))
            return [
                [box_of(note) for note in inside] for _key, inside in groupby(ordered, self._group)
            ]
        ordered = sorted(notes, key=lambda note: (-self._dots.get(note.id, 0), note.number))
        return [[box_of(note) for note in ordered]]

    def _group(self, note: Note) -> int:
        return self._places[note.category]


def _dots(workshop: Workshop) -> dict[Id, int]:
    vote = deciding_round(workshop)
    if vote is None:
        raise RefusedError("No vote is closed yet. Arrange by dots when there are some.")
    return {line.note: line.dots for line in tally_of(workshop, vote).lines}
