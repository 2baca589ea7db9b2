"""SIGKILL while `script` writes, again and again: every acknowledged line is there afterwards.

The children are forked from this process, which has the program imported already, so that a
thousand kills take minutes; each runs the command itself, from its arguments to its output.
"""

import os
import random
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from motworkshop.cli.run import run
from motworkshop.errors import WorkshopError
from motworkshop.imports.template import BLANK, workshop_from_template
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from tests.torture.seen import Seen
from tests.torture.stories import as_lines, states, story, without_lots


def kill_scripts(folder: Path, kills: int, lines: int = 60) -> Seen:
    """Kill so many runs of a script, each at a random moment."""
    chance = random.Random(1986)
    file = folder / "killed.motw"
    create_workshop(file, workshop_from_template(BLANK, "Kills"))
    Store.open(file).close()  # all that is imported on the way is there before the first fork
    clean = file.read_bytes()
    asked = story(chance, lines)
    expected = states(read_workshop(file), asked)
    (folder / "asked").write_bytes(as_lines(asked))
    seen = Seen()
    acknowledged = journals = finished = 0
    longest = _seconds_of_a_whole_run(file, folder / "asked")
    for _kill in range(kills):
        file.write_bytes(clean)
        said = _killed_after(chance.uniform(0, longest), file, folder / "asked")
        seen.tries += 1
        acknowledged += said
        finished += said == len(asked)
        longest *= 0.95 if said == len(asked) else 1.01  # a kill that comes too late shows nothing
        journals += file.with_name(f"{file.name}-journal").exists()
        for fault in _faults(file, expected[said : said + 2]):
            seen.blame(f"{said} acknowledged: {fault}")
    seen.told = (
        f"{acknowledged:,} lines acknowledged, {journals} kills in mid-write, "
        f"{finished} came when all was done"
    )
    return seen


def _seconds_of_a_whole_run(file: Path, asked: Path) -> float:
    start = time.monotonic()
    _killed_after(None, file, asked)
    return time.monotonic() - start


def _killed_after(seconds: float | None, file: Path, asked: Path) -> int:
    """Run the script and kill it so long after its start (None: let it end); returns how many of
    its lines it had answered."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _become_the_script(file, asked, writing)
    os.close(writing)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    said = b""
    while more := os.read(reading, 65536):
        said += more
    os.close(reading)
    os.waitpid(child, 0)
    answers = said.splitlines(keepends=True)
    assert all(line.startswith((b"ack ", b"refused ")) for line in answers[:-1]), answers
    return sum(line.endswith(b"\n") for line in answers)


def _become_the_script(file: Path, asked: Path, writing: int) -> None:
    try:
        os.dup2(os.open(asked, os.O_RDONLY), 0)
        os.dup2(writing, 1)
        os.close(writing)
        _speak_through(0, 1)
        run(["script", str(file)])
    finally:
        os._exit(1)  # a child must never go on as its parent


def _speak_through(asked: int, answers: int) -> None:
    import sys

    sys.stdin = open(asked, encoding="utf-8")  # noqa: SIM115
    sys.stdout = open(answers, "w", encoding="utf-8")  # noqa: SIM115


def _faults(file: Path, expected: Sequence[object]) -> list[str]:
    try:
        faults = check_file(file)
        if not faults and without_lots(read_workshop(file)) not in expected:
            faults = ["an acknowledged line is lost"]
    except WorkshopError as error:
        faults = [str(error)]
    return faults
