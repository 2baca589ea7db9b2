"""The connection over which a workshop file is written, with SQLAlchemy Core.

Every transaction begins with BEGIN IMMEDIATE, sent by us: sqlite3's own late BEGIN lost two of
three increments between threads (safety.md, decision 3). One connection, one thread.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from motworkshop.errors import WorkshopError, WriteFailedError
from motworkshop.storage.errors import (
    DamagedFileError,
    FileLockedError,
    FileMovedError,
    StaleFileError,
)
from motworkshop.storage.reading import BUSY_SECONDS, set_limits, uri
from motworkshop.storage.sniff import APPLICATION_ID, MOST_BYTES, USER_VERSION

DURABLE = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",  # macOS: through the disk's own cache; elsewhere without effect
)
BUILDING = (  # a file that is thrown away unless it becomes whole, and synced before it is moved
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = OFF",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {USER_VERSION}",
)
ALWAYS = (
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",  # VACUUM leaves no copy of ballots in a temporary file
)
OF_THE_DISK = (
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,  # a page that could not be read is called so, too
    sqlite3.SQLITE_NOTADB,
)
REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full; free some space and try again",
    sqlite3.SQLITE_IOERR: "the disk refused it; free some space or save elsewhere",
    sqlite3.SQLITE_READONLY: "it may only be read; save elsewhere",
    sqlite3.SQLITE_PERM: "it may only be read; save elsewhere",
    sqlite3.SQLITE_CANTOPEN: "its folder cannot be written; save elsewhere",
    sqlite3.SQLITE_TOOBIG: "a text or picture is too large; make it smaller",
    sqlite3.SQLITE_PROTOCOL: "the drive has trouble with locks; save elsewhere",
}


@contextmanager
def engine_for(path: Path, pragmas: tuple[str, ...]) -> Iterator[Engine]:
    """An engine whose one connection is set up with these pragmas; it never creates a file."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri(path, "rw"), uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        set_limits(connection)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM attaches what it builds
        for pragma in (*pragmas, *ALWAYS):
            connection.execute(pragma)
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute(f"PRAGMA max_page_count = {MOST_BYTES // page_size}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin_immediate)
    try:
        yield engine
    finally:
        engine.dispose()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def driver(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection itself, for what is to happen outside a transaction."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing. SQLAlchemy sends no ROLLBACK when it is the COMMIT that failed (a reader
    stayed too long, the disk is full), and SQLite then keeps its lock and waits for another try."""
    try:
        with connection.begin():
            yield
    except BaseException:
        ours = driver(connection)
        if ours.in_transaction:
            with suppress(sqlite3.Error):  # the journal stays and is rolled back at the next look
                ours.rollback()
        raise


@contextmanager
def told_in_words(path: Path, let_go: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Turn what the disk, the system or another program does to us into a sentence. After a fault
    of the disk the line to the file is let go: the next try needs a new one.

    Faults of our own SQL pass through.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as fault:
        cause = fault.orig if isinstance(fault, DBAPIError) else fault
        if is_of_the_disk(cause):
            let_go()
        error = error_of(path, cause)
        if error is None:
            raise
        raise error from fault


def is_of_the_disk(fault: BaseException | None) -> bool:
    """Whether the disk itself did not do what it was asked, as after a stick was pulled. SQLite
    then forgets what it knew, and would take what it finds for the work of somebody else."""
    code: int | None = getattr(fault, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in OF_THE_DISK


def is_of_the_folder(fault: BaseException | None) -> bool:
    """Whether a transaction stands in the file, and only its folder could not be synced."""
    return getattr(fault, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_DIR_FSYNC


def error_of(path: Path, fault: BaseException | None) -> WorkshopError | None:
    """The error that an sqlite3 fault means for people, None when it is a fault of ours."""
    code: int | None = getattr(fault, "sqlite_errorcode", None)
    if code is None:
        return None
    errors = {
        sqlite3.SQLITE_READONLY_DBMOVED: FileMovedError(path),
        sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: StaleFileError(path),
        sqlite3.SQLITE_BUSY: FileLockedError(
            f"“{path}” is held by another program. Close it there first."
        ),
        sqlite3.SQLITE_CORRUPT: DamagedFileError(path, "SQLite cannot make sense of it"),
        sqlite3.SQLITE_NOTADB: DamagedFileError(path, "SQLite cannot make sense of it"),
    }
    primary = code & 0xFF
    if primary in REASONS:
        errors[primary] = WriteFailedError(f"“{path}” was not changed: {REASONS[primary]}.")
    return errors.get(code) or errors.get(primary)
