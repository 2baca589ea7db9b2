"""How a tie at the cut is settled: by run-offs, by a decision with a written reason, by both."""

from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.moments import decide, take_back_decisions
from motworkshop.model.records import Decision, Id, MomentOfTruth, Round
from motworkshop.model.rounds import Terms
from motworkshop.model.tally import tally_of

if TYPE_CHECKING:
    from tests.model.conftest import Room

IN, OUT = Decision.IN, Decision.OUT


def tie_of_four(room: "Room", cut: int = 3) -> tuple[Round, list[Id]]:
    """Top has 5 dots; four notes with 2 each compete for the other places; last has 1."""
    top, *tied, last = room.notes("Top", "A", "B", "C", "D", "Last")
    dots = {top: 5, last: 1, **dict.fromkeys(tied, 2)}
    vote = room.vote({"Ann": dots}, terms=Terms(cap=None, cut=cut))
    assert list(room.places(vote).values()) == ["in", "tied", "tied", "tied", "tied", "out"]
    return vote, tied


def decided(room: "Room", vote: Round) -> dict[Id, tuple[str, str | None]]:
    return {
        line.note: (line.standing.value, line.decided.value if line.decided else None)
        for line in tally_of(room.workshop, vote).lines
    }


def test_a_run_off_is_among_the_tied_notes_for_the_places_left(room: "Room") -> None:
    vote, tied = tie_of_four(room)
    run_off = room.run_off(vote, {}, close=False)
    assert run_off.notes == tuple(tied)
    assert (run_off.cut, run_off.run_off_of) == (2, vote.id)


def test_a_run_off_settles_the_tied_places_and_nothing_else(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    before = tally_of(room.workshop, vote)
    room.run_off(vote, {"Ann": {c: 3, d: 2, a: 1}})
    after = tally_of(room.workshop, vote)
    settled = decided(room, vote)
    assert {note: settled[note] for note in (a, b, c, d)} == {
        a: ("out", "run-off"),
        b: ("out", "run-off"),
        c: ("in", "run-off"),
        d: ("in", "run-off"),
    }
    assert (after.lines[0], after.lines[-1]) == (before.lines[0], before.lines[-1])
    for now, then in zip(after.lines, before.lines, strict=True):
        assert (now.note, now.dots, now.rank) == (then.note, then.dots, then.rank)
    assert not after.tied


def test_an_open_run_off_settles_nothing_yet(room: "Room") -> None:
    vote, [a, *_] = tie_of_four(room)
    room.run_off(vote, {"Ann": {a: 1}}, terms=Terms(is_secret=False), close=False)
    assert len(tally_of(room.workshop, vote).tied) == 4


def test_tied_again_means_tied_until_a_second_run_off_among_the_rest(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    first = room.run_off(vote, {"Ann": {a: 3, b: 1, c: 1}}, title="First")
    assert room.places(first) == {a: "in", b: "tied", c: "tied", d: "out"}
    assert [room.places(vote)[note] for note in (a, b, c, d)] == ["in", "tied", "tied", "out"]
    second = room.run_off(vote, {"Ann": {c: 1}}, title="Second")
    assert (second.notes, second.cut) == ((b, c), 1)
    assert [room.places(vote)[note] for note in (a, b, c, d)] == ["in", "out", "in", "out"]
    assert not tally_of(room.workshop, vote).tied


def test_when_all_are_tied_again_the_second_run_off_decides(room: "Room") -> None:
    vote, tied = tie_of_four(room)
    room.run_off(vote, {"Ann": dict.fromkeys(tied, 1)}, title="First")
    assert len(tally_of(room.workshop, vote).tied) == 4
    room.run_off(vote, {"Ann": {tied[2]: 2, tied[3]: 1}}, title="Second")
    assert [room.places(vote)[note] for note in tied] == ["out", "out", "in", "in"]


def test_a_run_off_in_which_nobody_gave_a_dot_settles_nothing(room: "Room") -> None:
    vote, tied = tie_of_four(room)
    empty = room.run_off(vote, {"Ann": {}})
    assert set(room.places(empty).values()) == {"out"}
    assert len(tally_of(room.workshop, vote).tied) == 4
    room.run_off(vote, {"Ann": {tied[0]: 1}}, title="Second")
    assert [room.places(vote)[note] for note in tied] == ["in", "tied", "tied", "tied"]


def test_a_run_off_among_other_notes_is_ignored(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    room.run_off(vote, {"Ann": {a: 3, b: 2}})
    assert not tally_of(room.workshop, vote).tied
    last = vote.notes[-1]
    room.do(merge_notes(room.workshop, c, [last]))  # 2 + 1 dots: out of the tie, and in
    assert [room.places(vote)[note] for note in (a, b, c, d)] == ["tied", "tied", "in", "tied"]
    room.history.undo()
    assert [room.places(vote)[note] for note in (a, b, c, d)] == ["in", "in", "out", "out"]


def test_a_complete_decision_settles_the_tie_and_is_undone_like_any_edit(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    room.decide(vote, {a: IN, b: OUT, c: IN, d: OUT}, " safety first ")
    settled = decided(room, vote)
    assert [settled[note] for note in (a, b, c, d)] == [
        ("in", "decision"),
        ("out", "decision"),
        ("in", "decision"),
        ("out", "decision"),
    ]
    cards = {card.note: card for card in room.workshop.of(MomentOfTruth).values()}
    assert {(card.reason, card.decided_in) for card in cards.values()} == {
        ("safety first", vote.id)
    }
    room.history.undo()
    assert len(tally_of(room.workshop, vote).tied) == 4


def test_a_partial_decision_leaves_the_others_tied_for_what_is_left(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    room.decide(vote, {a: IN})
    tally = tally_of(room.workshop, vote)
    assert [line.note for line in tally.tied] == [b, c, d]
    assert tally.places_left == 1


def test_after_a_partial_decision_a_run_off_settles_the_places_left(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    room.decide(vote, {a: IN})
    run_off = room.run_off(vote, {"Ann": {b: 2, c: 2, d: 1}})
    assert (run_off.notes, run_off.cut) == ((b, c, d), 1)
    assert [room.places(vote)[note] for note in (a, b, c, d)] == ["in", "tied", "tied", "out"]
    room.decide(vote, {c: IN})
    settled = decided(room, vote)
    assert [settled[note] for note in (a, b, c, d)] == [
        ("in", "decision"),
        ("out", "decision"),
        ("in", "decision"),
        ("out", "run-off"),
    ]


def test_a_decision_after_a_run_off_takes_nothing_from_what_the_run_off_gave(
    room: "Room",
) -> None:
    first, *others = room.notes("A", "B", "C", "D", "E")
    dots = dict.fromkeys((first, *others), 1)
    vote = room.vote({"Ann": dots}, terms=Terms(cut=3))
    room.decide(vote, {first: IN})
    room.run_off(vote, {"Ann": {others[0]: 3, others[1]: 1, others[2]: 1}})
    room.decide(vote, {others[1]: IN})
    places = room.places(vote)
    assert [places[note] for note in (first, *others)] == ["in", "in", "in", "out", "out"]


def test_with_fewer_places_than_decided_notes_the_tie_is_open(room: "Room") -> None:
    vote, tied = tie_of_four(room)
    room.decide(vote, {tied[0]: IN, tied[1]: IN})
    assert [room.places(vote, 2)[note] for note in tied] == ["tied"] * 4
    assert [room.places(vote, 4)[note] for note in tied] == ["in", "in", "tied", "tied"]
    assert [room.places(vote, 5)[note] for note in tied] == ["in"] * 4


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ({0: IN, 1: IN}, ["in", "in", "out", "out"]),
        ({0: OUT, 1: OUT}, ["out", "out", "in", "in"]),
        ({0: OUT}, ["out", "tied", "tied", "tied"]),
    ],
)
def test_what_has_no_choice_left_follows_from_a_decision(
    room: "Room", said: dict[int, Decision], places: list[str]
) -> None:
    vote, tied = tie_of_four(room)
    room.decide(vote, {tied[index]: decision for index, decision in said.items()})
    assert [room.places(vote)[note] for note in tied] == places


def test_a_decision_may_end_what_a_run_off_has_begun(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    room.run_off(vote, {"Ann": {a: 3, b: 1, c: 1}})
    room.decide(vote, {c: IN})
    settled = decided(room, vote)
    assert [settled[note] for note in (a, b, c, d)] == [
        ("in", "run-off"),
        ("out", "decision"),
        ("in", "decision"),
        ("out", "run-off"),
    ]


def test_only_tied_notes_of_the_round_itself_can_be_decided_and_with_a_reason(
    room: "Room",
) -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    with pytest.raises(RefusedError, match=r"Note 1 is not tied at the cut of “Vote”"):
        decide(room.workshop, vote, {vote.notes[0]: OUT}, "because")
    with pytest.raises(RefusedError, match="3 notes cannot take 2 places"):
        decide(room.workshop, vote, {a: IN, b: IN, c: IN}, "because")
    with pytest.raises(RefusedError, match="The reason is empty"):
        decide(room.workshop, vote, {a: IN}, "  ")
    run_off = room.run_off(vote, {"Ann": {a: 1, b: 1, c: 1}})
    with pytest.raises(RefusedError, match="not in its run-off"):
        decide(room.workshop, run_off, {d: IN}, "because")


def test_a_decision_is_taken_back_and_the_rest_of_the_card_stays(room: "Room") -> None:
    vote, [a, *_] = tie_of_four(room)
    room.decide(vote, {a: IN})
    room.do(take_back_decisions(room.workshop, vote))
    assert len(tally_of(room.workshop, vote).tied) == 4
    [card] = room.workshop.of(MomentOfTruth).values()
    assert card == MomentOfTruth(card.id, a)


def test_a_decision_in_one_round_says_nothing_about_another(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    room.decide(vote, {a: IN, b: IN})
    again = room.vote(
        {"Ann": dict.fromkeys((a, b, c, d), 2)},
        title="Again",
        notes=[a, b, c, d],
        terms=Terms(cut=2, cap=2),
    )
    assert set(room.places(again).values()) == {"tied"}


def test_a_run_off_for_places_that_another_cut_has_not_is_ignored(room: "Room") -> None:
    vote, [a, b, c, d] = tie_of_four(room)
    room.decide(vote, {a: IN})
    room.run_off(vote, {"Ann": {b: 1}})
    assert [room.places(vote)[note] for note in (a, b, c, d)] == ["in", "in", "out", "out"]
    assert [room.places(vote, 2)[note] for note in (a, b, c, d)] == ["in", "out", "out", "out"]
