"""Small sums that the method names: half up, gap, opportunity, means."""

from collections.abc import Iterable
from math import floor

from motworkshop.model.records import Note


def half_up(value: float) -> int:
    """The nearest whole number, halves upwards (METHOD.md, measures)."""
    return floor(value + 0.5)


def mean(values: Iterable[float | None]) -> float | None:
    """The arithmetic mean of the values that are there; None where there is none."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def gap(note: Note) -> int | None:
    """Expectation − experience; None unless both are scored."""
    if note.expectation is None or note.experience is None:
        return None
    return note.expectation - note.experience


def opportunity(note: Note) -> int | None:
    """importance + max(importance − experience, 0), after Ulwick; None unless both are scored."""
    if note.importance is None or note.experience is None:
        return None
    return note.importance + max(note.importance - note.experience, 0)
