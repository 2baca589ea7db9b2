"""Another title is another name of the file, safely; everything that knows the name follows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app.cards import RecentCard
from motworkshop.app.desk import Desk
from motworkshop.app.file_name import file_stem, is_named_after
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.model.edits.notes import edit_notes
from motworkshop.storage.errors import FileLockedError
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.read import read_workshop


@pytest.fixture
def file(tmp_path: Path, file: Path) -> Path:
    """Called as its title is."""
    named = tmp_path / "Spring.motw"
    file.rename(named)
    return named


def test_a_new_title_renames_the_file_and_the_work_goes_on_in_it(
    window: Window, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    new = tmp_path / "Autumn.motw"
    rename(window, "Autumn", qtbot)
    assert desk_of(window).parts.banner.words == "The file is called “Autumn.motw” now."
    assert window.path == new
    assert not file.exists()
    with pytest.raises(FileLockedError):
        DocumentLock(new)
    write_note(window, "Bag is found", qtbot)
    assert window.close()
    assert texts(new) >= {"Bag is found"}
    assert read_workshop(new).about.title == "Autumn"
    assert [one.name for one in tmp_path.iterdir() if "motw" in one.name] == ["Autumn.motw"]


def test_a_file_that_was_opened_through_a_link_keeps_its_name_and_says_why(
    program: Program, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    link = tmp_path / "links" / "Spring.motw"
    link.parent.mkdir()
    link.symlink_to(file)
    window = program.new_window()
    program.open_file(link, window)
    with qtbot.waitSignal(desk_of(window).parts.saving.opened):
        pass
    title = desk_of(window).bar.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Autumn")
    QTest.keyClick(title, Qt.Key.Key_Return)
    banner = desk_of(window).parts.banner
    qtbot.waitUntil(lambda: "through a link" in banner.words)
    assert banner.words.startswith("The file is still called “Spring.motw”.")
    assert banner.findChildren(QPushButton) == []
    assert window.close()
    assert read_workshop(link).about.title == "Autumn"


def test_the_list_of_recent_workshops_follows_with_its_picture(
    window: Window, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    rename(window, "Autumn", qtbot)
    window.close()
    card = program.new_window().findChildren(RecentCard)[0]
    assert card.file.path == tmp_path / "Autumn.motw"
    assert card.isEnabled()
    assert card.file.picture.exists()


def test_changes_that_are_not_saved_yet_are_in_the_renamed_file(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    document = desk_of(window).parts.document
    note = next(iter(document.workshop.notes))
    for number in range(50):
        document.do(edit_notes(document.workshop, [note], text=f"Text {number}"))
    type_title(window, "Autumn")
    document.do(edit_notes(document.workshop, [note], text="The last text"))
    assert window.close()  # waits for all of it
    assert texts(tmp_path / "Autumn.motw") >= {"The last text"}


def test_a_title_still_being_typed_renames_the_file_when_the_window_closes(
    window: Window, program: Program, tmp_path: Path, file: Path, qtbot: QtBot
) -> None:
    title = desk_of(window).bar.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Autumn")
    assert window.close()
    assert read_workshop(tmp_path / "Autumn.motw").about.title == "Autumn"
    assert not file.exists()
    card = program.new_window().findChildren(RecentCard)[0]
    assert card.file.path == tmp_path / "Autumn.motw"


def test_a_taken_name_is_left_alone_and_a_free_one_offered(
    window: Window, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    taken = tmp_path / "Autumn.motw"
    taken.write_bytes(b"somebody else's")
    desk = desk_of(window)
    with qtbot.waitSignal(desk.parts.saving.not_moved):
        type_title(window, "Autumn")
    assert desk.parts.document.workshop.about.title == "Autumn"
    assert window.path == file
    assert "still called “Spring.motw”" in desk.parts.banner.words
    assert "exists already and was left as it is" in desk.parts.banner.words
    assert taken.read_bytes() == b"somebody else's"
    offer = desk.parts.banner.findChildren(QPushButton)[0]
    assert offer.text() == "Call it “Autumn 2”"
    with qtbot.waitSignal(desk.parts.saving.moved):
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert window.path == tmp_path / "Autumn 2.motw"
    write_note(window, "Bag is found", qtbot)
    window.close()
    assert texts(tmp_path / "Autumn 2.motw") >= {"Bag is found"}


def test_where_nothing_may_be_renamed_the_title_changes_and_it_says_why(
    window: Window, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_old: Path, _new: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("motworkshop.storage.moving.move_without_overwriting", refuse)
    desk = desk_of(window)
    with qtbot.waitSignal(desk.parts.saving.not_moved):
        type_title(window, "Autumn")
    assert "nothing may be renamed" in desk.parts.banner.words
    assert window.path == file
    write_note(window, "Bag is found", qtbot)
    window.close()
    assert read_workshop(file).about.title == "Autumn"
    assert texts(file) >= {"Bag is found"}


def test_undo_brings_the_old_title_back_and_says_that_the_file_keeps_its_name(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    rename(window, "Autumn", qtbot)
    desk = desk_of(window)
    QTest.keyClick(desk.parts.board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.parts.document.workshop.about.title == "Spring"
    qtbot.waitUntil(lambda: "still called “Autumn.motw”" in desk.parts.banner.words)
    assert window.path == tmp_path / "Autumn.motw"
    offer = desk.parts.banner.findChildren(QPushButton)[0]
    with qtbot.waitSignal(desk.parts.saving.moved):
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert window.path == tmp_path / "Spring.motw"


def test_a_file_with_a_name_of_its_own_keeps_it_and_renaming_is_offered_once(
    program: Program, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    own = tmp_path / "2026-11 room 4.motw"
    file.rename(own)
    window = opened(program, own, qtbot)
    desk = desk_of(window)
    type_title(window, "Autumn")
    assert "still called “2026-11 room 4.motw”" in desk.parts.banner.words
    desk.parts.banner.dismiss()
    type_title(window, "Winter")
    assert not desk.parts.banner.isVisible()
    window.close()
    assert read_workshop(own).about.title == "Winter"


@pytest.mark.qt_log_ignore("raise")
def test_two_windows_know_the_renamed_file_as_one(
    window: Window, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    rename(window, "Autumn", qtbot)
    other = program.new_window()
    program.open_file(tmp_path / "Autumn.motw", other)
    assert other.desk is None
    assert other.start is not None
    assert not other.start.banner.isVisible()  # the window that has it came to the front


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Airline, spring", "Airline, spring"),
        ("Q1/Q2: what now?", "Q1 Q2 what now"),
        ("..hidden..", "hidden"),
        ("con", "con workshop"),
        ("LPT1.txt", "LPT1.txt workshop"),
        ("\u202egpj.exe", "gpj.exe"),
        ("a\nb\x00c", "a b c"),
        ("   ", "Workshop"),
        ("\u200d", "Workshop"),
        ("Zürich 🛫", "Zürich 🛫"),
        ("x" * 300, "x" * 180),
        ("é" * 100, "é" * 90),
        ("lone \ud800 half", "lone half"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, stem: str) -> None:
    assert file_stem(title) == stem


def test_a_number_behind_the_title_still_is_its_name() -> None:
    assert is_named_after("Spring", "Spring")
    assert is_named_after("spring 2", "Spring")
    assert is_named_after("Q1 Q2", "Q1/Q2")
    assert not is_named_after("Spring copy", "Spring")
    assert not is_named_after("Springtime", "Spring")


def rename(window: Window, title: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk_of(window).parts.saving.moved):
        type_title(window, title)


def type_title(window: Window, title: str) -> None:
    """Ctrl+R, the new title, Enter."""
    desk = desk_of(window)
    QTest.keyClick(desk.parts.board, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert desk.bar.title.hasFocus()
    QTest.keyClicks(desk.bar.title, title)
    QTest.keyClick(desk.bar.title, Qt.Key.Key_Return)


def write_note(window: Window, text: str, qtbot: QtBot) -> None:
    parts = desk_of(window).parts
    note = next(iter(parts.document.workshop.notes))
    with qtbot.waitSignal(parts.saving.saved):
        parts.document.do(edit_notes(parts.document.workshop, [note], text=text))


def opened(program: Program, path: Path, qtbot: QtBot) -> Window:
    window = program.new_window()
    program.open_file(path, window)
    with qtbot.waitSignal(desk_of(window).parts.saving.opened):
        pass
    return window


def texts(path: Path) -> set[str]:
    return {note.text for note in read_workshop(path).notes.values()}


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk
