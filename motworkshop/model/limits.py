"""What a value may hold: lengths, ranges and finite numbers (safety.md, section 5)."""

import re
from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from math import isfinite
from operator import attrgetter
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change
from motworkshop.model.records import Record

TEXT_LENGTH = 10_000
TITLE_LENGTH = 200
COORDINATE = 10_000_000.0
NOTES_PER_BOARD = 100_000
MANY = 50
"""So many records are looked through field by field."""
UNTYPEABLE = re.compile("[\0\ud800-\udfff]")
"""NUL and lone surrogates: no file format can hold them."""
MEDIA_TYPES = frozenset({"image/png", "image/jpeg"})
PICTURE_BYTES = 20_000_000
PICTURE_PIXELS = 50_000_000
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
    "planned_second": range(10_001),
}


class LimitError(RefusedError):
    """A value is too long, out of its range or not a finite number."""


def check_limits(change: Change) -> None:
    """Refuse a change that brings in a value beyond the limits.

    Raises:
        LimitError: names the field and what it may hold.
    """
    records = [new for _old, new in change if new is not None]
    plain = _plain_kinds(records) if len(records) >= MANY else ()
    for record in records:
        if type(record) not in plain:
            check_record(record)


def check_record(record: Record) -> None:
    """Refuse a record with a value beyond the limits; see `check_limits`."""
    kind: type = type(record)
    for name in _names(kind):
        value = getattr(record, name)
        kind = type(value)
        if kind is str:
            if value and not (len(value) <= TITLE_LENGTH and _is_plain(value)):
                _check_text(name, value)
        elif kind is int or kind is float:
            _check_number(name, value)
        elif kind is bytes:
            _check_content(value)
        elif kind is tuple:
            for part in value:
                if isinstance(part, str):
                    _check_text(name, part)


def _plain_kinds(records: Iterable[Record]) -> set[type]:
    """The kinds of which a quick look, field by field, shows that all of them are good: thousands
    are pasted at once."""
    kinds: dict[type, list[Record]] = {}
    for record in records:
        kinds.setdefault(type(record), []).append(record)
    return {
        kind
        for kind, several in kinds.items()
        if all(_are_good(name, list(map(attrgetter(name), several))) for name in _names(kind))
    }


def _are_good(name: str, values: list[Any]) -> bool:
    first = values[0]  # most fields of what is pasted are empty, or the same in all of it
    if (first is None or type(first) is str) and values.count(first) == len(values):
        values = [first]
    kinds = set(map(type, values))
    if kinds & {bytes, tuple}:
        return False
    if str in kinds:
        texts = values if len(kinds) == 1 else [one for one in values if type(one) is str]
        if not _are_good_texts(name, texts):
            return False
    if not kinds & {int, float}:
        return True
    return _are_good_numbers(name, [one for one in values if type(one) in {int, float}])


def _are_good_texts(name: str, texts: list[str]) -> bool:
    most = TITLE_LENGTH if name in TITLES else TEXT_LENGTH
    joined = "".join(texts)
    return max(map(len, texts)) <= most and is_typeable(joined)


def _are_good_numbers(name: str, numbers: list[float]) -> bool:
    least, most = min(numbers), max(numbers)
    allowed = RANGES.get(name)
    if allowed is not None and not all(map(allowed.__contains__, set(numbers))):
        return False
    edge = COORDINATE if name in {"x", "y"} else WHOLE
    return -edge <= least and most <= edge and all(map(isfinite, numbers))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _is_plain(text: str) -> bool:
    """Whether a quick look shows that there is nothing in it that no text can have."""
    return text.isascii() and "\0" not in text


def is_typeable(text: str) -> bool:
    """Whether there is neither NUL nor half a letter in it; a pattern takes ten times as long."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


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


def _check_content(content: bytes) -> None:
    if len(content) > PICTURE_BYTES:
        most = PICTURE_BYTES // 1_000_000
        raise LimitError(f"The picture is larger than {most} MB. Make it smaller.")


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
