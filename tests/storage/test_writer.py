from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import current_thread

import pytest
from typing_extensions import override

from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.history import History, Steps
from motworkshop.model.workshop import Workshop
from motworkshop.storage.errors import StaleFileError, WorkshopExistsError
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from motworkshop.storage.writer import Writer, create_new, open_existing
from tests.storage.told import LONG, Told


class FullDisk(Store):
    """A store whose disk is full while `is_full`."""

    is_full = True

    @override
    def save_all(self, changes: Sequence[Change], steps: Steps | None = None) -> None:
        if self.is_full:
            raise WriteFailedError("The disk is full. Free some space.")
        super().save_all(changes, steps)


@pytest.fixture
def writer(path: Path, history: History, told: Told) -> Iterator[Writer]:
    made = Writer(partial(open_existing, path, history.workshop), told.listeners)
    made.start()
    yield made
    made.close()


def _change(history: History, text: str) -> Change:
    return history.do(add_note(history.workshop, Draft(text)))


def test_what_was_given_is_on_the_disk_when_it_says_so(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    for text in ("one", "two", "three"):
        writer.save(_change(history, text))
    assert writer.wait(LONG) is None
    assert writer.is_all_saved
    told.wait_saved(3)
    assert told.saved == sorted(set(told.saved))
    assert told.threads == {"motworkshop-writer"}
    assert writer.close() is None
    assert read_workshop(path) == history.workshop


def test_closing_saves_what_still_waits_and_frees_the_file(
    writer: Writer, path: Path, history: History
) -> None:
    for number in range(20):
        writer.save(_change(history, f"note {number}"))
    assert writer.close() is None
    DocumentLock(path).release()
    assert read_workshop(path) == history.workshop


def test_a_change_that_cannot_be_saved_waits_and_is_saved_later_in_order(
    path: Path, history: History, told: Told
) -> None:
    stores: list[FullDisk] = []

    def open_full() -> Store:
        stores.append(FullDisk.open(path))
        return stores[-1]

    writer = Writer(open_full, told.listeners, retry_seconds=60)
    writer.start()
    writer.save(_change(history, "one"))
    writer.save(_change(history, "two"))
    told.wait(told.failed)
    assert str(writer.wait(LONG)) == "The disk is full. Free some space."
    assert not writer.is_all_saved
    assert told.saved == []
    stores[0].is_full = False
    assert writer.wait(LONG) is None
    assert writer.close() is None
    assert told.saved[-1] == 2
    assert read_workshop(path) == history.workshop


def test_it_tries_again_by_itself(path: Path, history: History, told: Told) -> None:
    full = FullDisk.open(path)
    full.close()
    tries: list[str] = []

    def open_at_the_third_time() -> Store:
        tries.append(current_thread().name)
        if len(tries) < 3:
            raise WriteFailedError("It may only be read.")
        return Store.open(path)

    writer = Writer(open_at_the_third_time, told.listeners, retry_seconds=0.01)
    writer.save(_change(history, "one"))
    writer.start()
    told.wait(told.saved)
    assert len(told.failed) == 2
    writer.close()
    assert read_workshop(path) == history.workshop


def test_closing_gives_up_on_what_cannot_be_saved_and_says_why(
    path: Path, history: History, told: Told
) -> None:
    writer = Writer(partial(FullDisk.open, path), told.listeners, retry_seconds=60)
    writer.start()
    writer.save(_change(history, "one"))
    assert str(writer.close(LONG)) == "The disk is full. Free some space."
    assert not writer.is_all_saved
    assert len(read_workshop(path).notes) == 0
    DocumentLock(path).release()


def test_closing_does_not_make_after_all_what_was_told_as_failed(
    tmp_path: Path, told: Told
) -> None:
    """Nobody would save there, for whoever asked for the file has been told that there is none."""
    path = tmp_path / "new.motw"
    tries: list[object] = []

    def make_at_the_second_time() -> Store:
        tries.append(None)
        if len(tries) < 2:
            raise WriteFailedError("The disk is full. Free some space.")
        return create_new(path, lambda: Workshop.titled("New"))

    writer = Writer(make_at_the_second_time, told.listeners, retry_seconds=60)
    writer.start()
    told.wait(told.failed)
    assert writer.close(LONG) is None
    assert (told.opened, path.exists()) == ([], False)


def test_a_file_that_changed_since_it_was_read_is_not_written(
    path: Path, history: History, told: Told
) -> None:
    read = history.workshop
    with Store.open(path) as other:
        other.save(_change(history, "from elsewhere"))
    writer = Writer(partial(open_existing, path, read), told.listeners, retry_seconds=60)
    writer.start()
    told.wait(told.failed)
    assert isinstance(told.failed[0], StaleFileError)
    writer.close()


def test_a_new_file_is_made_on_the_thread_and_told(tmp_path: Path, told: Told) -> None:
    path = tmp_path / "new.motw"
    made = Workshop.titled("New")
    writer = Writer(partial(create_new, path, lambda: made), told.listeners)
    writer.start()
    told.wait(told.opened)
    assert told.opened == [made]
    writer.close()
    assert read_workshop(path) == made


def test_a_taken_name_is_refused_and_left_alone(path: Path, told: Told) -> None:
    before = path.read_bytes()
    make = partial(create_new, path, lambda: Workshop.titled("Other"))
    writer = Writer(make, told.listeners, retry_seconds=60)
    writer.start()
    told.wait(told.failed)
    assert isinstance(told.failed[0], WorkshopExistsError)
    writer.close()
    assert path.read_bytes() == before


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_ours_leaves_nobody_believing_that_it_saves(
    path: Path, history: History, told: Told
) -> None:
    class Broken(Store):
        @override
        def save_all(self, changes: Sequence[Change], steps: Steps | None = None) -> None:
            raise ZeroDivisionError

    writer = Writer(partial(Broken.open, path), told.listeners)
    writer.start()
    writer.save(_change(history, "one"))
    told.wait(told.failed)
    assert "Save a copy" in str(told.failed[0])
    assert not writer.is_all_saved
    writer.close()
