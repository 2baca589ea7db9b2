"""All that a file holds, read at once: the workshop, the ledgers, the undo history.

Without the history the work goes on as well, so one that cannot be read is left out and said; the
next save takes it out of the file. Anything else that is not as it was written is refused.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

from motworkshop.errors import WorkshopError
from motworkshop.model.workshop import Workshop
from motworkshop.storage.contents import ContentError, ledgers_of, load, read_table, version_of
from motworkshop.storage.create import rebuild
from motworkshop.storage.errors import DamagedFileError
from motworkshop.storage.journal import journal_of
from motworkshop.storage.kept import KeptStep, KeptVersion
from motworkshop.storage.kept_steps import StepsInFile
from motworkshop.storage.read import DAMAGE, read_with
from motworkshop.storage.rows import Ledger, all_tables

KEPT_STEP = "kept_step"


class Whole(NamedTuple):
    """What a file holds; `version` is that of its format. Where the history is lost, its ledger is
    that of an empty one."""

    workshop: Workshop
    ledgers: dict[str, Ledger]
    steps: StepsInFile
    version: int
    is_history_lost: bool


def whole(connection: sqlite3.Connection) -> Whole:
    """What stands behind a connection.

    Raises:
        ContentError: it is not as it was written.
    """
    version, ledgers = version_of(connection), ledgers_of(connection)
    workshop = load(connection)
    steps = _steps(connection, ledgers, version)
    if steps is None:
        return Whole(workshop, ledgers | {KEPT_STEP: Ledger()}, StepsInFile(), version, True)
    return Whole(workshop, ledgers, steps, version, False)


def _steps(
    connection: sqlite3.Connection, ledgers: Mapping[str, Ledger], version: int
) -> StepsInFile | None:
    """The undo history, None when it cannot be read."""
    try:
        rows, problem = read_table(connection, all_tables()[KEPT_STEP], ledgers, version)
        return None if problem else StepsInFile(cast("list[KeptStep]", rows))
    except DAMAGE as fault:
        code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if code & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise  # the disk, or another program
        return None


def rebuild_if_broken(path: Path, found: Whole) -> bool:
    """Where it is the very pages of the undo history that are broken, SQLite could neither write
    to the file nor take the history out of it. So it is written anew, with all else that it holds.

    Raises:
        DamagedFileError: more than the history is lost. WriteFailedError: it cannot be written.
    """
    if not found.is_history_lost or _is_sound(path):
        return False
    rebuild(path, found.workshop, read_with(path, _versions))
    return True


def _is_sound(path: Path) -> bool:
    try:
        return read_with(path, _quick_report) == "ok"
    except DamagedFileError:
        return False


def _quick_report(connection: sqlite3.Connection) -> str:
    (report,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return str(report)


def _versions(connection: sqlite3.Connection) -> list[KeptVersion]:
    table = all_tables()["kept_version"]
    ledgers, version = ledgers_of(connection), version_of(connection)
    rows, problem = read_table(connection, table, ledgers, version)
    if problem:
        raise ContentError(problem)
    return cast("list[KeptVersion]", rows)


def holds(path: Path, workshop: Workshop, ledgers: Mapping[str, Ledger]) -> bool:
    """Whether a file that nobody here has open holds exactly this, row by row."""
    if journal_of(path).exists():
        return False  # reading it would write to it
    try:
        found = read_with(path, whole)
    except WorkshopError:
        return False
    return found.ledgers == ledgers and found.workshop == workshop
