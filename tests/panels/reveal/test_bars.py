from typing import TYPE_CHECKING

import pytest

from motworkshop.imports.sample import sample_workshop
from motworkshop.model.records import Round
from motworkshop.model.rounds import count_dots
from motworkshop.model.tally import HiddenRoundError, Standing
from motworkshop.panels.reveal.bar_painter import cut_words
from motworkshop.panels.reveal.bars import MOST_ROWS, bars_of, round_before
from tests.panels.reveal.conftest import RevealRoom

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_equal_dots_share_a_rank_and_the_next_one_is_left_out(room: "RevealRoom") -> None:
    vote = room.hold({"Ann": {"A": 3, "B": 2, "C": 2, "D": 1}}, cut=10)
    rows = bars_of(room.workshop, vote).rows
    assert [(row.note.text, row.line.rank) for row in rows[:4]] == [
        ("A", 1), ("B", 2), ("C", 2), ("D", 4),
    ]  # fmt: skip


def test_of_a_long_ballot_only_notes_with_dots_or_in_question_have_a_bar(
    qtbot: "QtBot",
) -> None:
    letters = [chr(0x4E00 + place) for place in range(MOST_ROWS + 50)]
    long = RevealRoom(qtbot, letters)
    given = {letters[0]: 2, letters[120]: 1, letters[340]: 1}
    vote = long.hold({"Ann": given}, cut=2)
    bars = bars_of(long.workshop, vote)
    assert [row.note.text for row in bars.rows] == [letters[0], letters[120], letters[340]]
    assert bars.left_out == MOST_ROWS + 47
    long.open_scene()
    assert f"{bars.left_out} notes without a dot not drawn" in long.seen()


def test_nothing_is_left_out_of_a_usual_ballot(room: "RevealRoom") -> None:
    bars = bars_of(room.workshop, room.hold({"Ann": {"A": 1}}))
    assert len(bars.rows) == 6
    assert bars.left_out == 0


def test_tied_notes_are_called_tied_and_stand_under_what_is_in(room: "RevealRoom") -> None:
    vote = room.tie()
    bars = bars_of(room.workshop, vote)
    assert [(row.note.text, row.word) for row in bars.rows] == [
        ("A", ""), ("B", "tied"), ("C", "tied"), ("D", "tied"), ("E", ""), ("F", ""),
    ]  # fmt: skip
    assert cut_words(bars) == "3 notes tied for 2 places"


def test_of_equal_dots_those_that_a_run_off_took_in_stand_above_the_cut() -> None:
    workshop = sample_workshop()
    bars = bars_of(workshop, workshop.ordered(Round)[0])
    last, first_out = bars.rows[9], bars.rows[10]
    assert (last.line.standing, last.word) == (Standing.IN, "in by run-off")
    assert (first_out.line.rank, first_out.word) == (10, "out by run-off")
    assert cut_words(bars) == "the cut: 10 are in"


def test_sides_and_where_they_are_far_apart_are_told_of_the_sample() -> None:
    workshop = sample_workshop()
    bars = bars_of(workshop, workshop.ordered(Round)[0])
    assert bars.sides == ("Front line", "Office")
    assert [row.note.number for row in bars.rows if row.is_contested] == [38, 41, 5]


def test_bars_begin_in_the_order_of_numbers(room: "RevealRoom") -> None:
    vote = room.hold({"Ann": {"F": 3, "A": 1}})
    bars = bars_of(room.workshop, vote)
    assert [(row.note.text, row.start) for row in bars.rows[:2]] == [("F", 5), ("A", 0)]


def test_a_secret_open_round_has_no_bars(room: "RevealRoom") -> None:
    vote = room.hold({"Ann": {"A": 1}}, is_closed=False)
    with pytest.raises(HiddenRoundError):
        bars_of(room.workshop, vote)


def test_dots_counted_by_hand_tell_no_breadth(room: "RevealRoom") -> None:
    room.hold({}, is_closed=False)
    room.document.record(count_dots(room.workshop, room.round(), {room.note("A"): 4}, 3))
    room.close()
    first = bars_of(room.workshop, room.round()).rows[0]
    assert (first.line.dots, first.line.breadth) == (4, None)
    assert first.sentence == "Rank 1, note 1: A, 4 dots, in"


def test_a_second_vote_is_compared_with_the_last_one_that_was_no_run_off(
    room: "RevealRoom",
) -> None:
    first = room.hold({"Ann": {"A": 3, "B": 1}})
    second = room.hold({"Ann": {"A": 1, "B": 3}}, title="Again")
    assert round_before(room.workshop, second) == first
    assert round_before(room.workshop, first) is None
    words = {row.note.text: row.word for row in bars_of(room.workshop, second).rows}
    assert (words["A"], words["B"], words["C"]) == ("down 1", "up 1", "")


def test_places_that_nobody_took_are_told(room: "RevealRoom") -> None:
    vote = room.hold({"Ann": {"A": 1}})
    bars = bars_of(room.workshop, vote)
    assert cut_words(bars) == "1 of 3 places taken"
