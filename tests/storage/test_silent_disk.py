"""A disk that does not answer: nobody waits for it, and when it answers all is as it should be."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event, Thread
from threading import enumerate as threads

import pytest
from typing_extensions import override

from motworkshop.model.change import Change
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.history import History, Steps
from motworkshop.storage import writer as writing
from motworkshop.storage.errors import SilentDiskError
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from motworkshop.storage.writer import Writer
from tests.storage.told import LONG, Told

SOON = 0.05
"""Seconds after which a disk is called silent here."""


class Share(Store):
    """A store on a network drive that stops answering when it is told to."""

    opened: "Share"

    def __init__(self, path: Path, before_migration: Callable[[Store], object]) -> None:
        self.answers, self.is_asked = Event(), Event()
        self.answers.set()
        super().__init__(path, before_migration)
        type(self).opened = self

    @override
    def save_all(self, changes: Sequence[Change], steps: Steps | None = None) -> None:
        self._wait()
        super().save_all(changes, steps)

    @override
    def look(self) -> None:
        self._wait()
        super().look()

    def _wait(self) -> None:
        if not self.answers.is_set():
            self.is_asked.set()
            assert self.answers.wait(LONG)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "SILENT_SECONDS", SOON)


@pytest.fixture
def writer(path: Path, told: Told) -> Iterator[Writer]:
    made = Writer(partial(Share.open, path), told.listeners, look_seconds=60)
    made.start()
    told.wait(told.opened)
    yield made
    Share.opened.answers.set()
    made.close()
    _wait_for_the_thread()


def _wait_for_the_thread() -> None:
    for thread in threads():
        if thread.name == "motworkshop-writer":
            thread.join(LONG)


def _change(history: History) -> Change:
    return history.do(add_note(history.workshop, Draft("a note")))


def _fall_silent(writer: Writer, history: History) -> Share:
    """A change is on its way, and nothing comes back."""
    share = Share.opened
    share.answers.clear()
    writer.save(_change(history), history.steps)
    assert share.is_asked.wait(LONG)
    return share


def test_nobody_waits_longer_than_it_takes_to_call_a_disk_silent(
    writer: Writer, history: History, told: Told
) -> None:
    _fall_silent(writer, history)
    waiting = Thread(target=writer.wait, args=(LONG * 10,))
    waiting.start()
    waiting.join(LONG)
    assert not waiting.is_alive()
    assert writer.silence >= SOON
    assert not writer.is_all_saved
    assert told.saved == []


def test_when_the_disk_answers_what_waited_is_saved(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    share = _fall_silent(writer, history)
    writer.save(_change(history), history.steps)
    share.answers.set()
    told.wait_saved(2)
    assert writer.is_all_saved
    assert writer.silence == 0.0
    assert writer.close() is None
    assert read_workshop(path) == history.workshop


def test_a_look_without_an_answer_keeps_nobody_from_closing(
    writer: Writer, path: Path, told: Told
) -> None:
    Share.opened.answers.clear()
    writer.retry()
    assert Share.opened.is_asked.wait(LONG)
    assert writer.close() is None, "everything is saved"
    Share.opened.answers.set()
    _wait_for_the_thread()
    DocumentLock(path).release()


def test_closing_gives_up_with_a_sentence_and_the_thread_ends_without_a_word_later(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    share = _fall_silent(writer, history)
    fault = writer.close(LONG * 10)
    assert isinstance(fault, SilentDiskError)
    assert not read_workshop(path).notes
    share.answers.set()
    _wait_for_the_thread()
    assert told.saved == [], "who listened may be gone by now"
    assert told.failed == []
    assert read_workshop(path) == history.workshop, "what waited was saved nevertheless"
    DocumentLock(path).release()


def test_a_large_change_may_take_its_time(
    writer: Writer, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or every big import would be a silent disk."""
    monkeypatch.setattr(writing, "RECORDS_A_SECOND", 0.01)
    _fall_silent(writer, history)
    assert writer.wait(SOON * 10) is None
    assert writer.silence == 0.0
    assert not writer.is_all_saved
