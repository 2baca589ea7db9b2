"""A workshop file open for writing: each change is one transaction, on the disk when `save` returns.

Synchronous; the thread that makes a store also uses and closes it. While it is open, nothing else
in this process may open the file, not even to look: closing any descriptor of it would drop the
locks that SQLite holds (safety.md, decision 4). So all looking happens before the connection is
made, and afterwards only `stat` is used.
"""

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import reduce
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.exc import DBAPIError

from motworkshop.errors import WorkshopError, WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.history import Steps
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop
from motworkshop.storage.contents import is_rewrite_due, ledgers_of, refuse_too_many
from motworkshop.storage.create import create_workshop
from motworkshop.storage.errors import DamagedFileError, StaleFileError, WorkshopExistsError
from motworkshop.storage.kept import KeptVersion
from motworkshop.storage.kept_steps import drop_steps
from motworkshop.storage.kept_versions import unpacked_workshop, version_in, versions_in
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.migrations import migrate
from motworkshop.storage.moving import is_name_free, rename_file
from motworkshop.storage.read import read_back, read_with
from motworkshop.storage.rows import REWRITE_DUE, Ledger, RowsMade, all_tables
from motworkshop.storage.secrecy import has_open_secret, leaves_traces, refuse_copy_of_open_vote
from motworkshop.storage.sniff import USER_VERSION, sniff
from motworkshop.storage.standing import Sight, gone, identity_of, refuse_unwritable, sight_of
from motworkshop.storage.statements import (
    RowConflictError,
    Statements,
    TableWork,
    full_row,
    work_of,
)
from motworkshop.storage.unsynced import Unsynced
from motworkshop.storage.whole import KEPT_STEP, holds, rebuild_if_broken, whole
from motworkshop.storage.writing import (
    DURABLE,
    driver,
    engine_for,
    is_of_the_folder,
    told_in_words,
    transaction,
)

MARK = "UPDATE ledger SET count = ? WHERE name = ?"


class Store:
    """One workshop file, locked against other writers until `close`."""

    def __init__(self, path: Path, before_migration: Callable[["Store"], object]) -> None:
        """Open an existing file; see `open` for what can go wrong."""
        real = sniff(path)
        if not os.access(real, os.W_OK):
            raise WriteFailedError(
                f"“{path}” may only be read. Change its permissions, or work on a copy."
            )
        with ExitStack() as opened:
            self._lock = DocumentLock(real)
            opened.callback(self._unlock)
            self._line = opened.enter_context(ExitStack())
            self.path = real
            self._identity = identity_of(real)
            self._refused: Sight | None = None
            self._unsynced = Unsynced()
            self._is_through_link = path.is_symlink()
            found = read_with(real, whole)
            if rebuild_if_broken(real, found):
                self._unlock()  # it is another file on the disk now
                self._lock, self._identity = DocumentLock(real), identity_of(real)
                found = read_with(real, whole)._replace(is_history_lost=True)
            self._workshop, self._ledgers, self._steps = found.workshop, found.ledgers, found.steps
            self.is_history_lost = self._drops_history = found.is_history_lost
            self._connect()
            with told_in_words(real):
                if found.version < USER_VERSION:
                    if not has_open_secret(self._workshop):
                        before_migration(self)
                    self._migrate()
            self._is_rewrite_due = is_rewrite_due(driver(self._connection))
            with suppress(WorkshopError):  # a full disk is no reason not to open
                self._rewrite_if_due()
            self._opened = opened.pop_all()

    @classmethod
    def open(
        cls, path: Path, before_migration: Callable[["Store"], object] = lambda _store: None
    ) -> Self:
        """Open an existing file and read it. A file of an older version is brought to the present
        one, after `before_migration(store)` has returned: there `back_up` makes a copy of it.

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

    @property
    def steps(self) -> Steps:
        """The undo history that is in the file."""
        return self._steps.steps

    def save(self, change: Change, steps: Steps | None = None) -> None:
        """Write a change, and the undo history as it is after it (None: as the file has it); all
        of it is on the disk when this returns, or nothing.

        Raises:
            StaleChangeError, StaleFileError, FileMovedError, FileLockedError, WriteFailedError,
            DamagedFileError: nothing was changed, and the store can go on.
        """
        self.save_all([change], steps)

    def save_all(self, changes: Sequence[Change], steps: Steps | None = None) -> None:
        """Write changes that follow one another at once, as `save` does with one."""
        changes = self._unsynced.left_of(self.path, changes)
        if not any(changes) and steps is None:
            return
        after, leaves = self._workshop, False
        for change in changes:
            before, after = after, after.applied(change)
            leaves = leaves or leaves_traces(change, before, after)
        made, kept = RowsMade(), self._steps
        works = work_of(reduce(Change.then, changes, Change()), made)
        if steps is not None:
            work, kept = self._steps.work(steps, made)
            works.append(work)
        self._commit(works, is_rewrite_due=leaves)
        self._is_rewrite_due |= leaves
        self._workshop, self._steps = after, kept
        self._unsynced.settle(self.path, changes)
        with suppress(WorkshopError):  # it is saved; `close` tells when this fails to the end
            self._rewrite_if_due()

    def look(self) -> None:
        """Find out whether the next change could be saved; nothing is written.

        Raises:
            FileMovedError, StaleFileError, FileLockedError, WriteFailedError, DamagedFileError: as
            `save` would; the store can go on.
        """
        self._settle()
        with told_in_words(self.path, self._disconnect):  # a transaction would take the lock
            (found,) = self._ours().execute("PRAGMA data_version").fetchone()
        if found != self._known_version:
            raise StaleFileError(self.path)

    def versions(self) -> list[KeptVersion]:
        """The versions that were named in this file, oldest first, without their content."""
        with told_in_words(self.path, self._disconnect):
            return versions_in(self._ours())

    def version(self, key: Id) -> Workshop:
        """The workshop as it was when that version was named.

        Raises:
            DamagedFileError: it cannot be read.
        """
        ours = self._ours()
        return read_back(self.path, lambda: unpacked_workshop(version_in(ours, key).content))

    def keep_version(self, version: KeptVersion) -> None:
        """Keep a named version in the file.

        Raises:
            RefusedError: a secret round is open. And what `save` raises.
        """
        refuse_copy_of_open_vote(self._workshop)
        table = all_tables()["kept_version"]
        self._commit([TableWork(table, added=[full_row(table, version)])])

    def forget_version(self, key: Id) -> None:
        """Take a named version out of the file."""
        table = all_tables()["kept_version"]
        with told_in_words(self.path, self._disconnect):
            version = version_in(self._ours(), key)
        self._commit([TableWork(table, gone=[full_row(table, version)])])

    def back_up(self, path: Path) -> None:
        """Write a copy of the file as it is, with all that it holds; `path` must not be there.

        Raises:
            RefusedError: a secret round is open. WriteFailedError: the disk does not let us.
        """
        refuse_copy_of_open_vote(self._workshop)
        with told_in_words(path, self._disconnect):
            self._ours().execute("VACUUM INTO ?", (str(path),))

    def move(self, path: Path) -> None:
        """Give the file another name in a folder of the same disk; nothing is written over.

        Raises:
            WorkshopExistsError, FileMovedError, FileLockedError, WriteFailedError: it has its old
            name, and the store can go on. So where it was opened through a symbolic link.
        """
        new = path.absolute()
        self._check_identity()
        if self._is_through_link:
            raise WriteFailedError("It was opened through a link, which would then lead nowhere.")
        if not is_name_free(new, self.path):
            raise WorkshopExistsError(new)
        with self._lock.moving(new):
            self._disconnect()
            try:
                rename_file(self.path, new)
                self.path, self._identity = new, identity_of(new)
            finally:
                with suppress(WorkshopError):  # the next change tries again, and tells
                    self._connect()

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

    def _unlock(self) -> None:
        self._lock.release()

    def _connect(self) -> None:
        """Open the file for writing, as it was read."""
        self._line.close()
        engine = self._line.enter_context(engine_for(self.path, DURABLE))
        with told_in_words(self.path):
            self._connection = self._line.enter_context(engine.connect())
            self._check_before_writing()
        self._statements = Statements(self._connection)
        self._is_connected = True

    def _ours(self) -> sqlite3.Connection:
        """The connection itself, made anew where it was lost."""
        if not self._is_connected:
            self._settle()
        return driver(self._connection)

    def _disconnect(self) -> None:
        self._is_connected = False
        self._line.close()

    def _commit(self, works: list[TableWork], *, is_rewrite_due: bool = False) -> None:
        ledgers = self._ledgers_after(works)
        self._settle()
        with told_in_words(self.path, self._disconnect):
            try:
                self._write(works, ledgers, is_rewrite_due=is_rewrite_due)
            except RowConflictError:
                raise StaleFileError(self.path) from None
            except DBAPIError as fault:
                if not is_of_the_folder(fault.orig):
                    raise
                self._disconnect()
                self._unsynced.expect()
        self._ledgers = ledgers
        self._drops_history = False

    def _settle(self) -> None:
        """Be connected to our file where it was opened, or raise what is in the way."""
        is_another = identity_of(self.path) != self._identity
        if is_another:
            self._refuse_what_is_not_ours()
        refuse_unwritable(self.path)
        if is_another:
            self._take_up_again()
        elif not self._is_connected:
            self._connect()

    def _refuse_what_is_not_ours(self) -> None:
        """A stick that was put in again and a file that was brought back have another identity.
        What is exactly as we left it is ours; anything else is left alone."""
        found = sight_of(self.path)
        if found is None or found == self._refused:
            raise gone(self.path)
        if not holds(self.path, self._workshop, self._ledgers):
            self._refused = found
            raise gone(self.path)

    def _take_up_again(self) -> None:
        """Write to the file that has come back from now on."""
        self._disconnect()
        self._unlock()
        try:
            self._lock = DocumentLock(self.path)
        except OSError as fault:  # it went again meanwhile
            raise gone(self.path) from fault
        self._identity = identity_of(self.path)
        self._connect()  # reads the ledgers once more, now that nobody else may write

    def _write(
        self, works: list[TableWork], ledgers: dict[str, Ledger], *, is_rewrite_due: bool
    ) -> None:
        with transaction(self._connection):
            if self._data_version() != self._known_version:
                raise StaleFileError(self.path)
            if is_rewrite_due:
                self._connection.exec_driver_sql(MARK, (1, REWRITE_DUE))
            if self._drops_history:
                drop_steps(driver(self._connection))
            for work in works:
                name = work.table.name
                self._statements.write(work)
                self._statements.write_ledger(name, self._ledgers[name], ledgers[name])

    def _ledgers_after(self, works: list[TableWork]) -> dict[str, Ledger]:
        names = {work.table.name: work.ledger(self._ledgers[work.table.name]) for work in works}
        refuse_too_many(self.path, names)
        return self._ledgers | names

    def _check_before_writing(self) -> None:
        """The file that was read is the one that is connected, and sound in its structure."""
        with self._connection.begin() as transaction:
            (report,) = self._connection.exec_driver_sql("PRAGMA quick_check(1)").one()
            if report != "ok":
                raise DamagedFileError(self.path, f"SQLite reports: {' '.join(report.split())}")
            if self._ledgers_in_file() != self._ledgers:
                raise StaleFileError(self.path)
            self._known_version = self._data_version()
            transaction.rollback()  # even a commit of nothing would wait for every reader
        self._check_identity()

    def _migrate(self) -> None:
        with transaction(self._connection):
            if self._data_version() != self._known_version:
                raise StaleFileError(self.path)
            migrate(driver(self._connection))
        self._ledgers = self._ledgers_in_file()

    def _ledgers_in_file(self) -> dict[str, Ledger]:
        found = ledgers_of(driver(self._connection))
        return found | {KEPT_STEP: Ledger()} if self._drops_history else found

    def _check_identity(self) -> None:
        if identity_of(self.path) != self._identity:
            raise gone(self.path)

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
        with told_in_words(self.path, self._disconnect):
            self._check_identity()
            ours = self._ours()
            ours.execute("VACUUM")
            ours.execute(MARK, (0, REWRITE_DUE))
        self._is_rewrite_due = False
