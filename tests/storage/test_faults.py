"""Faults of the disk in mid-work: when they are over, all is well without opening the file again."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store

SAVE = """
import sys
from pathlib import Path
from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.storage.store import Store
with Store.open(Path(sys.argv[1])) as store:
    change = Change.between([(None, Note("n", 1, "text"))])
    for _attempt in range(5):
        try:
            store.save(change)
            break
        except WorkshopError as fault:
            print("refused", fault)
"""


def _said(path: Path, fault: str) -> str:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    trace = ["strace", "-f", "-qq", "-o", str(path.with_name("calls"))]
    of_ours = ["-P", str(path), "-P", f"{path}-journal", "-e", f"inject={fault}"]
    command = [*trace, *of_ours, sys.executable, "-c", SAVE, str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "(INJECTED)" in path.with_name("calls").read_text()
    return ran.stdout


@pytest.mark.parametrize(
    "fault",
    ["pwrite64:error=EIO:when=1", "fdatasync:error=EIO:when=1", "pwrite64:error=EIO:when=3"],
)
def test_a_rewriting_that_the_disk_refused_keeps_nobody_from_saving(
    small_file: Path, fault: str
) -> None:
    """SQLite forgets what it knew of the file, and that looked like the work of another program."""
    with closing(sqlite3.connect(small_file)) as connection, connection:
        connection.execute("UPDATE ledger SET count = 1 WHERE name = 'rewrite due'")
    assert _said(small_file, fault) == ""
    assert set(read_workshop(small_file).notes) == {"n"}
    assert check_file(small_file) == []


@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_a_change_that_the_disk_refused_is_saved_the_next_time(
    small_file: Path, call: str, error: str
) -> None:
    """Where the full disk lets nobody take the change back either, too."""
    assert "was not changed" in _said(small_file, f"{call}:error={error}:when=2..3")
    assert set(read_workshop(small_file).notes) == {"n"}
    assert check_file(small_file) == []


def test_versions_that_cannot_be_listed_now_are_told_and_end_nothing(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The writer's thread ended with it: that was no fault it knew."""

    def refuse(_connection: object) -> None:
        fault = sqlite3.OperationalError("disk I/O error")
        fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise fault

    with Store.open(small_file) as store:
        with monkeypatch.context() as patched:
            patched.setattr("motworkshop.storage.store.versions_in", refuse)
            with pytest.raises(WriteFailedError):
                store.versions()
        assert store.versions() == []
        store.save(Change.between([(None, Note("n", 1, "text"))]))
    assert set(read_workshop(small_file).notes) == {"n"}
