"""A file that another computer seems to have, and one that may not be written."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app.program import Program
from motworkshop.errors import WriteFailedError
from motworkshop.model.workshop import Workshop
from motworkshop.storage.lock_files import beside
from motworkshop.storage.store import Store
from tests.app.conftest import Answers
from tests.app.test_read_only import desk_of, held_elsewhere, press

STANDS_STILL = """
import sqlite3, sys
from pathlib import Path
from motworkshop.storage.lock import DocumentLock
lock = DocumentLock(Path(sys.argv[1]))
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""

HOLDER = {"program": "motworkshop", "host": "lobby", "pid": 7, "since": "2026-10-01T08:00:00+00:00"}


def noted(file: Path) -> Path:
    """What another computer has noted down beside the file."""
    note = beside(file).with_name(f"{beside(file).name}.json")
    note.write_text(json.dumps(HOLDER))
    return note


def test_what_another_computer_has_is_only_taken_over_when_somebody_says_so(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    note = noted(file)
    window = program.new_window()
    program.open_file(file, window)
    assert window.desk is None
    assert window.start is not None
    assert "is open in motworkshop on lobby (process 7) since 2026-10-01" in (
        window.start.banner.words
    )
    assert json.loads(note.read_text()) == HOLDER
    press(window.start.banner, "Take it over")
    with qtbot.waitSignal(desk_of(window).parts.saving.opened):
        pass
    assert json.loads(note.read_text())["pid"] == os.getpid()
    assert window.close()
    assert not note.exists()


def test_a_program_that_lives_is_not_pushed_aside(program: Program, file: Path) -> None:
    with held_elsewhere(file):
        window = program.new_window()
        program.open_file(file, window)
        assert window.start is not None
        offers = {one.text() for one in window.start.banner.findChildren(QPushButton)}
        assert "Take it over" not in offers


@pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX modes")
def test_a_file_that_may_only_be_read_is_not_opened_for_changes(
    program: Program, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everything, so the answer for a usual user is played."""
    file.chmod(0o444)
    before = sorted(one.name for one in file.parent.iterdir())
    monkeypatch.setattr("motworkshop.app.opening.os.access", lambda path, mode: False)
    window = program.new_window()
    program.open_file(file, window)
    assert window.start is not None
    assert window.start.banner.words == f"“{file.resolve()}” may only be read."
    press(window.start.banner, "Look at it")
    assert window.is_read_only
    assert window.close()
    assert sorted(one.name for one in file.parent.iterdir()) == before


def test_who_stands_still_in_mid_write_is_named_and_not_waited_for(
    program: Program, file: Path
) -> None:
    """Reading would wait for it, and then not know who it is."""
    with subprocess.Popen(
        [sys.executable, "-c", STANDS_STILL, str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        window = program.new_window()
        program.open_file(file, window)
        holder.stdin.close()
    assert window.start is not None
    assert f"is open in motworkshop on {os.uname().nodename}" in window.start.banner.words
    assert f"(process {holder.pid})" in window.start.banner.words


def test_a_file_that_comes_after_its_failure_was_told_is_not_shown_without_a_writer(
    program: Program, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    """The writer tries again by itself, here while the window's thread is busy."""
    answers.path = tmp_path / "new.motw"
    tries: list[Path] = []
    made = Event()

    def make_at_the_second_time(path: Path) -> Store:
        tries.append(path)
        if len(tries) < 2:
            raise WriteFailedError("The disk is full. Free some space.")
        store = Store.create(path, Workshop.titled("New"))
        made.set()
        return store

    window = program.new_window()
    program.opening.open_made(window, "new", make_at_the_second_time)
    assert made.wait(40)
    start = window.start
    assert start is not None
    qtbot.waitUntil(lambda: "The disk is full" in start.banner.words)
    qtbot.wait(0)  # what was told before the writer ended comes now
    assert window.desk is None
