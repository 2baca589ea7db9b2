"""A file that another computer seems to have, and one that may not be written."""

import json
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app.program import Program
from motworkshop.storage.lock_files import beside
from tests.app.test_read_only import desk_of, held_elsewhere, press

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
