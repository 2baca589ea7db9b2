"""Records as rows and back, with a checksum for each row (safety.md, decision 6)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache, cached_property
from itertools import repeat
from operator import attrgetter
from struct import unpack
from typing import Any, TypeAlias, get_type_hints

from motworkshop.model.change import Change
from motworkshop.model.records import KINDS, Record
from motworkshop.storage.columns import Column, SqlValue, column
from motworkshop.storage.kept import KEPT
from motworkshop.values import dataclass, pouring

Row: TypeAlias = tuple[SqlValue, ...]
"""The values of one row in the order of the columns, without the checksum."""

Columns: TypeAlias = list[tuple[SqlValue, ...]]
"""The same of many rows, column by column; empty where there are no rows. Any column but the first
may hold one value that stands for all (see `shortened`)."""

LEDGER_MODULUS = 2**63

REWRITE_DUE = "rewrite due"
"""A row of the ledger; its count is 1 from the close of a secret round until the file is rewritten,
so that a program killed in between leaves the task to the next one."""


@dataclass(frozen=True)
class Table:
    """The table of one kind of record; the columns are its fields."""

    kind: type[Any]
    name: str
    columns: tuple[Column, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, without the checksum."""
        return tuple(one.name for one in self.columns)

    @cached_property
    def _values(self) -> Callable[[object], tuple[object, ...]]:
        return attrgetter(*self.names)

    def row(self, record: object) -> Row:
        """The row of a record."""
        return self.rows([record])[0]

    def rows(self, records: Sequence[object]) -> list[Row]:
        """The rows of these records, worked column by column.

        Raises:
            TypeError: a value is not what its column holds.
        """
        columns = zip(*map(self._values, records), strict=True)
        stored = map(Column.stored_values, self.columns, columns)
        return list(zip(*stored, strict=True))

    def records(self, rows: Sequence[Row]) -> list[Record]:
        """The records of these rows; see `records_of`."""
        return self.records_of(list(zip(*rows, strict=True)))

    def records_of(self, columns: Columns) -> list[Record]:
        """The records that stand in these columns.

        Worked column by column: a quarter of the time of calling 10,000 frozen constructors, which
        only do the same (a test compares).

        Raises:
            ValueError, LookupError, TypeError: a value is not what its column holds.
        """
        if not columns:
            return []
        count = len(columns[0])
        pairs = zip(self.columns, columns, strict=True)
        return self._pour([_for_all(one.values(cells), count) for one, cells in pairs])

    @cached_property
    def _pour(self) -> Callable[[Sequence[Iterable[object]]], list[Record]]:
        return pouring(self.kind)

    def refuse_beyond_limits(self, rows: Sequence[Row]) -> None:
        """Raise an UnfitError for a value that no workshop can hold."""
        for one, cells in zip(self.columns, zip(*rows, strict=True), strict=bool(rows)):
            one.refuse_beyond_limits(cells)

    def checksums(self, rows: Iterable[Row]) -> list[int]:
        """For each row 64 bits over table name and values, signed as SQLite keeps integers.

        `ascii` of a tuple of text, numbers, bytes and None is the same in every version of Python
        and differs for any two different rows. The name keeps a row from passing in another table.
        """
        from hashlib import blake2b  # it comes with OpenSSL, which a start can do without

        name = self.name
        digests = [blake2b(f"{name}{row!a}".encode(), digest_size=8).digest() for row in rows]
        return list(unpack(f">{len(digests)}q", b"".join(digests)))


def _for_all(values: Sequence[object], count: int) -> Iterable[object]:
    """As many values as there are rows, of a column that may be shortened."""
    return values if len(values) == count else repeat(values[0], count)


def shortened(columns: Columns) -> Columns:
    """The same, with a single value where all rows have it: most fields of most notes are empty, and
    what does not come does not have to be read, either. The first column tells how many there are.
    """
    return [*columns[:1], *map(_shortened, columns[1:])]


def _shortened(cells: tuple[SqlValue, ...]) -> tuple[SqlValue, ...]:
    is_same = len(set(cells)) == 1 and len(set(map(type, cells))) == 1  # 1 equals 1.0
    return cells[:1] if is_same else cells


class RowsMade:
    """The rows of the records of changes, each made once: a step of the history holds what the
    change holds that is saved with it. By the record itself; those that are equal are many."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Record, Row]] = {}

    def add(self, change: Change) -> None:
        """Make what is not made yet."""
        kinds: dict[type[Record], list[Record]] = {}
        for pair in change:
            for record in pair:
                if record is not None and id(record) not in self._made:
                    kinds.setdefault(type(record), []).append(record)
        for kind, records in kinds.items():
            rows = tables()[kind].rows(records)
            self._made.update(zip(map(id, records), zip(records, rows, strict=True), strict=True))

    def row(self, record: Record) -> Row:
        """The row of a record of a change that was added."""
        return self._made[id(record)][1]


@dataclass(frozen=True, slots=True)
class Ledger:
    """How many rows a table holds and the sum of their checksums, modulo 2⁶³."""

    count: int = 0
    sum: int = 0

    def plus(self, checksums: Iterable[int]) -> "Ledger":
        """The ledger after rows with these checksums were added."""
        added = list(checksums)
        return Ledger(self.count + len(added), (self.sum + sum(added)) % LEDGER_MODULUS)

    def minus(self, checksums: Iterable[int]) -> "Ledger":
        """The ledger after rows with these checksums were taken out."""
        taken = list(checksums)
        return Ledger(self.count - len(taken), (self.sum - sum(taken)) % LEDGER_MODULUS)


@cache
def all_tables() -> Mapping[str, Table]:
    """Every table of a file but the ledger, by name."""
    every = (*tables().values(), *(_table_of(kind) for kind in KEPT))
    return {table.name: table for table in every}


@cache
def tables() -> Mapping[type[Record], Table]:
    """The tables of all kinds."""
    return {kind: _table_of(kind) for kind in KINDS}


def _table_of(kind: type[Any]) -> Table:
    hints = get_type_hints(kind)
    columns = tuple(column(field.name, hints[field.name]) for field in fields(kind))
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    return Table(kind, name, columns)
