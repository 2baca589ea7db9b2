"""SIGKILL while somebody works in the window with mouse and keys: what it called saved is there."""

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from motworkshop.errors import WorkshopError
from motworkshop.imports.template import workshop_from_template
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from tests.torture.bounds import CHECKOUT
from tests.torture.seen import Seen
from tests.torture.window import digest_of

SECONDS_TO_DISK = 2.0
"""So long after a letter was typed it must be there, though the editor is open."""


LONGEST = 90.0
"""Seconds after which a window that does nothing is at fault."""


@dataclass
class Said:
    """What a window said before it was killed."""

    states: list[str]
    acknowledged: int
    typed: str


def kill_windows(
    folder: Path, kills: int, *, is_hasty: bool = False, patience: float = 0.0
) -> Seen:
    """Kill so many windows; every fourth while words stand in an open editor. A hasty window calls
    saved what is only on its way to the disk (the control). `patience`: seconds for which the disk
    of a busy machine may stand still besides."""
    chance = random.Random(1986)
    seen = Seen()
    acknowledged = typed = 0
    for kill in range(kills):
        file = folder / f"window {kill}.motw"  # the one before may have left its journal
        create_workshop(file, workshop_from_template("airline", "Window"))
        before = digest_of(read_workshop(file))
        way = "hasty" if is_hasty else "stays" if kill % 4 == 3 else "works"
        said = _killed(file, kill, chance.uniform(0, 2.0), way, patience)
        seen.tries += 1
        acknowledged += said.acknowledged
        typed += bool(said.typed)
        for fault in _faults(file, [before, *said.states], said):
            seen.blame(f"window {kill}: {fault}")
    seen.told = f"{acknowledged:,} edits acknowledged, {typed} times with an open editor"
    return seen


def _killed(file: Path, seed: int, seconds: float, way: str, patience: float) -> Said:
    stays = way == "stays"
    command = [sys.executable, "-m", "tests.torture.window", str(file), str(seed), way]
    environment = {name: value for name, value in os.environ.items() if "COV" not in name}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        assert child.stdout is not None
        lines = []
        giving_up = Timer(LONGEST, child.kill)
        giving_up.start()
        for line in child.stdout:  # until it works, or until the words stand there
            lines.append(line)
            if line.startswith(b"typed" if stays else b"ack"):
                break
        giving_up.cancel()
        time.sleep(SECONDS_TO_DISK if stays else seconds)
        until = time.monotonic() + patience
        while stays and not _holds(file, _said_in(lines).typed) and time.monotonic() < until:
            time.sleep(0.25)
        child.kill()
        lines += child.stdout.readlines()
    return _said_in(lines)


def _holds(file: Path, text: str) -> bool:
    return any(note.text == text for note in read_workshop(file).notes.values())


def _said_in(lines: list[bytes]) -> Said:
    return _said([line.decode().split() for line in lines if line.endswith(b"\n")])


def _said(lines: list[list[str]]) -> Said:
    said = Said([], 0, "")
    for line in lines:
        if line[0] == "state":
            said.states.append(line[2])
        elif line[0] == "ack":
            said.acknowledged = int(line[1])
        elif line[0] == "typed":
            said.typed = " ".join(line[1:])
    return said


def _faults(file: Path, states: list[str], said: Said) -> list[str]:
    try:
        problems = check_file(file)
        found = read_workshop(file)
    except WorkshopError as error:
        return [str(error)]
    digest = digest_of(found)
    if not said.acknowledged:
        problems.append("it never said that anything was saved")
    if digest not in states:
        problems.append("the file holds what never was on the screen")
    elif digest not in states[said.acknowledged :]:
        problems.append(f"of {said.acknowledged} acknowledged edits some are lost")
    if said.typed and not any(note.text == said.typed for note in found.notes.values()):
        problems.append(f"“{said.typed}” was not on the disk in time")
    return problems
