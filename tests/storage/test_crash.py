"""Kills, journals left behind, full disks, folders that may only be read."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store

KILL_IN_MID_WRITE = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE note SET text = 'half written ' || id")
os.kill(os.getpid(), signal.SIGKILL)
"""

FULL_DISK = """
import json, resource, sys
from pathlib import Path
from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.storage.store import Store
path = Path(sys.argv[1])
said = []
with Store.open(path) as store:
    def add(number):
        store.save(Change.between([(None, Note(f"n{number}", number, "long text " * 900))]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 40_000, -1))
    number = 0
    while len(said) < 3:
        try:
            add(number := number + 1)
        except WriteFailedError as fault:
            said.append(str(fault))
    refused_at = len(store.workshop.notes)
    resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
    add(number + 1)
print(json.dumps({"said": said, "refused_at": refused_at, "notes": len(store.workshop.notes)}))
"""

READ_ONLY = """
import json, os, sys
from pathlib import Path
from motworkshop.errors import WorkshopError
from motworkshop.storage.read import read_workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.store import Store
if os.getuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
path = Path(sys.argv[1])
answers = {"title": read_workshop(path).about.title}
for name, work in {
    "open": lambda: Store.open(path),
    "create": lambda: create_workshop(path.with_name("new.motw"), read_workshop(path)),
}.items():
    try:
        work()
    except WorkshopError as fault:
        answers[name] = f"{type(fault).__name__}: {fault}"
print(json.dumps(answers))
"""


def _answer(*arguments: object) -> Any:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_acknowledged_edit_survives_kills(tmp_path: Path) -> None:
    script = Path(__file__).with_name("kill_rounds.py")
    result = _answer(script, tmp_path / "killed.motw", 20)
    assert result["complaints"] == []
    assert result["acknowledged"] >= 20
    assert result["journals"] > 0  # some kills came in mid-write


def test_without_a_journal_kills_would_be_noticed(tmp_path: Path) -> None:
    """The control: the test above can fail."""
    script = Path(__file__).with_name("kill_rounds.py")
    assert _answer(script, tmp_path / "killed.motw", 400, "without journal")["complaints"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder whose parents everybody may enter, unlike pytest's."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


def _half_written(folder: Path) -> tuple[Path, Workshop]:
    path = folder / "half.motw"
    whole = Workshop(
        [
            *Workshop.titled("Whole").records(),
            *(Note(f"n{number}", number, "text " * 100) for number in range(300)),
        ]
    )
    create_workshop(path, whole)
    subprocess.run([sys.executable, "-c", KILL_IN_MID_WRITE, path], check=False)
    assert Path(f"{path}-journal").stat().st_size > 0
    assert b"half written" in path.read_bytes()
    return path, whole


def test_what_a_killed_writer_left_half_done_is_taken_back(tmp_path: Path) -> None:
    path, whole = _half_written(tmp_path)
    assert read_workshop(path) == whole
    assert check_file(path) == []
    assert b"half written" not in path.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["half.motw"]


def test_a_half_written_file_can_be_opened_for_writing(tmp_path: Path) -> None:
    path, whole = _half_written(tmp_path)
    with Store.open(path) as store:
        assert store.workshop == whole


def test_without_its_journal_a_half_written_file_is_refused(tmp_path: Path) -> None:
    path, _whole = _half_written(tmp_path)
    Path(f"{path}-journal").unlink()
    assert "not as they were written" in check_file(path)[0]


def test_a_half_written_file_is_read_where_nothing_may_be_written(open_folder: Path) -> None:
    path, _whole = _half_written(open_folder)
    before = path.read_bytes()
    for one in open_folder.iterdir():
        one.chmod(0o444)
    open_folder.chmod(0o555)
    answers = _answer("-c", READ_ONLY, path)
    assert answers["title"] == "Whole"
    assert path.read_bytes() == before
    assert len(list(open_folder.iterdir())) == 2


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "said"),
    [
        (0o555, 0o444, "WriteFailedError: .* may only be read"),
        (0o777, 0o444, "WriteFailedError: .* may only be read"),
        (0o555, 0o666, "WriteFailedError: .* cannot be changed where it lies"),
    ],
)
def test_where_nothing_may_be_written_all_can_be_read(
    open_folder: Path, folder_mode: int, file_mode: int, said: str
) -> None:
    path = open_folder / "fixed.motw"
    create_workshop(path, Workshop.titled("Fixed"))
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    answers = _answer("-c", READ_ONLY, path)
    assert answers["title"] == "Fixed"
    assert re.match(said, answers["open"])
    if folder_mode == 0o555:
        assert "WriteFailedError" in answers["create"]
        assert [one.name for one in open_folder.iterdir()] == ["fixed.motw"]


def test_a_full_disk_refuses_the_edit_and_nothing_else(small_file: Path) -> None:
    answer = _answer("-c", FULL_DISK, small_file)
    assert all("was not changed" in sentence for sentence in answer["said"])
    assert answer["notes"] == answer["refused_at"] + 1
    assert len(read_workshop(small_file).notes) == answer["notes"]
    assert check_file(small_file) == []
    assert [one.name for one in small_file.parent.iterdir()] == ["small.motw"]


SAVE_THREE = """
import sys
from pathlib import Path
from motworkshop.model.change import Change
from motworkshop.model.records import Note
from motworkshop.storage.store import Store
with Store.open(Path(sys.argv[1])) as store:
    for number in range(3):
        store.save(Change.between([(None, Note(f"n{number}", number, "text"))]))
"""


def test_an_open_document_is_never_opened_a_second_time(small_file: Path, tmp_path: Path) -> None:
    """Closing another descriptor of it would drop SQLite's locks (safety.md, decision 4)."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    log = tmp_path / "calls"
    trace = ["strace", "-f", "-qq", "-e", "trace=openat,fdatasync,fsync", "-o", str(log)]
    subprocess.run([*trace, sys.executable, "-c", SAVE_THREE, str(small_file)], check=True)
    calls = log.read_text().splitlines()
    opened = [number for number, call in enumerate(calls) if f'"{small_file}"' in call]
    journals = [number for number, call in enumerate(calls) if f'"{small_file}-journal"' in call]
    assert "O_RDWR" in calls[opened[-1]]
    assert max(opened) < min(number for number in journals if "O_CREAT" in calls[number])
