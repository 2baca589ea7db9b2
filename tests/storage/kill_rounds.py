"""Run by test_crash: saves in a child that is killed at a random moment, again and again.

Prints one JSON object: how many rounds, how many edits were acknowledged, and every complaint.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from unittest import mock

from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store

SEED = 1986


def save_for_ever(path: Path, acknowledged: int) -> None:
    with Store.open(path) as opened:
        number = len(opened.workshop.notes)
        while True:
            number += 1
            note = Note(f"note {number}", number, f"Text {number} " * 200)
            opened.save(Change.between([(None, note)]))
            os.write(acknowledged, b"%d\n" % number)


def one_round(path: Path, seconds: float) -> int | None:
    """The last acknowledged number of a child that lived this long after its first save; None
    when it never saved."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            save_for_ever(path, writing)
        finally:
            os._exit(1)  # a child must never go on as its parent
    os.close(writing)
    said = os.read(reading, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        said += more
    os.close(reading)
    return int(said.split()[-1]) if said else None


def complaints_about(path: Path, last: int | None) -> list[str]:
    if last is None:
        return ["it could not be opened again"]
    found = check_file(path)
    notes = len(read_workshop(path).notes) if not found else last
    if notes not in (last, last + 1):
        found.append(f"{notes} notes, {last} acknowledged")
    return found


def main(path: Path, rounds: int) -> None:
    choose = random.Random(SEED)
    Store.create(path, Workshop.titled("Kills")).close()
    complaints: list[str] = []
    last: int | None = 0
    journals = 0
    while rounds and not complaints:
        rounds -= 1
        last = one_round(path, choose.uniform(0, 0.004))
        journals += Path(f"{path}-journal").exists()
        complaints = complaints_about(path, last)
    print(json.dumps({"acknowledged": last, "journals": journals, "complaints": complaints}))


if __name__ == "__main__":
    if sys.argv[3:] == ["without journal"]:
        careless = (
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA cache_size = 1",  # writes page by page: there is time to be killed between
        )
        mock.patch("motworkshop.storage.store.DURABLE", careless).start()
    main(Path(sys.argv[1]), int(sys.argv[2]))
