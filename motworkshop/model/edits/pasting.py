"""Edits that put what was copied on to the board: lines of text, and notes of a workshop."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from motworkshop.errors import RefusedError
from motworkshop.model.agreement import plain_name
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.making import edit, quoted
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.excerpt import SAME, CopiedNote, Excerpt
from motworkshop.model.pasting import cut
from motworkshop.model.quick_line import line_reader
from motworkshop.model.records import Category, Id, Lane, Picture, Stage, new_id
from motworkshop.model.voting import counted, person_named
from motworkshop.model.workshop import Workshop

FindPlace: TypeAlias = Callable[[Id | None, Id | None, float, float, int], tuple[float, float]]
"""A free x and y in the cell of a stage and lane, near the ones given, for so many steps."""


def paste_lines(
    workshop: Workshop, lines: Iterable[str], stage: Id | None, lane: Id | None
) -> Edit:
    """A note of each line in free places of this cell, or of the stage that the line names."""
    reader = workshop.remember(line_reader)
    drafts: list[Draft] = []
    for line in lines:
        read = reader.read(cut(line))
        if read.text:
            fields = {
                "stage": read.stage or stage,
                "lane": lane if read.stage or stage else None,
                "category": read.category,
            }
            drafts.append(Draft(read.text, read.author, fields))
    if not drafts:
        raise RefusedError("There is no text to paste.")
    return replace(add_notes(workshop, drafts), label=_label(draft.text for draft in drafts))


def paste_notes(workshop: Workshop, excerpt: Excerpt, find: FindPlace | None = None) -> Edit:
    """Copied notes as new ones, with numbers of their own.

    Stage, lane, category and author are found by name; a note whose stage is not here is parked.
    """
    pictures = [
        Picture(new_id(), one.media_type, one.content, one.width, one.height)
        for one in excerpt.pictures
    ]
    homes = _Homes(workshop)
    drafts = [_draft(workshop, note, homes, pictures, find) for note in excerpt.notes]
    if not drafts:
        raise RefusedError("There is no note to paste.")
    frame = edit(workshop, "", pictures).change
    with_frame = workshop.applied(frame)
    made = add_notes(with_frame, drafts).change
    merged = _merged(with_frame.applied(made), excerpt.notes, [draft.id or "" for draft in drafts])
    return Edit(_label(note.text for note in excerpt.notes), frame.then(made).then(merged))


class _Homes:
    """The stages, lanes and categories of a workshop by name."""

    def __init__(self, workshop: Workshop) -> None:
        kinds: tuple[type[Stage | Lane | Category], ...] = (Stage, Lane, Category)
        self._ids: dict[type, dict[str, Id]] = {
            kind: {plain_name(one.name): one.id for one in workshop.ordered(kind)} for kind in kinds
        }

    def find(self, kind: type[Stage | Lane | Category], name: str) -> Id | None:
        return self._ids[kind].get(plain_name(name)) if name else None


def _draft(
    workshop: Workshop,
    note: CopiedNote,
    homes: _Homes,
    pictures: Sequence[Picture],
    find: FindPlace | None,
) -> Draft:
    stage = homes.find(Stage, note.stage)
    lane = homes.find(Lane, note.lane) if stage else None
    fields: dict[str, Any] = {name: getattr(note, name) for name in SAME}
    fields |= {"stage": stage, "lane": lane, "category": homes.find(Category, note.category)}
    fields["picture"] = pictures[note.picture].id if note.picture is not None else None
    if note.under is not None:  # out of sight, so it takes no room
        fields |= {"x": note.x, "y": note.y}
    elif find is not None:
        fields["x"], fields["y"] = find(stage, lane, note.x, note.y, note.height)
    return Draft(note.text, person_named(workshop, note.author), fields, new_id())


def _merged(workshop: Workshop, notes: Sequence[CopiedNote], ids: Sequence[Id]) -> Change:
    """Put the members of copied clusters under their leads again."""
    members: dict[Id, list[Id]] = {}
    for note, key in zip(notes, ids, strict=True):
        if note.under is not None:
            members.setdefault(ids[note.under], []).append(key)
    return Change.between(
        pair
        for lead, others in members.items()
        for pair in merge_notes(workshop, lead, others).change
    )


def _label(texts: Iterable[str]) -> str:
    several = list(texts)
    if len(several) == 1:
        return f"Paste note {quoted(several[0])}"
    return f"Paste {counted(len(several), 'note')}"
