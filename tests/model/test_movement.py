from typing import TYPE_CHECKING

import pytest

from motworkshop.model.movement import moves_between
from motworkshop.model.rounds import Terms
from motworkshop.model.tally import HiddenRoundError

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_moves_tell_how_many_ranks_each_note_rose_or_fell(room: "Room") -> None:
    a, b, c, _silent = room.notes("A", "B", "C", "Silent")
    before = room.vote({"Ann": {a: 3, b: 2, c: 1}}, title="First")
    after = room.vote({"Ann": {a: 2, b: 1, c: 3}}, title="Second")
    moves = moves_between(room.workshop, before, after)
    assert [(move.note, move.ranks) for move in moves] == [(c, 2), (a, -1), (b, -1)]


def test_a_note_without_a_dot_in_one_round_has_no_rank_to_move_from(room: "Room") -> None:
    a, b = room.notes("A", "B")
    before = room.vote({"Ann": {a: 1}}, title="First")
    after = room.vote({"Ann": {b: 1}}, title="Second")
    moves = moves_between(room.workshop, before, after)
    assert [(move.note, move.ranks) for move in moves] == [(b, None), (a, None)]


def test_a_note_that_was_not_on_the_other_ballot_has_no_line_there(room: "Room") -> None:
    a, b = room.notes("A", "B")
    before = room.vote({"Ann": {a: 1}}, title="First", notes=[a])
    after = room.vote({"Ann": {a: 1, b: 2}}, title="Second")
    new, kept = moves_between(room.workshop, before, after)
    assert (new.note, new.before, new.ranks) == (b, None, None)
    assert (kept.note, kept.ranks) == (a, -1)


def test_moves_of_a_hidden_round_are_refused(room: "Room") -> None:
    (a,) = room.notes("A")
    before = room.vote({"Ann": {a: 1}}, title="First")
    after = room.vote({"Ann": {a: 1}}, title="Second", terms=Terms(), close=False)
    with pytest.raises(HiddenRoundError, match="still open"):
        moves_between(room.workshop, before, after)
