"""What befalls the file under an open window: told within two seconds, and no work is lost."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Unsaved
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.storage.read import read_workshop
from motworkshop.storage.writer import LOOK_SECONDS

if TYPE_CHECKING:
    from tests.app.conftest import Answers

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("how", ["deleted", "renamed", "replaced", "folder gone"])
def test_it_is_told_at_rest_within_two_seconds_and_over_when_the_file_is_back(
    window: Window, file: Path, qtbot: QtBot, how: str
) -> None:
    desk = desk_of(window)
    whole = file.read_bytes()
    away = file.parent.with_name(f"{file.parent.name}-away")
    elsewhere = file.with_name("elsewhere.motw")
    befall(how, file, elsewhere, away)
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "danger")
    assert LOOK_SECONDS + 0.5 <= 2.0  # so long it may take: half a second for the telling
    assert desk.parts.banner.words.startswith("Cannot save: “")
    assert desk.parts.banner.words.endswith("Nothing is lost while this window is open.")
    assert desk.status.state.accessibleName().startswith("Cannot save: ")
    rename(desk, "Autumn")
    qtbot.waitUntil(lambda: desk.status.state.accessibleName().startswith("Not saved: "))
    if how == "replaced":
        assert file.read_bytes() == b"somebody else's"
    if how == "folder gone":
        away.rename(file.parent)
    elif how == "deleted":
        file.write_bytes(whole)
    else:
        file.unlink(missing_ok=True)
        elsewhere.rename(file)
    qtbot.waitUntil(lambda: desk.status.state.text() == "Saved")
    assert desk.parts.banner.tone != "danger"
    saving = desk.parts.saving
    assert window.close()
    assert read_workshop(saving.path).about.title == "Autumn"  # it is called after its title


def test_the_work_goes_on_in_a_copy_when_the_file_is_gone(
    window: Window,
    program: Program,
    answers: "Answers",
    file: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk = desk_of(window)
    file.unlink()
    rename(desk, "Autumn")
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "danger")
    answers.path = tmp_path / "copy.motw"
    press(desk, "Save a copy…")
    goes_on = "Go on in the copy"
    qtbot.waitUntil(lambda: goes_on in offers(desk))
    assert "“spring.motw” itself still cannot be saved" in desk.parts.banner.words
    press(desk, goes_on)
    (now,) = program.windows
    assert now.path == answers.path.resolve()
    assert not any("moved, deleted" in asked for asked in answers.asked), "it has a copy"
    with qtbot.waitSignal(desk_of(now).parts.saving.opened):
        pass
    rename(desk_of(now), "Winter")
    saving = desk_of(now).parts.saving
    assert now.close()
    assert read_workshop(saving.path).about.title == "Winter"
    assert not file.exists()


def test_a_deleted_file_is_not_closed_in_silence(
    window: Window, answers: "Answers", file: Path, tmp_path: Path
) -> None:
    """Nothing waits, and yet it would be the end of it all."""
    file.unlink()
    answers.unsaved_answers = [Unsaved.STAY]
    assert not window.close()
    assert "moved, deleted or replaced" in answers.asked[-1]
    answers.unsaved_answers = [Unsaved.COPY]
    answers.path = tmp_path / "copy.motw"
    assert window.close()
    assert read_workshop(answers.path).about.title == "Spring"


def test_trying_again_in_vain_says_so_again(window: Window, file: Path, qtbot: QtBot) -> None:
    desk = desk_of(window)
    file.unlink()
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "danger")
    press(desk, "Try again")
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "danger")
    assert desk.parts.banner.isVisible()


@pytest.mark.parametrize("rests_ms", [0, 100, 250])
def test_a_change_made_before_the_file_is_open_is_no_reason_to_ask(
    program: Program, answers: "Answers", file: Path, qtbot: QtBot, rests_ms: int
) -> None:
    """The undo steps of before join those of now a moment after the file is open."""
    window = program.new_window()
    program.open_file(file, window)
    qtbot.wait(rests_ms)
    rename(desk_of(window), "Autumn")
    saving = desk_of(window).parts.saving
    answers.unsaved_answers = [Unsaved.STAY]
    assert window.close(), answers.asked
    assert read_workshop(saving.path).about.title == "Autumn"


def befall(how: str, file: Path, elsewhere: Path, away: Path) -> None:
    if how == "folder gone":
        file.parent.rename(away)
    elif how == "deleted":
        file.unlink()
    else:
        file.rename(elsewhere)
    if how == "replaced":
        file.write_bytes(b"somebody else's")


def rename(desk: Desk, title: str) -> None:
    desk.bar.title.setFocus()
    desk.bar.title.selectAll()
    QTest.keyClicks(desk.bar.title, title)
    QTest.keyClick(desk.bar.title, Qt.Key.Key_Return)


def press(desk: Desk, words: str) -> None:
    buttons = desk.parts.banner.findChildren(QPushButton)
    QTest.mouseClick(next(one for one in buttons if one.text() == words), LEFT)


def offers(desk: Desk) -> list[str]:
    return [one.text() for one in desk.parts.banner.findChildren(QPushButton)]


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk
