"""What waits together is saved together; nothing is called saved too early, nothing changes places."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from typing_extensions import override

from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.edits.notes import Draft, add_note, delete_notes
from motworkshop.model.history import History, Steps
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from motworkshop.storage.writer import MOST_TOGETHER, Writer
from tests.storage.told import LONG, Told


class Gate(Store):
    """A store that stops before it writes until it is let, and counts what it writes at once."""

    refused = ""
    """It cannot write a note with this text."""

    opened: "Gate"

    @override
    def save_all(self, changes: Sequence[Change], steps: Steps | None = None) -> None:
        self.came.set()
        assert self.is_let.wait(LONG)
        if self.refused and any(self.refused in _texts(change) for change in changes):
            raise WriteFailedError(f"“{self.refused}” cannot be written.")
        super().save_all(changes, steps)
        self.sizes.append(len(changes))

    def __init__(self, path: Path, before_migration: Callable[[Store], object]) -> None:
        super().__init__(path, before_migration)
        self.came, self.is_let = Event(), Event()
        self.sizes: list[int] = []
        type(self).opened = self


@pytest.fixture
def writer(path: Path, told: Told) -> Writer:
    """It has a first change in its hands, at the gate."""
    return Writer(partial(Gate.open, path), told.listeners, retry_seconds=60)


def begin(writer: Writer, told: Told) -> Gate:
    writer.start()
    told.wait(told.opened)
    return Gate.opened


def add(history: History, text: str) -> Change:
    return history.do(add_note(history.workshop, Draft(text)))


def _texts(change: Change) -> set[str]:
    return {getattr(new, "text", "") for _old, new in change}


def give_behind_a_first(writer: Writer, told: Told, history: History, texts: Sequence[str]) -> Gate:
    """The first is being written while the others come."""
    gate = begin(writer, told)
    writer.save(add(history, "first"), history.steps)
    assert gate.came.wait(LONG)
    for text in texts:
        writer.save(add(history, text), history.steps)
    return gate


def test_changes_that_wait_together_are_one_transaction_and_acknowledged_after_it(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    gate = give_behind_a_first(writer, told, history, [f"note {number}" for number in range(20)])
    gate.is_let.set()
    assert writer.wait(LONG) is None
    assert gate.sizes == [1, 20]
    told.wait_saved(21)
    assert told.saved == [1, 21]
    assert writer.close() is None
    assert read_workshop(path) == history.workshop
    with Store.open(path) as store:
        assert store.steps == history.steps


def test_nothing_is_called_saved_before_its_transaction_is_on_the_disk(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    gate = give_behind_a_first(writer, told, history, ["second", "third"])
    assert told.saved == []
    assert not writer.is_all_saved
    assert not read_workshop(path).notes
    gate.is_let.set()
    told.wait(told.saved, 2)
    assert read_workshop(path) == history.workshop
    writer.close()


def test_a_note_that_came_changed_and_went_while_it_waited_leaves_the_others(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    gate = give_behind_a_first(writer, told, history, ["comes and goes", "stays"])
    (gone,) = [one.id for one in history.workshop.notes.values() if one.text == "comes and goes"]
    writer.save(history.do(delete_notes(history.workshop, [gone])), history.steps)
    writer.save(history.undo(), history.steps)
    writer.save(history.redo(), history.steps)
    gate.is_let.set()
    assert writer.wait(LONG) is None
    assert writer.close() is None
    found = read_workshop(path)
    assert found == history.workshop
    assert sorted(note.text for note in found.notes.values()) == ["first", "stays"]


def test_what_cannot_be_saved_together_is_saved_up_to_the_one_at_fault_and_waits_in_order(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    texts = ["second", "third", "bad", "fifth"]
    gate = give_behind_a_first(writer, told, history, texts)
    gate.refused = "bad"
    gate.is_let.set()
    told.wait(told.failed)
    assert str(told.failed[0]) == "“bad” cannot be written."
    assert told.saved[-1] == 3, "those before it are on the disk"
    assert {one.text for one in read_workshop(path).notes.values()} == {"first", "second", "third"}
    gate.refused = ""
    assert writer.wait(LONG) is None
    told.wait_saved(5)
    assert writer.close() is None
    assert read_workshop(path) == history.workshop


def test_what_is_asked_in_between_finds_what_was_given_before_it_and_no_more(
    writer: Writer, history: History, told: Told
) -> None:
    gate = give_behind_a_first(writer, told, history, ["second", "third"])
    then = history.workshop
    found: list[object] = []
    writer.ask(lambda store: store.workshop, found.append)
    writer.save(add(history, "fourth"), history.steps)
    gate.is_let.set()
    assert writer.wait(LONG) is None
    assert found == [then]
    assert gate.sizes == [1, 2, 1]
    writer.close()


def test_a_long_queue_goes_in_several_transactions(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    texts = [f"note {number}" for number in range(MOST_TOGETHER + 5)]
    gate = give_behind_a_first(writer, told, history, texts)
    gate.is_let.set()
    assert writer.wait(LONG) is None
    assert gate.sizes == [1, MOST_TOGETHER, 5]
    assert writer.close() is None
    assert read_workshop(path) == history.workshop
