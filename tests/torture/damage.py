"""A document with bits flipped, sectors zeroed, ends cut off, pages swapped: it is read as it was
written, or refused in a sentence; never shown as something else, and never for long."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from motworkshop.errors import WorkshopError
from motworkshop.model.history import Steps
from motworkshop.model.workshop import Workshop
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from tests.torture.seen import Seen

SECONDS = 5.0
SECTOR, PAGE, HEADER = 512, 4096, 100


def damage(path: Path, times: int) -> Seen:
    """Damage a document so many times, every time another way, and read, check and open it."""
    whole, seen = path.read_bytes(), Seen()
    expected = read_workshop(path)
    with Store.open(path) as store:
        steps = store.steps
    whole = path.read_bytes()
    refused, slowest = 0, 0.0
    for way, broken in damaged(whole, times, random.Random(1986)):
        start = time.monotonic()
        path.write_bytes(broken)
        outcome = _read(path, expected, steps)
        seen.tries += 1
        refused += outcome.is_refused
        slowest = max(slowest, time.monotonic() - start)
        for fault in outcome.faults:
            seen.blame(f"{way}: {fault}")
    if slowest > SECONDS:
        seen.blame(f"one took {slowest:.1f} s")
    seen.told = f"{refused:,} refused, the others as they were; the slowest took {slowest:.2f} s"
    path.write_bytes(whole)
    return seen


@dataclass
class _Outcome:
    is_refused: bool
    faults: list[str]


def _read(path: Path, expected: Workshop, steps: Steps) -> _Outcome:
    faults: list[str] = []
    before = path.read_bytes()
    is_refused = False
    try:
        if read_workshop(path) != expected:
            faults.append("another content than was written")
    except WorkshopError:
        is_refused = True
    except Exception as fault:  # noqa: BLE001 - that is what is looked for
        faults.append(f"traceback of {fault!r}")
    faults += _says(lambda: check_file(path))
    if path.read_bytes() != before:
        faults.append("it was written to")
    faults += _says(lambda: _open(path, expected, steps))
    return _Outcome(is_refused, faults)


def _open(path: Path, expected: Workshop, steps: Steps) -> list[str]:
    with Store.open(path) as store:
        return (
            []
            if (store.workshop, store.steps) == (expected, steps)
            else ["opened with another content"]
        )


def _says(action: Callable[[], list[str]]) -> list[str]:
    try:
        action()
    except WorkshopError:
        pass
    except Exception as fault:  # noqa: BLE001 - that is what is looked for
        return [f"traceback of {fault!r}"]
    return []


def damaged(whole: bytes, times: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """So many damaged copies, each with the way in which it is damaged: half are flipped bits."""
    ways = (_bit, _bit, _bit_near_the_start, _sector, _sector, _cut, _swap, _swap)
    for number in range(times):
        way = ways[number % len(ways)]
        yield way.__name__.strip("_"), way(bytearray(whole), chance)


def _bit(broken: bytearray, chance: random.Random) -> bytes:
    broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def _bit_near_the_start(broken: bytearray, chance: random.Random) -> bytes:
    broken[chance.randrange(HEADER)] ^= 1 << chance.randrange(8)
    return bytes(broken)


def _sector(broken: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(broken) // SECTOR) * SECTOR
    broken[start : start + SECTOR] = bytes(SECTOR)
    return bytes(broken)


def _cut(broken: bytearray, chance: random.Random) -> bytes:
    return bytes(broken[: chance.randrange(len(broken))])


def _swap(broken: bytearray, chance: random.Random) -> bytes:
    one, other = (place * PAGE for place in chance.sample(range(len(broken) // PAGE), 2))
    first, second = broken[one : one + PAGE], broken[other : other + PAGE]
    broken[one : one + PAGE], broken[other : other + PAGE] = second, first
    return bytes(broken)
