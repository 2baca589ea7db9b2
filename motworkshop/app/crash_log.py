"""The log of faults in the program's own folder: turned over before it grows large."""

import tempfile
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import BinaryIO

MOST_BYTES = 256 * 1024
KEPT = 3


class CrashLog:
    """Two files: `faults.log` in words, and `stacks.log`, where Python itself writes the stacks of
    all threads when it can say nothing else any more."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "faults.log"
        self.stacks_path = folder / "stacks.log"
        self._writing = Lock()
        self.stacks: BinaryIO = _turned_over(self.stacks_path).open("ab", buffering=0)

    def write(self, words: str) -> None:
        """Add a few lines; a full disk costs the log, not the work."""
        lines = f"{words}\n\n".encode(errors="backslashreplace")
        with self._writing, suppress(OSError):
            self._make_room(len(lines))
            with self.path.open("ab") as file:
                file.write(lines)

    def close(self) -> None:
        """Let go of the files."""
        self.stacks.close()

    def _make_room(self, size: int) -> None:
        """Put a log aside that would grow too large, and the oldest of those away."""
        if not self.path.exists() or self.path.stat().st_size + size <= MOST_BYTES:
            return
        names = ["", *(f".{place}" for place in range(1, KEPT + 1))]
        files = [self.path.with_name(self.path.name + name) for name in names]
        for newer, older in reversed(list(pairwise(files))):
            if newer.exists():
                newer.replace(older)


def open_log(folder: Path) -> CrashLog:
    """The log in a folder, or somewhere else where that one cannot be written."""
    try:
        return CrashLog(folder)
    except OSError:
        return CrashLog(Path(tempfile.mkdtemp(prefix="motworkshop-log-")))


def _turned_over(path: Path) -> Path:
    """A file that may be written on; a large one is put aside first."""
    if path.exists() and path.stat().st_size > MOST_BYTES:
        path.replace(path.with_name(f"{path.name}.1"))
    return path
