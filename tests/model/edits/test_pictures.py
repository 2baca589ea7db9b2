"""Pictures on notes: the note makes room, and none stays in the file that lies nowhere."""

from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.notes import delete_notes, edit_notes
from motworkshop.model.edits.pictures import put_picture, take_pictures
from motworkshop.model.limits import PICTURE_BYTES
from motworkshop.model.records import Id, Picture
from motworkshop.model.text_room import PICTURE_STEPS

if TYPE_CHECKING:
    from tests.model.conftest import Room


def picture(key: Id = "one", content: bytes = b"\x89PNG") -> Picture:
    return Picture(key, "image/png", content, 4, 3)


def test_a_note_grows_for_its_picture_and_shrinks_again(room: "Room") -> None:
    [note] = room.notes("Pays")
    before = room.workshop
    room.do(put_picture(before, note, picture()))
    assert room.workshop.notes[note].height == 3 + PICTURE_STEPS
    assert list(room.workshop.of(Picture)) == ["one"]
    room.do(take_pictures(room.workshop, [note]))
    assert room.workshop == before


def test_another_picture_takes_the_place_of_the_first(room: "Room") -> None:
    [note] = room.notes("Pays")
    room.do(put_picture(room.workshop, note, picture()))
    room.do(put_picture(room.workshop, note, picture("two")))
    assert room.workshop.notes[note].height == 3 + PICTURE_STEPS
    assert list(room.workshop.of(Picture)) == ["two"]
    room.history.undo()
    assert list(room.workshop.of(Picture)) == ["one"]


def test_a_picture_stays_as_long_as_it_lies_on_a_note(room: "Room") -> None:
    first, second = room.notes("Pays", "Waits")
    room.do(put_picture(room.workshop, first, picture()))
    room.do(edit_notes(room.workshop, [second], picture="one"))
    room.do(delete_notes(room.workshop, [first]))
    assert list(room.workshop.of(Picture)) == ["one"]
    room.do(delete_notes(room.workshop, [second]))
    assert not room.workshop.of(Picture)
    room.history.undo()
    assert list(room.workshop.of(Picture)) == ["one"]


def test_another_text_leaves_the_room_of_the_picture(room: "Room") -> None:
    [note] = room.notes("Pays")
    room.do(put_picture(room.workshop, note, picture()))
    room.do(edit_notes(room.workshop, [note], text="The page asks for three things. " * 7))
    high = room.workshop.notes[note].height
    room.do(take_pictures(room.workshop, [note]))
    assert room.workshop.notes[note].height == high - PICTURE_STEPS > 3


def test_what_cannot_be_is_refused_in_words(room: "Room") -> None:
    [note] = room.notes("Pays")
    with pytest.raises(RefusedError, match="PNG or a JPEG"):
        put_picture(room.workshop, note, Picture("x", "image/svg+xml", b"<svg", 1, 1))
    with pytest.raises(RefusedError, match="larger than 20 MB"):
        room.do(put_picture(room.workshop, note, picture(content=bytes(PICTURE_BYTES + 1))))
    with pytest.raises(RefusedError, match="has a picture"):
        take_pictures(room.workshop, [note])
    room.do(edit_notes(room.workshop, [note], is_locked=True))
    with pytest.raises(RefusedError, match="is locked"):
        put_picture(room.workshop, note, picture())
