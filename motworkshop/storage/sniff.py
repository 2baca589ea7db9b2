"""A look at a file before anything is opened as a database: is it a workshop of a known version?

SQLite would wait for a pipe, take an empty file for an empty database, and write to what is not
ours. Never call this while this process has the file open for writing: closing a file drops all
POSIX locks that the process holds on it, SQLite's too (safety.md, decision 4).
"""

import os
import stat
from pathlib import Path

from motworkshop.storage.errors import (
    DamagedFileError,
    FileMissingError,
    FileTooNewError,
    FileUnreadableError,
    NotAWorkshopError,
)

APPLICATION_ID = 0x4D4F5457
"""`MOTW`, at offset 68 of the file."""

USER_VERSION = 2
"""The version of the format, at offset 60."""

MOST_BYTES = 2 * 1024**3
HEADER = 100
MAGIC = b"SQLite format 3\0"
ROLLBACK_JOURNAL = b"\1\1"
"""Bytes 18 and 19; write-ahead logging would be 2, 2 and leave files beside the document."""


def sniff(path: Path) -> Path:
    """The real path of a file that looks like a workshop.

    Raises:
        FileMissingError, FileUnreadableError, NotAWorkshopError, FileTooNewError, DamagedFileError
    """
    real = Path(os.path.realpath(path))
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise NotAWorkshopError(path, _kind_of(found.st_mode))
        header = _header(real)
    except FileNotFoundError:
        raise FileMissingError(path) from None
    except PermissionError:
        raise FileUnreadableError(path, "you lack the permission") from None
    except OSError as fault:
        raise NotAWorkshopError(path, f"it cannot be opened ({fault.strerror})") from None
    _check_header(path, header, found.st_size)
    return real


def _check_header(path: Path, header: bytes, size: int) -> None:
    if not header:
        raise NotAWorkshopError(path, "it is empty")
    if not header.startswith(MAGIC):
        raise NotAWorkshopError(path, "it is a file of another kind")
    if len(header) < HEADER:
        raise DamagedFileError(path, "it is cut off near its beginning")
    if _number(header, 68) != APPLICATION_ID:
        raise NotAWorkshopError(path, "it is a database of another program")
    version = _number(header, 60)
    if version > USER_VERSION:
        raise FileTooNewError(path)
    if version < 1:
        raise DamagedFileError(path, f"it claims the impossible version {version}")
    if header[18:20] != ROLLBACK_JOURNAL:
        raise DamagedFileError(path, "another program has changed how it is written")
    if size > MOST_BYTES:
        raise DamagedFileError(path, "it is larger than a workshop can be")


def _header(real: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(real, flags)
    try:
        return os.read(descriptor, HEADER)
    finally:
        os.close(descriptor)


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big", signed=True)


def _kind_of(mode: int) -> str:
    return "it is a folder" if stat.S_ISDIR(mode) else "it is not a file but a device or a pipe"
