"""Where the locks of a workshop file lie, and whether there are none: see `lock`."""

import os
import sys
import tempfile
from pathlib import Path

PROGRAM = "motworkshop"


def is_surely_free(document: Path) -> bool:
    """Whether nobody has the document and a lock can be taken here. A look that needs nothing else;
    False where only trying can tell, as on Windows, whose rights are not what `access` says."""
    if os.name != "posix":
        return False
    locks = (beside(document), for_inode(document))
    if any(os.path.lexists(path) for lock in locks for path in (lock, holder_of(lock))):
        return False
    return all(os.access(lock.parent, os.W_OK | os.X_OK) for lock in locks)


def beside(document: Path) -> Path:
    """The hidden lock file in the document's folder."""
    return document.with_name(f".{document.name}.lock")


def holder_of(lock: Path) -> Path:
    """Where it stands who has a lock."""
    return lock.with_name(f"{lock.name}.json")


def for_inode(document: Path) -> Path:
    found = document.stat()
    user = 0 if sys.platform == "win32" else os.getuid()
    name = f"{PROGRAM}-{user}-{found.st_dev:x}-{found.st_ino:x}.lock"
    return Path(tempfile.gettempdir()) / name
