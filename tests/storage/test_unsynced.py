"""A folder that cannot be synced: the change stands in the file, but may not be called saved."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from errno import EINVAL, EIO
from pathlib import Path

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop
from motworkshop.storage.unsynced import Unsynced

SAVE_THREE = """
import json, sys
from pathlib import Path
from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.storage.store import Store
refused = []
with Store.open(Path(sys.argv[1])) as store:
    for number in range(3):
        change = Change.between([(None, Note(f"n{number}", number, "text"))])
        while len(refused) < 9:
            try:
                store.save(change)
                break
            except WriteFailedError as fault:
                refused.append([number, str(fault)])
print(json.dumps(refused))
"""


def _change(number: int) -> Change:
    return Change.between([(None, Note(f"n{number}", number, "text"))])


def _saved(path: Path, *faults: str) -> list[tuple[int, str]]:
    """Three notes are saved while the folder's syncs fail so; which were refused, and why."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    trace = ["strace", "-f", "-qq", "-P", str(path.parent), "-o", str(path.with_name("calls"))]
    injected = [part for fault in faults for part in ("-e", f"inject={fault}")]
    command = [*trace, "-e", "trace=fdatasync,fsync", *injected, sys.executable, "-c", SAVE_THREE]
    ran = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return [(number, said) for number, said in json.loads(ran.stdout)]


def _has_all_three(path: Path) -> bool:
    return check_file(path) == [] and set(read_workshop(path).notes) == {"n0", "n1", "n2"}


def test_a_change_whose_folder_is_not_synced_is_told_and_saved_once_it_is(small_file: Path) -> None:
    """The second sync of a save is the one after the journal went."""
    refused = _saved(small_file, "fdatasync:error=EIO:when=2", "fsync:error=EIO:when=1..2")
    assert [number for number, _said in refused] == [0, 0]
    assert "may not be safe from a power cut" in refused[0][1]
    assert _has_all_three(small_file)


def test_where_no_folder_can_ever_be_synced_all_goes_on(small_file: Path) -> None:
    assert _saved(small_file, "fdatasync:error=EINVAL:when=2+", "fsync:error=EINVAL") == []
    assert _has_all_three(small_file)


def test_what_stands_in_the_file_is_not_written_again_and_a_later_redo_is(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = _change(1), _change(2)
    unsynced = Unsynced()
    assert unsynced.left_of(small_file, [first, second]) == [first, second]
    unsynced.expect()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", _refusing(EIO))
        with pytest.raises(WriteFailedError, match="Input/output error"):
            unsynced.settle(small_file, [first, second])
        with pytest.raises(WriteFailedError, match="Input/output error"):
            unsynced.left_of(small_file, [first])
    assert unsynced.left_of(small_file, [first]) == []
    undo = first.inverted()
    assert unsynced.left_of(small_file, [second, undo, first]) == [undo, first]
    assert unsynced.left_of(small_file, [second]) == [second]


def test_what_is_safe_at_once_does_not_come_again_but_by_a_redo(small_file: Path) -> None:
    change = _change(1)
    unsynced = Unsynced()
    unsynced.expect()
    unsynced.settle(small_file, [change])
    assert unsynced.left_of(small_file, [change]) == [change]


def test_a_folder_that_knows_no_sync_is_no_failure(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsynced = Unsynced()
    unsynced.expect()
    monkeypatch.setattr(os, "fsync", _refusing(EINVAL))
    unsynced.settle(small_file, [_change(1)])
    assert unsynced.left_of(small_file, [_change(2)]) != []


def _refusing(number: int) -> Callable[[int], None]:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return refuse
