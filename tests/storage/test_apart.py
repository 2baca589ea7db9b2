"""A file read by another process comes back as it is, and never half."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from motworkshop.imports.sample import sample_workshop
from motworkshop.model.workshop import Workshop
from motworkshop.storage.apart import ReadApart
from motworkshop.storage.create import create_workshop
from motworkshop.storage.errors import DamagedFileError, FileMissingError
from motworkshop.storage.read import read_workshop

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="it is read here instead"
)
READ = """
import os, sys
from pathlib import Path
from motworkshop.storage.apart import ReadApart
path, other = map(Path, sys.argv[1:])
reading = ReadApart(path)
os.waitid(os.P_PID, reading._child, os.WEXITED | os.WNOWAIT)  # it is done, and not yet asked
os.replace(other, path)
first, second = reading.workshop(path), reading.workshop(path)
print(first.about.title, "then", second.about.title)
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("nobody is left")
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "spring.motw"
    create_workshop(path, sample_workshop())
    return path


def test_what_comes_back_is_what_is_in_the_file(file: Path) -> None:
    assert ReadApart(file).workshop(file) == read_workshop(file)


def test_it_is_what_the_other_process_saw_but_only_once_and_nobody_is_left(
    tmp_path: Path,
) -> None:
    for name in ("before", "after"):
        create_workshop(tmp_path / f"{name}.motw", Workshop.titled(name))
    ran = subprocess.run(
        [sys.executable, "-c", READ, tmp_path / "before.motw", tmp_path / "after.motw"],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ran.stderr == ""
    assert ran.stdout == "before then after\nnobody is left\n"


def test_another_file_than_that_is_read_here(file: Path, tmp_path: Path) -> None:
    reading, other = ReadApart(file), tmp_path / "other.motw"
    create_workshop(other, Workshop.titled("Other"))
    assert reading.workshop(other).about.title == "Other"
    assert reading.workshop(file) == read_workshop(file)


def test_where_there_is_no_room_for_another_process_it_is_read_here(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fork() -> int:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", fork)
    assert ReadApart(file).workshop(file) == read_workshop(file)


def test_a_damaged_file_is_refused_in_the_same_words(file: Path) -> None:
    content = bytearray(file.read_bytes())
    place = content.index(b"passenger")
    content[place : place + 1] = b"P"
    file.write_bytes(content)
    with pytest.raises(DamagedFileError) as here:
        read_workshop(file)
    with pytest.raises(DamagedFileError) as apart:
        ReadApart(file).workshop(file)
    assert str(apart.value) == str(here.value)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "gone.motw"
    with pytest.raises(FileMissingError):
        ReadApart(path).workshop(path)
