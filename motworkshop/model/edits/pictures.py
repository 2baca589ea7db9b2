"""Edits of the pictures that lie on notes."""

from collections.abc import Iterable
from dataclasses import replace

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.locking import refuse_locked
from motworkshop.model.edits.making import edit, fresh, one
from motworkshop.model.limits import MEDIA_TYPES
from motworkshop.model.records import Id, Note, Picture
from motworkshop.model.text_room import PICTURE_STEPS
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop


def put_picture(workshop: Workshop, note: Id, picture: Picture) -> Edit:
    """Lay a picture on a note, in place of the one that lay there; the note makes room for it."""
    if picture.media_type not in MEDIA_TYPES:
        raise RefusedError("A picture on a note is a PNG or a JPEG.")
    old = one(workshop, Note, note)
    refuse_locked([old], "put a picture on it")
    height = old.height + (PICTURE_STEPS if old.picture is None else 0)
    new = replace(old, picture=picture.id, height=height)
    made = fresh(workshop, [picture])
    gone = _unused(workshop, [old])
    return edit(workshop, f"Put a picture on note {old.number}", [*made, new], gone)


def take_pictures(workshop: Workshop, notes: Iterable[Id]) -> Edit:
    """Take the pictures off these notes, which give back the room."""
    old = [one(workshop, Note, note) for note in notes]
    with_picture = [note for note in old if note.picture is not None]
    if not with_picture:
        raise RefusedError("None of these notes has a picture.")
    refuse_locked(with_picture, "take its picture off")
    bare = [
        replace(note, picture=None, height=max(1, note.height - PICTURE_STEPS))
        for note in with_picture
    ]
    what = f"note {bare[0].number}" if len(bare) == 1 else counted(len(bare), "note")
    label = f"Take the picture{'s' if len(bare) > 1 else ''} off {what}"
    return edit(workshop, label, bare, _unused(workshop, with_picture))


def _unused(workshop: Workshop, leaving: Iterable[Note]) -> list[Picture]:
    return unused_pictures(workshop, {note.id for note in leaving})


def unused_pictures(workshop: Workshop, leaving: set[Id]) -> list[Picture]:
    """The pictures that lie on these notes and on no others."""
    pictures = workshop.of(Picture)
    if not pictures:
        return []
    gone = {workshop.notes[note].picture for note in leaving}
    kept = {note.picture for note in workshop.notes.values() if note.id not in leaving}
    return [pictures[key] for key in sorted(one for one in gone - kept if one is not None)]
