"""The undo history survives closing the file."""

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.history import History
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.storage import kept_steps
from motworkshop.storage.check import check_file
from motworkshop.storage.errors import DamagedFileError, FileLockedError
from motworkshop.storage.kept import KeptVersion
from motworkshop.storage.kept_steps import packed, unpacked
from motworkshop.storage.kept_versions import packed_workshop
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.read import read_workshop
from motworkshop.storage.rows import RowsMade
from motworkshop.storage.store import Store

PAGE = 4096


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
    assert unpacked(packed(there, RowsMade())) == there
    assert unpacked(packed(there.inverted(), RowsMade())) == there.inverted()


def test_steps_are_as_safe_as_the_rest(small_file: Path) -> None:
    _sit(small_file, "One")
    whole = small_file.read_bytes()
    place = whole.index(b"Title", whole.index(b"kept_step"))
    small_file.write_bytes(whole[:place] + b"tITLE" + whole[place + 5 :])
    assert check_file(small_file) != []


@pytest.mark.parametrize("how", ["a step is another", "the ledger lies", "the ledger is gone"])
def test_a_history_that_is_damaged_keeps_nobody_from_working(small_file: Path, how: str) -> None:
    _sit(small_file, "One", "Two")
    _damage_steps(small_file, how)
    assert check_file(small_file) != []
    with Store.open(small_file) as store:
        assert store.is_history_lost
        history = History(store.workshop, store.steps)
        assert history.done == ()
        store.save(_titled(history, "Three"), history.steps)
        store.save(_titled(history, "Four"), history.steps)
    assert check_file(small_file) == []
    with Store.open(small_file) as store:
        assert not store.is_history_lost
    history = _reopened(small_file)
    assert len(history.done) == 2
    history.undo()
    assert history.workshop.about.title == "Three"


@pytest.mark.parametrize("what", ["a page is empty", "a page is torn"])
def test_broken_pages_under_the_history_cost_the_history_alone(small_file: Path, what: str) -> None:
    _sit(small_file, *(str(number) for number in range(60)))
    with Store.open(small_file) as store:
        content = packed_workshop(store.workshop)
        store.keep_version(KeptVersion("kept", "Before lunch", "2026-11-22", 0, content))
        before = store.workshop
    mode = small_file.stat().st_mode
    place = (_page_of(small_file, "kept_step") - 1) * PAGE
    whole = bytearray(small_file.read_bytes())
    size = PAGE if what == "a page is empty" else PAGE // 2
    whole[place : place + size] = bytes(size)
    small_file.write_bytes(whole)
    with Store.open(small_file) as store:
        assert store.is_history_lost
        assert store.workshop == before
        assert [one.name for one in store.versions()] == ["Before lunch"]
        assert store.version("kept") == before
        with pytest.raises(FileLockedError):
            DocumentLock(small_file)
        history = History(store.workshop, store.steps)
        store.save(_titled(history, "After"), history.steps)
    assert check_file(small_file) == []
    assert small_file.stat().st_mode == mode
    assert len(_reopened(small_file).done) == 1
    assert [one.name for one in small_file.parent.iterdir()] == [small_file.name]


def test_broken_pages_of_the_board_are_never_written_over(small_file: Path) -> None:
    """The control: only what is known to be whole but for the history is written anew."""
    _sit(small_file, "One")
    place = (_page_of(small_file, "about") - 1) * PAGE
    steps = (_page_of(small_file, "kept_step") - 1) * PAGE
    whole = bytearray(small_file.read_bytes())
    for start in (place, steps):
        whole[start : start + PAGE] = bytes(PAGE)
    small_file.write_bytes(whole)
    with pytest.raises(DamagedFileError):
        Store.open(small_file)
    assert small_file.read_bytes() == whole


def _page_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        statement = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (page,) = connection.execute(statement, (table,)).fetchone()
    return int(page)


def test_a_damaged_history_survives_a_save_that_fails(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is half done: the file is as it was, and the next try mends it."""
    _sit(small_file, "One")
    _damage_steps(small_file, "a step is another")
    with Store.open(small_file) as store:
        before = small_file.read_bytes()
        history = History(store.workshop, store.steps)
        change = _titled(history, "Two")
        with monkeypatch.context() as full:
            full.setattr("motworkshop.storage.statements.Statements.write", _full)
            with pytest.raises(OperationalError):
                store.save(change, history.steps)
        assert small_file.read_bytes() == before
        store.save(change, history.steps)
    assert check_file(small_file) == []
    assert len(_reopened(small_file).done) == 1


def _full(*_given: object) -> None:
    raise OperationalError("INSERT", None, ValueError("a fault"))


def _damage_steps(path: Path, how: str) -> None:
    statements = {
        "a step is another": "UPDATE kept_step SET label = 'something else'",
        "the ledger lies": "UPDATE ledger SET count = count + 1 WHERE name = 'kept_step'",
        "the ledger is gone": "DELETE FROM ledger WHERE name = 'kept_step'",
    }
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statements[how])


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
    content = packed(Change.between([(None, note)]), RowsMade())
    monkeypatch.setattr(kept_steps, "LONGEST", 5_000)
    with pytest.raises(ValueError, match="larger than a step"):
        unpacked(content)


def test_a_step_that_nobody_could_read_back_is_left_out_with_those_before_it(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept, it took the whole history with it when the file was opened again."""
    about = read_workshop(small_file).about
    short = packed(Change.between([(about, replace(about, title="Three"))]), RowsMade())
    monkeypatch.setattr(kept_steps, "LONGEST", len(zlib.decompress(short)) + 100)
    packed_steps: list[Change] = []
    pack = kept_steps.packed

    def counted(change: Change, made: RowsMade) -> bytes:
        packed_steps.append(change)
        return pack(change, made)

    monkeypatch.setattr(kept_steps, "packed", counted)
    _sit(small_file, "One", "Two" * 60, "Three", "Four")
    assert check_file(small_file) == []
    history = _reopened(small_file)
    assert (len(history.done), history.workshop.about.title) == (1, "Four")
    history.undo()
    assert history.workshop.about.title == "Three"
    assert len(packed_steps) == 4, "what was left out is packed again with every change"


def test_an_edit_without_its_steps_leaves_those_in_the_file(small_file: Path) -> None:
    _sit(small_file, "One")
    with Store.open(small_file) as store:
        store.save(add_note(store.workshop, Draft("Queue")).change)
    assert len(_reopened(small_file).done) == 1
    assert len(read_workshop(small_file).of(Note)) == 1
