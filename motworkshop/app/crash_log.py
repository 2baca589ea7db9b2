"""The log of faults in the program's own folder: turned over before it grows large."""

import logging
import tempfile
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import BinaryIO

from typing_extensions import override

MOST_BYTES = 256 * 1024
KEPT = 3


class _QuietHandler(RotatingFileHandler):
    """Nothing more can be done about a log that cannot be written, least of all print a fault."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        pass


class CrashLog:
    """Two files: `faults.log` in words, and `stacks.log`, where Python itself writes the stacks of
    all threads when it can say nothing else any more."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "faults.log"
        self.stacks_path = folder / "stacks.log"
        self._words = _QuietHandler(
            self.path, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8", delay=True,
            errors="backslashreplace",
        )  # fmt: skip
        self._words.setFormatter(logging.Formatter("%(message)s\n"))
        self.stacks: BinaryIO = _turned_over(self.stacks_path).open("ab", buffering=0)

    def write(self, words: str) -> None:
        """Add a few lines; a full disk costs the log, not the work."""
        record = logging.LogRecord("motworkshop", logging.ERROR, "", 0, words, None, None)
        self._words.emit(record)

    def close(self) -> None:
        """Let go of the files."""
        self._words.close()
        self.stacks.close()


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
