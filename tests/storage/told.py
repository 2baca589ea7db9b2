"""Who listens to a writer."""

from collections.abc import Sequence
from functools import partial
from threading import Condition, current_thread
from typing import Any

from motworkshop.errors import WorkshopError
from motworkshop.model.workshop import Workshop
from motworkshop.storage.writer import Listeners

LONG = 40.0
"""Seconds for which a busy disk may stand still."""


class Told:
    """What a writer said, and a way to wait for it."""

    def __init__(self) -> None:
        self.opened: list[Workshop] = []
        self.saved: list[int] = []
        self.failed: list[WorkshopError] = []
        self.threads: set[str] = set()
        self._news = Condition()
        self.listeners = Listeners(
            lambda workshop, _steps: self._take(self.opened, workshop),
            partial(self._take, self.saved),
            partial(self._take, self.failed),
        )

    def _take(self, into: list[Any], said: Any) -> None:
        with self._news:
            into.append(said)
            self.threads.add(current_thread().name)
            self._news.notify_all()

    def wait(self, said: Sequence[object], count: int = 1) -> None:
        with self._news:
            assert self._news.wait_for(lambda: len(said) >= count, LONG)

    def wait_saved(self, count: int) -> None:
        """Told that so many are on the disk: a moment after they are no longer waited for."""
        with self._news:
            assert self._news.wait_for(lambda: self.saved[-1:] == [count], LONG), self.saved
