"""A workshop file open for writing: each change is one transaction, on the disk when `save` returns.

Synchronous; the thread that makes a store also uses and closes it. While it is open, nothing else
in this process may open the file, not even to look: closing any descriptor of it would drop the
locks that SQLite holds (safety.md, decision 4). So all looking happens before the connection is
made, and afterwards only `stat` is used.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from motworkshop.errors import WorkshopError, WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.workshop import Workshop
from motworkshop.storage.contents import (
    MOST_ROWS,
    is_rewrite_due,
    ledgers_of,
    load,
    version_of,
)
from motworkshop.storage.create import create_workshop
from motworkshop.storage.errors import DamagedFileError, FileMovedError, StaleFileError
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.migrations import migrate
from motworkshop.storage.read import read_with
from motworkshop.storage.rows import REWRITE_DUE, Ledger
from motworkshop.storage.secrecy import leaves_traces
from motworkshop.storage.sniff import USER_VERSION, sniff
from motworkshop.storage.statements import RowConflictError, Statements, TableWork, work_of
from motworkshop.storage.writing import DURABLE, driver, engine_for, told_in_words, transaction

MARK = "UPDATE ledger SET count = ? WHERE name = ?"


class Store:
    """One workshop file, locked against other writers until `close`."""

    def __init__(self, path: Path, before_migration: Callable[[Path], None]) -> None:
        """Open an existing file; see `open` for what can go wrong."""
        real = sniff(path)
        if not os.access(real, os.W_OK):
            raise WriteFailedError(
                f"“{path}” may only be read. Change its permissions, or work on a copy."
            )
        with ExitStack() as opened:
            opened.callback(DocumentLock(real).release)
            self.path = real
            self._identity = self._look()
            self._workshop, self._ledgers, version = read_with(real, _with_ledgers)
            engine = opened.enter_context(engine_for(real, DURABLE))
            with told_in_words(real):
                self._connection = opened.enter_context(engine.connect())
                self._check_before_writing()
                if version < USER_VERSION:
                    before_migration(real)
                    self._migrate()
            self._statements = Statements(self._connection)
            self._is_rewrite_due = is_rewrite_due(driver(self._connection))
            with suppress(WorkshopError):  # a full disk is no reason not to open
                self._rewrite_if_due()
            self._opened = opened.pop_all()

    @classmethod
    def open(
        cls, path: Path, before_migration: Callable[[Path], None] = lambda _path: None
    ) -> Self:
        """Open an existing file and read it. A file of an older version is brought to the present
        one, after `before_migration(path)` has returned: there a backup is made, in a process of
        its own, since this one has the file open.

        Raises:
            FileMissingError, FileUnreadableError, NotAWorkshopError, FileTooNewError,
            DamagedFileError, FileLockedError, WriteFailedError
        """
        return cls(path, before_migration)

    @classmethod
    def create(cls, path: Path, workshop: Workshop) -> Self:
        """Write a workshop into a new file and keep it open.

        Raises:
            WorkshopExistsError, WriteFailedError, FileLockedError
        """
        create_workshop(path, workshop)
        return cls.open(path)

    @property
    def workshop(self) -> Workshop:
        """What is in the file now."""
        return self._workshop

    def save(self, change: Change) -> None:
        """Write a change; it is on the disk when this returns, or not in the file at all.

        Raises:
            StaleChangeError, StaleFileError, FileMovedError, FileLockedError, WriteFailedError,
            DamagedFileError: nothing was changed, and the store can go on.
        """
        if not change:
            return
        after = self._workshop.applied(change)
        works = work_of(change)
        ledgers = self._ledgers_after(works)
        with told_in_words(self.path):
            self._check_identity()
            leaves = leaves_traces(change, self._workshop, after)
            try:
                self._write(works, ledgers, is_rewrite_due=leaves)
            except RowConflictError:
                raise StaleFileError(self.path) from None
        self._is_rewrite_due |= leaves
        self._workshop = after
        self._ledgers = ledgers
        with suppress(WorkshopError):  # it is saved; `close` tells when this fails to the end
            self._rewrite_if_due()

    def close(self) -> None:
        """Let go of the file; a second call does nothing.

        Raises:
            WriteFailedError: all is saved, but ballots could not be wiped (see `_rewrite_if_due`).
        """
        with self._opened:
            try:
                self._rewrite_if_due()
            except WorkshopError as fault:
                self._is_rewrite_due = False
                raise WriteFailedError(
                    f"“{self.path}” is saved, but the order of its secret ballots could not be "
                    "wiped. Free some space, open it and close a round in it again."
                ) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _write(
        self, works: list[TableWork], ledgers: dict[str, Ledger], *, is_rewrite_due: bool
    ) -> None:
        with transaction(self._connection):
            if self._data_version() != self._known_version:
                raise StaleFileError(self.path)
            if is_rewrite_due:
                self._connection.exec_driver_sql(MARK, (1, REWRITE_DUE))
            for work in works:
                name = work.table.name
                self._statements.write(work)
                self._statements.write_ledger(name, self._ledgers[name], ledgers[name])

    def _ledgers_after(self, works: list[TableWork]) -> dict[str, Ledger]:
        names = {work.table.name: work.ledger(self._ledgers[work.table.name]) for work in works}
        for name, ledger in names.items():
            if ledger.count > MOST_ROWS:
                raise WriteFailedError(
                    f"“{self.path}” was not changed: it would hold more than {MOST_ROWS:,} rows "
                    f"of kind {name}. Split the workshop."
                )
        return self._ledgers | names

    def _check_before_writing(self) -> None:
        """The file that was read is the one that is connected, and sound in its structure."""
        with self._connection.begin() as transaction:
            (report,) = self._connection.exec_driver_sql("PRAGMA quick_check(1)").one()
            if report != "ok":
                raise DamagedFileError(self.path, f"SQLite reports: {' '.join(report.split())}")
            if ledgers_of(driver(self._connection)) != self._ledgers:
                raise StaleFileError(self.path)
            self._known_version = self._data_version()
            transaction.rollback()  # even a commit of nothing would wait for every reader
        self._check_identity()

    def _migrate(self) -> None:
        with transaction(self._connection):
            if self._data_version() != self._known_version:
                raise StaleFileError(self.path)
            migrate(driver(self._connection))
        self._ledgers = ledgers_of(driver(self._connection))

    def _check_identity(self) -> None:
        if self._look() != self._identity:
            raise FileMovedError(self.path)

    def _look(self) -> tuple[int, int] | None:
        with suppress(OSError):
            found = self.path.stat()
            return found.st_dev, found.st_ino
        return None

    def _data_version(self) -> int:
        """Changes when another connection has committed to the file."""
        version: int = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        return version

    def _rewrite_if_due(self) -> None:
        """Rewrite the file without what its pages still tell about the order of ballots.

        When that fails (disk full), the change is saved all the same; it is tried again after the
        next change and at close. Until then `secure_delete` has at least wiped what was deleted.
        """
        if not self._is_rewrite_due:
            return
        with told_in_words(self.path):
            self._check_identity()
            ours = driver(self._connection)
            ours.execute("VACUUM")
            ours.execute(MARK, (0, REWRITE_DUE))
        self._is_rewrite_due = False


def _with_ledgers(connection: sqlite3.Connection) -> tuple[Workshop, dict[str, Ledger], int]:
    return load(connection), ledgers_of(connection), version_of(connection)
