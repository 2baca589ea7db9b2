"""The clock of the computer jumps while somebody works: two hours back, a year ahead. The order of
things, undo, the lock and the backups do not depend on it.

libfaketime stands between the program and the clock and reads from a file how late it is.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from motworkshop.cli.exit_codes import ExitCode
from motworkshop.imports.template import workshop_from_template
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from tests.torture.bounds import CHECKOUT
from tests.torture.seen import Seen

JUMPS = ("-2h", "+365d", "-730d", "+0")
PROGRAM = ("-m", "motworkshop", "script")
LOCK = (
    "-c",
    "import sys; from pathlib import Path; from motworkshop.storage.lock import DocumentLock\n"
    "from motworkshop.storage.errors import FileLockedError\n"
    f"try: DocumentLock(Path(sys.argv[1]))\nexcept FileLockedError: sys.exit({int(ExitCode.NOT_WRITTEN)})",
)
"""Tries to get the lock and nothing else: for CI, where the whole program takes seconds to start."""

WORK = """
import json, os, subprocess, sys
from datetime import datetime
from pathlib import Path
from motworkshop.cli.session import Session
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.storage.backups import Backups, Origin
from motworkshop.storage.store import Store

right = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
file, clock, folder = map(Path, sys.argv[1:4])
told = {"moments": [], "numbers": [], "second": []}
store = Store.open(file)
with Session(store) as session:
    backups = Backups(folder, session.workshop.about.id)
    origin = Origin(session.workshop.about.id, file, "Clocks")
    for jump in ["+0", *sys.argv[4:]]:
        clock.write_text(jump)
        told["moments"].append(datetime.now().timestamp())
        for number in range(3):
            session.do(add_note(session.workshop, Draft(f"{jump} {number}")))
        backups.make(store.back_up, "time", origin)
        told["numbers"].append([one.number for one in backups.all()])
        second = json.loads(os.environ["SECOND"])
        ran = subprocess.run([sys.executable, *second, str(file)], stdin=subprocess.DEVNULL, capture_output=True, env=right)
        told["second"].append(ran.returncode)
    texts = [note.text for note in session.workshop.notes.values()]
    for _step in range(len(sys.argv[4:]) * 3 + 3):
        session.undo()
    told["left"] = len(session.workshop.notes)
    for _step in range(len(texts)):
        session.redo()
    told["same"] = [note.text for note in session.workshop.notes.values()] == texts
    told["texts"] = texts
print(json.dumps(told))
"""


def can_jump() -> bool:
    """Whether faketime is there."""
    return shutil.which("faketime") is not None


def jump(folder: Path, second: Sequence[str] = PROGRAM) -> Seen:
    """Work through all jumps in one sitting; after each a `second` one tries to write too."""
    file, clock = folder / "clocks.motw", folder / "late"
    create_workshop(file, workshop_from_template("blank", "Clocks"))
    clock.write_text("+0")
    started = subprocess.run(["faketime", "-f", "+0", "env"], capture_output=True, text=True, check=True)  # fmt: skip
    preload = next(one for one in started.stdout.splitlines() if one.startswith("LD_PRELOAD="))
    environment = os.environ | {
        "LD_PRELOAD": preload.partition("=")[2],
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "SECOND": json.dumps(second),
    }
    ran = subprocess.run(
        [sys.executable, "-c", WORK, file, clock, folder / "backups", *JUMPS],
        capture_output=True, text=True, check=False, cwd=CHECKOUT, env=environment, timeout=60,
    )  # fmt: skip
    seen = Seen(len(JUMPS))
    if ran.returncode != 0:
        seen.blame(ran.stderr[-1000:])
        return seen
    told = json.loads(ran.stdout)
    _judge(told, seen)
    for problem in check_file(file):
        seen.blame(problem)
    written = sorted(note.text for note in read_workshop(file).notes.values())
    if written != sorted(told["texts"]):
        seen.blame("the file does not hold what was written")
    hours = [round((one - told["moments"][0]) / 3600) for one in told["moments"][1:]]
    seen.told = f"the clock stood {hours} hours off"
    return seen


def _judge(told: dict[str, Any], seen: Seen) -> None:
    late = told["moments"]
    if not all(abs(a - b) > 3600 for a, b in pairwise(late)):
        seen.blame("the clock did not jump; nothing was tried")
    counts = list(range(1, len(JUMPS) + 2))
    if told["numbers"] != [list(range(count, 0, -1)) for count in counts]:
        seen.blame(f"backups are not in the order in which they were made: {told['numbers']}")
    if told["second"] != [ExitCode.NOT_WRITTEN] * len(counts):
        seen.blame(f"the lock did not hold: {told['second']}")
    if (told["left"], told["same"]) != (0, True):
        seen.blame("undo and redo did not go the whole way")
