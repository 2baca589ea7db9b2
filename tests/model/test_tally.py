from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motworkshop.model.records import Count, Id, Round, RoundStatus
from motworkshop.model.tally import Tally, tally_of
from motworkshop.model.workshop import Workshop

Voted = Callable[..., tuple[Workshop, Round]]
Row = tuple[int, int, int, str]

NOTES = [f"n{number}" for number in range(8)]
BALLOTS = st.lists(st.dictionaries(st.sampled_from(NOTES), st.integers(1, 4)), max_size=12)


def reference(notes: Sequence[Id], ballots: Sequence[Mapping[Id, int]], cut: int) -> dict[Id, Row]:
    """Dots, breadth, rank and place of each note, straight from METHOD.md."""
    dots = {note: sum(ballot.get(note, 0) for ballot in ballots) for note in notes}
    rows = {}
    for note in notes:
        breadth = sum(1 for ballot in ballots if note in ballot)
        above = sum(1 for other in notes if dots[other] > dots[note])
        down_to = sum(1 for other in notes if dots[other] >= dots[note])
        place = "in" if down_to <= cut else "out" if above >= cut else "tied"
        rows[note] = (dots[note], breadth, above + 1, place if dots[note] else "out")
    return rows


def rows_of(tally: Tally) -> dict[Id, Row]:
    return {
        line.note: (line.dots, line.breadth or 0, line.rank, line.standing.value)
        for line in tally.lines
    }


@given(size=st.integers(1, 8), ballots=BALLOTS, cut=st.integers(0, 10))
def test_any_ballot_set_gives_the_tally_of_the_reference(
    voted: Voted, size: int, ballots: list[dict[Id, int]], cut: int
) -> None:
    notes = NOTES[:size]
    cast = [{n: dots for n, dots in ballot.items() if n in notes} for ballot in ballots]
    workshop, vote = voted(notes, cast)
    tally = tally_of(workshop, vote, cut)
    assert rows_of(tally) == reference(notes, cast, cut)
    dots = [line.dots for line in tally.lines]
    assert dots == sorted(dots, reverse=True)
    assert (tally.ballots, tally.turnout) == (len(cast), len(cast))
    assert tally.dots == sum(sum(ballot.values()) for ballot in cast)
    assert not [line for line in tally.lines if line.decided]


@given(ballots=BALLOTS, cut=st.integers(1, 8))
def test_the_tied_notes_and_those_in_are_as_many_as_the_places_or_more(
    voted: Voted, ballots: list[dict[Id, int]], cut: int
) -> None:
    workshop, vote = voted(NOTES, ballots)
    tally = tally_of(workshop, vote, cut)
    placed = sum(1 for line in tally.lines if line.standing.value == "in")
    assert placed <= cut
    if tally.tied:
        assert 0 < tally.places_left == cut - placed < len(tally.tied)
    else:
        assert tally.places_left == 0


def test_ranks_are_1_2_2_4_and_breadth_breaks_no_tie(voted: Voted) -> None:
    workshop, vote = voted(
        ["a", "b", "c", "d"], [{"a": 5, "b": 3, "d": 1}, {"c": 1}, {"c": 1}, {"c": 1}], cut=2
    )
    assert rows_of(tally_of(workshop, vote)) == {
        "a": (5, 1, 1, "in"),
        "b": (3, 1, 2, "tied"),
        "c": (3, 3, 2, "tied"),
        "d": (1, 1, 4, "out"),
    }


def test_notes_of_equal_dots_come_in_the_order_of_the_ballot(voted: Voted) -> None:
    workshop, vote = voted(["z", "a", "m"], [{"a": 1, "m": 1, "z": 1}])
    assert [line.note for line in tally_of(workshop, vote).lines] == ["z", "a", "m"]


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_note_without_a_dot_is_neither_in_nor_tied(voted: Voted, cut: int) -> None:
    workshop, vote = voted(["a", "b", "c"], [{"a": 1}])
    assert rows_of(tally_of(workshop, vote, cut)) == {
        "a": (1, 1, 1, "in"),
        "b": (0, 0, 2, "out"),
        "c": (0, 0, 2, "out"),
    }


def test_the_cut_of_the_round_holds_unless_another_is_asked_for(voted: Voted) -> None:
    workshop, vote = voted(["a", "b"], [{"a": 2, "b": 1}], cut=1)
    assert tally_of(workshop, vote).cut == 1
    assert [line.standing.value for line in tally_of(workshop, vote).lines] == ["in", "out"]
    assert [line.standing.value for line in tally_of(workshop, vote, 2).lines] == ["in", "in"]


def test_dots_of_other_rounds_do_not_count(voted: Voted) -> None:
    workshop, _vote = voted(["a"], [{"a": 2}])
    other = Round("other", "Other", notes=("a",), status=RoundStatus.CLOSED)
    assert rows_of(tally_of(workshop, other)) == {"a": (0, 0, 1, "out")}


def test_ballots_and_a_paper_count_add_up_but_breadth_is_unknown(voted: Voted) -> None:
    workshop, vote = voted(["a", "b"], [{"a": 2}])
    both = Workshop([*workshop.records(), Count("c", vote.id, "b", 3)])
    lines = tally_of(both, vote).lines
    assert [(line.note, line.dots, line.breadth) for line in lines] == [
        ("b", 3, None),
        ("a", 2, None),
    ]


def test_dots_by_side_are_told_only_where_sides_may_be_compared(voted: Voted) -> None:
    ballots = [{"a": 1}] * 3 + [{"a": 2}] * 3 + [{"b": 1}]
    workshop, vote = voted(["a", "b"], ballots, sides=["crew"] * 3 + ["desk"] * 3 + ["lone"])
    lines = {line.note: line.by_side for line in tally_of(workshop, vote).lines}
    assert lines == {"a": {"crew": 3, "desk": 6}, "b": {}}
    workshop, vote = voted(["a", "b"], ballots, sides=["crew"] * 6 + ["lone"])
    assert not [line for line in tally_of(workshop, vote).lines if line.by_side]
