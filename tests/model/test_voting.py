from typing import TYPE_CHECKING

import pytest

from motworkshop.model.edits.people import add_side
from motworkshop.model.records import Round, RoundStatus
from motworkshop.model.voting import (
    BallotError,
    check_ballot,
    department_of,
    dots_left,
    has_handed_over,
    is_hidden,
    large_sides,
    person_named,
    refusal_of_dot,
    same_person,
    side_of,
    sides_for,
    suggested_budget,
)

if TYPE_CHECKING:
    from tests.model.conftest import Room

VOTE = Round("r", "Vote", notes=("a", "b", "c"), budget=3, cap=2)
FREE = Round("r", "Vote", notes=("a", "b", "c"))


@pytest.mark.parametrize(
    ("notes", "dots"),
    [(0, 3), (4, 3), (13, 3), (14, 4), (40, 10), (42, 11), (57, 14), (58, 15), (61, 15), (900, 15)],
)
def test_a_quarter_of_the_notes_is_suggested_half_up_from_3_to_15(notes: int, dots: int) -> None:
    assert suggested_budget(notes) == dots


@pytest.mark.parametrize("dots", [{}, {"a": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 1, "c": 1}])
def test_a_ballot_within_budget_and_cap_is_good_and_an_empty_one_abstains(
    dots: dict[str, int],
) -> None:
    check_ballot(VOTE, dots)


@pytest.mark.parametrize(
    ("dots", "why"),
    [
        ({"a": 2, "b": 2}, "4 dots given; the budget is 3"),
        ({"a": 3}, "3 dots on one note; at most 2"),
        ({"z": 1}, "not on the ballot"),
        ({"a": 0}, "0 is not a number of dots"),
        ({"a": -1}, "-1 is not a number of dots"),
        ({"a": 2**31}, "2147483648 is not a number of dots"),
    ],
)
def test_a_ballot_beyond_a_limit_is_refused_with_the_limit(dots: dict[str, int], why: str) -> None:
    with pytest.raises(BallotError, match=why):
        check_ballot(VOTE, dots)


def test_without_budget_and_cap_any_number_of_dots_is_good() -> None:
    check_ballot(FREE, {"a": 2**31 - 1, "b": 40})
    assert dots_left(FREE, {"a": 40}) is None
    assert refusal_of_dot(FREE, {"a": 40}, "a") is None


def test_the_screen_learns_why_one_more_dot_is_impossible() -> None:
    assert dots_left(VOTE, {"a": 2}) == 1
    assert refusal_of_dot(VOTE, {"a": 1}, "a") is None
    assert refusal_of_dot(VOTE, {"a": 2}, "a") == "At most 2 dots may lie on one note."
    assert (
        refusal_of_dot(VOTE, {"a": 2, "b": 1}, "c") == "All 3 dots are given. Take one back first."
    )
    assert refusal_of_dot(VOTE, {}, "z") == "This note is not on the ballot."


@pytest.mark.parametrize(
    ("is_secret", "status", "hidden"),
    [
        (True, RoundStatus.OPEN, True),
        (True, RoundStatus.CLOSED, False),
        (False, RoundStatus.OPEN, False),
        (False, RoundStatus.CLOSED, False),
    ],
)
def test_only_a_secret_round_that_is_open_hides_what_was_given(
    is_secret: bool, status: RoundStatus, hidden: bool
) -> None:
    assert is_hidden(Round("r", "Vote", is_secret=is_secret, status=status)) is hidden


def test_a_person_is_the_same_by_id_by_name_and_in_any_case(room: "Room") -> None:
    [ann] = room.people("Ann  Berg", department="Sales")
    assert person_named(room.workshop, " ann berg ") == ann
    assert person_named(room.workshop, "Bob") == "Bob"
    assert same_person(room.workshop, ann, "ANN BERG")
    assert not same_person(room.workshop, ann, "Ann")
    assert department_of(room.workshop, "ann berg") == "Sales"
    assert department_of(room.workshop, ann) == "Sales"
    assert department_of(room.workshop, "Bob") == ""


def test_who_has_handed_over_is_known_whichever_way_the_person_is_named(room: "Room") -> None:
    room.notes("A")
    [ann] = room.people("Ann")
    vote = room.vote({ann: {}}, close=False)
    assert has_handed_over(room.workshop, vote, ann)
    assert has_handed_over(room.workshop, vote, "ANN")
    assert not has_handed_over(room.workshop, vote, "Bob")
    other = room.vote({}, title="Other", close=False)
    assert not has_handed_over(room.workshop, other, ann)


def test_a_person_stands_on_the_side_of_the_department(room: "Room") -> None:
    [ann] = room.people("Ann", department="Crew")
    room.do(add_side(room.workshop, "Front line", ["crew", "Desk"]))
    assert side_of(room.workshop, ann) == "Front line"
    assert side_of(room.workshop, "Bob") == ""


@pytest.mark.parametrize(
    ("front", "office", "fixed"),
    [(3, 3, True), (4, 7, True), (3, 2, False), (2, 9, False), (6, 0, False)],
)
def test_sides_are_fixed_only_if_two_of_them_have_three_voters(
    room: "Room", front: int, office: int, fixed: bool
) -> None:
    crew = room.people(*(f"Crew {n}" for n in range(front)), department="Crew")
    desk = room.people(*(f"Desk {n}" for n in range(office)), department="Desk")
    room.do(add_side(room.workshop, "Front line", ["Crew"]))
    room.do(add_side(room.workshop, "Office", ["Desk"]))
    told = sides_for(room.workshop, [*crew, *desk, "A guest"])
    assert bool(told) is fixed
    if fixed:
        assert told[crew[0]] == "Front line"
        assert told[desk[0]] == "Office"
        assert told["A guest"] == ""


def test_a_third_side_that_is_too_small_is_not_told_apart() -> None:
    assert large_sides(["a"] * 3 + ["b"] * 4 + ["c"] * 2 + [""] * 5) == {"a": 3, "b": 4}
    assert large_sides(["a"] * 9) == {}
    assert large_sides([]) == {}
