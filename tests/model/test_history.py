from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.edits.stages import add_stage, edit_stage
from motworkshop.model.limits import LimitError
from motworkshop.model.phases import run_clock
from motworkshop.model.records import Ballot, PhaseClock, PhaseKind, Round, Stage, Turnout
from motworkshop.model.rounds import Terms, start_round
from motworkshop.model.workshop import StaleChangeError

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_undo_and_redo_walk_back_and_forth(room: "Room") -> None:
    states = [room.workshop]
    for name in ("Book", "Fly", "Land"):
        room.stage(name)
        states.append(room.workshop)
    for state in reversed(states[:-1]):
        room.history.undo()
        assert room.workshop == state
    for state in states[1:]:
        room.history.redo()
        assert room.workshop == state


def test_the_lists_of_steps_read_like_sentences(room: "Room") -> None:
    room.stage("Book")
    room.notes("Pays by card", "Gets a receipt")
    room.history.undo()
    assert list(room.history.done) == ["Add stage “Book”"]
    assert list(room.history.undone) == ["Add 2 notes"]
    room.history.undo()
    assert list(room.history.undone) == ["Add stage “Book”", "Add 2 notes"]


def test_undo_and_redo_give_what_is_to_be_saved(room: "Room") -> None:
    done = room.do(add_stage(room.workshop, "Book"))
    assert room.history.undo() == done.inverted()
    assert room.history.redo() == done


def test_with_nothing_to_undo_or_redo_it_says_so(room: "Room") -> None:
    with pytest.raises(RefusedError, match="nothing to undo"):
        room.history.undo()
    with pytest.raises(RefusedError, match="nothing to do again"):
        room.history.redo()


def test_a_new_step_drops_what_was_undone(room: "Room") -> None:
    room.stage("Book")
    room.history.undo()
    room.stage("Fly")
    assert room.history.undone == ()
    assert [stage.name for stage in room.workshop.ordered(Stage)] == ["Fly"]


def test_an_edit_that_changes_nothing_is_no_step_and_keeps_redo(room: "Room") -> None:
    stage = room.stage("Book")
    room.stage("Fly")
    room.history.undo()
    before = room.workshop
    assert not room.do(edit_stage(room.workshop, stage, name="Book"))
    assert room.workshop is before
    assert room.history.undone == ("Add stage “Fly”",)


def test_typing_in_one_note_folds_into_one_step(room: "Room") -> None:
    [note] = room.notes("P")
    for text in ("Pa", "Pay", "Pays"):
        room.do(edit_notes(room.workshop, [note], text=text))
    assert room.history.done == ("Add 1 note", "Change “Pays”")
    room.history.undo()
    assert room.workshop.notes[note].text == "P"
    room.history.redo()
    assert room.workshop.notes[note].text == "Pays"


def test_typing_that_ends_where_it_began_leaves_no_step(room: "Room") -> None:
    [note] = room.notes("Pays")
    for text in ("Pay", "Pays"):
        room.do(edit_notes(room.workshop, [note], text=text))
    assert room.history.done == ("Add 1 note",)


def test_typing_in_another_note_or_after_an_undo_is_a_step_of_its_own(room: "Room") -> None:
    one, other = room.notes("A", "B")
    room.do(edit_notes(room.workshop, [one], text="A1"))
    room.do(edit_notes(room.workshop, [other], text="B1"))
    assert len(room.history.done) == 3
    room.history.undo()
    room.do(edit_notes(room.workshop, [one], text="A2"))
    assert len(room.history.done) == 3
    room.history.undo()
    assert room.workshop.notes[one].text == "A1"


def test_changing_other_fields_of_a_note_does_not_fold(room: "Room") -> None:
    [note] = room.notes("A")
    room.do(edit_notes(room.workshop, [note], emotion=1))
    room.do(edit_notes(room.workshop, [note], emotion=2))
    assert len(room.history.done) == 3


def test_a_step_worked_out_on_an_older_workshop_is_refused_not_overwritten(room: "Room") -> None:
    stage = room.stage("Book")
    older = edit_stage(room.workshop, stage, name="Reserve")
    room.do(edit_stage(room.workshop, stage, name="Order"))
    before, steps = room.workshop, room.history.done
    with pytest.raises(StaleChangeError, match="no longer fits"):
        room.do(older)
    assert room.workshop is before
    assert room.history.done == steps


def test_a_value_beyond_the_limits_never_enters_the_history(room: "Room") -> None:
    before = room.workshop
    with pytest.raises(LimitError):
        room.do(add_stage(room.workshop, "x" * 201))
    assert room.workshop is before
    assert room.history.done == ()


@pytest.mark.parametrize(
    "record",
    [
        Round("r", "Vote"),
        Ballot("b", "r"),
        Turnout("t", "r", "Ann"),
        PhaseClock("c", PhaseKind.VOTE),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_step_that_holds_a_recorded_kind_is_a_fault_of_ours(
    room: "Room", record: Round | Ballot | Turnout | PhaseClock
) -> None:
    change = Change.between([(None, record), (None, Stage("s", "Book"))])
    with pytest.raises(ValueError, match="recorded kind"):
        room.do(Edit("Vote", change))
    with pytest.raises(ValueError, match="not of a recorded kind"):
        room.record(change)
    assert not room.workshop.of(Stage)


def test_recordings_leave_no_step_and_keep_redo(room: "Room") -> None:
    room.notes("A")
    room.stage("Book")
    room.history.undo()
    room.record(start_round(room.workshop, "Vote", Terms()))
    room.record(run_clock(room.workshop, PhaseKind.VOTE, 30))
    assert room.history.done == ("Add 1 note",)
    assert room.history.undone == ("Add stage “Book”",)
    room.history.redo()
    assert [stage.name for stage in room.workshop.ordered(Stage)] == ["Book"]
    room.history.undo()
    assert room.workshop.of(Round)
    assert room.workshop.of(PhaseClock)
