"""A damaged undo history keeps nobody from working: it is said, and gone with the next save."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.storage.check import check_file
from tests.app.test_backing_up import write_note
from tests.app.test_trouble import desk_of


@pytest.fixture
def damaged(window: Window, file: Path) -> Path:
    """A workshop in which somebody has worked, with a step that is not as it was written."""
    write_note(desk_of(window))
    assert window.close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE kept_step SET label = 'something else'")
    assert check_file(file) != []
    return file


def test_it_is_said_and_the_work_goes_on_and_is_saved(
    program: Program, damaged: Path, qtbot: QtBot
) -> None:
    window = program.new_window()
    program.open_file(damaged, window)
    desk = desk_of(window)
    qtbot.waitUntil(lambda: "undo history" in desk.parts.banner.words)
    assert desk.parts.banner.tone == "warn"
    assert not desk.actions_["undo"].isEnabled()
    write_note(desk)
    qtbot.waitUntil(lambda: desk.status.state.text() == "Saved")
    assert desk.actions_["undo"].isEnabled()
    assert window.close()
    assert check_file(damaged) == []
    again = program.new_window()
    program.open_file(damaged, again)
    with qtbot.waitSignal(desk_of(again).parts.saving.opened):
        pass
    assert not desk_of(again).parts.banner.isVisible()
    qtbot.waitUntil(desk_of(again).actions_["undo"].isEnabled)
