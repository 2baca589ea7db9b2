from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motworkshop.model.agreement import (
    kendall_w,
    longest_common,
    mid_ranks,
    proposals_by_person,
    side_disagreement,
    side_shares,
    side_sizes,
    stage_alignment,
    stage_key,
    vote_overlap,
)
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.people import declare_different, declare_same, propose_stages
from motworkshop.model.records import About, Count, Id, Round, RoundStatus, SameStage
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.model.conftest import Room

Voted = Callable[..., tuple[Workshop, Round]]
NOTES = [f"n{number}" for number in range(6)]
BALLOTS = st.lists(st.dictionaries(st.sampled_from(NOTES), st.integers(1, 4)), max_size=7)


def naive_overlap(ballots: Sequence[Mapping[Id, int]]) -> float | None:
    chosen = [frozenset(ballot) for ballot in ballots if ballot]
    pairs = [(a, b) for i, a in enumerate(chosen) for b in chosen[:i]]
    shares = [Fraction(sum(n in b for n in a), len({*a, *b})) for a, b in pairs]
    return float(sum(shares) / len(shares)) if shares else None


def naive_w(notes: Sequence[Id], ballots: Sequence[Mapping[Id, int]]) -> float | None:
    """Ranks by counting who stands above, in exact fractions."""
    m, n = len(ballots), len(notes)
    rank_sums = [Fraction(0)] * n
    ties = 0
    for ballot in ballots:
        dots = [ballot.get(note, 0) for note in notes]
        for index, own in enumerate(dots):
            above = sum(other > own for other in dots)
            rank_sums[index] += above + Fraction(dots.count(own) + 1, 2)
        ties += sum(dots.count(value) ** 3 - dots.count(value) for value in set(dots))
    centre = Fraction(sum(rank_sums)) / n
    spread = sum((total - centre) ** 2 for total in rank_sums)
    below = m * m * (n**3 - n) - m * ties
    return float(12 * spread / below) if m > 1 and below else None


@given(ballots=BALLOTS, size=st.integers(1, 6))
def test_overlap_and_w_equal_an_independent_reckoning(
    voted: Voted, ballots: list[dict[Id, int]], size: int
) -> None:
    notes = NOTES[:size]
    cast = [{n: dots for n, dots in ballot.items() if n in notes} for ballot in ballots]
    workshop, vote = voted(notes, cast)
    assert vote_overlap(workshop, vote) == pytest.approx(naive_overlap(cast))
    w = kendall_w(workshop, vote)
    assert w == pytest.approx(naive_w(notes, cast))
    assert w is None or -1e-9 <= w <= 1 + 1e-9


def test_the_overlap_of_three_ballots_worked_by_hand(voted: Voted) -> None:
    ballots = [{"a": 1, "b": 1}, {"b": 3, "c": 1}, {"a": 1, "b": 1, "c": 1, "d": 1}]
    workshop, vote = voted(["a", "b", "c", "d"], [*ballots, {}])
    assert vote_overlap(workshop, vote) == pytest.approx((1 / 3 + 2 / 4 + 2 / 4) / 3)


def test_kendalls_w_without_ties_worked_by_hand(voted: Voted) -> None:
    # rank sums 4, 5, 10, 11 around 7.5: S = 37, W = 12·37 / (9·60)
    ballots = [
        {"a": 4, "b": 3, "c": 2, "d": 1},
        {"a": 4, "b": 3, "c": 1, "d": 2},
        {"a": 3, "b": 4, "c": 2, "d": 1},
    ]
    workshop, vote = voted(["a", "b", "c", "d"], ballots)
    assert kendall_w(workshop, vote) == pytest.approx(444 / 540)


def test_kendalls_w_with_ties_worked_by_hand(voted: Voted) -> None:
    # ranks 1½ 1½ 3 and 1 2½ 2½, sums 2½ 4 5½: S = 4½, ΣT = 12, W = 54 / (96 − 24)
    workshop, vote = voted(["a", "b", "c"], [{"a": 1, "b": 1}, {"a": 1}])
    assert kendall_w(workshop, vote) == pytest.approx(0.75)


def test_w_is_1_for_equal_ballots_and_0_for_opposite_ones(voted: Voted) -> None:
    assert kendall_w(*voted(["a", "b", "c"], [{"a": 2, "b": 1}] * 4)) == pytest.approx(1)
    opposite = [{"a": 3, "b": 2, "c": 1}, {"a": 1, "b": 2, "c": 3}]
    assert kendall_w(*voted(["a", "b", "c"], opposite)) == pytest.approx(0)


def test_mid_ranks_share_the_middle_of_their_places() -> None:
    assert mid_ranks(Counter([5, 1, 5, 3, 1, 1])) == ({5: 1.5, 3: 3, 1: 5}, 6 + 24)


@pytest.mark.parametrize(
    ("notes", "ballots"),
    [
        (["a", "b"], []),
        (["a", "b"], [{"a": 1}]),
        (["a", "b"], [{}, {}]),
        (["a"], [{"a": 1}, {"a": 1}]),
        (["a", "b"], [{"a": 1, "b": 1}, {}]),
    ],
    ids=["nobody", "one voter", "abstainers", "one note", "nobody ranks"],
)
def test_what_is_undefined_is_none(
    voted: Voted, notes: list[Id], ballots: list[dict[Id, int]]
) -> None:
    assert kendall_w(*voted(notes, ballots)) is None
    if sum(1 for ballot in ballots if ballot) < 2:
        assert vote_overlap(*voted(notes, ballots)) is None


def test_a_paper_count_makes_agreement_unknown(voted: Voted) -> None:
    workshop, vote = voted(["a", "b"], [{"a": 1}, {"a": 1}])
    counted = Workshop([*workshop.records(), Count("c", vote.id, "a", 2)])
    assert kendall_w(workshop, vote) == pytest.approx(1)
    assert vote_overlap(workshop, vote) == 1
    assert kendall_w(counted, vote) is None
    assert vote_overlap(counted, vote) is None


def test_nothing_is_told_of_a_round_that_is_secret_and_open(voted: Voted) -> None:
    workshop, closed = voted(["a", "b"], [{"a": 1}] * 6, sides=["x"] * 3 + ["y"] * 3)
    hidden = Round(closed.id, "Vote", notes=("a", "b"), status=RoundStatus.OPEN, sides=("x", "y"))
    for measure in (kendall_w, vote_overlap):
        assert measure(workshop, closed) == pytest.approx(1)
        assert measure(workshop, hidden) is None
    assert side_sizes(workshop, closed) == {"x": 3, "y": 3}
    assert side_sizes(workshop, hidden) == {}
    assert side_disagreement(workshop, hidden) == {}


def test_merging_notes_later_changes_no_agreement(room: "Room") -> None:
    a, b, c = room.notes("A", "B", "C")
    vote = room.vote({"Ann": {a: 1, c: 1}, "Bob": {b: 1}, "Cid": {a: 1}})
    before = (kendall_w(room.workshop, vote), vote_overlap(room.workshop, vote))
    room.do(merge_notes(room.workshop, a, [b]))
    assert (kendall_w(room.workshop, vote), vote_overlap(room.workshop, vote)) == before


def test_the_disagreement_between_sides_worked_by_hand(voted: Voted) -> None:
    crew = [{"a": 2}, {"a": 1, "b": 1}, {"b": 1}]  # 5 dots: a 3/5, b 2/5
    desk = [{"b": 2}, {"b": 1, "c": 1}, {}]  # 4 dots: b 3/4, c 1/4
    sides = ["crew"] * 3 + ["desk"] * 3
    workshop, vote = voted(["a", "b", "c", "d"], crew + desk, sides=sides)
    assert side_shares(workshop, vote) == {
        "crew": {"a": 3 / 5, "b": 2 / 5},
        "desk": {"b": 3 / 4, "c": 1 / 4},
    }
    expected = {"a": 0.6, "b": 0.35, "c": 0.25, "d": 0}
    assert side_disagreement(workshop, vote) == pytest.approx(expected)


def test_with_three_sides_the_largest_and_the_smallest_share_are_compared(voted: Voted) -> None:
    ballots = [{"a": 1}] * 3 + [{"a": 1, "b": 1}] * 3 + [{"b": 1}] * 3
    sides = ["x"] * 3 + ["y"] * 3 + ["z"] * 3
    workshop, vote = voted(["a", "b"], ballots, sides=sides)
    assert side_disagreement(workshop, vote) == {"a": 1.0, "b": 1.0}
    assert list(side_sizes(workshop, vote)) == ["x", "y", "z"]


def test_a_side_that_gave_no_dot_has_no_shares(voted: Voted) -> None:
    ballots: list[dict[Id, int]] = [{"a": 1}, {"b": 1}, {"a": 1}, {}, {}, {}]
    workshop, vote = voted(["a", "b"], ballots, sides=["x"] * 3 + ["y"] * 3)
    assert list(side_shares(workshop, vote)) == ["x"]
    assert side_disagreement(workshop, vote) == {}


@pytest.mark.parametrize(
    "sides", [["x"] * 3 + ["y"] * 2, ["x"] * 6, ["x", "y"] * 2, ["x"] * 5 + ["y"]]
)
def test_small_sides_are_not_compared(voted: Voted, sides: list[str]) -> None:
    workshop, vote = voted(["a"], [{"a": 1}] * len(sides), sides=sides)
    assert side_sizes(workshop, vote) == {}
    assert side_disagreement(workshop, vote) == {}


def test_the_sides_of_merged_notes_are_compared_as_one_line(room: "Room", voted: Voted) -> None:
    workshop, vote = voted(["a", "b"], [{"a": 1}] * 3 + [{"b": 1}] * 3, sides=["x"] * 3 + ["y"] * 3)
    assert side_disagreement(workshop, vote) == {"a": 1.0, "b": 1.0}
    merged = workshop.applied(merge_notes(workshop, "a", ["b"]).change)
    assert side_disagreement(merged, vote) == {"a": 0.0}


def common_by_trying(one: Sequence[str], other: Sequence[str]) -> int:
    """The longest common subsequence, by trying all of them."""
    for size in range(len(one), 0, -1):
        tried = {tuple(part) for part in combinations(one, size)}
        if tried & set(combinations(other, size)):
            return size
    return 0


WORDS = st.lists(st.sampled_from("abcd"), max_size=7)


@given(one=WORDS, other=WORDS)
def test_the_longest_common_part_is_the_one_found_by_trying_all(
    one: list[str], other: list[str]
) -> None:
    assert longest_common(one, other) == common_by_trying(one, other)


def propose(room: "Room", **stages: str) -> None:
    for person, names in stages.items():
        pairs = [(name.strip(), "") for name in names.split(",")]
        room.do(propose_stages(room.workshop, person, pairs))


def test_stage_alignment_worked_by_hand(room: "Room") -> None:
    assert stage_alignment(room.workshop) is None
    propose(room, Ann="Book, Fly, Land")
    assert stage_alignment(room.workshop) is None
    propose(room, Bob="BOOK, Board, fly", Cid="Fly, Book")
    # 2·2/6, 2·1/5, 2·1/5: order counts, case does not
    assert stage_alignment(room.workshop) == pytest.approx((4 / 6 + 2 / 5 + 2 / 5) / 3)


def test_stages_declared_the_same_count_as_the_same_through_others_too(room: "Room") -> None:
    propose(room, Ann="Reserve, Fly", Bob="Book, Travel", Cid="Order, Fly")
    assert stage_alignment(room.workshop) == pytest.approx((0 + 2 / 4 + 0) / 3)
    room.do(declare_same(room.workshop, ["Book", "reserve"]))
    assert stage_alignment(room.workshop) == pytest.approx((2 / 4 + 2 / 4 + 0) / 3)
    room.do(declare_same(room.workshop, ["RESERVE", "Order"]))
    assert stage_alignment(room.workshop) == pytest.approx((2 / 4 + 4 / 4 + 2 / 4) / 3)
    room.do(declare_same(room.workshop, ["Fly", "Travel"]))
    assert stage_alignment(room.workshop) == 1
    for same in list(room.workshop.of(SameStage)):
        room.do(declare_different(room.workshop, same))
    assert stage_alignment(room.workshop) == pytest.approx((0 + 2 / 4 + 0) / 3)


def test_overlapping_declarations_join_in_whatever_order_they_come() -> None:
    declared = [("m", "z"), ("z", "a"), ("x", "y"), ("y", "a")]
    for order in (declared, declared[::-1]):
        same = [SameStage(str(index), names) for index, names in enumerate(order)]
        workshop = Workshop([About("w", "T"), *same])
        assert {stage_key(workshop, name) for name in ("A", "m", "x", "y", " Z ")} == {"a"}
        assert stage_key(workshop, "b") == "b"


def test_a_participant_is_one_person_by_id_and_by_name(room: "Room") -> None:
    [ann] = room.people("Ann")
    room.do(propose_stages(room.workshop, ann, [("Book", ""), ("Fly", "")]))
    propose(room, Bob="Book, Fly")
    assert list(proposals_by_person(room.workshop)) == ["Ann", "Bob"]
    propose(room, ann="Fly, Book")  # replaces what she proposed before
    lists = proposals_by_person(room.workshop)
    assert [[stage.name for stage in stages] for stages in lists.values()] == [
        ["Fly", "Book"],
        ["Book", "Fly"],
    ]
    assert stage_alignment(room.workshop) == 0.5
