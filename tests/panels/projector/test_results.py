"""What the wall shows of a round: result, ties, run-off and decision."""

import pytest
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.moments import decide
from motworkshop.model.records import (
    Decision,
    PhaseKind,
    Round,
)
from motworkshop.model.rounds import (
    Terms,
    close_round,
    deciding_round,
    discard_round,
    hand_over,
    start_run_off,
)
from motworkshop.model.workshop import Workshop
from tests.panels.projector.wall_room import (
    note_id,
    open_vote,
    put_up,
    tied,
    workshop_with_notes,
)


def test_the_result_gives_long_texts_the_room_that_they_need(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.REVEAL)
    assert "Sees the delay on the board, nobody explains it" in room.read().splitlines()


def test_an_open_round_says_that_dots_can_be_seen(qtbot: QtBot) -> None:
    room = put_up(qtbot, open_vote(workshop_with_notes(), is_secret=False)[0])
    room.view.show_phase(PhaseKind.VOTE)
    read = room.read()
    assert "everybody may see" in read
    assert "Nobody sees your dots" not in read
    assert "3 dots each, at most 2 on one note." in read


def test_the_result_is_told_with_its_tie_in_words(qtbot: QtBot) -> None:
    room = put_up(qtbot, tied(workshop_with_notes()))
    room.view.show_phase(PhaseKind.REVEAL)
    lines = room.read().splitlines()
    assert "3 notes are tied for 1 place. They are 2, 3 and 4." in lines
    assert "1 in so far" in lines
    assert lines.count("tied") == 3
    assert "from 2" in lines


def test_a_run_off_hides_the_bars_until_it_is_closed(qtbot: QtBot) -> None:
    base = tied(workshop_with_notes())
    vote = deciding_round(base)
    assert vote is not None
    room = put_up(qtbot, base)
    room.view.show_phase(PhaseKind.REVEAL)
    room.read()
    room.document.record(start_run_off(base, vote, "Run-off", Terms("Which one?", 1, 1, 1)))
    read = room.read()
    assert "Which one?" in read
    assert "Run-off between 2, 3 and 4." in read
    assert "1 dot each." in read
    assert "Payment declined" not in read
    now = room.document.workshop
    run_off = next(one for one in now.of(Round).values() if one.run_off_of)
    room.document.record(hand_over(now, run_off, "Ann", {note_id(now, "Bag lost"): 1}))
    room.document.record(close_round(room.document.workshop, run_off))
    lines = room.read().splitlines()
    assert "in by run-off" in lines
    assert "the cut: 2 are in" in lines
    assert "Tied for place 2. The run-off chose 2." in lines
    assert "Run-off: 1 dot for 2, 0 for 3 and 0 for 4." in lines


@pytest.mark.parametrize("reason", ["Safety first", "It cannot be put right afterwards. " * 40])
def test_a_decision_is_told_with_its_reason_below_the_notes_that_it_was_about(
    qtbot: QtBot, reason: str
) -> None:
    room = put_up(qtbot, tied(workshop_with_notes()))
    vote = deciding_round(room.document.workshop)
    assert vote is not None
    lost = [note_id(room.document.workshop, text) for text in ("Bag lost", "Gate changed")]
    chosen = {note_id(room.document.workshop, "Seat broken"): Decision.IN}
    decisions = chosen | dict.fromkeys(lost, Decision.OUT)
    room.document.do(decide(room.document.workshop, vote, decisions, reason))
    room.view.show_phase(PhaseKind.REVEAL)
    read = " ".join(room.read().split())
    assert "Tied for place 2. The group decided for 3." in read
    assert f"Because: {reason[:30]}" in read
    assert "in by decision" in read
    assert read.count("out by decision") == 2
    assert ("…" in read) == (len(reason) > 100)


def test_the_decided_result_ends_at_the_cut(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.REVEAL)
    lines = room.read().splitlines()
    assert "the cut: 10 are in" in lines
    assert "Family is seated apart at the gate" in lines
    assert "tied" not in lines
    assert "Tied for place 10. The run-off chose 34." in lines


def test_another_round_can_be_shown_but_never_an_open_one(qtbot: QtBot, sample: Workshop) -> None:
    run_off = next(one for one in sample.of(Round).values() if one.run_off_of)
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.REVEAL)
    room.view.show_round(run_off.id)
    assert run_off.question in room.read()
    room.document.record(discard_round(room.document.workshop, run_off))
    assert "Which moments make or break the promise?" in room.read()
