"""The system calls of a program that touch the files of one folder, recorded by strace and done
again on a `Disk`."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.torture.disk import Disk

TRACED = (
    "openat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,"
    "rename,renameat,renameat2,link,linkat"
)
CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)", re.DOTALL)
BEGUN = re.compile(r"(.*) <unfinished \.\.\.>$", re.DOTALL)
RESUMED = re.compile(r"<\.\.\. \w+ resumed>(.*)", re.DOTALL)
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
FLAGS = re.compile(r"O_[A-Z_|]+")
DESCRIPTOR = re.compile(r"^(\d+)")
LAST_NUMBER = re.compile(r", (\d+)$")


def can_trace() -> bool:
    """Whether strace is there and may trace a child."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False)
    return tried.returncode == 0


def record(arguments: Sequence[str], given: bytes, log: Path) -> None:
    """Run Python with these arguments and note down its calls."""
    # Where the kernel can, only these calls stop the program, and not each of those of its start.
    strace = [
        "strace",
        "--seccomp-bpf",
        "-f",
        "-qq",
        "-xx",
        "-s",
        str(2**24),
        "-e",
        f"trace={TRACED}",
        "-o",
        log,
    ]
    subprocess.run(
        [*map(str, strace), sys.executable, *arguments],
        input=given,
        stdout=subprocess.DEVNULL,
        check=False,
        env={name: value for name, value in os.environ.items() if "COV" not in name},
    )


@dataclass(frozen=True)
class Call:
    """One finished call: name, arguments as strace prints them, result."""

    name: str
    arguments: str
    result: int

    def texts(self) -> list[bytes]:
        """The arguments in quotes, in full."""
        found = TEXT.findall(self.arguments)
        assert not any(cut for _text, cut in found), "strace has cut a text"
        return [bytes.fromhex(text.replace("\\x", "")) for text, _cut in found]

    def descriptor(self) -> int:
        found = DESCRIPTOR.match(self.arguments)
        assert found, self.arguments[:80]
        return int(found[1])

    def last_number(self) -> int:
        found = LAST_NUMBER.search(self.arguments)
        assert found, self.arguments[-80:]
        return int(found[1])


def calls_in(log: Path) -> Iterator[Call]:
    """What succeeded, in the order in which it ended."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            process, rest = line.rstrip("\n").split(maxsplit=1)
            if half := BEGUN.match(rest):
                begun[process] = half[1]
                continue
            if end := RESUMED.match(rest):
                rest = begun.pop(process) + end[1]
            call = CALL.match(rest)
            if call and int(call[3]) >= 0:
                yield Call(call[1], call[2], int(call[3]))


class Replay:
    """Does the calls again on a disk; `said` counts the lines printed to standard output."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.disk = disk
        self.said = 0
        self._folder = os.fsencode(folder)
        self._open: dict[int, str | None] = {}  # descriptor: a name; None is the folder itself
        self._places: dict[int, int] = {}  # where `write` goes on
        self._does: dict[str, Callable[[Call], bool]] = {
            "openat": self._openat,
            "close": self._close,
            "write": self._write,
            "pwrite64": self._pwrite,
            "ftruncate": self._ftruncate,
            "fsync": self._sync,
            "fdatasync": self._sync,
            "unlink": self._unlink,
            "rename": self._rename,
            "link": self._link,
        }

    def do(self, call: Call) -> bool:
        """Whether the disk is another one now, or something was printed."""
        does = self._does.get(call.name)
        if does is not None:
            return does(call)
        assert not any(self._is_ours(text) for text in call.texts()), call.name
        return False

    def _is_ours(self, path: bytes) -> bool:
        return path == self._folder or path.startswith(self._folder + b"/")

    def _name(self, path: bytes) -> str | None:
        return os.fsdecode(path.removeprefix(self._folder).lstrip(b"/")) or None

    def _openat(self, call: Call) -> bool:
        path = call.texts()[0]
        self._open.pop(call.result, None)
        if not self._is_ours(path):
            return False
        name = self._name(path)
        self._open[call.result] = name
        self._places[call.result] = 0
        flags = FLAGS.findall(call.arguments)[-1].split("|")
        if name is None or name in self.disk.names or "O_CREAT" not in flags:
            if name is not None and "O_TRUNC" in flags:
                self._file(name).append((0, None))
            return False
        self.disk.create(name)
        return True

    def _close(self, call: Call) -> bool:
        self._open.pop(call.descriptor(), None)
        return False

    def _file(self, name: str) -> list[tuple[int, bytes | None]]:
        return self.disk.files[self.disk.names[name]].pending

    def _named(self, call: Call) -> str | None:
        return self._open.get(call.descriptor())

    def _write(self, call: Call) -> bool:
        written = call.texts()[0][: call.result]
        descriptor = call.descriptor()
        if descriptor == 1:
            self.said += written.count(b"\n")
            return True
        name = self._named(call)
        if name is None:
            return False
        self._file(name).append((self._places[descriptor], written))
        self._places[descriptor] += len(written)
        return True

    def _pwrite(self, call: Call) -> bool:
        name = self._named(call)
        if name is None:
            return False
        self._file(name).append((call.last_number(), call.texts()[0][: call.result]))
        return True

    def _ftruncate(self, call: Call) -> bool:
        name = self._named(call)
        if name is None:
            return False
        self._file(name).append((call.last_number(), None))
        return True

    def _sync(self, call: Call) -> bool:
        if call.descriptor() not in self._open:
            return False
        name = self._named(call)
        if name is None:
            self.disk.sync_names()
        elif name in self.disk.names:
            self.disk.files[self.disk.names[name]].sync()
        return True

    def _unlink(self, call: Call) -> bool:
        path = call.texts()[0]
        if not self._is_ours(path):
            return False
        self.disk.unlink(self._name(path) or "")
        return True

    def _rename(self, call: Call) -> bool:
        return self._two_names(call, self.disk.rename)

    def _link(self, call: Call) -> bool:
        return self._two_names(call, self.disk.link)

    def _two_names(self, call: Call, do: Callable[[str, str], None]) -> bool:
        one, other = call.texts()[:2]
        if not self._is_ours(one):
            return False
        do(self._name(one) or "", self._name(other) or "")
        return True
