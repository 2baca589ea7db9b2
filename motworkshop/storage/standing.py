"""Does an open file still stand where it was opened, and may it still be written? Only looked at
by `stat`: opening it would drop the locks that SQLite holds on it (safety.md, decision 4)."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from motworkshop.errors import WriteFailedError
from motworkshop.storage.errors import FileMovedError

Identity: TypeAlias = tuple[int, int]
"""Device and inode."""

Sight: TypeAlias = tuple[int, int, int, int]
"""What tells one state of one file from another: identity, size, time of the last change."""


def identity_of(path: Path) -> Identity | None:
    """Which file stands under a name, if any."""
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None


def sight_of(path: Path) -> Sight | None:
    """Which file stands under a name, and in which state."""
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
    return None


def gone(path: Path) -> FileMovedError:
    """The error for a file that is not there any more, or another one by now."""
    if path.parent.is_dir():
        return FileMovedError(path)
    return FileMovedError(
        path, "cannot be reached, because its folder is gone (a stick pulled, a drive switched off)"
    )


def refuse_unwritable(path: Path) -> None:
    """Raise WriteFailedError when the file or its folder may not be written any more."""
    if not os.access(path, os.W_OK):
        raise WriteFailedError(f"“{path}” may only be read now, so nothing was written.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise WriteFailedError(
            f"The folder “{path.parent}” may only be read now, so nothing was written."
        )
