"""The program run in a process of its own, with what it said and what it took."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

CHECKOUT = Path(__file__).parents[2]
LONGEST = 60
MEASURED = """
import json, os, signal, sys
child = os.fork()
if child == 0:
    signal.alarm(int(sys.argv[2]))
    os.execv(sys.argv[3], sys.argv[3:])
_pid, status, taken = os.wait4(child, 0)
with open(sys.argv[1], "w") as file:
    json.dump([os.waitstatus_to_exitcode(status), taken.ru_utime + taken.ru_stime,
               taken.ru_maxrss / 1024], file)
"""
"""A thin process in between: what the system tells of the memory of a child counts from its fork,
and so would count what the test itself holds."""


@dataclass(frozen=True)
class Ran:
    """`seconds` of computing (other programs on the machine do not count), `megabytes` at most."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float

    def faults(
        self, codes: Sequence[int], seconds: float, megabytes: float, *, is_list: bool = False
    ) -> list[str]:
        """What is not as it must be: exit code, one sentence if it failed, time, memory."""
        found = []
        told = self.err.strip()
        if self.code not in codes:
            found.append(f"exit code {self.code}: {told[-200:]}")
        if self.code != 0 and not is_list and (told.count("\n") or not told.endswith((".", ")"))):
            found.append(f"not one sentence: {told[:200]!r}")
        if "Traceback" in self.err:
            found.append("a traceback")
        if self.seconds > seconds:
            found.append(f"took {self.seconds:.1f} s")
        if self.megabytes > megabytes:
            found.append(f"took {self.megabytes:.0f} MB")
        return found


def run_python(*arguments: object) -> Ran:
    """Python with these arguments."""
    environment = {name: value for name, value in os.environ.items() if "COV" not in name}
    with TemporaryDirectory() as folder:
        told = Path(folder) / "taken"
        between = [sys.executable, "-IS", "-c", MEASURED, told, LONGEST, sys.executable]
        ran = subprocess.run(
            [*map(str, between), *map(str, arguments)],
            capture_output=True,
            check=False,
            cwd=CHECKOUT,
            env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        )
        taken: list[Any] = json.loads(told.read_text(encoding="ascii"))
    out, err = (stream.decode("utf-8", "replace") for stream in (ran.stdout, ran.stderr))
    return Ran(taken[0], out, "\n".join(_of_ours(err)), taken[1], taken[2])


def _of_ours(err: str) -> list[str]:
    """Without what Qt and its libraries note down beside it."""
    return [line for line in err.splitlines() if not line.startswith(("qt.", "libpng"))]


def run_program(*arguments: object) -> Ran:
    """The program's command line."""
    return run_python("-m", "motworkshop", *arguments)
