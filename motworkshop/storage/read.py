"""Reading a workshop file: no lock of ours, all at once, closed again, beside an open program.

Plain sqlite3, because SQLModel costs more to import than everything else at start (DESIGN.md).
Never read a file that this same process holds open for writing (see `sniff`).
"""

import os
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from motworkshop.model.workshop import Workshop
from motworkshop.storage.contents import ContentError, load, sound_tables, workshop_of
from motworkshop.storage.errors import (
    DamagedFileError,
    FileLockedError,
    FileUnreadableError,
)
from motworkshop.storage.reading import reading
from motworkshop.storage.rows import Columns
from motworkshop.storage.sniff import sniff

T = TypeVar("T")

DAMAGE = (
    sqlite3.Error,
    ValueError,  # UnicodeDecodeError too
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    zlib.error,
)
"""How damage in a file surfaces, in SQLite and in decoding (seen in 2,300 damaged files)."""


class UnfinishedError(Exception):
    """A killed writer left a journal that must be rolled back before the file can be read."""


def read_workshop(path: Path) -> Workshop:
    """The workshop in a file, whole and verified.

    Raises:
        FileMissingError, FileUnreadableError, NotAWorkshopError, FileTooNewError,
        DamagedFileError, FileLockedError
    """
    return read_with(path, load)


def read_tables(path: Path) -> dict[str, Columns]:
    """What stands in the tables of a file that nobody left half written, verified; for another
    process to make a workshop of.

    Raises:
        UnfinishedError, and what `read_workshop` raises.
    """
    return _attempt(sniff(path), "ro", sound_tables)


def workshop_read(path: Path, tables: Mapping[str, Columns]) -> Workshop:
    """The workshop of a file of which these are the tables.

    Raises:
        DamagedFileError
    """
    return read_back(Path(os.path.realpath(path)), partial(workshop_of, tables))


def read_with(path: Path, work: Callable[[sqlite3.Connection], T]) -> T:
    """What `work` makes of a file, over a connection in one read transaction."""
    real = sniff(path)
    try:
        return _attempt(real, "ro", work)
    except UnfinishedError:
        pass
    if os.access(real, os.W_OK) and os.access(real.parent, os.W_OK):
        return _attempt(real, "rw", work)
    with TemporaryDirectory(prefix="motworkshop-") as folder:
        return _attempt(copy_with_journal(real, Path(folder)), "rw", work)


def read_back(real: Path, work: Callable[[], T]) -> T:
    """What `work` makes of something that stands in a file. The one place where whatever a damaged
    file sets off is caught (DESIGN.md, habit 7).

    Raises:
        DamagedFileError: it is not as it was written.
    """
    try:
        return work()
    except ContentError as fault:
        raise DamagedFileError(real, str(fault)) from fault
    except DAMAGE as fault:
        raise _error_of(real, fault) from fault


def _attempt(real: Path, mode: str, work: Callable[[sqlite3.Connection], T]) -> T:

    def over_a_connection() -> T:
        with reading(real, mode) as connection:
            return work(connection)

    return read_back(real, over_a_connection)


def _error_of(real: Path, fault: Exception) -> Exception:
    code = getattr(fault, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return UnfinishedError()
    primary = None if code is None else code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return FileLockedError(f"“{real}” is being written by another program. Try again.")
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return FileUnreadableError(real, "it could not be opened")
    if code is not None and code & 0xFF == sqlite3.SQLITE_IOERR:
        return DamagedFileError(real, "the disk could not read all of it")
    return DamagedFileError(real, "its content cannot be read")


def copy_with_journal(real: Path, folder: Path) -> Path:
    """A copy to roll back where the file itself may not be written."""
    copy = folder / real.name
    try:
        shutil.copyfile(real, copy)
        shutil.copyfile(f"{real}-journal", f"{copy}-journal")
    except OSError as fault:
        why = f"a program was killed while writing it, and here it cannot be repaired ({fault.strerror})"
        raise FileUnreadableError(real, why) from fault
    return copy
