"""Three clients that read, count up and write at once: through the one writer, nothing is lost."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from typing_extensions import override

from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.model.workshop import StaleChangeError, Workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from motworkshop.storage.writer import Listeners, Writer
from tests.torture.seen import Seen

COUNTER = "counter"
CLIENTS = 3


def write_at_once(folder: Path, times: int, *, looks_early: bool = False) -> Seen:
    """Each client counts up so many times and adds a note of its own each time. A client that looks
    early (the control) reads the counter before it is its turn."""
    file = folder / "shared.motw"
    first = Workshop([*Workshop.titled("Shared").records(), Note(COUNTER, 1, "0")])
    create_workshop(file, first)
    refused: list[object] = []
    writer = Writer(
        lambda: Store.open(file), Listeners(lambda *_: None, lambda _: None, refused.append)
    )
    writer.start()
    clients = [
        _Client(number, times, writer, refused, first, looks_early=looks_early)
        for number in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    fault = writer.close(600.0)
    seen = Seen(CLIENTS * times)
    if fault or refused:
        seen.blame(f"{fault or ''} {len(refused)} were refused, such as {refused[:1]}".strip())
    found = read_workshop(file)
    counted = int(found.notes[COUNTER].text)
    if (counted, len(found.notes) - 1) != (CLIENTS * times, CLIENTS * times):
        seen.blame(f"the counter says {counted}, {len(found.notes) - 1} notes are there")
    seen.told = f"the counter says {counted:,}"
    return seen


class _Client(Thread):
    def __init__(
        self,
        number: int,
        times: int,
        writer: Writer,
        refused: list[object],
        first: Workshop,
        *,
        looks_early: bool,
    ) -> None:
        super().__init__()
        self._number = number
        self._times = times
        self._writer = writer
        self._refused = refused
        self._looks_early = looks_early
        self._seen = first

    @override
    def run(self) -> None:
        for time in range(self._times):
            self._writer.ask(partial(self._count, time), self._told)

    def _count(self, time: int, store: Store) -> None:
        before = self._seen if self._looks_early else store.workshop
        counter = before.notes[COUNTER]
        mine = Note(f"{self._number}/{time}", 2 + self._number * self._times + time, "mine")
        more = replace(counter, text=str(int(counter.text) + 1))
        try:
            store.save(Change.between([(counter, more), (None, mine)]))
        except StaleChangeError as stale:
            self._refused.append(stale)

    def _told(self, came: Any) -> None:
        if isinstance(came, WorkshopError):
            self._refused.append(came)
