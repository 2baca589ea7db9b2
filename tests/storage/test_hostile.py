"""Documents made to do harm are refused by name, soon, and stay as they are (safety.md, D).

Memory, and the documents that take long to make, are for `make torture`.
"""

import time
from pathlib import Path

import pytest

from motworkshop.errors import WorkshopError
from motworkshop.storage.check import check_file
from motworkshop.storage.errors import DamagedFileError
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from tests.storage.hostile import hostile_documents, write_hostile

HUGE = frozenset({"three million rows", "a text of 100 MB", "a step that unpacks to a gigabyte"})
NAMES = sorted(hostile_documents().keys() - HUGE)
SECONDS = 2.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hostile.motw"


@pytest.mark.parametrize("name", NAMES)
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
    if "step" not in name:  # what can be undone is not needed to show the board
        started = time.process_time()
        with pytest.raises(DamagedFileError):
            read_workshop(path)
        assert time.process_time() - started < SECONDS
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


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
