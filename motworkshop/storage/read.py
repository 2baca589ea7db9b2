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

from motworkshop.errors import WorkshopError
from motworkshop.model.workshop import Workshop
from motworkshop.storage.contents import ContentError, load, sound_tables, workshop_of
from motworkshop.storage.errors import (
    DamagedFileError,
    FileLockedError,
    FileUnreadableError,
    StrayJournalError,
)
from motworkshop.storage.journal import journal_of, wal_of
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
    return _attempt(_sniffed(path), "ro", sound_tables)


def workshop_read(path: Path, tables: Mapping[str, Columns]) -> Workshop:
    """The workshop of a file of which these are the tables.

    Raises:
        DamagedFileError
    """
    return read_back(Path(os.path.realpath(path)), partial(workshop_of, tables))


def read_with(path: Path, work: Callable[[sqlite3.Connection], T]) -> T:
    """What `work` makes of a file, over a connection in one read transaction."""
    real = _sniffed(path)
    try:
        return _attempt(real, "ro", work)
    except UnfinishedError:
        pass
    can_repair = os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)
    with TemporaryDirectory(prefix="motworkshop-") as folder:
        try:
            copy = copy_with_journal(real, Path(folder))
        except FileUnreadableError:
            if not can_repair:  # else it goes without: no room to try it on a copy first
                raise
        else:
            _refuse_stray_journal(real, copy)
            if not can_repair:
                return _attempt(real, "rw", work, copy)
    return _attempt(real, "rw", work)


def _sniffed(path: Path) -> Path:
    real = sniff(path)
    if os.path.lexists(wal_of(real)):  # SQLite would read it in place of what stands in the file
        raise StrayJournalError(path, wal_of(real))
    return real


def _refuse_stray_journal(real: Path, copy: Path) -> None:
    """Roll the journal back in a copy first: one that another file left would destroy this one.

    Raises:
        StrayJournalError: so it is. DamagedFileError: there is no sound way to read it. Both files
        are as they were, for a rescue.
    """
    alone = workshop_alone(real)
    try:
        rolled_back = _attempt(real, "rw", load, copy)
    except DamagedFileError:
        if not journal_of(real).exists():  # somebody else has rolled it back meanwhile
            return
        if alone is None:
            raise
        raise StrayJournalError(real, journal_of(real)) from None
    if alone is not None and alone.about.id != rolled_back.about.id:
        raise StrayJournalError(real, journal_of(real))


def workshop_alone(real: Path) -> Workshop | None:
    """What a file holds if the journal beside it is left alone; None if it is not whole so."""
    with TemporaryDirectory(prefix="motworkshop-") as folder:
        try:
            alone = shutil.copyfile(real, Path(folder) / real.name)
            return _attempt(real, "ro", load, alone)
        except (OSError, WorkshopError):
            return None


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


def _attempt(
    real: Path, mode: str, work: Callable[[sqlite3.Connection], T], copy: Path | None = None
) -> T:
    """What `work` makes of a file or of a copy of it, which nobody has heard of."""

    def over_a_connection() -> T:
        with reading(copy or real, mode) as connection:
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
        shutil.copyfile(journal_of(real), journal_of(copy))
    except OSError as fault:
        why = f"a program was killed while writing it, and here it cannot be repaired ({fault.strerror})"
        raise FileUnreadableError(real, why) from fault
    return copy
