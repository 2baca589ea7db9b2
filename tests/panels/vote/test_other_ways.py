from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QSpinBox, QToolButton

from motworkshop.model.records import Ballot, Count, Participant, Round
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round, start_run_off
from motworkshop.model.tally import tally_of

if TYPE_CHECKING:
    from tests.panels.vote.conftest import MakeRoom, VoteRoom

Key = Qt.Key


def paper(room: "VoteRoom") -> None:
    room.start()
    room.click("Enter paper ballots")
    room.click("Only the voter can see it – go on")


def spin(room: "VoteRoom", name: str) -> QSpinBox:
    fields = room.window.findChildren(QSpinBox)
    return next(one for one in fields if one.accessibleName() == name and one.isVisible())


def test_in_an_open_round_a_name_is_picked_and_stands_on_the_ballot(room: "VoteRoom") -> None:
    room.start(is_secret=False)
    room.click("Bo")
    assert "Everyone can see this screen" not in room.seen()
    room.click_row("Kind crew")
    room.click("Hand over")
    assert [room.workshop.name_of(ballot.voter) for ballot in room.ballots] == ["Bo"]
    assert "Next: Ann" in room.seen()


def test_paper_ballots_are_entered_by_their_numbers_one_after_the_other(room: "VoteRoom") -> None:
    paper(room)
    room.type("1 3")
    room.press(Key.Key_Return)
    assert room.row("Late bag").accessibleName().endswith("1 dot")
    room.press(Key.Key_Return)
    assert "Paper ballot 1 is in." in room.seen()
    room.type("4x2")
    room.press(Key.Key_Return, Key.Key_Return)
    assert room.voters == ["Paper ballot 1", "Paper ballot 2"]
    given = [room.dots(ballot) for ballot in room.ballots]
    assert sorted(given, key=len) == [{"Lost card": 2}, {"Late bag": 1, "Cold soup": 1}]


def test_a_number_that_is_not_on_the_ballot_is_refused_and_nothing_is_given(
    room: "VoteRoom",
) -> None:
    paper(room)
    room.type("1 99")
    room.press(Key.Key_Return)
    assert "There is no note 99 on this ballot." in room.seen()
    assert all(row.endswith("0 dots") for row in room.rows())
    room.field("Note numbers with a tick").clear()
    room.type("1 soup")
    room.press(Key.Key_Return)
    assert "“soup” is no number." in room.seen()


def test_a_paper_ballot_with_more_dots_than_the_budget_keeps_to_it_and_says_so(
    room: "VoteRoom",
) -> None:
    paper(room)
    room.type("1 2 3 4")
    room.press(Key.Key_Return)
    assert "All 3 dots are given." in room.seen()


def test_a_paper_ballot_may_bear_a_name_or_a_number(room: "VoteRoom") -> None:
    paper(room)
    QTest.keyClicks(room.field("Number or name on the ballot"), "bo")
    room.click("Take in this ballot")
    QTest.keyClicks(room.field("Number or name on the ballot"), "07")
    room.click("Take in this ballot")
    assert room.voters == ["Bo", "Paper ballot 7"]
    QTest.keyClicks(room.field("Number or name on the ballot"), "Bo")
    room.click_row("Late bag")
    room.click("Take in this ballot")
    assert room.refusals == ["Bo has handed over already."]
    assert room.row("Late bag").accessibleName().endswith("1 dot")


def test_totals_counted_by_hand_are_taken_in_with_the_number_of_voters(room: "VoteRoom") -> None:
    room.start()
    room.click("Enter totals counted by hand")
    spin(room, "Dots on 1: Late bag").setValue(5)
    spin(room, "Dots on 4: Lost card").setValue(2)
    spin(room, "How many people voted").setValue(9)
    assert "7 dots in all" in room.seen()
    room.click("Take in the count")
    assert room.wanted[-1] is False
    counts = {count.note: count.dots for count in room.workshop.of(Count).values()}
    assert counts == {room.note("Late bag").id: 5, room.note("Lost card").id: 2}
    assert room.vote.voters == 9
    assert "A count of 9 voters is in" in room.seen()


def test_a_second_count_starts_empty_because_the_round_is_still_secret(room: "VoteRoom") -> None:
    room.start()
    room.click("Enter totals counted by hand")
    spin(room, "Dots on 1: Late bag").setValue(5)
    room.click("Take in the count")
    room.click("Enter totals counted by hand")
    assert spin(room, "Dots on 1: Late bag").value() == 0
    assert "There is a count already; this one takes its place." in room.seen()
    spin(room, "Dots on 2: Kind crew").setValue(1)
    room.click("Take in the count")
    assert [count.dots for count in room.workshop.of(Count).values()] == [1]


def test_closing_tells_who_has_not_voted_and_asks(room: "VoteRoom") -> None:
    room.start(is_secret=False)
    room.click("Ann")
    room.click("Give no dots")
    room.click("Close the round")
    assert "Bo and Cy have not voted." in room.seen()
    assert room.is_open()
    room.click("Keep it open")
    assert room.focused() is room.button("Close the round")
    room.click("Close the round")
    room.click("Close the round anyway")
    assert not room.is_open()


def test_a_closed_round_can_be_opened_again_and_be_discarded(room: "VoteRoom") -> None:
    room.start()
    room.document.record(close_round(room.workshop, room.vote))
    room.click("Reopen Vote")
    assert "What was handed over stays" in room.seen()
    assert "may come out otherwise" not in room.seen(), "nobody gave a dot, so it decided nothing"
    room.click("Leave it closed")
    assert not room.is_open()
    room.click("Reopen Vote")
    room.click("Reopen the round")
    assert room.is_open()
    room.document.record(close_round(room.workshop, room.vote))
    more = room.button("More about Vote")
    assert isinstance(more, QToolButton)
    (delete,) = more.menu().actions()
    assert delete.text() == "Discard the round…"
    delete.trigger()
    assert room.workshop.of(Round), "it is asked first"
    room.click("Discard the round")
    assert not room.workshop.of(Round)


def test_reopening_says_what_hangs_on_the_round(room: "VoteRoom") -> None:
    room.start()
    note = room.workshop.notes[room.vote.notes[0]]
    (ann, *_others) = room.workshop.of(Participant)
    room.document.record(hand_over(room.workshop, room.vote, ann, {note.id: 1}))
    room.document.record(close_round(room.workshop, room.vote))
    room.click("Reopen Vote")
    assert "its dots are hidden everywhere" in room.seen()
    assert "may come out otherwise: 1 moment of truth" in room.seen()
    assert "What you wrote on the cards is kept." in room.seen()
    room.click("Reopen the round")
    assert room.is_open()


def test_what_cannot_be_reopened_is_not_asked(room: "VoteRoom") -> None:
    terms = Terms("Which?", 1, 1, 1, True)
    room.document.record(start_round(room.workshop, "Vote", terms))
    for person, note in zip(room.workshop.of(Participant), room.vote.notes[:2], strict=False):
        room.document.record(hand_over(room.workshop, room.vote, person, {note: 1}))
    first = room.vote
    room.document.record(close_round(room.workshop, first))
    closed = room.workshop.of(Round)[first.id]
    room.document.record(start_run_off(room.workshop, closed, "Run-off", terms))
    run_off = next(one for one in room.workshop.of(Round).values() if one.title == "Run-off")
    room.document.record(close_round(room.workshop, run_off))
    room.click("Reopen Vote")
    assert room.refusals == ["The run-off “Run-off” stands on “Vote”. Discard that one first."]
    assert "Reopen the round" not in room.seen()


def test_while_a_secret_round_is_open_no_dots_can_be_read_anywhere(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    room.click_row("Late bag")
    room.click_row("Late bag")
    room.click("Hand over")
    seen = room.seen()
    assert "Late bag" not in seen
    assert "2 dots" not in seen
    assert len(room.workshop.of(Ballot)) == 1


def test_the_ballot_is_saved_as_a_pdf_to_print(
    room: "VoteRoom", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def choose(*given: Any) -> tuple[str, str]:
        asked.append(given[2])
        return str(tmp_path / "ballot"), "PDF (*.pdf)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    room.start()
    room.click("Save a ballot to print…")
    assert asked == ["Ballot Vote.pdf"]
    text = PdfReader(tmp_path / "ballot.pdf").pages[0].extract_text()
    assert "Lost card" in text
    assert "Saved as ballot.pdf. Print one for each voter." in room.seen()


def test_a_ballot_that_cannot_be_saved_is_told(
    room: "VoteRoom", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = str(tmp_path / "no folder" / "ballot.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (gone, ""))
    room.start()
    room.click("Save a ballot to print…")
    assert len(room.refusals) == 1
    assert "There is no folder" in room.refusals[0]


def test_without_a_choice_of_file_nothing_is_saved(
    room: "VoteRoom", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    room.start()
    room.click("Save a ballot to print…")
    assert "Saved as" not in room.seen()


def test_dots_of_many_people_are_counted_right_in_the_end(make_room: "MakeRoom") -> None:
    room = make_room([("Ann", ""), ("Bo", "")])
    room.pass_the_keyboard()
    for name, keys in (("Ann", "++"), ("Bo", "+")):
        room.click(f"I am {name} – begin")
        room.type(keys)
        room.click("Hand over")
    room.document.record(close_round(room.workshop, room.vote))
    first = tally_of(room.workshop, room.vote).lines[0]
    assert (room.workshop.notes[first.note].text, first.dots, first.breadth) == ("Late bag", 3, 2)
