"""One writer per workshop file: a lock that names who holds it (safety.md, decision 5).

Two locks are taken: a hidden one beside the document, which another computer sees too, and one in
the folder for temporary files under the document's device and inode, because a hard link in
another folder is the same document under another name. The kernel frees both when their holder
dies. SQLite's own lock (`locking_mode=EXCLUSIVE`) would hide a rename or a delete of the file.
"""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from motworkshop.errors import WriteFailedError
from motworkshop.storage.errors import FileLockedError, HeldElsewhereError
from motworkshop.storage.lock_files import PROGRAM, beside, for_inode, holder_of
from motworkshop.values import dataclass

RETRY_SECONDS = 0.2
"""Long enough to try again where the last holder was just taking its lock file away."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock: program, computer, process and since when (ISO 8601, UTC)."""

    program: str
    host: str
    pid: int
    since: str

    @classmethod
    def here(cls) -> "Holder":
        """This process, from now on."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(PROGRAM, platform.node(), os.getpid(), now)


class DocumentLock:
    """The right to write one workshop file, held until `release`."""

    def __init__(self, document: Path) -> None:
        """Take it, or raise FileLockedError (held) or WriteFailedError (cannot be taken here)."""
        with ExitStack() as taken:
            taken.enter_context(_Claim(document, beside(document)))
            inode = taken.enter_context(ExitStack())
            inode.enter_context(_Claim(document, for_inode(document)))
            self._inode = inode.pop_all()
            self._beside = taken.pop_all()

    @contextmanager
    def moving(self, document: Path) -> Iterator[None]:
        """While the document gets another name in here, both names are held; afterwards the new
        one alone, or the old one alone where that failed."""
        with ExitStack() as taken:
            taken.enter_context(_Claim(document, beside(document)))
            yield
            old, self._beside = self._beside, taken.pop_all()
        old.close()

    def release(self) -> None:
        """Give it back; a second call does nothing."""
        self._inode.close()
        self._beside.close()


def take_over(document: Path) -> None:
    """Forget what another computer noted down, because somebody says that it is over. A program
    that lives still has its lock, where the drive knows locks.

    Raises:
        WriteFailedError: the note cannot be taken away here.
    """
    try:
        holder_of(beside(document)).unlink(missing_ok=True)
    except OSError as fault:
        raise WriteFailedError(_cannot_lock(document, fault)) from fault


class _Claim:
    """One lock file and, in a second file, its holder (Windows lets nobody read a locked file)."""

    def __init__(self, document: Path, path: Path) -> None:
        self._document = document
        self._path = path
        self._holder = holder_of(path)
        self._lock = FileLock(path)

    def __enter__(self) -> None:
        try:
            self._lock.acquire(timeout=RETRY_SECONDS, poll_interval=0.02)
        except Timeout:
            raise FileLockedError(_sentence(self._document, self._told())) from None
        except OSError as fault:
            raise WriteFailedError(_cannot_lock(self._document, fault)) from fault
        try:
            self._take()
        except BaseException:
            self._lock.release()
            raise

    def __exit__(self, *_raised: object) -> None:
        # The lock file goes while it is still locked. Somebody who opened it before and gets its
        # lock now finds that it has no name any more and starts over (filelock looks at st_nlink).
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
        with suppress(OSError):  # Windows: not while it is open
            self._path.unlink(missing_ok=True)
        self._lock.release()

    def _take(self) -> None:
        """Note down who holds it. The kernel's lock does not reach other computers on every network
        drive, so what another computer noted down is believed and never overwritten."""
        before = self._told()
        if before is not None and before.host != platform.node():
            raise HeldElsewhereError(
                f"{_sentence(self._document, before)} If it is not, delete “{self._holder}”."
            )
        try:
            self._holder.write_text(json.dumps(asdict(Holder.here())), encoding="utf-8")
        except OSError as fault:
            raise WriteFailedError(_cannot_lock(self._document, fault)) from fault

    def _told(self) -> Holder | None:
        try:
            told = json.loads(self._holder.read_text(encoding="utf-8"))
            return Holder(told["program"], told["host"], told["pid"], told["since"])
        except (OSError, ValueError, LookupError, TypeError):
            return None  # not there, or written only in part


def _sentence(document: Path, holder: Holder | None) -> str:
    if holder is None:
        return f"“{document}” is open in another program. Close it there first."
    return (
        f"“{document}” is open in {holder.program} on {holder.host} (process {holder.pid}) "
        f"since {_local(holder.since)}. Close it there first."
    )


def _local(moment: str) -> str:
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return moment


def _cannot_lock(document: Path, fault: OSError) -> str:
    return (
        f"“{document}” cannot be changed where it lies ({fault.strerror}). "
        "Copy it to a folder in which you may write."
    )
