"""Is a workshop file sound? Everything that is wrong with it, not only the first."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from motworkshop.model.records import KINDS, Record
from motworkshop.storage.contents import (
    has_too_many,
    ledgers_of,
    read_table,
    record_problems,
    version_of,
)
from motworkshop.storage.errors import DamagedFileError
from motworkshop.storage.kept import KeptStep
from motworkshop.storage.migrations import schema_at, tables_at
from motworkshop.storage.read import DAMAGE, read_with
from motworkshop.storage.rows import all_tables
from motworkshop.storage.schema import problems


def check_file(path: Path) -> list[str]:
    """What is wrong with a workshop file, each in words that go after "it is damaged:"; [] when it
    is sound.

    Raises:
        FileMissingError, FileUnreadableError, NotAWorkshopError, FileTooNewError, FileLockedError
    """
    try:
        return read_with(path, lambda connection: list(_problems(connection)))
    except DamagedFileError as fault:
        return [fault.why]


def _problems(connection: sqlite3.Connection) -> Iterator[str]:
    version = version_of(connection)
    strange = list(problems(connection, schema_at(version)))
    if strange:
        yield from strange
        return
    large = [name for name in tables_at(version) if has_too_many(connection, name)]
    if large:  # what follows would take long
        yield from (f"it holds more rows of kind {name} than a workshop can" for name in large)
        return
    for (report,) in connection.execute("PRAGMA integrity_check(20)"):
        if report != "ok":
            yield f"SQLite reports: {' '.join(report.split())}"
    yield from _problems_of_rows(connection, version)


def _problems_of_rows(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    ledgers = ledgers_of(connection)
    records: list[Record] = []
    sound = True
    for table in all_tables().values():
        try:
            found, problem = read_table(connection, table, ledgers, version)
        except DAMAGE:
            found, problem = [], f"the rows of kind {table.name} cannot be read"
        if problem:
            sound = False
            yield problem
        if table.kind in KINDS:
            records.extend(found)
        elif table.kind is KeptStep and not problem:
            yield from _problems_of_steps(cast("list[KeptStep]", found))
    if sound:
        yield from record_problems(records)


def _problems_of_steps(steps: list[KeptStep]) -> Iterator[str]:
    if not steps:
        return
    from motworkshop.storage.kept_steps import unpacked  # brings SQLModel along

    for step in steps:
        try:
            unpacked(step.content)
        except DAMAGE:
            yield f"step {step.position} of the undo history cannot be read"
