from typing import TYPE_CHECKING

from motworkshop.model.contested import contested_notes

if TYPE_CHECKING:
    from tests.model.conftest import Voted

SIDES = ["Front"] * 3 + ["Office"] * 3


def test_a_note_that_only_one_side_wants_is_contested(voted: "Voted") -> None:
    ballots = [{"a": 1, "b": 1}] * 3 + [{"a": 1, "c": 1}] * 3
    workshop, vote = voted(["a", "b", "c"], ballots, sides=SIDES)
    assert contested_notes(workshop, vote) == {"b": 0.5, "c": 0.5}


def test_the_whim_of_two_people_is_not_contested(voted: "Voted") -> None:
    ballots = [{"a": 1}, {"b": 1}, {"b": 1}, {"a": 1}, {"a": 1}, {"a": 1}]
    workshop, vote = voted(["a", "b"], ballots, sides=SIDES)
    assert contested_notes(workshop, vote) == {}


def test_a_small_difference_on_a_popular_note_is_not_contested(voted: "Voted") -> None:
    many = [{"a": 10, "b": 10}] * 3
    workshop, vote = voted(["a", "b"], [*many, *[{"a": 11, "b": 9}] * 3], sides=SIDES)
    assert contested_notes(workshop, vote) == {}


def test_the_most_contested_note_comes_first(voted: "Voted") -> None:
    ballots = [{"a": 2, "b": 3}] * 3 + [{"a": 1, "c": 4}] * 3
    workshop, vote = voted(["a", "b", "c"], ballots, sides=SIDES)
    assert list(contested_notes(workshop, vote)) == ["c", "b"]


def test_without_sides_nothing_is_contested(voted: "Voted") -> None:
    workshop, vote = voted(["a", "b"], [{"a": 3}, {"b": 3}])
    assert contested_notes(workshop, vote) == {}
