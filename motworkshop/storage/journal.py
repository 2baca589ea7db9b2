"""What SQLite takes for a part of the file beside which it lies, whoever left it there.

A program that is killed in mid-write leaves a journal; whoever opens the file next rolls it back.
When the file is renamed or deleted first, the journal stays, and would be rolled back into the next
file of that name: that one is then destroyed (tried; nothing in a journal says whose it is). A log
of another program that writes ahead is even read in place of the file.
"""

import os
from pathlib import Path

from motworkshop.storage.errors import WorkshopExistsError


def journal_of(path: Path) -> Path:
    """Where the journal of a file lies while it is written, or after that was cut short."""
    return path.with_name(f"{path.name}-journal")


def wal_of(path: Path) -> Path:
    """Where the log would lie that we never write."""
    return path.with_name(f"{path.name}-wal")


def refuse_name_with_journal(path: Path) -> None:
    """Raise WorkshopExistsError where a file that comes to stand under this name would be taken for
    the one that left its journal. It is not ours to delete: its file may have another name now."""
    for left in (journal_of(path), wal_of(path)):
        if os.path.lexists(left):
            what = f"cannot be its name, because an older workshop left “{left.name}” there"
            raise WorkshopExistsError(path, what)
