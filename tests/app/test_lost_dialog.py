"""What a rescue lost can be read in full, scrolled and copied, and shown once more."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app.lost_dialog import LostDialog
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.storage.rescue import rescue
from tests.app.test_trouble import desk_of, offers, press

if TYPE_CHECKING:
    from tests.app.conftest import Answers

LEFT = Qt.MouseButton.LeftButton


def rescued(
    program: Program, answers: "Answers", file: Path, spoils: tuple[bytes, ...], qtbot: QtBot
) -> tuple[Window, tuple[str, ...]]:
    """A window with what was rescued of a damaged file, and what was lost of it."""
    whole = file.read_bytes()
    for text in spoils:
        assert text in whole
        whole = whole.replace(text, text.swapcase())
    file.write_bytes(whole)
    window = program.new_window()
    program.open_file(file, window)
    assert window.start is not None
    answers.path = file.with_name("rescued.motw")
    (rescues,) = window.start.banner.findChildren(QPushButton)
    QTest.mouseClick(rescues, LEFT)
    qtbot.waitUntil(lambda: window.desk is not None)
    return window, rescue(file).lost


def shown(window: Window) -> LostDialog:
    (dialog,) = [one for one in window.findChildren(LostDialog) if one.isVisible()]
    return dialog


def test_the_whole_list_is_shown_and_copied_and_can_be_shown_again(
    program: Program, answers: "Answers", file: Path, qtbot: QtBot
) -> None:
    spoils = (b"Payment is declined", b"Prepare", b"Respond")
    window, lost = rescued(program, answers, file, spoils, qtbot)
    assert len(lost) > 2
    desk = desk_of(window)
    assert desk.parts.banner.words.endswith(f"{len(lost)} things got lost.")
    press(desk, "Show what is lost")
    dialog = shown(window)
    assert dialog.list.toPlainText().splitlines() == list(lost)
    assert "1 of 4 notes cannot be read" in lost
    QTest.mouseClick(dialog.copy_button, LEFT)
    assert QGuiApplication.clipboard().text().splitlines() == list(lost)
    QTest.keyClicks(dialog.list, "x")
    assert dialog.list.toPlainText().splitlines() == list(lost), "nobody writes in it"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(LostDialog))
    assert offers(desk) == ["Show what is lost"]


def test_a_list_of_any_length_is_scrolled_by_keys(qtbot: QtBot) -> None:
    lost = [f"note {number} cannot be read" for number in range(500)]
    dialog = LostDialog("spring.motw", lost, None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.height() < 640
    dialog.list.setFocus()
    bar = dialog.list.verticalScrollBar()
    QTest.keyClick(dialog.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog.list.textCursor().selectedText().count("cannot be read") == 500
    QTest.keyClick(dialog.list, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(dialog.list, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() >= bar.maximum() - 1
    dialog.reject()


def test_what_a_text_of_the_file_says_is_shown_as_it_stands(qtbot: QtBot) -> None:
    dialog = LostDialog("<b>spring</b>.motw", ["<img src=/etc/passwd>"], None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert dialog.list.toPlainText() == "<img src=/etc/passwd>"
    dialog.reject()
