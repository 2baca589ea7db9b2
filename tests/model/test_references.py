from typing import TYPE_CHECKING

import pytest

from motworkshop.model.edits.notes import delete_notes, move_notes
from motworkshop.model.edits.people import delete_participant
from motworkshop.model.edits.stages import delete_stage
from motworkshop.model.records import Note, Participant, Place, Stage
from motworkshop.model.references import HeldByRoundError, round_that_holds
from motworkshop.model.rounds import discard_round

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_a_note_on_a_ballot_cannot_be_deleted_and_the_round_is_named(room: "Room") -> None:
    one, other = room.notes("A", "B")
    room.vote({}, notes=[one], title="Second vote")
    before = room.workshop
    with pytest.raises(HeldByRoundError, match=r"Note 1 has a part in the round “Second vote”"):
        room.do(delete_notes(room.workshop, [other, one]))
    assert room.workshop is before
    room.do(delete_notes(room.workshop, [other]))
    assert list(room.workshop.notes) == [one]


def test_undoing_the_notes_on_a_ballot_is_refused_until_the_round_is_discarded(
    room: "Room",
) -> None:
    room.notes("A")
    vote = room.vote({})
    with pytest.raises(HeldByRoundError, match="“Vote”"):
        room.history.undo()
    assert room.history.done == ("Add 1 note",)
    room.record(discard_round(room.workshop, vote))
    room.history.undo()
    assert not room.workshop.notes


def test_a_delete_cannot_be_done_again_once_a_round_refers_to_the_note(room: "Room") -> None:
    notes = room.notes("A", "B")
    room.do(delete_notes(room.workshop, notes[:1]))
    room.history.undo()
    room.vote({}, title="Before lunch")
    with pytest.raises(HeldByRoundError, match="“Before lunch”"):
        room.history.redo()
    assert set(room.workshop.notes) == set(notes)
    assert room.history.undone == ("Delete “A”",)


def test_a_stage_that_holds_a_note_of_a_ballot_cannot_be_deleted(room: "Room") -> None:
    stage, free = room.stage("Book"), room.stage("Fly")
    [note] = room.notes("A", stage=stage)
    room.vote({})
    with pytest.raises(HeldByRoundError, match=r"Stage “Book” has a part in the round “Vote”"):
        room.do(delete_stage(room.workshop, stage))
    room.do(delete_stage(room.workshop, free))
    room.do(move_notes(room.workshop, {note: Place()}))
    room.do(delete_stage(room.workshop, stage))
    assert not room.workshop.of(Stage)


def test_somebody_who_handed_over_stays_on_the_roster_even_if_the_vote_was_secret(
    room: "Room",
) -> None:
    room.notes("A")
    ann, bob = room.people("Ann", "Bob")
    room.vote({ann: {}})
    with pytest.raises(HeldByRoundError, match=r"Participant “Ann” has a part in the round “Vote”"):
        room.do(delete_participant(room.workshop, ann))
    room.do(delete_participant(room.workshop, bob))
    room.history.undo()
    with pytest.raises(HeldByRoundError, match="“Ann”"):
        room.history.undo()


def test_of_two_rounds_the_first_is_named(room: "Room") -> None:
    [note] = room.notes("A")
    room.vote({}, title="First")
    room.vote({}, title="Second")
    holder = round_that_holds(room.workshop, room.workshop.notes[note])
    assert holder is not None
    assert holder.title == "First"


def test_what_no_round_refers_to_is_free(room: "Room") -> None:
    [note] = room.notes("A")
    room.vote({}, notes=[note])
    for record in (Note("x", 9, "B"), Stage("s", "Book"), Participant("p", "Ann")):
        assert round_that_holds(room.workshop, record) is None
    assert round_that_holds(room.workshop, room.workshop.about) is None
