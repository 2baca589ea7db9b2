"""What a duplicate of a note has in common with it."""

from motworkshop.model.edits.notes import Draft
from motworkshop.model.records import Note, Place, new_id

COPIED = (
    "details", "department", "category", "channel", "control", "moment_type", "emotion",
    "expectation", "experience", "importance", "colour", "picture", "link", "height",
)  # fmt: skip
"""The fields of a note that a duplicate has too."""


def copy_at(note: Note, place: Place) -> Draft:
    """A copy of a note that lies elsewhere."""
    fields = {name: getattr(note, name) for name in COPIED}
    fields |= {"stage": place.stage, "lane": place.lane, "x": place.x, "y": place.y}
    return Draft(note.text, note.author, fields, new_id())
