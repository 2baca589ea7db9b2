"""Changes that stand in the file while their journal may still come back after a power cut.

A transaction ends when its journal is deleted, and is safe when the folder was synced after that.
Where the folder could not be synced SQLite reports a failure, though the file holds the change: it
must not be written again, and not be called saved before the folder is synced after all.
"""

import os
from collections import deque
from collections.abc import Sequence
from errno import EBADF, EINVAL, ENOSYS, ENOTSUP
from pathlib import Path

from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change

UNKNOWN = frozenset({EBADF, EINVAL, ENOSYS, ENOTSUP})
"""What drives say that cannot sync a folder: some shared folders. Nothing more can be had there."""


class Unsynced:
    """What was written since the folder of a file was synced last."""

    def __init__(self) -> None:
        self._is_due = False
        self._changes: deque[Change] = deque()

    def expect(self) -> None:
        """The folder has to be synced."""
        self._is_due = True

    def settle(self, path: Path, changes: Sequence[Change]) -> None:
        """Sync the folder of a file in which these changes stand.

        Raises:
            WriteFailedError: it cannot be synced now; `left_of` knows the changes the next time.
        """
        if not self._is_due:
            return
        try:
            _sync(path.parent)
        except OSError as fault:
            self._changes.extend(changes)  # they come again; what is safe now does not
            raise WriteFailedError(
                f"“{path}” may not be safe from a power cut: the disk reports “{fault.strerror}”. "
                "Save a copy elsewhere."
            ) from fault
        self._is_due = False

    def left_of(self, path: Path, changes: Sequence[Change]) -> list[Change]:
        """These changes without those that stand in the file already, now that its folder is synced.
        They come again in their order; the same change may come later once more, by a redo.

        Raises:
            WriteFailedError: it cannot be synced yet.
        """
        self.settle(path, [])
        left = deque(changes)
        while left and self._changes and left[0] is self._changes[0]:
            left.popleft()
            self._changes.popleft()
        return list(left)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in UNKNOWN:
            raise
    finally:
        os.close(descriptor)
