"""What a duplicate of a note has in common with it, and where it lies."""

from motworkshop.canvas.placing import Room
from motworkshop.model.edits.notes import Draft
from motworkshop.model.layout import STEP
from motworkshop.model.records import Note, new_id

COPIED = (
    "details", "department", "category", "channel", "control", "moment_type", "emotion",
    "expectation", "experience", "importance", "colour", "picture", "link", "height",
)  # fmt: skip
"""The fields of a note that a duplicate has too."""


def copy_of(note: Note, room: Room) -> Draft:
    """A copy in the free place nearest to the note, which is taken then."""
    cell = (note.stage, note.lane)
    x, y = room.nearest(cell, note.x, note.y, note.height * STEP)
    room.take(cell, x, y, note.height * STEP)
    fields = {name: getattr(note, name) for name in COPIED}
    fields |= {"stage": note.stage, "lane": note.lane, "x": x, "y": y}
    return Draft(note.text, note.author, fields, new_id())
