"""A journal that another file left: SQLite would roll it back into whatever has that name next."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.storage.backups import restore
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.errors import StrayJournalError, WorkshopExistsError
from motworkshop.storage.journal import journal_of
from motworkshop.storage.read import read_workshop
from motworkshop.storage.rescue import rescue
from motworkshop.storage.store import Store
from tests.storage.test_crash import KILL_IN_MID_WRITE

KILL_IN_REWRITING = """
import os, signal, sqlite3, sys
path, larger = (sqlite3.connect(name, isolation_level=None) for name in sys.argv[1:])
path.execute("PRAGMA cache_size = 1")
def kill(_status, remaining, _total):
    if remaining < 9:
        os.kill(os.getpid(), signal.SIGKILL)
larger.backup(path, pages=1, progress=kill)
"""
"""Every page of the file is in its journal when the kill comes."""


def _workshop(title: str, notes: int) -> Workshop:
    made = (Note(f"{title} {number}", number, f"{title} " * 100) for number in range(notes))
    return Workshop([*Workshop.titled(title).records(), *made])


@pytest.fixture
def name(tmp_path: Path) -> Path:
    """The name of a file that was killed in mid-write and then taken away, without its journal."""
    path = tmp_path / "name.motw"
    create_workshop(path, _workshop("Killed", 300))
    subprocess.run([sys.executable, "-c", KILL_IN_MID_WRITE, path], check=False)
    path.rename(tmp_path / "renamed.motw")
    assert journal_of(path).stat().st_size > 512
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another file, sound and somewhere else."""
    path = tmp_path / "other.motw"
    create_workshop(path, _workshop("Other", 50))
    return path


@pytest.mark.parametrize("way", ["create", "restore", "move"])
def test_a_name_where_a_journal_was_left_is_refused_and_both_stay(
    name: Path, other: Path, way: str
) -> None:
    left, before = journal_of(name).read_bytes(), read_workshop(other)
    ways: dict[str, Callable[[], object]] = {
        "create": lambda: create_workshop(name, before),
        "restore": lambda: restore(other, name),
        "move": lambda: _moved(other, name),
    }
    with pytest.raises(WorkshopExistsError, match=r"an older workshop left “name\.motw-journal”"):
        ways[way]()
    assert not name.exists()
    assert journal_of(name).read_bytes() == left
    assert read_workshop(other) == before


def _moved(path: Path, new: Path) -> None:
    with Store.open(path) as store:
        store.move(new)


@pytest.mark.parametrize("opening", [read_workshop, Store.open])
def test_a_file_that_came_beside_a_strange_journal_is_not_destroyed_by_it(
    name: Path, other: Path, opening: Callable[[Path], object]
) -> None:
    before, left = read_workshop(other), journal_of(name).read_bytes()
    content = other.rename(name).read_bytes()
    with pytest.raises(StrayJournalError, match=r"Move “name\.motw-journal” to another folder"):
        opening(name)
    assert (name.read_bytes(), journal_of(name).read_bytes()) == (content, left)
    assert "belongs to another file" in check_file(name)[0]
    assert rescue(name).workshop == before
    journal_of(name).rename(name.with_name("elsewhere"))
    assert read_workshop(name) == before


def test_a_strange_journal_that_holds_a_whole_file_does_not_replace_another(tmp_path: Path) -> None:
    """One that was left by a rewriting holds every page: rolled back, it would look sound."""
    name, other = tmp_path / "name.motw", tmp_path / "other.motw"
    create_workshop(name, _workshop("Killed", 300))
    create_workshop(other, _workshop("Other", 50))
    larger = tmp_path / "larger.motw"
    create_workshop(larger, _workshop("Larger", 600))
    subprocess.run([sys.executable, "-c", KILL_IN_REWRITING, name, larger], check=False)
    assert journal_of(name).stat().st_size > name.stat().st_size // 4
    before = read_workshop(other)
    name.unlink()
    other.rename(name)
    with pytest.raises(StrayJournalError):
        read_workshop(name)
    assert rescue(name).workshop == before


def test_a_file_with_an_unfinished_change_keeps_its_name_and_journal(
    other: Path, tmp_path: Path
) -> None:
    with Store.open(other) as store:
        journal_of(other).write_bytes(b"left when the disk did not let us take a change back")
        with pytest.raises(WriteFailedError, match="a change of it is unfinished"):
            store.move(tmp_path / "new.motw")
    assert read_workshop(other).about.title == "Other"


def test_what_another_program_would_have_read_in_place_of_the_file_is_not_read(other: Path) -> None:
    log = other.with_name("other.motw-wal")
    log.write_bytes(b"")
    with pytest.raises(StrayJournalError, match=r"Move “other\.motw-wal” to another folder"):
        read_workshop(other)
    assert rescue(other).workshop.about.title == "Other"
    log.unlink()
    assert read_workshop(other).about.title == "Other"
