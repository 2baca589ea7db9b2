"""Edits that give notes an edge in common, or equal distances."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.arranging import by_cell, lying_at
from motworkshop.model.edits.locking import refuse_locked
from motworkshop.model.edits.making import edit, one
from motworkshop.model.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH, STEP
from motworkshop.model.records import Id, Note
from motworkshop.model.room import Box, box_of, made_room, settled
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, visible_notes


class Edge(StrEnum):
    """What aligned notes have in common."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Axis(StrEnum):
    """In which direction distances become equal."""

    ACROSS = "across"
    DOWN = "down"


ACROSS = (Edge.LEFT, Edge.CENTRE, Edge.RIGHT)


def align_notes(workshop: Workshop, notes: Iterable[Id], edge: Edge) -> Edit:
    """Give notes an edge or a middle in common, each within its stage.

    Left, centre and right are places in a stage; top, middle and bottom heights of a row. Those
    that would lie on one another come to lie below or beside one another, others make room.
    """
    chosen = _chosen(workshop, notes, 2, "align")
    moved = _aligned_across(chosen, edge) if edge in ACROSS else _aligned_down(chosen, edge)
    label = f"Align {counted(len(chosen), 'note')} at the {edge.value}"
    return _put(workshop, label, moved)


def distribute_notes(workshop: Workshop, notes: Iterable[Id], axis: Axis) -> Edit:
    """Make the distances equal between notes below one another (`DOWN`) or beside one another.

    The first and the last one stay, unless there is no room between them. Two notes alone have
    nothing to be distributed.
    """
    chosen = _chosen(workshop, notes, 3, "distribute")
    spread = _spread_down if axis is Axis.DOWN else _spread_across
    lines = [line for inside in by_cell(chosen).values() for line in _lines(inside, axis)]
    lines = [line for line in lines if len(line) > 2]
    if not lines:
        where = "below" if axis is Axis.DOWN else "beside"
        raise RefusedError(f"Select at least 3 notes that lie {where} one another.")
    label = f"Distribute {counted(sum(map(len, lines)), 'note')} {axis.value}"
    return _put(workshop, label, [box for line in lines for box in spread(line)])


def _chosen(workshop: Workshop, notes: Iterable[Id], least: int, purpose: str) -> list[Note]:
    chosen = [one(workshop, Note, note) for note in dict.fromkeys(notes)]
    if len(chosen) < least:
        raise RefusedError(f"Select at least {counted(least, 'note')} to {purpose}.")
    refuse_locked(chosen, "move it")
    return chosen


def _put(workshop: Workshop, label: str, boxes: Iterable[Box]) -> Edit:
    """Lay notes there, not on locked ones and not on one another; others go down for them."""
    wanted = {box.note: box for box in boxes}
    moved: list[Note] = []
    for notes in by_cell(visible_notes(workshop)).values():
        inside = [wanted[note.id] for note in notes if note.id in wanted]
        if not inside:
            continue
        others = [box_of(note) for note in notes if note.id not in wanted]
        placed = settled(inside, [box for box in others if box.is_locked])
        asides = made_room(placed, others)
        places = {box.note: (box.x, box.y) for box in placed}
        places |= {box.note: (box.x, asides[box.note]) for box in others if box.note in asides}
        moved += lying_at(notes, places)
    return edit(workshop, label, moved)


def _aligned_across(notes: Sequence[Note], edge: Edge) -> list[Box]:
    xs = [note.x for note in notes]
    x = {Edge.LEFT: min(xs), Edge.RIGHT: max(xs)}.get(edge, float(round((min(xs) + max(xs)) / 2)))
    return [replace(box_of(note), x=x) for note in notes]


def _aligned_down(notes: Sequence[Note], edge: Edge) -> list[Box]:
    """Row by row, as the cells of a row begin at one height; the parking lot is by itself."""
    found: list[Box] = []
    rows: dict[tuple[bool, Id | None], list[Note]] = {}
    for note in notes:
        rows.setdefault((note.stage is None, note.lane), []).append(note)
    for row in rows.values():
        top = min(note.y for note in row)
        bottom = max(note.y + note.height * STEP for note in row)
        for inside in by_cell(row).values():
            found += _side_by_side([_hung(box_of(note), edge, top, bottom) for note in inside])
    return found


def _hung(box: Box, edge: Edge, top: float, bottom: float) -> Box:
    if edge is Edge.TOP:
        return replace(box, y=top)
    if edge is Edge.BOTTOM:
        return replace(box, y=bottom - box.height)
    return replace(box, y=float(round((top + bottom - box.height) / 2)))


def _side_by_side(boxes: Iterable[Box]) -> list[Box]:
    """From the left, none on the one before."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.x):
        least = found[-1].x + NOTE_WIDTH + GAP if found else box.x
        found.append(replace(box, x=max(box.x, least)))
    return found


def _lines(notes: Iterable[Note], axis: Axis) -> list[list[Box]]:
    """Notes of a cell that lie below one another, or beside one another."""
    place: Callable[[Box], float] = (lambda box: box.x) if axis is Axis.DOWN else lambda box: box.y
    reach = (NOTE_WIDTH if axis is Axis.DOWN else NOTE_HEIGHT) / 2
    found: list[list[Box]] = []
    for box in sorted(map(box_of, notes), key=place):
        if found and place(box) - place(found[-1][0]) < reach:
            found[-1].append(box)
        else:
            found.append([box])
    return found


def _spread_down(boxes: Sequence[Box]) -> list[Box]:
    ordered = sorted(boxes, key=lambda box: box.y)
    between = ordered[-1].y - ordered[0].bottom - sum(box.height for box in ordered[1:-1])
    gap = max(float(GAP), between / (len(ordered) - 1))
    found, top = ordered[:1], ordered[0].y
    for before, box in pairwise(ordered):
        top += before.height + gap
        found.append(replace(box, y=float(round(top))))
    return found


def _spread_across(boxes: Sequence[Box]) -> list[Box]:
    ordered = sorted(boxes, key=lambda box: box.x)
    pitch = (ordered[-1].x - ordered[0].x) / (len(ordered) - 1)
    pitch = max(float(NOTE_WIDTH + GAP), pitch)
    return [
        replace(box, x=float(round(ordered[0].x + place * pitch)))
        for place, box in enumerate(ordered)
    ]
