"""A change as rows to insert, update and delete, written over one connection."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from types import MappingProxyType
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    bindparam,
    delete,
    insert,
    literal_column,
    null,
    update,
)
from sqlalchemy import Table as SqlTable
from sqlalchemy.sql.dml import UpdateBase

from motworkshop.model.change import Change, Pair
from motworkshop.model.records import Record
from motworkshop.storage.columns import SqlValue
from motworkshop.storage.rows import Ledger, Row, RowsMade, Table, tables
from motworkshop.storage.tables import LedgerRow

Build: TypeAlias = Callable[[SqlTable], UpdateBase]
NewValues: TypeAlias = dict[Column[Any], BindParameter[Any]]
MANY = 100
"""Of so many rows it is worth to look what they have in common."""
TOGETHER = 200
"""So many go in one statement."""
_EMPTY: Mapping[object, ColumnElement[Any]] = MappingProxyType(
    {None: null(), "": literal_column("''")}
)


class RowConflictError(Exception):
    """A row is not in the file as the change knew it."""


@dataclass
class TableWork:
    """What a change does to one table: rows with their checksum last."""

    table: Table
    gone: list[Row] = field(default_factory=list)
    changed: list[tuple[Row, Row]] = field(default_factory=list)
    added: list[Row] = field(default_factory=list)

    def ledger(self, before: Ledger) -> Ledger:
        """The table's ledger after this work."""
        out = [*self.gone, *(old for old, _new in self.changed)]
        come = [*self.added, *(new for _old, new in self.changed)]
        return before.minus(map(_checksum, out)).plus(map(_checksum, come))


def work_of(change: Change, made: RowsMade) -> list[TableWork]:
    """What a change does to each table; within one, rows in the order of their random ids, so
    that the file's pages do not tell who voted before whom."""
    made.add(change)
    pairs: dict[type[Record], list[Pair]] = {}
    for _key, (old, new) in sorted(change.pairs.items()):
        record = old if old is not None else new
        if record is not None:
            pairs.setdefault(type(record), []).append((old, new))
    return [_work(tables()[kind], several, made) for kind, several in pairs.items()]


def _work(table: Table, pairs: Sequence[Pair], made: RowsMade) -> TableWork:
    work = TableWork(table)
    records = (one for pair in pairs for one in pair if one is not None)
    rows = iter(_with_checksums(table, list(map(made.row, records))))
    for old, new in pairs:
        if old is None:
            work.added.append(next(rows))
        elif new is None:
            work.gone.append(next(rows))
        else:
            work.changed.append((next(rows), next(rows)))
    return work


def full_row(table: Table, record: object) -> Row:
    """The row of a record with its checksum."""
    return full_rows(table, [record])[0]


def full_rows(table: Table, records: Sequence[object]) -> list[Row]:
    """The rows of records with their checksums."""
    return _with_checksums(table, table.rows(records))


def _with_checksums(table: Table, rows: Sequence[Row]) -> list[Row]:
    return [(*row, checksum) for row, checksum in zip(rows, table.checksums(rows), strict=True)]


def _checksum(row: Row) -> int:
    checksum = row[-1]
    if not isinstance(checksum, int):
        raise TypeError(f"{checksum!r} is not a checksum")
    return checksum


class Statements:
    """The statements of all tables, built by Core once each; the driver's own cache keeps them
    prepared, so that one edit costs little more than its syncs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._built: dict[tuple[Build, str], str] = {}

    def write(self, work: TableWork) -> None:
        """Write the rows.

        Raises:
            RowConflictError: a row to change or delete is not there with its old checksum.
        """
        name = work.table.name
        self._run(_delete, name, [(row[0], row[-1]) for row in work.gone])
        changed = [(*new[1:], old[0], old[-1]) for old, new in work.changed]
        self._run(_update, name, changed)
        self._insert(name, work.added)

    def write_ledger(self, name: str, before: Ledger, after: Ledger) -> None:
        """Bring a table's ledger up to date, provided that it is what we know."""
        row = (after.count, after.sum, name, before.count, before.sum)
        self._run(_update_ledger, "ledger", [row])

    def insert_ledgers(self, ledgers: Mapping[str, Ledger]) -> None:
        """Write all ledgers of a new file."""
        self._run(insert, "ledger", [(name, one.count, one.sum) for name, one in ledgers.items()])

    def _run(self, build: Build, name: str, rows: Sequence[Row]) -> None:
        if not rows:
            return
        if (build, name) not in self._built:
            self._built[build, name] = self._compiled(build(LedgerRow.metadata.tables[name]))
        self._execute(self._built[build, name], name, list(rows), len(rows))

    def _insert(self, name: str, rows: Sequence[Row]) -> None:
        """Fields that are empty in all of many rows stand in the statement itself: to hand over
        each of them took two thirds of the time in which thousands of notes are written. Many rows
        go in one statement, because for each the writer lets the window's thread go first."""
        if len(rows) < MANY or bytes in map(type, rows[0]):  # pictures would be copied all at once
            self._run(insert, name, rows)
            return
        table = LedgerRow.metadata.tables[name]
        columns = list(zip(*rows, strict=True))
        told = [place for place, cells in enumerate(columns) if not _are_empty(cells)]
        fields = {
            field.name: bindparam(field.name) if place in told else _EMPTY[columns[place][0]]
            for place, field in enumerate(table.c)
        }
        into, values, row = self._compiled(insert(table).values(fields)).partition(" VALUES ")
        for first in range(0, len(rows), TOGETHER):
            some = rows[first : first + TOGETHER]
            given = tuple(chain.from_iterable(map(itemgetter(*told), some)))
            self._execute(f"{into}{values}{', '.join([row] * len(some))}", name, given, len(some))

    def _compiled(self, statement: UpdateBase) -> str:
        return str(statement.compile(dialect=self._connection.dialect))

    def _execute(self, statement: str, name: str, given: Row | list[Row], count: int) -> None:
        done = self._connection.exec_driver_sql(statement, given)
        if done.rowcount != count:
            raise RowConflictError(name)


def _are_empty(cells: Sequence[SqlValue]) -> bool:
    first = cells[0]
    return (first is None or first == "") and cells.count(first) == len(cells)


def _delete(table: SqlTable) -> UpdateBase:
    return delete(table).where(table.c.id == bindparam("key"), _is_still(table, "checksum"))


def _update(table: SqlTable) -> UpdateBase:
    new: NewValues = {one: bindparam(f"new_{one.name}") for one in table.c if one.name != "id"}
    same = table.c.id == bindparam("key")
    return update(table).values(new).where(same, _is_still(table, "checksum"))


def _update_ledger(table: SqlTable) -> UpdateBase:
    new: NewValues = {one: bindparam(f"new_{one.name}") for one in table.c if one.name != "name"}
    same = table.c.name == bindparam("key")
    return update(table).values(new).where(same, _is_still(table, "count"), _is_still(table, "sum"))


def _is_still(table: SqlTable, column: str) -> ColumnElement[bool]:
    return table.c[column] == bindparam(f"was_{column}")
