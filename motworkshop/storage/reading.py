"""The one connection over which a workshop file is read, with what a stranger's file may do."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from motworkshop.collecting import collection_paused

BUSY_SECONDS = 10.0
"""How long a reader waits for a writer's commit, and a writer for short readers."""

LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 * 1024**2,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1024**2,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 4,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
}
"""The same for reading and writing, so that nothing is written that cannot be read."""


def uri(path: Path, mode: str) -> str:
    """The SQLite URI of an absolute path; `mode` is "ro" or "rw" and never creates a file."""
    posix = os.fsencode(path.as_posix())
    slash = "" if posix.startswith(b"/") else "/"  # C:/… becomes /C:/…
    return f"file://{slash}{quote(posix)}?mode={mode}"


def set_limits(connection: sqlite3.Connection) -> None:
    """Bound what one statement or value can be."""
    for limit, most in LIMITS.items():
        connection.setlimit(limit, most)


@contextmanager
def reading(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """A connection inside one read transaction: a state between two edits, never half of one.

    With mode "rw" SQLite may roll back what a killed writer left half done; nothing else is written.
    """
    opened = sqlite3.connect(uri(path, mode), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    with closing(opened) as connection:
        set_limits(connection)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("BEGIN")
        with collection_paused():
            yield connection
