"""What a value may hold: lengths, ranges and finite numbers (safety.md, section 5)."""

import re
from dataclasses import fields
from math import isfinite

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change
from motworkshop.model.records import Record

TEXT_LENGTH = 10_000
TITLE_LENGTH = 200
COORDINATE = 10_000_000.0
NOTES_PER_BOARD = 100_000
UNTYPEABLE = re.compile("[\0\ud800-\udfff]")
"""NUL and lone surrogates: no file format can hold them."""
DOTS = 2**31 - 1
WHOLE = 2**53
"""The largest whole number that no spreadsheet or JSON reader rounds."""
STYLES = range(1, 9)
TITLES = frozenset({"title", "name", "department", "channel", "voter", "accountable"})
RANGES = {
    "expectation": range(1, 6),
    "experience": range(1, 6),
    "importance": range(1, 6),
    "emotion": range(-2, 3),
    "style": STYLES,
    "height": range(1, 10_001),
    "planned": range(10_001),
}


class LimitError(RefusedError):
    """A value is too long, out of its range or not a finite number."""


def check_limits(change: Change) -> None:
    """Refuse a change that brings in a value beyond the limits.

    Raises:
        LimitError: names the field and what it may hold.
    """
    for _old, new in change:
        if new is not None:
            check_record(new)


def check_record(record: Record) -> None:
    """Refuse a record with a value beyond the limits; see `check_limits`."""
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str):
            _check_text(field.name, value)
        elif isinstance(value, tuple):
            for part in value:
                if isinstance(part, str):
                    _check_text(field.name, part)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            _check_number(field.name, value)


def words(field: str) -> str:
    """The name of a field as people read it."""
    return field.replace("_", " ")


def _check_text(field: str, text: str) -> None:
    most = TITLE_LENGTH if field in TITLES else TEXT_LENGTH
    if len(text) > most:
        raise LimitError(
            f"The {words(field)} has {len(text):,} characters; at most {most:,} fit. Shorten it."
        )
    if UNTYPEABLE.search(text):
        raise LimitError(f"The {words(field)} holds a character that no text can have. Remove it.")


def _check_number(field: str, value: float) -> None:
    allowed = RANGES.get(field)
    if allowed is not None and value not in allowed:
        raise LimitError(
            f"The {words(field)} is {value}; it goes from {allowed[0]} to {allowed[-1]}."
        )
    if isinstance(value, int) and abs(value) > WHOLE:
        raise LimitError(f"The {words(field)} is too large a number.")
    if not isfinite(value) or (field in {"x", "y"} and abs(value) > COORDINATE):
        raise LimitError(f"The {words(field)} {value} lies outside the board.")
