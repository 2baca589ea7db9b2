"""SIGKILL while an export is written over an older one: that one is whole, or the new one is."""

import csv
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias
from unittest import mock

import openpyxl
from pypdf import PdfReader

from motworkshop.exports.ballot_sheet import write_ballot_sheet
from motworkshop.exports.facts import gather
from motworkshop.exports.notes_csv import write_notes_csv
from motworkshop.exports.report import write_report
from motworkshop.exports.workbook import write_workbook
from motworkshop.files import written_aside
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.records import About, Round
from motworkshop.model.workshop import Workshop
from tests.torture.seen import Seen

Write: TypeAlias = Callable[[Workshop, Path], object]
Aside: TypeAlias = Callable[..., AbstractContextManager[Path]]


def _write_ballot(workshop: Workshop, target: Path) -> object:
    vote = next(iter(workshop.of(Round).values()))
    return write_ballot_sheet(workshop, vote, target)


WRITERS: dict[str, Write] = {
    "report.pdf": lambda workshop, target: write_report(gather(workshop), target),
    "workbook.xlsx": lambda workshop, target: write_workbook(gather(workshop), target),
    "notes.csv": lambda workshop, target: write_notes_csv(gather(workshop), target),
    "ballot.pdf": _write_ballot,
}


ROOMS = ("report", "workbook", "notes_csv", "ballot_sheet")


def kill_exports(folder: Path, kills: int, name: str, *, is_direct: bool = False) -> Seen:
    """Kill one kind of export so many times: half at a random moment of it all, half while the file
    is written. `is_direct` (the control) writes straight into the target."""
    chance = random.Random(1986)
    write, target = WRITERS[name], folder / name
    new = sample_workshop()
    old = Workshop(replace(one, title="Before") if isinstance(one, About) else one
                   for one in new.records())  # fmt: skip
    write(new, target)  # whatever is imported on the way is there before the first fork
    write(old, target)
    before = target.read_bytes()
    straight = _straight if is_direct else written_aside
    thinking, writing = _timed(partial(write, new, folder / f"whole-{name}"), straight)
    seen = Seen()
    changed = parts = 0
    for kill in range(kills):
        target.write_bytes(before)
        is_late = kill % 2 == 0
        seconds = chance.uniform(0, writing if is_late else thinking + writing)
        _killed_after(seconds, partial(write, new, target), straight, is_late=is_late)
        seen.tries += 1
        is_old = target.read_bytes() == before
        changed += not is_old
        parts += any(folder.glob("*.part"))
        if not is_old and not _is_whole(target, folder / f"whole-{name}"):
            seen.blame(f"{name} is broken")
    write(new, target)
    left = [one.name for one in folder.glob("*.part")]
    if left:
        seen.blame(f"left behind after the next export: {left}")
    seen.told = f"{changed} times the new one stood there, {parts} times a part lay beside it"
    return seen


@contextmanager
def _straight(target: Path, _check: object = None, **_options: object) -> Iterator[Path]:
    target.write_bytes(b"")
    yield target


def _timed(write: Callable[[], object], straight: Aside) -> tuple[float, float]:
    """The seconds of a whole export until it begins to write, and from there on."""
    start = time.monotonic()
    moments = _killed_after(None, write, straight)
    return moments - start, time.monotonic() - moments


def _killed_after(
    seconds: float | None, write: Callable[[], object], aside: Aside, *, is_late: bool = True
) -> float:
    """Kill the export so long after its start, or (late) after it began to write; returns when it
    began to write."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _export(write, aside, writing)
    os.close(writing)
    if is_late:
        os.read(reading, 1)
    began = time.monotonic()
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    return began


def _export(write: Callable[[], object], aside: Aside, began: int) -> None:
    """In the child: export, and tell when it begins to write."""

    @contextmanager
    def telling(*given: Any, **options: Any) -> Iterator[Path]:
        with aside(*given, **options) as part:
            os.write(began, b".")
            yield part

    try:
        for room in ROOMS:
            mock.patch(f"motworkshop.exports.{room}.written_aside", telling).start()
        write()
        os._exit(0)
    finally:
        os._exit(1)  # a child must never go on as its parent


def _is_whole(found: Path, model: Path) -> bool:
    """Whether an export can be read to its end, and holds as much as one that nobody killed."""
    try:
        return _extent(found) == _extent(model)
    except Exception:  # noqa: BLE001 - whatever a broken file sets off in a reader
        return False


def _extent(path: Path) -> object:
    if path.suffix == ".pdf":
        return [page.extract_text() for page in PdfReader(path).pages][1:]
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.reader(stream))
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    finally:
        book.close()
