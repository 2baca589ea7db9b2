"""What a connection shows, checked: the schema that we know, every checksum, every ledger."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from operator import ne
from typing import cast

from motworkshop.model.records import About, Record
from motworkshop.model.workshop import Workshop
from motworkshop.storage.rows import Ledger, Row, Table, tables

MOST_ROWS = 1_000_000
"""Per table; a save that would go beyond is refused, so every file that was written can be read."""

LEDGER_DDL = "CREATE TABLE ledger (name TEXT NOT NULL, count INTEGER NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (name)) WITHOUT ROWID, STRICT"


class ContentError(ValueError):
    """The file does not hold what was written; says it in words that go after "is damaged:"."""


def load(connection: sqlite3.Connection) -> Workshop:
    """The workshop behind a connection.

    Raises:
        ContentError: it is not as it was written. Damage can also surface as sqlite3.Error and as
            the faults of decoding; `read` is the boundary for all of them.
    """
    records: list[Record] = []
    for problem in schema_problems(connection):
        raise ContentError(problem)
    ledgers = ledgers_of(connection)
    for table in tables().values():
        found, problem = read_table(connection, table, ledgers)
        if problem:
            raise ContentError(problem)
        records.extend(found)
    for problem in record_problems(records):
        raise ContentError(problem)
    return Workshop(records)


def read_table(
    connection: sqlite3.Connection, table: Table, ledgers: Mapping[str, Ledger]
) -> tuple[list[Record], str]:
    """The records of a table and what is wrong with it, "" when nothing is."""
    names = ", ".join(f'"{name}"' for name in (*table.names, "checksum"))
    rows = connection.execute(
        f'SELECT {names} FROM "{table.name}" LIMIT {MOST_ROWS + 1}'
    ).fetchall()
    if len(rows) > MOST_ROWS:
        return [], f"it holds more rows of kind {table.name} than a workshop can"
    sound: list[Row] = [row[:-1] for row in rows]
    sums: list[int] = [row[-1] for row in rows]
    false = sum(map(ne, table.checksums(sound), sums))
    if false:
        return [], f"{false} of {len(rows)} rows of kind {table.name} are not as they were written"
    if Ledger().plus(sums) != ledgers.get(table.name):
        return [], f"the rows of kind {table.name} are not all there, or not of one time"
    return table.records(sound), ""


def schema_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What differs from the schema that we write: an allow-list, so that no trigger, view,
    constraint, default or generated column of a stranger ever runs."""
    known = {squeezed(ddl) for ddl in ddl_of_all()}
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema LIMIT 1000").fetchall()
    present = {squeezed(sql) for _type, _name, sql in found if sql}
    for kind, name, sql in found:
        if squeezed(sql or "") not in known:
            yield f"it holds a {kind} “{name}” that does not belong there"
    for ddl in known - present:
        yield f"a table is missing ({ddl.removeprefix('createtable').split('(')[0]})"
    if len(found) != len(known) and present == known:
        yield "a table is there twice"


def ddl_of_all() -> Iterator[str]:
    """The statement that creates each table, as the records say it; spacing and quotes aside, the
    one that SQLModel's tables give (a test compares)."""
    yield LEDGER_DDL
    for table in tables().values():
        columns = ", ".join(
            f"{one.name} {one.sql_type}{'' if one.is_nullable else ' NOT NULL'}"
            for one in table.columns
        )
        yield (
            f"CREATE TABLE {table.name} ({columns}, checksum INTEGER NOT NULL, "
            "PRIMARY KEY (id)) WITHOUT ROWID, STRICT"
        )


def squeezed(ddl: str) -> str:
    """A statement without what does not matter in it."""
    return re.sub(r'[\s"]+', "", ddl).lower()


def ledgers_of(connection: sqlite3.Connection) -> dict[str, Ledger]:
    """The ledger of each table as the file has it."""
    rows = connection.execute("SELECT name, count, sum FROM ledger LIMIT 1000").fetchall()
    return {cast("str", name): Ledger(count, total) for name, count, total in rows}


def record_problems(records: list[Record]) -> Iterator[str]:
    """What is wrong with the records as a whole."""
    titles = sum(type(record) is About for record in records)
    if titles != 1:
        yield f"it holds {titles} title records instead of one"
    if len({record.id for record in records}) != len(records):
        yield "two of its records have the same id"
