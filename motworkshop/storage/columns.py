"""How a field's value stands in a column: SQL type, and the ways there and back.

Derived from the records, so that reading a file needs no SQLModel (DESIGN.md).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import isfinite
from operator import index
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin

from motworkshop.model.limits import COORDINATE, TEXT_LENGTH, is_typeable

MOST_JSON = 100 * TEXT_LENGTH
UNTYPEABLE_WORDS = "holds a character that no text can have"
PLACES = ("x", "y")
SqlValue: TypeAlias = str | int | float | bytes | None


class UnfitError(ValueError):
    """A value is of the right kind, and yet no workshop can hold it; says so in words that go after
    the name of the table."""


@dataclass(frozen=True)
class Column:
    """One column. `encode` gives the SQL value of one field value; `decode` one field value of an
    SQL value whose type is known to fit, None where both are the same."""

    name: str
    sql_type: str
    is_nullable: bool
    stored: type
    encode: Callable[[Any], SqlValue]
    decode: Callable[[Any], object] | None

    def stored_values(self, values: Sequence[Any]) -> Iterable[SqlValue]:
        """The SQL values of a whole column of field values.

        Raises:
            TypeError: something in it is not what this column holds.
        """
        if self.decode is None and set(map(type, values)) <= self._allowed:
            return values
        return map(self.encode, values)

    def values(self, stored: Sequence[SqlValue]) -> Sequence[object]:
        """The field values of a whole column.

        Raises:
            ValueError, KeyError: something in it is not what this column holds.
        """
        if not set(map(type, stored)) <= self._allowed:
            raise ValueError(f"{self.name} holds a value of the wrong type")
        return stored if self.decode is None else tuple(map(self.decode, stored))

    @cached_property
    def _allowed(self) -> set[type]:
        return {self.stored, NoneType} if self.is_nullable else {self.stored}

    def refuse_beyond_limits(self, stored: Sequence[Any]) -> None:
        """Raise an UnfitError for values beyond the limits. No edit brings in such values, but
        whoever knows the format can write them; and a board with a word of ten million letters on
        it, or a note beyond all numbers, stands still. A NUL would keep its note from any change.
        """
        if self.stored is str:
            most = TEXT_LENGTH if self.decode is None else MOST_JSON
            if max(map(len, filter(None, stored)), default=0) > most:
                raise UnfitError(f"{self.name} holds a longer text than there can be")
            if not is_typeable("".join(filter(None, stored))):
                raise UnfitError(f"{self.name} {UNTYPEABLE_WORDS}")
        elif self.name in PLACES and max(map(abs, stored), default=0.0) > COORDINATE:
            raise UnfitError(f"{self.name} lies outside the board")


def column(name: str, annotation: Any) -> Column:
    """The column of a field with this type."""
    plain = [part for part in get_args(annotation) if part is not NoneType]
    is_nullable = NoneType in get_args(annotation)
    sql_type, stored, encode, decode = _codec(plain[0] if is_nullable else annotation)
    if is_nullable:
        encode, decode = _or_none(encode), decode and _decode_or_none(decode)
    return Column(name, sql_type, is_nullable, stored, encode, decode)


Codec: TypeAlias = tuple[str, type, Callable[[Any], SqlValue], Callable[[Any], object] | None]


def _codec(annotation: Any) -> Codec:
    if get_origin(annotation) is tuple:
        return "TEXT", str, _to_json, _tuple_decoder(get_args(annotation)[0])
    plain: dict[type, Codec] = {
        bool: ("INTEGER", int, _to_whole, {0: False, 1: True}.__getitem__),
        int: ("INTEGER", int, _to_whole, None),
        float: ("REAL", float, _to_real, _finite),
        bytes: ("BLOB", bytes, bytes, None),
        str: ("TEXT", str, _to_text, None),
    }
    if annotation in plain:
        return plain[annotation]
    if not issubclass(annotation, StrEnum):
        raise TypeError(f"no column can hold {annotation}")
    members = {member.value: member for member in annotation}
    return "TEXT", str, _to_text, members.__getitem__


def _or_none(encode: Callable[[Any], SqlValue]) -> Callable[[Any], SqlValue]:
    return lambda value: None if value is None else encode(value)


def _decode_or_none(decode: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda value: None if value is None else decode(value)


_to_text: Callable[[str], str] = str.__str__
"""The text itself, of a StrEnum too; a TypeError for anything else."""


def _to_whole(value: int) -> int:
    return int(index(value))  # `index` refuses 1.5, `int` makes a number of True


def _to_real(value: float) -> float:
    return float(value) + 0.0  # SQLite keeps −0.0 as 0.0, and the checksum must agree


def _finite(value: float) -> float:
    if not isfinite(value):
        raise ValueError("a number is not finite")
    return value


def _to_json(value: tuple[object, ...]) -> str:
    import json  # most columns do without, and so does a start

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _tuple_decoder(part: Any) -> Callable[[str], object]:
    decode = _pairs if get_origin(part) is tuple else _texts
    return lambda text: () if text == "[]" else decode(text)


def _typeable(text: str, parts: Iterable[str]) -> None:
    """Refuse in JSON what can stand in it only as \\u0000 or \\ud800."""
    if "\\u" in text and not all(map(is_typeable, parts)):
        raise UnfitError(UNTYPEABLE_WORDS)


def _texts(text: str) -> tuple[str, ...]:
    import json

    parts = json.loads(text)
    if type(parts) is not list or any(type(part) is not str for part in parts):
        raise ValueError("a list is not one of texts")
    _typeable(text, parts)
    return tuple(parts)


def _pairs(text: str) -> tuple[tuple[str, int], ...]:
    import json

    parts = json.loads(text)
    if type(parts) is not list or any(list(map(type, part)) != [str, int] for part in parts):
        raise ValueError("a list is not one of texts with numbers")
    _typeable(text, (key for key, _number in parts))
    return tuple((key, number) for key, number in parts)
