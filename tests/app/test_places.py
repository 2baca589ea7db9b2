"""A workshop on a network drive: told, and a copy on this computer is offered."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from motworkshop.app.dialogs import Unsaved
from motworkshop.app.places import file_system_of
from motworkshop.app.program import Program
from motworkshop.storage.read import read_workshop
from tests.app.test_read_only import desk_of, press
from tests.app.test_trouble import rename

if TYPE_CHECKING:
    from tests.app.conftest import Answers


def test_the_system_tells_what_disk_a_file_lies_on(file: Path) -> None:
    assert file_system_of(file)


def test_on_a_disk_of_this_computer_nothing_is_said(program: Program, file: Path) -> None:
    window = program.new_window()
    program.open_file(file, window)
    assert not desk_of(window).parts.banner.isVisible()


def test_on_a_network_drive_a_copy_is_offered_and_the_work_goes_on_there(
    program: Program,
    answers: "Answers",
    file: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system = {file.parent.resolve(): "cifs"}
    monkeypatch.setattr(
        "motworkshop.app.places.file_system_of", lambda path: system.get(path.parent, "ext4")
    )
    window = program.new_window()
    program.open_file(file, window)
    with qtbot.waitSignal(desk_of(window).parts.saving.opened):
        pass
    banner = desk_of(window).parts.banner
    assert banner.words.startswith("This workshop lies on a network drive.")
    here = tmp_path / "here"
    here.mkdir()
    answers.path = here / "spring.motw"
    press(banner, "Work on a copy…")
    qtbot.waitUntil(lambda: [one.path for one in program.windows] == [answers.path])
    (now,) = program.windows
    assert not desk_of(now).parts.banner.isVisible()
    rename(desk_of(now), "Autumn")
    saving = desk_of(now).parts.saving
    answers.unsaved_answers = [Unsaved.STAY]
    assert now.close(), answers.asked
    assert read_workshop(saving.path).about.title == "Autumn"
    assert read_workshop(file).about.title == "Spring"
