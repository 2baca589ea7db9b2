import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.cards import RecentCard, TemplateCard
from motworkshop.app.dialogs import Unsaved
from motworkshop.app.program import Program
from motworkshop.app.recent import free_name
from motworkshop.app.saving import State
from motworkshop.app.start_page import StartPage
from motworkshop.app.window import FRAME, USUAL, Window, usual_size
from motworkshop.model.records import Stage
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.read import read_workshop

if TYPE_CHECKING:
    from tests.app.conftest import Answers


def test_a_template_becomes_a_workshop_where_the_person_chooses(
    program: Program, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.new_window()
    answers.path = tmp_path / "Our year.motw"
    card = next(one for one in window.findChildren(TemplateCard) if one.words.name == "airline")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.path == answers.path.resolve()
    workshop = read_workshop(answers.path)
    assert workshop.about.title == "Our year"
    assert len(workshop.of(Stage)) == 7


def test_a_taken_name_is_told_on_the_start_page_and_nothing_is_written_over(
    program: Program, answers: "Answers", file: Path, qtbot: QtBot
) -> None:
    before = file.read_bytes()
    window = program.new_window()
    answers.path = file
    QTest.mouseClick(window.findChildren(TemplateCard)[0], Qt.MouseButton.LeftButton)
    banner = start_of(window).banner
    qtbot.waitUntil(lambda: banner.tone == "danger")
    assert "exists already and was left as it is" in banner.words
    assert window.desk is None
    assert file.read_bytes() == before


def test_a_file_open_elsewhere_is_told_with_what_to_do_and_can_be_copied(
    program: Program, answers: "Answers", file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.new_window()
    lock = DocumentLock(file)
    answers.path = file
    opens = next(one for one in window.findChildren(QPushButton) if one.text().startswith("Open"))
    QTest.mouseClick(opens, Qt.MouseButton.LeftButton)
    banner = start_of(window).banner
    assert banner.isVisible()
    assert "Close it there first." in banner.words
    assert window.desk is None
    answers.path = tmp_path / "copy.motw"
    press(banner, "Open a copy…")
    qtbot.waitUntil(lambda: window.desk is not None)
    assert read_workshop(answers.path) == read_workshop(file)
    lock.release()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.motw", None, "There is no file"),
        ("picture.motw", b"\x89PNG not ours at all", "is not a workshop"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told_in_the_banner(
    program: Program, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    window = program.new_window()
    program.open_file(path, window)
    assert words in start_of(window).banner.words
    assert start_of(window).banner.isVisible()
    assert sorted(one.name for one in tmp_path.glob("*.motw*")) == ([name] if content else [])


@pytest.mark.qt_log_ignore("raise")
def test_an_open_file_is_opened_once_and_another_gets_its_own_window(
    window: Window, program: Program, file: Path, tmp_path: Path
) -> None:
    program.open_file(file, window)
    assert len(program.windows) == 1
    other = tmp_path / "other.motw"
    other.write_bytes(file.read_bytes())
    program.open_file(other, window)
    assert [one.path for one in program.windows] == [file.resolve(), other.resolve()]


def test_the_sample_opens_as_a_copy_of_its_own(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motworkshop.app.opening.documents_folder", lambda: tmp_path)
    window = program.new_window()
    sample = next(one for one in window.findChildren(QPushButton) if "sample" in one.text())
    QTest.mouseClick(sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.path == (tmp_path / "Airline sample.motw").resolve()
    assert free_name(tmp_path, "Airline sample").name == "Airline sample 2.motw"
    (tmp_path / "Airline sample 2.motw-journal").touch()
    assert free_name(tmp_path, "Airline sample").name == "Airline sample 3.motw"


def test_recent_files_have_a_picture_and_missing_ones_can_be_taken_off(
    window: Window, program: Program, file: Path, qtbot: QtBot
) -> None:
    window.close()
    start = program.new_window()
    card = start.findChildren(RecentCard)[0]
    assert card.isEnabled()
    assert card.file.picture.exists()
    start.close()
    file.unlink()
    after = program.new_window()
    card = after.findChildren(RecentCard)[0]
    assert not card.isEnabled()
    assert card.file.date == "Not found"
    remove = next(
        one for one in after.findChildren(QToolButton) if one.accessibleName().startswith("Take")
    )
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert program_recent(after) == []


def test_what_cannot_be_saved_is_told_and_closing_asks(
    window: Window, file: Path, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    away = tmp_path / "away.motw"
    file.rename(away)
    with qtbot.waitSignal(desk.parts.saving.save_failed):
        desk.bar.title.setText("Autumn")
        QTest.keyClick(desk.bar.title, Qt.Key.Key_Return)
    assert desk.parts.saving.state is State.NOT_SAVED
    assert desk.status.state.text().startswith("Not saved: ")
    assert "moved, deleted or replaced" in desk.parts.banner.words
    answers.unsaved_answers = [Unsaved.STAY]
    assert not window.close()
    assert "moved, deleted or replaced" in answers.asked[-1]
    answers.unsaved_answers = [Unsaved.COPY]
    answers.path = tmp_path / "copy.motw"
    assert window.close()
    assert read_workshop(answers.path).about.title == "Autumn"
    assert read_workshop(away).about.title == "Spring"


def test_saving_goes_on_by_itself_when_the_reason_is_gone(
    window: Window, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    away = tmp_path / "away.motw"
    file.rename(away)
    with qtbot.waitSignal(desk.parts.saving.save_failed):
        desk.bar.title.setText("Autumn")
        QTest.keyClick(desk.bar.title, Qt.Key.Key_Return)
    away.rename(file)
    again = next(
        one for one in desk.parts.banner.findChildren(QPushButton) if one.text() == "Try again"
    )
    with qtbot.waitSignal(desk.parts.saving.saved):
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert desk.status.state.text() == "Saved"
    qtbot.waitUntil(lambda: desk.parts.banner.tone != "danger")
    window.close()
    assert read_workshop(file.with_name("Autumn.motw")).about.title == "Autumn"


def test_text_still_being_typed_is_saved_when_the_window_closes(
    window: Window, file: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    desk.bar.title.setFocus()
    desk.bar.title.selectAll()
    QTest.keyClicks(desk.bar.title, "Half typ")
    assert window.close()
    assert read_workshop(file.with_name("Half typ.motw")).about.title == "Half typ"


def test_a_copy_is_written_beside_and_the_work_goes_on_in_the_old_file(
    window: Window, file: Path, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    answers.path = tmp_path / "copy.motw"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.parts.board, Qt.Key.Key_S, both)
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "ok")
    assert "Saved a copy" in desk.parts.banner.words
    assert window.path == file.resolve()
    assert read_workshop(tmp_path / "copy.motw") == desk.parts.document.workshop


def test_a_theme_is_chosen_in_the_menu_and_remembered(
    window: Window, settings: QSettings, qtbot: QtBot
) -> None:
    menu = window.menu
    assert menu is not None
    menu.aboutToShow.emit()
    themes = next(one for one in menu.actions() if one.text() == "Theme").menu()
    assert isinstance(themes, QWidget)
    dark = next(one for one in themes.actions() if one.text() == "Dark")
    dark.trigger()
    assert settings.value("theme") == "dark"
    assert window.palette().window().color().name() == "#1f2226"
    light = next(one for one in themes.actions() if one.text() == "Light")
    light.trigger()
    assert window.palette().window().color().name() == "#ffffff"


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((1920, 1080), (1280, 800)),
        ((1280, 720), (1280, 680)),  # a usual laptop at 150 %
        ((1097, 617), (1097, 640)),  # at 175 % as much as there is, as far as it can be used
    ],
)
def test_a_new_window_is_no_larger_than_the_screen(
    room: tuple[int, int], size: tuple[int, int]
) -> None:
    assert usual_size(QSize(*room)) == QSize(*size)


def test_the_first_window_looks_how_much_room_there_is(program: Program) -> None:
    window = program.new_window()
    room = window.screen().availableGeometry().size()
    assert room.height() < USUAL.height() + FRAME, "the screen of the tests is not a small one"
    assert window.size() == usual_size(room)


@pytest.mark.skipif(os.name == "nt", reason="reads a POSIX environment")
def test_without_a_screen_one_sentence_says_so() -> None:
    from motworkshop.app.start import NO_SCREEN, missing_for_a_window

    assert missing_for_a_window("linux", {}) == NO_SCREEN
    assert missing_for_a_window("linux", {"QT_QPA_PLATFORM": "offscreen"}) == ""
    assert missing_for_a_window("linux", {"WAYLAND_DISPLAY": "wayland-0"}) == ""
    assert missing_for_a_window("win32", {}) == ""


def press(inside: QWidget, words: str) -> None:
    buttons = inside.findChildren(QPushButton)
    QTest.mouseClick(next(one for one in buttons if one.text() == words), Qt.MouseButton.LeftButton)


def start_of(window: Window) -> StartPage:
    assert window.start is not None
    return window.start


def program_recent(window: Window) -> list[RecentCard]:
    return [
        one for one in window.findChildren(RecentCard) if not one.isHidden() and one.isVisible()
    ]


def test_a_window_that_opens_with_a_workshop_is_not_seen_before_it(
    program: Program, file: Path
) -> None:
    seen: list[bool] = []
    window = program.open_first(file, lambda window: seen.append(window.isVisible()))
    assert seen == [False]
    assert window.isVisible()
    assert window.desk is not None
    assert window.desk.isVisible()
    assert window.start is None  # and none is made for nobody to see


def test_where_it_cannot_be_opened_the_start_page_says_why(
    program: Program, tmp_path: Path
) -> None:
    nothing = tmp_path / "nothing.motw"
    nothing.write_bytes(b"")
    window = program.open_first(nothing)
    assert window.desk is None
    assert isinstance(window.start, StartPage)
    assert window.start.isVisible()
    assert "it is empty" in window.start.banner.words


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_workshop_that_is_named_twice_is_opened_once(program: Program, file: Path) -> None:
    window = program.open_first(file)
    assert program.open_first(file) is window
    assert program.windows == [window]
