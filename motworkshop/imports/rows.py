"""The rows of a sheet by field, and how the value of a cell is told or refused."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from motworkshop.errors import RefusedError, UnreadableInputError
from motworkshop.imports.columns import key, match_columns
from motworkshop.imports.fields import Field
from motworkshop.imports.outcome import Refusal
from motworkshop.imports.sheet import Numbering, Sheet, shortened
from motworkshop.model.limits import TEXT_LENGTH, TITLE_LENGTH, UNTYPEABLE
from motworkshop.values import dataclass

T = TypeVar("T")

_WHOLE = re.compile(r"([+-]?)(\d{1,12})(?:[.,]0{1,2})?")  # “4.0” is 4, but “1,000” is not 1
_MINUS = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-"})


class RowError(RefusedError):
    """A row cannot be taken; says which column holds what, and what it may hold."""


@dataclass(frozen=True)
class Table:
    """Which column holds which field, and what the columns are called in the file."""

    columns: Mapping[str, int]
    headers: tuple[str, ...]
    ignored: tuple[str, ...]
    numbered_by: Numbering

    def called(self, field: str) -> str:
        """The column of a field as the file names it."""
        at = self.columns.get(field)
        return f"“{field if at is None else self.headers[at]}”"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a table, read field by field; whatever cannot be taken raises a `RowError`."""

    number: int
    cells: tuple[str, ...]
    table: Table

    @property
    def where(self) -> str:
        """The row as a person finds it: “row 7”."""
        return f"{self.table.numbered_by} {self.number}"

    def text(self, field: str, most: int = TEXT_LENGTH) -> str:
        """The text of a cell as it stands there, but for white space around it."""
        at = self.table.columns.get(field)
        text = "" if at is None else self.cells[at].strip()
        if not text:
            return ""
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if len(text) > most:
            raise RowError(
                f"{self.table.called(field)} has {len(text):,} characters; at most {most:,} fit."
            )
        if UNTYPEABLE.search(text):
            raise RowError(f"{self.table.called(field)} holds a character that no text can have.")
        return text

    def title(self, field: str) -> str:
        """A short text: a name, a channel, a department."""
        return self.text(field, TITLE_LENGTH)

    def needed(self, field: str, most: int = TEXT_LENGTH) -> str:
        """A text that every row must have."""
        text = self.text(field, most)
        if not text:
            raise RowError(f"{self.table.called(field)} is empty; every row needs it.")
        return text

    def whole(self, field: str, allowed: range) -> int | None:
        """A whole number, None where the cell is empty."""
        text = self.title(field)
        if not text:
            return None
        number = whole_number(text)
        if number is None or number not in allowed:
            least, last = _signed(allowed[0], allowed), _signed(allowed[-1], allowed)
            raise self.wrong(field, text, f"a whole number from {least} to {last}")
        return number

    def choice(self, field: str, words: Mapping[str, T], allowed: str) -> T | None:
        """What a word means, None where the cell is empty; `words` are in their `key` form."""
        text = self.title(field)
        if not text:
            return None
        meant = words.get(key(text))
        if meant is None:
            raise self.wrong(field, text, allowed)
        return meant

    def wrong(self, field: str, text: str, allowed: str) -> RowError:
        """The refusal of a value, with what is allowed instead."""
        return RowError(f"{self.table.called(field)} is “{shortened(text)}”; it must be {allowed}.")


def entries_of(
    sheet: Sheet, fields: Iterable[Field], mapping: Mapping[str, str]
) -> tuple[Table, list[Entry]]:
    """Find the columns of a sheet, and its rows by field; a sheet without rows is refused."""
    matching = match_columns(sheet.headers, tuple(fields), mapping)
    if not sheet.rows:
        raise UnreadableInputError(
            "There is nothing to import: no row stands below the names of the columns."
        )
    table = Table(matching.columns, sheet.headers, matching.ignored, sheet.numbered_by)
    return table, [Entry(row.number, row.cells, table) for row in sheet.rows]


def each(
    entries: Iterable[Entry], read: Callable[[Entry], T]
) -> tuple[list[tuple[Entry, T]], list[Refusal]]:
    """Every row with what it says, and the rows that say nothing that can be taken."""
    taken: list[tuple[Entry, T]] = []
    refused: list[Refusal] = []
    for entry in entries:
        try:
            taken.append((entry, read(entry)))
        except RowError as error:
            refused.append(Refusal(entry.number, str(error)))
    return taken, refused


def in_order(refused: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Refusals as they follow one another in the file."""
    return tuple(sorted(refused, key=lambda refusal: refusal.row))


def whole_number(text: str) -> int | None:
    """The whole number that a text says: “4”, “4.0”, “+1”, “−1” with the minus of typesetters."""
    found = _WHOLE.fullmatch(text.translate(_MINUS))
    return int(found[1] + found[2]) if found else None


def _signed(number: int, allowed: range) -> str:
    if allowed[0] >= 0:
        return f"{number:,}"
    return f"{number:+d}".replace("-", "−") if number else "0"
