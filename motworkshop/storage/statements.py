"""A change as rows to insert, update and delete, written over one connection."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    bindparam,
    delete,
    insert,
    update,
)
from sqlalchemy import Table as SqlTable
from sqlalchemy.sql.dml import UpdateBase

from motworkshop.model.change import Change, Pair
from motworkshop.model.records import Record
from motworkshop.storage.rows import Ledger, Row, Table, tables
from motworkshop.storage.tables import LedgerRow

Build: TypeAlias = Callable[[SqlTable], UpdateBase]
NewValues: TypeAlias = dict[Column[Any], BindParameter[Any]]


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


def work_of(change: Change) -> list[TableWork]:
    """What a change does to each table; within one, rows in the order of their random ids, so
    that the file's pages do not tell who voted before whom."""
    pairs: dict[type[Record], list[Pair]] = {}
    for _key, (old, new) in sorted(change.pairs.items()):
        record = old if old is not None else new
        if record is not None:
            pairs.setdefault(type(record), []).append((old, new))
    return [_work(tables()[kind], several) for kind, several in pairs.items()]


def _work(table: Table, pairs: Sequence[Pair]) -> TableWork:
    work = TableWork(table)
    rows = iter(full_rows(table, [one for pair in pairs for one in pair if one is not None]))
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


def full_rows(table: Table, records: Iterable[object]) -> list[Row]:
    """The rows of records with their checksums."""
    rows = [table.row(record) for record in records]
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
        self._run(insert, name, work.added)

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
            statement = build(LedgerRow.metadata.tables[name])
            self._built[build, name] = str(statement.compile(dialect=self._connection.dialect))
        done = self._connection.exec_driver_sql(self._built[build, name], list(rows))
        if done.rowcount != len(rows):
            raise RowConflictError(name)


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
