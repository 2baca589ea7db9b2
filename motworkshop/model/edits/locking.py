"""What a lock holds: what is written on a note, where it lies and that it is there.

What the group decides about it later stays free: category, dots, scores, cards, evidence.
"""

from collections.abc import Iterable

from motworkshop.errors import RefusedError
from motworkshop.model.edits.making import quoted
from motworkshop.model.records import Lane, Note, Stage

HELD_FIELDS = frozenset(
    {"text", "details", "author", "department", "channel", "colour", "picture", "link"}
)
"""The fields of a locked note that do not change."""


def refuse_locked(notes: Iterable[Note], purpose: str) -> None:
    """Refuse what a lock forbids, with the number of the first locked note; `purpose` is what
    it would have to be unlocked for: “move it”."""
    for note in notes:
        if note.is_locked:
            raise RefusedError(f"Note {note.number} is locked. Unlock it to {purpose}.")


def refuse_locked_strip(strip: Stage | Lane, purpose: str) -> None:
    """Refuse what a lock forbids to be done with a stage or a lane."""
    if strip.is_locked:
        word = type(strip).__name__
        raise RefusedError(f"{word} {quoted(strip.name)} is locked. Unlock it to {purpose}.")
