"""Files with a strange name, or with a part that is damaged, on the command line."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from motworkshop.cli.exit_codes import ExitCode
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop
from tests.cli.conftest import Told

Program = Callable[..., Told]


@pytest.mark.skipif(sys.platform != "linux", reason="such names exist nowhere else")
def test_a_name_that_is_no_text_is_no_reason_to_fail(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"Caf\xe9.motw")
    ran = subprocess.run(
        [sys.executable, "-m", "motworkshop", "new", path], check=False, capture_output=True
    )
    assert (ran.returncode, ran.stderr) == (ExitCode.DONE, b"")
    assert read_workshop(path).about.title == "Caf\ufffd"
    assert check_file(path) == []


def test_a_damaged_history_is_told_and_left_out(
    tmp_path: Path, cli: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Spring.motw"
    assert cli("new", path).code == ExitCode.DONE
    assert (
        _script(cli, '{"edit": "add_note", "text": "Queue"}', monkeypatch, tmp_path, path).err == ""
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE kept_step SET label = 'something else'")
    assert cli("check", path).code == ExitCode.REFUSED
    told = _script(cli, '{"undo": true}', monkeypatch, tmp_path, path)
    assert told.err == "The undo history in it was damaged and is left out.\n"
    assert "There is nothing to undo" in told.out
    told = _script(cli, '{"edit": "add_note", "text": "Bag"}', monkeypatch, tmp_path, path)
    assert told.code == ExitCode.DONE
    assert cli("check", path).code == ExitCode.DONE
    assert {note.text for note in read_workshop(path).notes.values()} == {"Queue", "Bag"}


def _script(
    cli: Program, line: str, monkeypatch: pytest.MonkeyPatch, folder: Path, path: Path
) -> Told:
    """`script` with one line."""
    asked = folder / "lines"
    asked.write_text(line + "\n", encoding="utf-8")
    with asked.open(encoding="utf-8") as lines, monkeypatch.context() as patch:
        patch.setattr("sys.stdin", lines)
        return cli("script", path)
