"""Documents made to do harm are refused by name, soon, and stay as they are (safety.md, D).

Memory, and the documents that take long to make, are for `make torture`.
"""

import time
from pathlib import Path

import pytest

from motworkshop.errors import WorkshopError
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.history import Steps
from motworkshop.storage.check import check_file
from motworkshop.storage.errors import DamagedFileError
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from tests.storage.hostile import hostile_documents, is_about_steps, write_hostile

HUGE = frozenset({"three million rows", "a text of 100 MB", "a step that unpacks to a gigabyte"})
NAMES = sorted(hostile_documents().keys() - HUGE)
BOARDS = [name for name in NAMES if not is_about_steps(name)]
STEPS = [name for name in hostile_documents() if is_about_steps(name) and name not in HUGE]
SECONDS = 2.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hostile.motw"


@pytest.mark.parametrize("name", BOARDS)
def test_it_is_refused_by_name_and_stays_as_it_is(path: Path, name: str) -> None:
    write_hostile(path, name)
    before = path.read_bytes()
    started = time.process_time()
    (problem, *_more) = check_file(path)
    assert problem
    assert time.process_time() - started < SECONDS
    started = time.process_time()
    with pytest.raises(DamagedFileError, match=r"is damaged: .+\. Use a backup"):
        Store.open(path)
    assert time.process_time() - started < SECONDS + 1.0  # the first brings SQLModel in
    started = time.process_time()
    with pytest.raises(DamagedFileError):
        read_workshop(path)
    assert time.process_time() - started < SECONDS
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", STEPS)
def test_a_history_that_harms_is_left_out_and_gone_with_the_next_save(
    path: Path, name: str
) -> None:
    """What can be undone is not needed to show the board, nor to work on it."""
    write_hostile(path, name)
    before = path.read_bytes()
    assert check_file(path) != []
    started = time.process_time()
    with Store.open(path) as store:
        assert time.process_time() - started < SECONDS + 1.0
        assert store.is_history_lost
        assert store.steps == Steps()
    assert path.read_bytes() == before, "to look is not to change"
    with Store.open(path) as store:
        store.save(add_note(store.workshop, Draft("after")).change)
    assert check_file(path) == []
    assert len(read_workshop(path).notes) == 4


@pytest.mark.parametrize("name", ["a NUL in a text", "a text longer than a note may be"])
def test_what_no_text_can_have_is_named(path: Path, name: str) -> None:
    write_hostile(path, name)
    with pytest.raises(DamagedFileError, match=r"note text holds a (character|longer text)"):
        read_workshop(path)


@pytest.mark.parametrize("name", ["a trigger", "a view", "poisoned statistics"])
def test_without_the_allow_list_strangers_get_in(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The negative control: it is the list that keeps them out, nothing by chance."""
    write_hostile(path, name)
    monkeypatch.setattr("motworkshop.storage.contents.problems", lambda *_given: [])
    assert len(read_workshop(path).notes) == 3


def test_without_what_columns_allow_a_forged_value_gets_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_hostile(path, "a place beyond the board")
    with pytest.raises(WorkshopError):
        read_workshop(path)
    monkeypatch.setattr("motworkshop.storage.columns.COORDINATE", float("inf"))
    assert len(read_workshop(path).notes) == 3
