import pytest

from motworkshop.model.arithmetic import gap, half_up, mean, opportunity
from motworkshop.model.records import Note


@pytest.mark.parametrize(
    ("value", "rounded"), [(0.5, 1), (1.5, 2), (2.5, 3), (2.49, 2), (-0.5, 0), (-1.5, -1), (7, 7)]
)
def test_halves_are_rounded_up(value: float, rounded: int) -> None:
    assert half_up(value) == rounded


def test_a_mean_leaves_out_what_was_not_scored() -> None:
    assert mean([1, None, 4]) == 2.5
    assert mean([None, None]) is None
    assert mean([]) is None


@pytest.mark.parametrize(
    ("expectation", "experience", "expected"),
    [(5, 2, 3), (2, 5, -3), (None, 2, None), (3, None, None)],
)
def test_the_gap_is_expectation_minus_experience(
    expectation: int | None, experience: int | None, expected: int | None
) -> None:
    assert gap(Note("n", 1, "A", expectation=expectation, experience=experience)) == expected


@pytest.mark.parametrize(
    ("importance", "experience", "expected"),
    [(5, 2, 8), (2, 5, 2), (4, 4, 4), (None, 2, None), (3, None, None)],
)
def test_opportunity_adds_what_importance_exceeds_experience_by(
    importance: int | None, experience: int | None, expected: int | None
) -> None:
    assert opportunity(Note("n", 1, "A", importance=importance, experience=experience)) == expected
