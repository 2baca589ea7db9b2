"""What a script can do on the board: stages, lanes, notes, clusters, categories."""

from collections.abc import Mapping
from typing import Any

from motworkshop.cli.script import arguments as a
from motworkshop.cli.script.verb import Arguments, Verb, with_fields
from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits import categories, clusters, notes, stages
from motworkshop.model.layout import FreePlaces
from motworkshop.model.records import Category, Id, Lane, Note, Place, Stage
from motworkshop.model.workshop import Workshop


def board_verbs() -> dict[str, Verb]:
    """The edits of the board by their public names."""
    return {**_strip_verbs(), **_note_verbs(), **_cluster_verbs(), **_category_verbs()}


def _strip_verbs() -> dict[str, Verb]:
    stage, lane = a.record(Stage), a.record(Lane)
    new: Arguments = {"name": a.text, "definition?": a.text}
    new_stage: Arguments = {**new, "id?": a.text}
    return {
        "add_stage": Verb("Add a stage after the last one.", new_stage, _add_stage),
        "edit_stage": Verb(
            "Change fields of a stage.",
            {"stage": stage, "fields": a.fields_of(Stage)},
            with_fields(stages.edit_stage),
        ),
        "move_stage": Verb(
            "Put a stage at an index, 0 is first.",
            {"stage": stage, "index": a.integer},
            stages.move_stage,
        ),
        "delete_stage": Verb(
            "Remove a stage; its notes go to the parking lot.",
            {"stage": stage},
            stages.delete_stage,
        ),
        "add_lane": Verb("Add a lane below the last one.", new, stages.add_lane),
        "edit_lane": Verb(
            "Change fields of a lane.",
            {"lane": lane, "fields": a.fields_of(Lane)},
            with_fields(stages.edit_lane),
        ),
        "move_lane": Verb(
            "Put a lane at an index, 0 is the top.",
            {"lane": lane, "index": a.integer},
            stages.move_lane,
        ),
        "delete_lane": Verb(
            "Remove a lane; its notes stay in their stages.", {"lane": lane}, stages.delete_lane
        ),
    }


def _note_verbs() -> dict[str, Verb]:
    note, many = a.record(Note), a.list_of(a.record(Note))
    stage, lane, category = a.record(Stage), a.record(Lane), a.record(Category)
    return {
        "add_note": Verb(
            "Add a note, in a free place unless x and y are given.",
            {
                "text": a.text,
                "id?": a.text,
                "stage?": stage,
                "lane?": lane,
                "category?": category,
                "author?": a.person,
                "x?": a.number,
                "y?": a.number,
                "fields?": a.fields_of(Note),
            },
            _add_note,
        ),
        "edit_note": Verb(
            "Change fields of a note.",
            {"note": note, "fields": a.fields_of(Note)},
            lambda workshop, note, fields: notes.edit_notes(workshop, [note], **fields),
        ),
        "move_note": Verb(
            "Move a note to a stage (null: the parking lot), in a free place without x and y.",
            {
                "note": note,
                "stage": a.record_or_null(Stage),
                "lane?": lane,
                "x?": a.number,
                "y?": a.number,
            },
            _move_note,
        ),
        "delete_note": Verb(
            "Delete a note; its evidence goes back to the pool.",
            {"note": note},
            lambda workshop, note: notes.delete_notes(workshop, [note]),
        ),
        "delete_notes": Verb("Delete notes as one step.", {"notes": many}, notes.delete_notes),
        "categorise_note": Verb(
            "Sort a note into a category, or out of any (null).",
            {"note": note, "category": a.record_or_null(Category)},
            lambda workshop, note, category: notes.categorise_notes(workshop, [note], category),
        ),
    }


def _cluster_verbs() -> dict[str, Verb]:
    many = a.list_of(a.record(Note))
    return {
        "merge_notes": Verb(
            "Put notes under a lead note.",
            {"lead": a.record(Note), "others": many},
            clusters.merge_notes,
        ),
        "split_cluster": Verb(
            "Take a cluster apart; give its id or its lead note.",
            {"cluster": a.cluster},
            clusters.split_cluster,
        ),
        "take_out": Verb("Take notes out of their clusters.", {"notes": many}, clusters.take_out),
    }


def _category_verbs() -> dict[str, Verb]:
    category = a.record(Category)
    return {
        "add_category": Verb(
            "Add a category; style is its key, 1 to 8.",
            {"name": a.text, "definition?": a.text, "style?": a.integer},
            categories.add_category,
        ),
        "edit_category": Verb(
            "Change fields of a category.",
            {"category": category, "fields": a.fields_of(Category)},
            with_fields(categories.edit_category),
        ),
        "delete_category": Verb(
            "Remove a category; its notes are without one then.",
            {"category": category},
            categories.delete_category,
        ),
    }


def _add_stage(workshop: Workshop, name: str, definition: str = "", id: Id | None = None) -> Edit:
    return stages.add_stage(workshop, name, definition or "", stage_id=id)


def _add_note(workshop: Workshop, text: str, **values: Any) -> Edit:
    note_id, author = values.pop("id", None), values.pop("author", None)
    fields: Mapping[str, Any] = {**(values.pop("fields", None) or {}), **values}
    if ("x" in fields) != ("y" in fields):
        raise RefusedError("Give both x and y, or neither.")
    return notes.add_note(workshop, notes.Draft(text, author or "", fields, note_id))


def _move_note(
    workshop: Workshop,
    note: Id,
    stage: Id | None,
    lane: Id | None = None,
    x: float | None = None,
    y: float | None = None,
) -> Edit:
    if (x is None) != (y is None):
        raise RefusedError("Give both x and y, or neither.")
    if x is not None and y is not None:
        place = Place(stage, lane, x, y)
    else:
        place = FreePlaces(workshop, [note]).next(stage, lane, workshop.notes[note].height)
    return notes.move_notes(workshop, {note: place})
