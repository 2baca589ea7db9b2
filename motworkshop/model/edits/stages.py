"""Edits of the columns and rows of the board: stages and lanes."""

from dataclasses import replace
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.agreement import plain_name
from motworkshop.model.change import Edit
from motworkshop.model.edits.locking import refuse_locked, refuse_locked_strip
from motworkshop.model.edits.making import (
    edit,
    fresh,
    needed,
    next_position,
    one,
    quoted,
    with_fields,
)
from motworkshop.model.layout import FreePlaces
from motworkshop.model.records import Evidence, Id, Lane, Note, Record, Stage, new_id
from motworkshop.model.workshop import Workshop


def add_stage(
    workshop: Workshop, name: str, definition: str = "", *, stage_id: Id | None = None
) -> Edit:
    """A new stage after the last one."""
    name = _free_name(workshop, Stage, name)
    position = next_position(workshop.of(Stage).values())
    stage = Stage(stage_id or new_id(), name, definition, position)
    return edit(workshop, f"Add stage {quoted(name)}", fresh(workshop, [stage]))


def add_lane(
    workshop: Workshop, name: str, definition: str = "", *, lane_id: Id | None = None
) -> Edit:
    """A new lane below the last one."""
    name = _free_name(workshop, Lane, name)
    lane = Lane(lane_id or new_id(), name, definition, next_position(workshop.of(Lane).values()))
    return edit(workshop, f"Add lane {quoted(name)}", fresh(workshop, [lane]))


def edit_stage(workshop: Workshop, stage: Id, **values: Any) -> Edit:
    """Change the name, definition or flags of a stage."""
    return _edit_strip(workshop, one(workshop, Stage, stage), values)


def edit_lane(workshop: Workshop, lane: Id, **values: Any) -> Edit:
    """Change the name, definition or flags of a lane."""
    return _edit_strip(workshop, one(workshop, Lane, lane), values)


def move_stage(workshop: Workshop, stage: Id, index: int) -> Edit:
    """Put a stage at this index (0 is first) among the stages; no note moves."""
    return _move_strip(workshop, one(workshop, Stage, stage), index)


def move_lane(workshop: Workshop, lane: Id, index: int) -> Edit:
    """Put a lane at this index (0 is the top) among the lanes."""
    return _move_strip(workshop, one(workshop, Lane, lane), index)


def delete_stage(workshop: Workshop, stage: Id) -> Edit:
    """Remove a stage; its notes go to the parking lot, its evidence to the pool."""
    gone = one(workshop, Stage, stage)
    inside = [note for note in workshop.notes.values() if note.stage == stage]
    refuse_locked_strip(gone, "remove it")
    refuse_locked(inside, "remove its stage")
    places = FreePlaces(workshop, (note.id for note in inside))
    loose: list[Record] = [
        replace(proof, stage=None)
        for proof in workshop.of(Evidence).values()
        if proof.stage == stage
    ]
    loose += [_parked(note, places) for note in sorted(inside, key=lambda note: note.number)]
    return edit(workshop, f"Remove stage {quoted(gone.name)}", loose, [gone])


def delete_lane(workshop: Workshop, lane: Id) -> Edit:
    """Remove a lane; its notes stay in their stages, in no lane."""
    gone = one(workshop, Lane, lane)
    inside = [note for note in workshop.notes.values() if note.lane == lane]
    refuse_locked_strip(gone, "remove it")
    refuse_locked(inside, "remove its lane")
    places = FreePlaces(workshop, (note.id for note in inside))
    moved = []
    for note in sorted(inside, key=lambda note: note.number):
        place = places.next(note.stage, None, note.height)
        moved.append(replace(note, lane=None, x=place.x, y=place.y))
    return edit(workshop, f"Remove lane {quoted(gone.name)}", moved, [gone])


def _parked(note: Note, places: FreePlaces) -> Note:
    place = places.next(None, None, note.height)
    return replace(note, stage=None, lane=None, x=place.x, y=place.y)


def _edit_strip(workshop: Workshop, strip: Stage | Lane, values: dict[str, Any]) -> Edit:
    word = type(strip).__name__.lower()
    if values.keys() & {"name", "definition"} and values.get("is_locked", True):
        refuse_locked_strip(strip, "change it")
    if "name" in values:
        values["name"] = needed(values["name"], f"name of the {word}")
        if plain_name(values["name"]) != plain_name(strip.name):
            values["name"] = _free_name(workshop, type(strip), values["name"])
    changed = with_fields(strip, values, fixed=("position",))
    return edit(workshop, f"Change {word} {quoted(strip.name)}", [changed])


def _move_strip(workshop: Workshop, strip: Stage | Lane, index: int) -> Edit:
    refuse_locked_strip(strip, "move it")
    kind: type[Stage] | type[Lane] = type(strip)
    others: list[Stage | Lane] = [item for item in workshop.ordered(kind) if item.id != strip.id]
    others.insert(max(0, min(index, len(others))), strip)
    moved = [replace(item, position=place) for place, item in enumerate(others, start=1)]
    return edit(workshop, f"Move {kind.__name__.lower()} {quoted(strip.name)}", moved)


def _free_name(workshop: Workshop, kind: type[Stage] | type[Lane], name: str) -> str:
    word = kind.__name__.lower()
    name = needed(name, f"name of the {word}")
    strips: list[Stage | Lane] = list(workshop.of(kind).values())
    if any(plain_name(strip.name) == plain_name(name) for strip in strips):
        raise RefusedError(f"There is a {word} {quoted(name)} already.")
    return name
