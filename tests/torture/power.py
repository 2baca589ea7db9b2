"""A power cut at any moment of a script: every acknowledged line is in the file afterwards."""

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from motworkshop.errors import WorkshopError
from motworkshop.imports.template import BLANK, workshop_from_template
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from tests.torture.calls import Call, Replay, calls_in, record
from tests.torture.disk import Disk, Kept
from tests.torture.seen import Seen
from tests.torture.stories import as_lines, states, story, without_lots

SCRIPT = ("-m", "motworkshop", "script")
CARELESS = """
import sys
from unittest import mock
mode = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = " + sys.argv[1])
mock.patch("motworkshop.storage.store.DURABLE", mode).start()
from motworkshop.cli.run import run
run(["script", sys.argv[2]])
"""


def careless(synchronous: str) -> tuple[str, ...]:
    """The same program, but it waits less for the disk (the control)."""
    return ("-c", CARELESS, synchronous)


def cut_power(
    folder: Path,
    lines: int,
    points: int,
    program: Sequence[str] = SCRIPT,
    kept: Sequence[Kept] = tuple(Kept),
) -> Seen:
    """Record a script of so many lines once; cut the power at so many points of it, each in every
    way of `kept`."""
    chance = random.Random(1986)
    file = folder / "power.motw"
    create_workshop(file, workshop_from_template(BLANK, "Power"))
    asked = story(chance, lines)
    expected = states(read_workshop(file), asked)
    before = {file.name: file.read_bytes()}
    record([*program, str(file)], as_lines(asked), folder / "calls")
    calls = list(calls_in(folder / "calls"))
    seen = Seen()
    stops = sorted(chance.sample(_moments(file, before, calls), points))
    _cut_at(seen, file, before, calls, stops, expected, kept)
    (folder / "calls").unlink()
    return seen


def _moments(file: Path, before: dict[str, bytes], calls: Sequence[Call]) -> list[int]:
    """The calls after which the disk is another one, from the first write to the file on."""
    replay = Replay(file.parent, Disk(before))
    moments = [place for place, call in enumerate(calls) if replay.do(call)]
    assert replay.said > 0, "the script has said nothing"
    return moments


def _cut_at(
    seen: Seen,
    file: Path,
    before: dict[str, bytes],
    calls: Sequence[Call],
    stops: Sequence[int],
    expected: Sequence[object],
    kept: Sequence[Kept],
) -> None:
    chance = random.Random(2026)
    replay = Replay(file.parent, Disk(before))
    journals, done = 0, 0
    for stop in stops:
        for call in calls[done : stop + 1]:
            replay.do(call)
        done = stop + 1
        for way in kept:
            with TemporaryDirectory(dir=file.parent) as name:
                replay.disk.lay_out(Path(name), way, chance)
                found = Path(name) / file.name
                journals += found.with_name(f"{file.name}-journal").exists()
                seen.tries += 1
                for fault in _faults(found, expected[replay.said : replay.said + 2]):
                    seen.blame(f"call {stop}, {way.value} kept, {replay.said} said: {fault}")
    seen.told = (
        f"{len(stops)} points of {len(calls):,} calls, {journals} with a journal to roll back"
    )


def _faults(found: Path, expected: Sequence[object]) -> list[str]:
    try:
        workshop = read_workshop(found)
    except WorkshopError as error:
        return [str(error)]
    if without_lots(workshop) not in expected:
        return ["an acknowledged line is lost"]
    return check_file(found)
