from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.people import add_side
from motworkshop.model.records import Ballot, Count, Round, RoundStatus, Turnout
from motworkshop.model.rounds import (
    Terms,
    close_round,
    count_dots,
    deciding_round,
    discard_round,
    hand_over,
    line_for,
    reopen_round,
    round_titled,
    start_round,
    start_run_off,
)
from motworkshop.model.tally import HiddenRoundError, ballots_of, tally_of, turnout_of
from motworkshop.model.voting import BallotError

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_a_round_votes_on_all_visible_notes_by_number(room: "Room") -> None:
    one, two, three = room.notes("A", "B", "C")
    room.do(merge_notes(room.workshop, three, [one]))
    room.record(start_round(room.workshop, "  Vote ", Terms("Which?", 5, 2, 3, is_secret=False)))
    vote = room.round("vote")
    assert vote.notes == (two, three)
    assert (vote.title, vote.question, vote.budget, vote.cap, vote.cut) == (
        "Vote",
        "Which?",
        5,
        2,
        3,
    )
    assert (vote.is_secret, vote.status) == (False, RoundStatus.OPEN)


def test_a_note_inside_a_cluster_stands_on_the_ballot_as_its_lead(room: "Room") -> None:
    one, two, three = room.notes("A", "B", "C")
    room.do(merge_notes(room.workshop, one, [three]))
    assert room.vote({}, notes=[three, two]).notes == (one, two)


@pytest.mark.parametrize(
    ("title", "terms", "why"),
    [
        (" VOTE ", Terms(), "a round “Vote” already|a round “VOTE” already"),
        (" ", Terms(), "title of the round is empty"),
        ("New", Terms(budget=0), "A budget of 0 is not possible"),
        ("New", Terms(cap=0), "A cap of 0 is not possible"),
        ("New", Terms(cut=0), "A cut of 0 is not possible"),
        ("New", Terms(budget=2, cap=3), "The cap of 3 dots is more than the budget of 2"),
    ],
)
def test_a_round_that_cannot_be_held_is_not_begun(
    room: "Room", title: str, terms: Terms, why: str
) -> None:
    room.notes("A")
    room.vote({})
    with pytest.raises(RefusedError, match=why):
        start_round(room.workshop, title, terms)


def test_a_round_needs_notes_that_are_there(room: "Room") -> None:
    with pytest.raises(RefusedError, match="no note to vote on"):
        start_round(room.workshop, "Vote", Terms())
    room.notes("A")
    with pytest.raises(RefusedError, match="no such note"):
        start_round(room.workshop, "Vote", Terms(), ["gone"])


def test_a_secret_ballot_holds_no_name_and_its_id_nothing_of_the_turnout(room: "Room") -> None:
    one, two = room.notes("A", "B")
    [ann] = room.people("Ann", department="Sales")
    vote = room.vote({ann: {two: 1, one: 2}}, close=False)
    [ballot] = ballots_of(room.workshop, vote)
    [seen] = room.workshop.of(Turnout).values()
    assert ballot == Ballot(ballot.id, vote.id, tuple(sorted([(one, 2), (two, 1)])), "", "")
    assert (seen.voter, seen.round) == (ann, vote.id)
    assert seen.id != ballot.id


def test_an_open_ballot_holds_the_name(room: "Room") -> None:
    [note] = room.notes("A")
    vote = room.vote({"Ann": {note: 1}}, terms=Terms(is_secret=False))
    assert [ballot.voter for ballot in ballots_of(room.workshop, vote)] == ["Ann"]


def test_a_ballot_is_handed_over_once(room: "Room") -> None:
    [note] = room.notes("A")
    [ann] = room.people("Ann")
    vote = room.vote({ann: {note: 1}}, close=False)
    for name in (ann, "Ann", " ANN "):
        with pytest.raises(BallotError, match=r"(?i)ann\s+has handed over already"):
            hand_over(room.workshop, vote, name, {})
    assert turnout_of(room.workshop, vote) == 1


def test_nobody_is_forced_an_empty_ballot_counts_for_the_turnout(room: "Room") -> None:
    [note] = room.notes("A")
    vote = room.vote({"Ann": {}, "Bob": {note: 0}, "Cid": {note: 1}})
    tally = tally_of(room.workshop, vote)
    assert (tally.turnout, tally.ballots, tally.dots) == (3, 3, 1)
    assert sorted(len(ballot.dots) for ballot in ballots_of(room.workshop, vote)) == [0, 0, 1]


def test_a_ballot_beyond_the_limits_is_not_taken_in(room: "Room") -> None:
    one, two = room.notes("A", "B")
    vote = room.vote({}, terms=Terms(budget=2, cap=1), notes=[one], close=False)
    for dots in ({one: 2}, {two: 1}, {one: -1}):
        with pytest.raises(BallotError):
            hand_over(room.workshop, vote, "Ann", dots)


def test_a_closed_round_takes_no_ballots_not_even_by_a_round_known_from_before(
    room: "Room",
) -> None:
    room.notes("A")
    opened = room.vote({}, close=False)
    room.record(close_round(room.workshop, opened))
    for vote in (opened, room.round("Vote")):
        with pytest.raises(BallotError, match="“Vote” is closed"):
            hand_over(room.workshop, vote, "Ann", {})
    room.record(reopen_round(room.workshop, room.round("Vote")))
    room.record(hand_over(room.workshop, room.round("Vote"), "Ann", {}))
    assert turnout_of(room.workshop, opened) == 1


def test_closing_a_secret_round_gives_all_ballots_fresh_ids_each_time(room: "Room") -> None:
    notes = room.notes("A", "B")
    vote = room.vote({f"V{n}": {notes[n % 2]: 1 + n} for n in range(5)}, close=False)
    seen = set(room.workshop.of(Ballot))
    dots = sorted(ballot.dots for ballot in ballots_of(room.workshop, vote))
    for _ in range(2):
        room.record(close_round(room.workshop, room.round("Vote")))
        now = room.workshop.of(Ballot)
        assert len(now) == 5
        assert not seen & set(now)
        assert sorted(ballot.dots for ballot in now.values()) == dots
        seen |= set(now)
        room.record(reopen_round(room.workshop, room.round("Vote")))


def test_a_round_is_closed_once(room: "Room") -> None:
    room.notes("A")
    vote = room.vote({})
    with pytest.raises(RefusedError, match="“Vote” is closed already"):
        close_round(room.workshop, vote)


def test_an_open_secret_round_tells_the_turnout_and_nothing_else(room: "Room") -> None:
    [note] = room.notes("A")
    vote = room.vote({"Ann": {note: 1}}, close=False)
    assert turnout_of(room.workshop, vote) == 1
    with pytest.raises(HiddenRoundError, match="only its turnout"):
        tally_of(room.workshop, vote)
    room.record(close_round(room.workshop, vote))
    assert tally_of(room.workshop, room.round("Vote")).dots == 1
    room.record(reopen_round(room.workshop, room.round("Vote")))
    with pytest.raises(HiddenRoundError):
        tally_of(room.workshop, room.round("Vote"))


def test_a_round_is_discarded_as_a_whole_and_others_stay(room: "Room") -> None:
    [note] = room.notes("A")
    room.vote({"Ann": {note: 1}}, title="Keep")
    before = room.workshop
    vote = room.vote({"Ann": {note: 1}, "Bob": {}}, title="Drop")
    room.record(count_dots(room.workshop, vote, {note: 3}, 2))
    room.record(discard_round(room.workshop, room.round("Drop")))
    assert room.workshop == before


def test_a_round_under_a_run_off_is_neither_reopened_nor_discarded(room: "Room") -> None:
    one, two = room.notes("A", "B")
    vote = room.vote({"Ann": {one: 1, two: 1}}, terms=Terms(cut=1))
    run_off = room.run_off(vote, {"Ann": {one: 1}}, title="Once more")
    for change in (reopen_round, discard_round):
        with pytest.raises(RefusedError, match="The run-off “Once more” stands on “Vote”"):
            change(room.workshop, vote)
    room.record(discard_round(room.workshop, run_off))
    room.record(discard_round(room.workshop, vote))
    assert not room.workshop.of(Round)


def test_a_first_run_off_stays_while_a_second_one_stands_on_it(room: "Room") -> None:
    one, two = room.notes("A", "B")
    vote = room.vote({"Ann": {one: 1, two: 1}}, terms=Terms(cut=1))
    first = room.run_off(vote, {"Ann": {}}, title="First")
    second = room.run_off(vote, {"Ann": {two: 1}}, title="Second")
    with pytest.raises(RefusedError, match="“Second” stands on “First”"):
        discard_round(room.workshop, first)
    room.record(discard_round(room.workshop, second))
    room.record(discard_round(room.workshop, first))
    assert list(room.workshop.of(Round)) == [vote.id]


def test_a_run_off_needs_a_closed_round_with_a_tie(room: "Room") -> None:
    one, two = room.notes("A", "B")
    clear = room.vote({"Ann": {one: 2, two: 1}}, title="Clear")
    with pytest.raises(RefusedError, match="No notes are tied"):
        start_run_off(room.workshop, clear, "Run-off", Terms())
    terms = Terms(cut=1, is_secret=False)
    opened = room.vote({"Ann": {one: 1, two: 1}}, title="Open", terms=terms, close=False)
    with pytest.raises(RefusedError, match="“Open” is still open"):
        start_run_off(room.workshop, opened, "Run-off", Terms())
    room.record(close_round(room.workshop, opened))
    run_off = room.run_off(room.round("Open"), {}, close=False)
    with pytest.raises(RefusedError, match="“Run-off” is still open"):
        start_run_off(room.workshop, room.round("Open"), "Another", Terms())
    with pytest.raises(RefusedError, match="from the round whose places it decides"):
        start_run_off(room.workshop, run_off, "Another", Terms())


def test_a_paper_count_has_dots_and_voters_but_no_breadth(room: "Room") -> None:
    one, two = room.notes("A", "B")
    vote = room.vote({})
    room.record(count_dots(room.workshop, vote, {one: 7, two: 0}, 12))
    tally = tally_of(room.workshop, room.round("Vote"))
    assert [(line.note, line.dots, line.breadth) for line in tally.lines] == [
        (one, 7, None),
        (two, 0, None),
    ]
    assert (tally.turnout, tally.ballots) == (12, 0)


def test_a_second_count_replaces_the_first(room: "Room") -> None:
    one, two = room.notes("A", "B")
    room.vote({})
    room.record(count_dots(room.workshop, room.round("Vote"), {one: 7, two: 2}, 12))
    room.record(count_dots(room.workshop, room.round("Vote"), {two: 3}, 4))
    tally = tally_of(room.workshop, room.round("Vote"))
    assert [(line.note, line.dots) for line in tally.lines] == [(two, 3), (one, 0)]
    assert tally.turnout == 4
    assert len(room.workshop.of(Count)) == 1


def test_a_count_without_a_dot_is_still_a_count(room: "Room") -> None:
    [note] = room.notes("A")
    vote = room.vote({})
    assert tally_of(room.workshop, vote).lines[0].breadth == 0
    room.record(count_dots(room.workshop, vote, {note: 0}, 5))
    tally = tally_of(room.workshop, room.round("Vote"))
    assert (tally.lines[0].breadth, tally.turnout) == (None, 5)


def test_an_impossible_count_is_refused(room: "Room") -> None:
    one, two = room.notes("A", "B")
    vote = room.vote({}, notes=[one])
    for dots, voters in (({two: 1}, 1), ({one: -1}, 1), ({one: 2**31}, 1), ({one: 1}, -1)):
        with pytest.raises(BallotError):
            count_dots(room.workshop, vote, dots, voters)


def test_sides_are_those_of_the_beginning_and_a_lone_ballot_loses_its_side_at_the_close(
    room: "Room",
) -> None:
    [note] = room.notes("A")
    crew = room.people("C1", "C2", "C3", department="Crew")
    desk = room.people("D1", "D2", "D3", department="Desk")
    room.do(add_side(room.workshop, "Front line", ["Crew"]))
    room.do(add_side(room.workshop, "Office", ["Desk"]))
    everybody = [*crew, *desk]
    full = room.vote({person: {note: 1} for person in everybody}, title="Full")
    assert full.sides == ("Front line", "Office")
    sides = [ballot.side for ballot in ballots_of(room.workshop, full)]
    assert sorted(sides) == ["Front line"] * 3 + ["Office"] * 3
    room.record(start_round(room.workshop, "Thin", Terms(), voters=everybody))
    for person in everybody[:4]:
        room.record(hand_over(room.workshop, room.round("Thin"), person, {note: 1}))
    assert "Office" in {ballot.side for ballot in ballots_of(room.workshop, room.round("Thin"))}
    room.record(close_round(room.workshop, room.round("Thin")))
    assert {ballot.side for ballot in ballots_of(room.workshop, room.round("Thin"))} == {""}
    without = room.vote({"C1": {note: 1}}, title="Without")
    assert without.sides == ()
    assert [ballot.side for ballot in ballots_of(room.workshop, without)] == [""]


def test_the_last_closed_round_that_is_no_run_off_decides(room: "Room") -> None:
    one, two = room.notes("A", "B")
    assert deciding_round(room.workshop) is None
    vote = room.vote({"Ann": {one: 1, two: 1}}, title="First", terms=Terms(cut=1))
    room.run_off(vote, {"Ann": {one: 1}})
    assert deciding_round(room.workshop) == vote
    room.vote({}, title="Open", close=False)
    assert deciding_round(room.workshop) == vote
    room.record(close_round(room.workshop, room.round("Open")))
    assert deciding_round(room.workshop) == room.round("Open")
    assert round_titled(room.workshop, "nothing") is None


def test_dots_for_a_merged_note_find_the_note_of_the_ballot(room: "Room") -> None:
    lead, member, voted_on, late = room.notes("Lead", "Member", "Voted on", "Late")
    room.do(merge_notes(room.workshop, lead, [member]))
    vote = room.vote({}, notes=[lead, voted_on])
    assert line_for(room.workshop, vote, lead) == lead
    assert line_for(room.workshop, vote, member) == lead
    assert line_for(room.workshop, vote, late) is None
    room.do(merge_notes(room.workshop, late, [voted_on]))
    assert line_for(room.workshop, vote, late) == voted_on
