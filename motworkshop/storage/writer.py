"""The writer's thread: takes changes in order and saves each, so that nobody waits for the disk.

What waits together is saved together, in one transaction: the waiting for the disk is what costs
(16 ms of 18 for one change), so somebody who types without a pause is never far ahead.

No Qt. What it reports comes on its own thread; whoever listens brings it over to theirs. The
store is imported on that thread too, because SQLModel costs more at start than the whole window.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from functools import partial
from itertools import islice, takewhile
from pathlib import Path
from threading import Condition, Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.history import Steps
from motworkshop.model.workshop import Workshop
from motworkshop.storage.errors import (
    FileMovedError,
    SilentDiskError,
    StaleFileError,
    WriterStoppedError,
)
from motworkshop.values import dataclass

if TYPE_CHECKING:
    from motworkshop.storage.store import Store

T = TypeVar("T")
RETRY_SECONDS = 2.0
LOOK_SECONDS = 1.5
"""How often somebody at rest looks whether the file is still there and can be written."""

MOST_TOGETHER = 200
"""So many changes go into one transaction."""
SILENT_SECONDS = 2.0
"""A disk that has not answered a change or a look for so long is called silent."""

RECORDS_A_SECOND = 2000
"""So many are written even by a slow computer; a large change may take longer than others."""

SLOW_SECONDS = 10.0
"""The same for what takes its time: opening, copying, closing."""


def open_existing(
    path: Path,
    expected: Workshop,
    before_migration: "Callable[[Store], object]" = lambda _store: None,
) -> "Store":
    """Open a file for writing that was read a moment ago; see `Store.open`.

    Raises:
        StaleFileError: it holds something else by now. And what `Store.open` raises.
    """
    from motworkshop.storage.store import Store

    store = Store.open(path, before_migration)
    if store.workshop != expected:
        store.close()
        raise StaleFileError(path)
    return store


def create_new(path: Path, make: Callable[[], Workshop]) -> "Store":
    """Make a workshop, write it into a new file and keep that open."""
    from motworkshop.storage.store import Store

    return Store.create(path, make())


def create_from_backup(path: Path, backup: Path) -> "Store":
    """Make a new file of a backup, with all that it holds, and keep that open."""
    from motworkshop.storage.backups import restore
    from motworkshop.storage.store import Store

    restore(backup, path)
    return Store.open(path)


@dataclass(frozen=True, slots=True)
class Listeners:
    """Whom the writer tells, on its own thread.

    `opened(workshop, steps)` once; `saved(n)` when the first n changes are on the disk, and again
    when all is well after a failure; `failed(error)` when the file could not be opened, the next
    change not be saved, or when a look at rest has found that it could not; `history_lost()` after
    `opened`, when the undo history in the file could not be read.
    """

    opened: Callable[[Workshop, Steps], None]
    saved: Callable[[int], None]
    failed: Callable[[WorkshopError], None]
    history_lost: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class _Saving:
    """A change that waits to be saved, with the undo history as it is after it."""

    change: Change
    steps: Steps | None


@dataclass(frozen=True, slots=True)
class _Asking:
    """Something else to do with the store, once, in its turn."""

    action: "Callable[[Store], Any]"
    told: Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class _Call:
    """What the disk is asked just now: since when, and how long that may take."""

    since: float
    patience: float


class _Look(Enum):
    """Nothing waits: time to look after the file."""

    NOW = 1


class Writer:
    """Saves the changes of one workshop file on a thread of its own.

    A change that cannot be saved stays first in the queue and is tried again, every two seconds
    and whenever somebody asks; changes that cannot be saved together are tried one by one. At rest
    it looks after the file. The file stays locked until `close`.
    """

    def __init__(
        self,
        open_store: Callable[[], "Store"],
        listeners: Listeners,
        retry_seconds: float = RETRY_SECONDS,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self._open_store = open_store
        self._listeners = listeners
        self._retry_seconds = retry_seconds
        self._look_seconds = look_seconds
        self._waiting: deque[_Saving | _Asking] = deque()
        self._saved = 0
        self._fault: WorkshopError | None = None
        self._seen: WorkshopError | None = None
        self._is_look_wanted = False
        self._is_closing = False
        self._together = MOST_TOGETHER
        self._call: _Call | None = None
        self._state = Condition()
        self._telling = Lock()
        self._is_mute = False
        self._thread = Thread(target=self._run, name="motworkshop-writer", daemon=True)

    def start(self) -> None:
        """Open the file and begin; a second call does nothing."""
        if self._thread.ident is None and not self._is_closing:
            self._thread.start()

    def save(self, change: Change, steps: Steps | None = None) -> None:
        """Put a change at the end of the queue, with the undo history as it is after it."""
        with self._state:
            self._waiting.append(_Saving(change, steps))
            self._state.notify_all()

    def ask(
        self, action: "Callable[[Store], T]", told: Callable[[T | WorkshopError], None]
    ) -> None:
        """Do something else with the file when all that was given before is saved; `told` gets
        what came of it, or why it could not be done, on the writer's thread."""
        with self._state:
            self._waiting.append(_Asking(action, told))
            self._state.notify_all()

    def retry(self) -> None:
        """Try again now what could not be saved, and look again where it could not be."""
        with self._state:
            if self._thread.is_alive() or self._thread.ident is None:
                self._fault = None
            self._is_look_wanted = self._thread.is_alive()
            self._state.notify_all()

    def wait(self, seconds: float) -> WorkshopError | None:
        """Wait until all is saved and seen to be in its place, or the next attempt has failed: then
        why.

        None also when the time is up or the disk has fallen silent; `is_all_saved` tells.
        """
        self.retry()
        until = time.monotonic() + seconds
        with self._state:
            while self._fault is None and (self._waiting or self._is_look_wanted):
                left = until - time.monotonic()
                if left <= 0 or self.silence:
                    break
                self._state.wait(min(left, 0.1))
            return self._fault or self._seen

    @property
    def silence(self) -> float:
        """For how many seconds the disk has not answered; 0.0 as long as that is no wonder."""
        call = self._call
        if call is None:
            return 0.0
        lasted = time.monotonic() - call.since
        return lasted if lasted > call.patience else 0.0

    @property
    def fault(self) -> WorkshopError | None:
        """Why the first that waits could not be saved, or what the last look at rest has found."""
        with self._state:
            return self._fault or self._seen

    @property
    def is_all_saved(self) -> bool:
        """Whether no change waits, and the file was in its place when it was looked at last."""
        with self._state:
            return not self._waiting and not isinstance(self._seen, FileMovedError)

    def close(self, seconds: float = 30.0) -> WorkshopError | None:
        """Save what waits, if it can be saved, let go of the file and end the thread. Where the
        disk is silent nobody waits for it: when it answers, the thread ends without a word.

        Returns what could not be done at the very end.
        """
        with self._state:
            self._is_closing = True
            self._fault = None
            self._state.notify_all()
        until = time.monotonic() + seconds
        while self._thread.is_alive() and not self.silence and time.monotonic() < until:
            self._thread.join(0.05)
        if not self._thread.is_alive():
            return self._fault
        with self._telling:
            self._is_mute = True
        with self._state:
            is_saved = not any(isinstance(one, _Saving) for one in self._waiting)
        return None if is_saved else SilentDiskError(self.silence)

    def _run(self) -> None:
        is_done = False
        try:
            store = self._insist(self._open)
            if store is not None:
                self._tell(self._listeners.opened, store.workshop, store.steps)
                if store.is_history_lost:
                    self._tell(self._listeners.history_lost)
                self._save_all(store)
                self._insist(partial(self._close, store))
            is_done = True
        finally:  # a fault of ours goes on to the crash report, but nobody is left believing
            if not is_done:
                self._fail(WriterStoppedError())

    def _open(self) -> "Store":
        with self._calling(SLOW_SECONDS):
            return self._open_store()

    def _close(self, store: "Store") -> bool:
        with self._calling(SLOW_SECONDS):
            store.close()
        return True

    def _save_all(self, store: "Store") -> None:
        while (waiting := self._next()) is not None:
            if isinstance(waiting, _Look):
                self._look(store)
            elif isinstance(waiting, _Asking):
                self._answer(store, waiting)
            elif self._insist(partial(self._save, store)) is None:
                return

    def _next(self) -> _Saving | _Asking | _Look | None:
        """The first that waits; it stays in the queue. None when it is time to end."""
        with self._state:
            self._state.wait_for(
                lambda: self._waiting or self._is_closing or self._is_look_wanted,
                self._look_seconds,
            )
            if self._waiting:
                return self._waiting[0]
            return None if self._is_closing else _Look.NOW

    def _look(self, store: "Store") -> None:
        """Find out at rest whether the next change could be saved, and tell when that is news."""
        found: WorkshopError | None = None
        try:
            with self._calling(SILENT_SECONDS):
                store.look()
        except WorkshopError as fault:
            found = fault
        with self._state:
            before, self._seen = self._seen, found
            is_wanted, self._is_look_wanted = self._is_look_wanted, False
            self._state.notify_all()
        if found is not None and (is_wanted or str(found) != str(before)):
            self._tell(self._listeners.failed, found)
        elif found is None and before is not None:
            self._tell(self._listeners.saved, self._saved)

    def _save(self, store: "Store") -> bool:
        """Save what waits first, together; what cannot be saved so, the next time alone, so that
        one bad change keeps no good one before it from the disk."""
        batch = self._first_changes()
        try:
            with self._calling(_patience(batch)):
                store.save_all([one.change for one in batch], _last_steps(batch))
        except WorkshopError:
            if len(batch) == 1:
                raise
            self._together = 1
            return True
        self._together = min(MOST_TOGETHER, self._together * 2)
        with self._state:
            for _one in batch:
                self._waiting.popleft()
            self._saved += len(batch)
            self._fault = self._seen = None
            self._is_look_wanted = False
            self._state.notify_all()
        self._tell(self._listeners.saved, self._saved)
        return True

    def _first_changes(self) -> list[_Saving]:
        """The changes that wait before anything else does, as many as go together."""
        with self._state:
            first = islice(self._waiting, self._together)
            changes = takewhile(lambda one: isinstance(one, _Saving), first)
            return [one for one in changes if isinstance(one, _Saving)]

    def _answer(self, store: "Store", asking: _Asking) -> None:
        came: Any
        try:
            with self._calling(SLOW_SECONDS):
                came = asking.action(store)
        except WorkshopError as fault:
            came = fault
        self._tell(asking.told, came)
        with self._state:
            self._waiting.popleft()
            self._state.notify_all()

    @contextmanager
    def _calling(self, patience: float) -> Iterator[None]:
        self._call = _Call(time.monotonic(), patience)
        try:
            yield
        finally:
            self._call = None

    def _tell(self, listener: Callable[..., None], *news: object) -> None:
        """Tell somebody, unless nobody listens any more."""
        with self._telling:
            if not self._is_mute:
                listener(*news)

    def _insist(self, action: Callable[[], T]) -> T | None:
        """Do it until it succeeds; None when it still fails at the end, or nothing waits for it."""
        while True:
            is_last = self._is_closing
            try:
                return action()
            except WorkshopError as fault:
                self._fail(fault)
            with self._state:
                if not is_last:
                    self._state.wait_for(self._is_wanted_now, self._retry_seconds)
                if is_last or (self._is_closing and not self._waiting):
                    return None

    def _is_wanted_now(self) -> bool:
        return self._fault is None or self._is_closing

    def _fail(self, fault: WorkshopError) -> None:
        with self._state:
            self._fault = fault
            self._state.notify_all()
        self._tell(self._listeners.failed, fault)


def _patience(batch: Sequence[_Saving]) -> float:
    """How long it is no wonder that these changes take."""
    return SILENT_SECONDS + sum(len(one.change.pairs) for one in batch) / RECORDS_A_SECOND


def _last_steps(batch: Sequence[_Saving]) -> Steps | None:
    """The undo history after all of them, as far as it was known."""
    return next((one.steps for one in reversed(batch) if one.steps is not None), None)
