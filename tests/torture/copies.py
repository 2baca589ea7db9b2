"""A document that is copied while it is edited: each copy is complete, or refused; never wrong."""

import os
import random
import shutil
import signal
import time
from pathlib import Path
from threading import Thread

from typing_extensions import override

from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.lock_files import beside
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from tests.torture.seen import Seen

COMPLETE = 0.99
PAUSE = 0.02
"""Seconds between two edits: up to fifty a second, faster than any hand."""
FIRST = 300
"""Notes that are there before."""


def copy_while_edited(folder: Path, copies: int, pause: float = PAUSE) -> Seen:
    """Take so many copies while another process adds note after note."""
    file = folder / "copied.motw"
    create_workshop(file, _many_notes(FIRST))
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _add_notes_for_ever(file, pause, writing)
    os.close(writing)
    acknowledged = _Acknowledged(reading)
    seen, chance = Seen(), random.Random(1986)
    beside_it: set[str] = set()
    whole = 0
    try:
        for number in range(copies):
            time.sleep(chance.uniform(0, 0.05))
            before = acknowledged.last
            copy = Path(shutil.copyfile(file, folder / f"copy {number}.motw"))
            time.sleep(0.02)  # what was said meanwhile is still in the pipe
            after = acknowledged.last
            beside_it |= {one.name for one in folder.iterdir() if file.name in one.name}
            seen.tries += 1
            whole += _is_complete(copy, before, after, seen)
            copy.unlink()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if copies - whole > max(1, copies * (1 - COMPLETE)):  # one of a few may fall into a write
        seen.blame(f"only {whole} of {copies} copies were complete")
    strange = beside_it - _expected_beside(file)
    if strange:
        seen.blame(f"files beside it: {sorted(strange)}")
    seen.told = (
        f"{whole} complete, {copies - whole} refused; {acknowledged.last - FIRST} edits meanwhile"
    )
    return seen


class _Acknowledged(Thread):
    """Reads which note was the last that the editor called saved."""

    def __init__(self, reading: int) -> None:
        super().__init__(daemon=True)
        self.last = 0
        self._reading = reading
        self.start()
        while not self.last:
            time.sleep(0.01)

    @override
    def run(self) -> None:
        with os.fdopen(self._reading) as lines:
            for line in lines:
                self.last = int(line)


def _is_complete(copy: Path, before: int, after: int, seen: Seen) -> bool:
    try:
        found = len(read_workshop(copy).notes)
    except WorkshopError:
        return False
    if not before <= found <= after + 1:
        seen.blame(f"a copy holds {found} notes, {before} to {after + 1} were saved")
    return True


def _many_notes(count: int) -> Workshop:
    workshop = Workshop.titled("Copied")
    for number in range(count):
        workshop = workshop.applied(add_note(workshop, Draft(f"Touchpoint {number}")).change)
    return workshop


def _add_notes_for_ever(file: Path, pause: float, acknowledged: int) -> None:
    try:
        with Store.open(file) as store:
            while True:
                change: Change = add_note(store.workshop, Draft("One more " * 9)).change
                store.save(change)
                os.write(acknowledged, b"%d\n" % len(store.workshop.notes))
                time.sleep(pause)
    finally:
        os._exit(1)  # a child must never go on as its parent


def _expected_beside(file: Path) -> set[str]:
    """The document, its journal, and the lock that names who has it."""
    lock = beside(file).name
    return {file.name, f"{file.name}-journal", lock, f"{lock}.json"}
