"""Reading a file on a second processor, while this one imports all that is to show it.

The process doubles itself before it has any thread or any part of Qt, which only Linux allows
without reserve; what was read comes back through memory without a name. Elsewhere, with a single
processor and whenever anything is the matter, nothing comes, and the file is read when its turn
comes: that also says what is the matter. This module imports little, for it is there before all.
"""

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from motworkshop.model.workshop import Workshop

PLAIN = 2
"""The version of marshal that looks for nothing that is there twice: half the time."""


class ReadApart:
    """A file that is being read elsewhere."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._child: int | None = None
        if sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1:
            with suppress(OSError):  # no room for another process
                self._memory = os.memfd_create("motworkshop")
                self._child = os.fork()
            if self._child == 0:
                _read_and_end(path, self._memory)

    def workshop(self, path: Path) -> "Workshop":
        """The workshop in a file, which need not be this one.

        Raises:
            What `read_workshop` raises.
        """
        from motworkshop.storage.read import read_workshop, workshop_read

        content = self._take() if path == self._path else b""
        return workshop_read(path, marshal.loads(content)) if content else read_workshop(path)

    def _take(self) -> bytes:
        """What was read, once, for a file may be another one later; nothing if that failed."""
        child, self._child = self._child, None
        if child is None:
            return b""
        try:
            _child, status = os.waitpid(child, 0)
        except ChildProcessError:  # whoever started us has its children buried unseen
            status = 1
        with os.fdopen(self._memory, "rb") as memory:
            memory.seek(0)
            return b"" if status else memory.read()


def _read_and_end(path: Path, memory: int) -> None:
    """What the other process does."""
    code = 1
    try:
        from motworkshop.storage.read import read_tables

        with os.fdopen(memory, "wb") as out:
            out.write(marshal.dumps(read_tables(path), PLAIN))
        code = 0
    finally:
        os._exit(code)  # nothing that this process began is to end twice
