from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motworkshop.model.change import Change
from motworkshop.model.limits import LimitError, check_limits, check_record
from motworkshop.model.records import (
    Category,
    Control,
    Metric,
    Note,
    Participant,
    Phase,
    PhaseKind,
    Stage,
)

NOTE = Note("n", 1, "Pays")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "x" * 10_000),
        ("emotion", -2),
        ("emotion", 2),
        ("importance", 1),
        ("importance", 5),
        ("experience", None),
        ("x", 10_000_000.0),
        ("y", -10_000_000.0),
        ("text", "= 1 + 1\n😀 \t مرحبا"),
        ("is_locked", True),
    ],
)
def test_values_at_the_limits_are_good(field: str, value: Any) -> None:
    check_record(replace(NOTE, **{field: value}))


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("text", "x" * 10_001, "The text has 10,001 characters; at most 10,000 fit"),
        ("channel", "x" * 201, "channel has 201 characters; at most 200"),
        ("text", "a\0b", "The text holds a character that no text can have"),
        ("details", "\ud800", "The details holds a character"),
        ("emotion", 3, "The emotion is 3; it goes from -2 to 2"),
        ("emotion", -3, "it goes from -2 to 2"),
        ("importance", 0, "it goes from 1 to 5"),
        ("expectation", 6, "it goes from 1 to 5"),
        ("experience", 2.5, "it goes from 1 to 5"),
        ("x", float("nan"), "lies outside the board"),
        ("x", float("inf"), "lies outside the board"),
        ("y", 10_000_001, "lies outside the board"),
        ("height", 0, "The height is 0"),
        ("height", 10**400, "The height is"),
        ("number", 10**400, "The number is too large"),
    ],
)
def test_values_beyond_the_limits_are_refused_by_name(field: str, value: Any, why: str) -> None:
    with pytest.raises(LimitError, match=why):
        check_record(replace(NOTE, **{field: value}))


def test_names_are_shorter_than_texts_wherever_they_stand() -> None:
    with pytest.raises(LimitError, match="name"):
        check_record(Stage("s", "x" * 201))
    with pytest.raises(LimitError, match="department"):
        check_record(Participant("p", "Ann", "x" * 201))
    check_record(Stage("s", "Book", "x" * 201))


def test_every_text_in_a_list_is_checked() -> None:
    from motworkshop.model.records import About

    with pytest.raises(LimitError, match="The prompts has 10,001 characters"):
        check_record(About("w", "T", prompts=("short", "x" * 10_001)))


def test_there_are_eight_styles() -> None:
    check_record(Category("c", "Rescue", 8))
    with pytest.raises(LimitError, match="The style is 9; it goes from 1 to 8"):
        check_record(Category("c", "Rescue", 9))


def test_minutes_are_not_negative() -> None:
    with pytest.raises(LimitError, match="planned"):
        check_record(Phase("p", PhaseKind.VOTE, -5))


def test_metrics_may_be_any_finite_number() -> None:
    check_record(Metric("m", "k", "Revenue", baseline=-1e12, target=5_000_000_000))
    with pytest.raises(LimitError, match="target"):
        check_record(Metric("m", "k", "Revenue", target=float("inf")))


GOOD: dict[str, list[Any]] = {
    "text": ["Pays", "é\n😀", "x" * 10_000, ""],
    "channel": ["", "x" * 200],
    "emotion": [None, -2, 2],
    "importance": [None, 1, 5],
    "x": [0.0, -10_000_000.0, 3],
    "is_locked": [True, False],
    "control": [None, Control.NONE],
}
BAD: list[tuple[str, Any]] = [
    ("text", "x" * 10_001),
    ("channel", "x" * 201),
    ("text", "a\0b"),
    ("details", "\ud800"),
    ("emotion", 3),
    ("importance", 2.5),
    ("x", float("nan")),
    ("y", float("-inf")),
    ("y", 10_000_001),
    ("height", 0),
    ("height", 10**400),
    ("number", 10**400),
    ("picture", b"no id"),
]


@given(
    st.lists(st.fixed_dictionaries({key: st.sampled_from(some) for key, some in GOOD.items()})),
    st.sampled_from(BAD),
    st.booleans(),
)
def test_of_many_records_each_is_refused_that_would_be_refused_alone(
    some: list[dict[str, Any]], bad: tuple[str, Any], is_bad: bool
) -> None:
    notes = [replace(NOTE, id=str(place)) for place in range(60)]
    notes += [replace(NOTE, id=f"s{place}", **values) for place, values in enumerate(some)]
    if is_bad:
        notes.insert(len(some), replace(NOTE, id="bad", **dict([bad])))
    change = Change({note.id: (None, note) for note in notes})

    def refusal(check: Callable[[], object]) -> str:
        try:
            check()
        except LimitError as error:
            return str(error)
        return ""

    def check_each() -> None:
        for note in notes:
            check_record(note)

    alone = refusal(check_each)
    assert refusal(lambda: check_limits(change)) == alone
    assert bool(alone) == (is_bad and bad[0] != "picture")
