"""The undo history survives closing the file."""

from dataclasses import replace
from pathlib import Path

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.history import History
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.storage import kept_steps
from motworkshop.storage.check import check_file
from motworkshop.storage.kept_steps import packed, unpacked
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store


def _titled(history: History, title: str, fold: str = "") -> Change:
    about = history.workshop.about
    return history.do(Edit("Title", Change.between([(about, replace(about, title=title))]), fold))


def _sit(path: Path, *titles: str, undo: int = 0) -> None:
    """A sitting: open, change the title, undo some of it, close."""
    with Store.open(path) as store:
        history = History(store.workshop, store.steps)
        for title in titles:
            store.save(_titled(history, title), history.steps)
        for _ in range(undo):
            store.save(history.undo(), history.steps)


def _reopened(path: Path) -> History:
    with Store.open(path) as store:
        return History(store.workshop, store.steps)


def test_steps_of_an_earlier_sitting_can_be_undone_and_done_again(small_file: Path) -> None:
    _sit(small_file, "One", "Two", "Three", undo=1)
    history = _reopened(small_file)
    assert (len(history.done), len(history.undone)) == (2, 1)
    history.redo()
    assert history.workshop.about.title == "Three"
    for title in ("Two", "One", "Small"):
        history.undo()
        assert history.workshop.about.title == title
    with pytest.raises(RefusedError):
        history.undo()


def test_a_new_step_takes_the_place_of_the_undone_ones_in_the_file_too(small_file: Path) -> None:
    _sit(small_file, "One", "Two", "Three", undo=2)
    _sit(small_file, "Other")
    history = _reopened(small_file)
    assert (len(history.done), history.undone) == (2, ())
    history.undo()
    assert history.workshop.about.title == "One"
    assert check_file(small_file) == []


def test_folded_typing_is_one_step_in_the_file(small_file: Path) -> None:
    with Store.open(small_file) as store:
        history = History(store.workshop, store.steps)
        for title in ("A", "Ab", "Abc"):
            store.save(_titled(history, title, "typing"), history.steps)
    history = _reopened(small_file)
    assert len(history.done) == 1
    history.undo()
    assert history.workshop.about.title == "Small"


def test_a_change_of_every_kind_of_record_comes_back_equal(rich: Workshop) -> None:
    there = Change.between((None, record) for record in rich.records())
    assert unpacked(packed(there)) == there
    assert unpacked(packed(there.inverted())) == there.inverted()


def test_steps_are_as_safe_as_the_rest(small_file: Path) -> None:
    _sit(small_file, "One")
    whole = small_file.read_bytes()
    place = whole.index(b"Title", whole.index(b"kept_step"))
    small_file.write_bytes(whole[:place] + b"tITLE" + whole[place + 5 :])
    assert check_file(small_file) != []


def test_only_the_last_steps_are_kept(small_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_steps, "MOST_STEPS", 3)
    _sit(small_file, "1", "2", "3", "4", "5", undo=1)
    history = _reopened(small_file)
    assert (len(history.done), len(history.undone)) == (2, 1)
    history.undo()
    history.undo()
    assert history.workshop.about.title == "2"


def test_steps_that_are_too_large_together_go_oldest_first(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_steps, "MOST_BYTES", 700)
    _sit(small_file, *(str(number) for number in range(30)))
    history = _reopened(small_file)
    assert 1 < len(history.done) < 10
    history.undo()
    assert history.workshop.about.title == "28"
    assert check_file(small_file) == []


def test_a_step_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Note("n", 1, "x" * 10_000)
    content = packed(Change.between([(None, note)]))
    monkeypatch.setattr(kept_steps, "LONGEST", 5_000)
    with pytest.raises(ValueError, match="larger than a step"):
        unpacked(content)


def test_an_edit_without_its_steps_leaves_those_in_the_file(small_file: Path) -> None:
    _sit(small_file, "One")
    with Store.open(small_file) as store:
        store.save(add_note(store.workshop, Draft("Queue")).change)
    assert len(_reopened(small_file).done) == 1
    assert len(read_workshop(small_file).of(Note)) == 1
