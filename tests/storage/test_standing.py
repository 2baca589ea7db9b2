"""What befalls a file while it is open: seen at rest, told, and over when its cause is."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from motworkshop.errors import WorkshopError, WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.history import History
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.errors import FileMovedError, StaleFileError
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.lock_files import beside
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from motworkshop.storage.writer import LOOK_SECONDS, Writer, open_existing
from motworkshop.storage.writing import engine_for
from tests.storage.told import LONG, Told

QUICK = 0.02
"""Seconds between two looks, so that tests need not wait; how long it really is, one test asks."""


@pytest.fixture
def writer(path: Path, history: History, told: Told) -> Iterator[Writer]:
    made = Writer(partial(open_existing, path, history.workshop), told.listeners, QUICK, QUICK)
    made.start()
    told.wait(told.opened)
    yield made
    made.close()


def _change(history: History, text: str) -> Change:
    return history.do(add_note(history.workshop, Draft(text)))


@pytest.mark.parametrize("how", ["deleted", "renamed", "replaced", "folder gone"])
def test_what_happens_at_rest_is_told_once_and_so_is_its_end(
    writer: Writer, path: Path, history: History, told: Told, how: str
) -> None:
    away = path.parent.with_name(f"{path.parent.name}-away")
    whole = path.read_bytes()
    if how == "folder gone":
        path.parent.rename(away)
    elif how == "deleted":
        path.unlink()
    else:
        path.rename(path.with_name("elsewhere.motw"))
    if how == "replaced":
        path.write_bytes(b"somebody else's")
    told.wait(told.failed)
    assert isinstance(told.failed[0], FileMovedError)
    assert ("its folder is gone" in str(told.failed[0])) == (how == "folder gone")
    assert told.saved == []
    is_safe_to_close = writer.is_all_saved
    assert not is_safe_to_close
    if how == "folder gone":
        away.rename(path.parent)
    elif how == "deleted":
        path.write_bytes(whole)  # another file, and yet the same
    else:
        path.unlink(missing_ok=True)
        path.with_name("elsewhere.motw").rename(path)
    told.wait(told.saved)
    assert told.saved == [0]
    assert len(told.failed) == 1
    writer.save(_change(history, "after"))
    assert writer.wait(LONG) is None
    is_safe_to_close = writer.is_all_saved
    assert is_safe_to_close
    writer.close()
    assert read_workshop(path) == history.workshop
    assert check_file(path) == []


def test_a_second_is_kept_out_after_the_file_was_brought_back(
    writer: Writer, path: Path, told: Told
) -> None:
    content = path.read_bytes()
    path.unlink()
    told.wait(told.failed)
    path.write_bytes(content)
    told.wait(told.saved)
    with pytest.raises(WorkshopError, match="is open in motworkshop"):
        DocumentLock(path)


def test_another_state_of_the_same_workshop_is_not_taken_for_ours(
    path: Path, history: History
) -> None:
    before = path.read_bytes()
    with Store.open(path) as store:
        store.save(_change(history, "one"))
        path.unlink()
        path.write_bytes(before)  # an older copy, as a synced folder may put there
        with pytest.raises(FileMovedError):
            store.look()
        with pytest.raises(FileMovedError):
            store.save(_change(history, "two"))
        assert path.read_bytes() == before


def test_a_change_by_another_program_is_seen_at_rest(path: Path) -> None:
    with Store.open(path) as store:
        store.look()
        subprocess.run(
            ["sqlite3", str(path), "UPDATE about SET place = 'x'"], check=True
        ) if shutil.which("sqlite3") else _meddle(path)
        with pytest.raises(StaleFileError):
            store.look()


def _meddle(path: Path) -> None:
    import sys

    words = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
    )
    statement = "UPDATE about SET place = 'x'"
    subprocess.run([sys.executable, "-c", words, str(path), statement], check=True)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_permission_that_is_taken_away_is_told_and_given_back_all_is_well(
    path: Path, history: History, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Root may write everything, so the answer for a usual user is played from the mode."""
    monkeypatch.setattr("motworkshop.storage.standing.os.access", _access_of_a_user)
    with Store.open(path) as store:
        place = path if what == "file" else path.parent
        mode = place.stat().st_mode
        change = _change(history, "waits")
        place.chmod(mode & ~0o222)
        before = path.read_bytes()
        with pytest.raises(WriteFailedError, match="may only be read now"):
            store.look()
        with pytest.raises(WriteFailedError, match="may only be read now"):
            store.save(change)
        assert path.read_bytes() == before
        place.chmod(mode)
        store.look()
        store.save(change)
    assert read_workshop(path) == history.workshop


def _access_of_a_user(path: Path, mode: int) -> bool:
    found = path.stat().st_mode
    return not mode & os.W_OK or bool(found & 0o222)


def test_a_disk_without_room_is_told_and_with_room_all_is_well(
    writer: Writer, path: Path, history: History, told: Told
) -> None:
    with _room(path.stat().st_size + 4096):
        for number in range(3):
            writer.save(_change(history, f"{number} " + "x" * 9000))
        told.wait(told.failed)
        assert any(word in str(told.failed[0]) for word in ("disk is full", "disk refused"))
        assert not writer.is_all_saved
    assert writer.wait(LONG) is None
    told.wait_saved(3)
    writer.close()
    assert read_workshop(path) == history.workshop
    assert check_file(path) == []


@contextmanager
def _room(most: int) -> Iterator[None]:
    """No file can grow beyond this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "stick"
    place.mkdir()
    if _mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)):
        pytest.skip("nothing can be mounted here")
    yield place
    for _layer in range(2):
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def _mount(*arguments: str) -> int:
    if shutil.which("mount") is None:
        return 1
    return subprocess.run(["mount", *arguments], check=False, capture_output=True).returncode


def test_a_full_stick_is_told_and_freed_all_is_well(
    stick: Path, history: History, told: Told
) -> None:
    path = stick / "airline.motw"
    create_workshop(path, history.workshop)
    writer = Writer(partial(open_existing, path, history.workshop), told.listeners, QUICK, QUICK)
    writer.start()
    told.wait(told.opened)
    fill = stick / "fill"
    with pytest.raises(OSError, match="No space"):
        fill.write_bytes(b"x" * 8 * 1024**2)
    writer.save(_change(history, "x" * 9000))
    told.wait(told.failed)
    assert "the disk" in str(told.failed[0])
    fill.unlink()
    assert writer.wait(LONG) is None
    writer.close()
    assert read_workshop(path) == history.workshop


def test_a_disk_that_turns_read_only_is_told_and_back_all_is_well(
    stick: Path, history: History
) -> None:
    path = stick / "airline.motw"
    create_workshop(path, history.workshop)
    with Store.open(path) as store:
        store.save(_change(history, "one"))
        later = _change(history, "two")
        assert _mount("--bind", str(stick), str(stick)) == 0
        assert _mount("-o", "remount,bind,ro", str(stick)) == 0
        with pytest.raises(WorkshopError):
            store.look()
        with pytest.raises(WorkshopError):
            store.save(later)
        assert _mount("-o", "remount,bind,rw", str(stick)) == 0
        store.look()
        store.save(later)
    assert read_workshop(path) == history.workshop


def test_a_stick_that_is_pulled_and_put_in_again_is_written_on(
    stick: Path, tmp_path: Path, history: History, told: Told
) -> None:
    path = stick / "airline.motw"
    create_workshop(path, history.workshop)
    writer = Writer(partial(open_existing, path, history.workshop), told.listeners, QUICK, QUICK)
    writer.start()
    told.wait(told.opened)
    kept = tmp_path / "kept"
    shutil.copy2(path, kept)
    assert subprocess.run(["umount", "-l", str(stick)], check=False).returncode == 0
    told.wait(told.failed)
    writer.save(_change(history, "while it was out"))
    told.wait(told.failed, 2)
    assert _mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", str(stick)) == 0
    shutil.copy2(kept, path)
    told.wait(told.saved)
    assert writer.wait(LONG) is None
    writer.close()
    assert read_workshop(path) == history.workshop


def test_somebody_at_rest_hears_of_it_within_two_seconds() -> None:
    assert LOOK_SECONDS <= 1.75


def test_what_is_asked_while_somebody_else_has_it_is_refused_and_nothing_breaks(
    path: Path, tmp_path: Path, history: History
) -> None:
    """The file came back, but meanwhile another took the lock: there is no line to it."""
    content = path.read_bytes()
    with Store.open(path) as store:
        path.unlink()
        path.write_bytes(content)
        beside(path).unlink()
        with _held_elsewhere(path):
            for _again in range(2):
                with pytest.raises(WorkshopError):
                    store.look()
            for asked in (store.versions, lambda: store.back_up(tmp_path / "copy.motw")):
                with pytest.raises(WorkshopError):
                    asked()
        store.look()
        assert store.versions() == []
        store.save(_change(history, "after"))
    assert read_workshop(path) == history.workshop


@contextmanager
def _held_elsewhere(path: Path) -> Iterator[None]:
    words = (
        "import sys; from pathlib import Path; from motworkshop.storage.lock import DocumentLock\n"
        "lock = DocumentLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", words, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield
        assert holder.stdin is not None
        holder.stdin.close()


@pytest.mark.parametrize(
    ("code", "lines"), [("SQLITE_IOERR_WRITE", 1), ("SQLITE_FULL", 1), ("SQLITE_TOOBIG", 0)]
)
def test_after_the_disk_itself_failed_the_next_try_has_a_new_line_to_it(
    path: Path, history: History, monkeypatch: pytest.MonkeyPatch, code: str, lines: int
) -> None:
    """A stick that was pulled and put in again may have the same identity, and a dead line."""
    made: list[Path] = []

    def counting(real: Path, pragmas: tuple[str, ...]) -> AbstractContextManager[Engine]:
        made.append(real)
        return engine_for(real, pragmas)

    def fail(*_given: object, **_named: object) -> None:
        fault = sqlite3.OperationalError("disk I/O error")
        fault.sqlite_errorcode = getattr(sqlite3, code)
        raise OperationalError("COMMIT", (), fault)

    with Store.open(path) as store:
        monkeypatch.setattr("motworkshop.storage.store.engine_for", counting)
        change = _change(history, "one")
        with monkeypatch.context() as patch:
            patch.setattr(Store, "_write", fail)
            with pytest.raises(WriteFailedError):
                store.save(change)
        store.save(change)
        assert len(made) == lines
    assert read_workshop(path) == history.workshop
