import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.storage.errors import FileLockedError
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.lock_files import beside
from motworkshop.storage.read import read_workshop

Entries = Callable[[Path], set[str]]

HOLDER = """
import sys
from pathlib import Path
from motworkshop.storage.lock import DocumentLock
lock = DocumentLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_elsewhere(document: Path) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, document],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder
        holder.kill()


def test_the_second_is_told_who_holds_the_file_and_the_death_of_the_first_frees_it(
    small_file: Path, entries: Entries
) -> None:
    with held_elsewhere(small_file) as holder:
        for _ in range(2):
            with pytest.raises(FileLockedError) as refused:
                DocumentLock(small_file)
            said = str(refused.value)
            assert f"open in motworkshop on {platform.node()} (process {holder.pid})" in said
            assert "since 20" in said
        assert read_workshop(small_file).about.title == "Small"
    DocumentLock(small_file).release()
    assert entries(small_file.parent) == {"small.motw"}


def test_another_name_of_the_same_file_is_locked_too(tmp_path: Path, small_file: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    twin = tmp_path / "elsewhere" / "twin.motw"
    os.link(small_file, twin)
    lock = DocumentLock(small_file)
    with pytest.raises(FileLockedError, match="motworkshop on"):
        DocumentLock(twin)
    assert not beside(twin).exists()
    lock.release()
    DocumentLock(twin).release()


def test_the_lock_of_another_computer_is_never_stolen(small_file: Path) -> None:
    holder = beside(small_file).with_name(f".{small_file.name}.lock.json")
    note = {"program": "motworkshop", "host": "other-laptop", "pid": 7, "since": "2026-01-02T03:04"}
    holder.write_text(json.dumps(note))
    for _ in range(2):
        with pytest.raises(FileLockedError, match=r"on other-laptop .* delete “.*\.lock\.json”"):
            DocumentLock(small_file)
    assert json.loads(holder.read_text()) == note
    holder.unlink()
    DocumentLock(small_file).release()


@pytest.mark.parametrize("left", ["", "{", "[]", '{"host": 1}', "\0\0"])
def test_what_a_crash_left_half_written_does_not_lock(small_file: Path, left: str) -> None:
    beside(small_file).touch()
    told = beside(small_file).with_name(f".{small_file.name}.lock.json")
    told.write_text(left)
    lock = DocumentLock(small_file)
    assert json.loads(told.read_text())["pid"] == os.getpid()
    lock.release()
    assert not told.exists()


def test_a_folder_that_cannot_be_written_is_told(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(WriteFailedError, match="cannot be changed where it lies"):
        DocumentLock(small_file)
