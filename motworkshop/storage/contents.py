"""What a connection shows, checked: the schema that we know, every checksum, every ledger."""

import sqlite3
from collections.abc import Iterator, Mapping
from operator import ne
from pathlib import Path
from typing import cast

from motworkshop.errors import WriteFailedError
from motworkshop.model.records import About, Record
from motworkshop.model.workshop import Workshop
from motworkshop.storage.columns import UnfitError
from motworkshop.storage.migrations import schema_at, tables_at, upgraded
from motworkshop.storage.rows import REWRITE_DUE, Columns, Ledger, Row, Table, shortened, tables
from motworkshop.storage.schema import problems

MOST_ROWS = 1_000_000
"""Per table; a save that would go beyond is refused, so every file that was written can be read."""


class ContentError(ValueError):
    """The file does not hold what was written; says it in words that go after "is damaged:"."""


def load(connection: sqlite3.Connection) -> Workshop:
    """The workshop behind a connection.

    Raises:
        ContentError: it is not as it was written. Damage can also surface as sqlite3.Error and as
            the faults of decoding; `read` is the boundary for all of them.
    """
    return workshop_of(sound_tables(connection))


def sound_tables(connection: sqlite3.Connection) -> dict[str, Columns]:
    """What stands in every table, all of it as it was written; for `workshop_of`.

    Raises:
        ContentError and others: as `load`.
    """
    version = version_of(connection)
    for problem in problems(connection, schema_at(version)):
        raise ContentError(problem)
    ledgers = ledgers_of(connection)
    sound: dict[str, Columns] = {}
    for table in tables().values():
        sound[table.name], problem = _sound_columns(connection, table, ledgers, version)
        if problem:
            raise ContentError(problem)
    return sound


def workshop_of(sound: Mapping[str, Columns]) -> Workshop:
    """The workshop that these tables hold.

    Raises:
        ContentError and others: as `load`.
    """
    records: list[Record] = []
    for table in tables().values():
        found, problem = _records_of(table, sound[table.name])
        if problem:
            raise ContentError(problem)
        records.extend(found)
    for problem in record_problems(records):
        raise ContentError(problem)
    return Workshop(records)


def read_table(
    connection: sqlite3.Connection, table: Table, ledgers: Mapping[str, Ledger], version: int
) -> tuple[list[Record], str]:
    """The records of a table and what is wrong with it, "" when nothing is."""
    columns, problem = _sound_columns(connection, table, ledgers, version)
    return ([], problem) if problem else _records_of(table, columns)


def _records_of(table: Table, columns: Columns) -> tuple[list[Record], str]:
    try:
        return table.records_of(columns), ""
    except UnfitError as fault:
        return [], f"{table.name} {fault}"


def _sound_columns(
    connection: sqlite3.Connection, table: Table, ledgers: Mapping[str, Ledger], version: int
) -> tuple[Columns, str]:
    """What stands in a table, brought to the present version, and what is wrong with it."""
    if table.name not in tables_at(version):
        return [], ""
    table = tables_at(version)[table.name]
    if has_too_many(connection, table.name):
        return [], f"it holds more rows of kind {table.name} than a workshop can"
    names = ", ".join(f'"{name}"' for name in (*table.names, "checksum"))
    rows = connection.execute(f'SELECT {names} FROM "{table.name}"').fetchall()
    sound: list[Row] = [row[:-1] for row in rows]
    sums: list[int] = [row[-1] for row in rows]
    false = sum(map(ne, table.checksums(sound), sums))
    if false:
        return [], f"{false} of {len(rows)} rows of kind {table.name} are not as they were written"
    if Ledger().plus(sums) != ledgers.get(table.name):
        return [], f"the rows of kind {table.name} are not all there, or not of one time"
    try:
        table.refuse_beyond_limits(sound)
    except UnfitError as fault:
        return [], f"{table.name} {fault}"
    return shortened(list(zip(*upgraded(table.name, sound, version), strict=True))), ""


def has_too_many(connection: sqlite3.Connection, name: str) -> bool:
    """Whether a table holds more rows than a workshop can; counted before any of them is taken in,
    and no further than needed."""
    (count,) = connection.execute(
        f'SELECT count(*) FROM (SELECT 1 FROM "{name}" LIMIT {MOST_ROWS + 1})'
    ).fetchone()
    return int(count) > MOST_ROWS


def refuse_too_many(path: Path, ledgers: Mapping[str, Ledger]) -> None:
    """Raise WriteFailedError where a table would hold more rows than a workshop can."""
    for name, ledger in ledgers.items():
        if ledger.count > MOST_ROWS:
            raise WriteFailedError(
                f"“{path}” was not changed: it would hold more than {MOST_ROWS:,} rows "
                f"of kind {name}. Split the workshop."
            )


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the format that a file has."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def ledgers_of(connection: sqlite3.Connection) -> dict[str, Ledger]:
    """The ledger of each table as the file has it."""
    rows = connection.execute("SELECT name, count, sum FROM ledger LIMIT 1000").fetchall()
    return {
        cast("str", name): Ledger(count, total)
        for name, count, total in rows
        if name != REWRITE_DUE
    }


def is_rewrite_due(connection: sqlite3.Connection) -> bool:
    """Whether a secret round was closed and the file not rewritten since (see `Store`)."""
    (count,) = connection.execute(
        "SELECT total(count) FROM ledger WHERE name = ?", (REWRITE_DUE,)
    ).fetchone()
    return bool(count)


def record_problems(records: list[Record]) -> Iterator[str]:
    """What is wrong with the records as a whole."""
    titles = sum(type(record) is About for record in records)
    if titles != 1:
        yield f"it holds {titles} title records instead of one"
    if len({record.id for record in records}) != len(records):
        yield "two of its records have the same id"
