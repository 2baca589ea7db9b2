"""Is a workshop file sound? Everything that is wrong with it, not only the first."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from motworkshop.model.records import Record
from motworkshop.storage.contents import (
    ledgers_of,
    read_table,
    record_problems,
    schema_problems,
)
from motworkshop.storage.errors import DamagedFileError
from motworkshop.storage.read import DAMAGE, read_with
from motworkshop.storage.rows import tables


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
    strange = list(schema_problems(connection))
    if strange:
        yield from strange
        return
    for (report,) in connection.execute("PRAGMA integrity_check(20)"):
        if report != "ok":
            yield f"SQLite reports: {' '.join(report.split())}"
    ledgers = ledgers_of(connection)
    records: list[Record] = []
    sound = True
    for table in tables().values():
        try:
            found, problem = read_table(connection, table, ledgers)
        except DAMAGE:
            found, problem = [], f"the rows of kind {table.name} cannot be read"
        if problem:
            sound = False
            yield problem
        records.extend(found)
    if sound:
        yield from record_problems(records)
