from typing import TYPE_CHECKING

from motworkshop.model.rounds import Terms, hand_over
from motworkshop.model.turnout import missing_voters, next_paper_ballot, open_rounds, other_voters

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_who_is_missing_is_told_in_the_order_of_the_roster(room: "Room") -> None:
    note = room.notes("A")[0]
    room.people("Zoe", "Bo", "Ann")
    vote = room.vote({"bo": {note: 1}}, close=False)
    assert [person.name for person in missing_voters(room.workshop, vote)] == ["Zoe", "Ann"]


def test_a_late_comer_who_is_not_on_the_roster_is_told_apart(room: "Room") -> None:
    note = room.notes("A")[0]
    ann = room.people("Ann")[0]
    vote = room.vote({ann: {note: 1}, "Guest": {}, "another": {}}, close=False)
    assert other_voters(room.workshop, vote) == ["another", "Guest"]


def test_nameless_paper_ballots_are_numbered_past_those_that_are_in(room: "Room") -> None:
    note = room.notes("A")[0]
    vote = room.vote({}, close=False)
    assert next_paper_ballot(room.workshop, vote) == "Paper ballot 1"
    room.record(hand_over(room.workshop, vote, "Paper ballot 1", {note: 1}))
    assert next_paper_ballot(room.workshop, vote) == "Paper ballot 2"


def test_only_rounds_that_take_votes_are_open(room: "Room") -> None:
    room.notes("A")
    room.vote({}, title="Over")
    later = room.vote({}, title="Later", terms=Terms(), close=False)
    assert open_rounds(room.workshop) == [later]
