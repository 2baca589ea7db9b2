"""The disk refuses what it is asked, now and then: nothing is lost, and nobody has to start again.

strace makes calls on the file, its journal and its folder fail, a few in a row, somewhere between
opening and closing. Whoever works tries again, as the writer does; in the end all is in the file.
"""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from motworkshop.errors import WorkshopError
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from tests.torture.seen import Seen

CALLS = {"pwrite64": 40, "fdatasync": 20, "pread64": 60, "unlink": 6, "openat": 20, "fsync": 2}
"""What fails, and how often it is called at least while somebody works."""

ERRORS = ("EIO", "ENOSPC")
SAVES = 4
MOST_TRIES = 9
LONGEST = 60.0
"""Seconds after which whoever works is at fault."""

WORK = f"""
import sys
from pathlib import Path
from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.storage.store import Store

def insist(action):
    for _try in range({MOST_TRIES}):
        try:
            return action()
        except WorkshopError as fault:
            print("refused", fault, flush=True)
    sys.exit("it was never well again")

store = insist(lambda: Store.open(Path(sys.argv[1])))
for number in range({SAVES}):
    change = Change.between([(None, Note(f"n{{number}}", number, "text " * 300))])
    insist(lambda: store.save(change))
    insist(store.look)
store.close()
"""


def stubborn() -> str:
    """Somebody who stays with the line to the file that failed (the control)."""
    return WORK.replace("store = ", "Store._disconnect = lambda self: None\nstore = ", 1)


def refuse_calls(folder: Path, times: int, *, program: str = WORK) -> Seen:
    """Let so many pieces of work meet a disk that refuses one to three calls in a row."""
    chance = random.Random(2023)
    seen = Seen()
    refused = 0
    for number in range(times):
        call = chance.choice(list(CALLS))
        first = chance.randint(1, CALLS[call])
        last = first + chance.choice((0, 0, 1, 2))
        fault = f"{call}:error={chance.choice(ERRORS)}:when={first}..{last}"
        file = folder / str(number) / "work.motw"
        _make(file)
        ran = _work(file, fault, program)
        seen.tries += 1
        refused += "refused" in ran.stdout
        for problem in _problems(file, ran):
            seen.blame(f"{fault}: {problem}")
    seen.told = f"{refused} times somebody was told that it could not be saved"
    return seen


def _make(file: Path) -> None:
    """A file that is also to be rewritten, as after a secret round."""
    file.parent.mkdir()
    notes = (Note(f"b{number}", number, "text " * 200) for number in range(30))
    create_workshop(file, Workshop([*Workshop.titled("Work").records(), *notes]))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE ledger SET count = 1 WHERE name = 'rewrite due'")


def _work(file: Path, fault: str, program: str) -> subprocess.CompletedProcess[str]:
    ours = [part for path in (file, f"{file}-journal", file.parent) for part in ("-P", str(path))]
    trace = ["strace", "-f", "-qq", "-o", str(file.parent.with_suffix(".calls")), *ours]
    return subprocess.run(
        [*trace, "-e", f"inject={fault}", sys.executable, "-c", program, str(file)],
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )


def _problems(file: Path, ran: subprocess.CompletedProcess[str]) -> list[str]:
    if ran.returncode != 0:
        return [(ran.stderr.strip().splitlines() or [f"it ended with {ran.returncode}"])[-1]]
    try:
        problems = check_file(file)
        found = {key for key in read_workshop(file).notes if key.startswith("n")}
    except WorkshopError as error:
        return [str(error)]
    if found != {f"n{number}" for number in range(SAVES)}:
        problems.append(f"only {sorted(found)} are there")
    return problems
