"""What comes in and goes out of the real window: tables, pictures, links, the open editor."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.attaching import Attaching
from motworkshop.app.desk import Desk
from motworkshop.app.import_sheet import ImportSheet
from motworkshop.app.link_box import LinkBox
from motworkshop.app.window import Window
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.links import Link, link_of
from motworkshop.model.records import Note, Stage
from motworkshop.panels.controls.rows import LinkRow
from motworkshop.storage.read import read_workshop
from tests.app.conftest import Answers
from tests.canvas.picture_files import picture
from tests.stories.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(window: Window) -> Desk:
    window.activateWindow()
    return cast("Desk", window.desk)


def note(desk: Desk, number: int) -> Note:
    notes = desk.parts.document.workshop.notes.values()
    return next(one for one in notes if one.number == number)


def paste(desk: Desk, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)
    board = desk.parts.board
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_V, CONTROL)


def test_what_is_typed_is_on_the_disk_while_the_editor_is_open(
    desk: Desk, window: Window, file: Path, qtbot: QtBot
) -> None:
    board = desk.parts.board
    desk.parts.selection.select([note(desk, 1).id])
    board.edit_selected()
    hands = Hands(window, qtbot)
    hands.type_(" twice")
    hands.wait_saved()
    copy = file.with_name("copy.motw")
    copy.write_bytes(file.read_bytes())
    assert "Payment is declined twice" in {one.text for one in read_workshop(copy).notes.values()}
    hands.type_(" today")
    assert note(desk, 1).text == "Payment is declined twice today"
    assert desk.parts.document.done[-1:] != desk.parts.document.done[-2:-1], "one step"
    desk.parts.document.undo()
    assert note(desk, 1).text == "Payment is declined"


def test_a_pasted_table_is_looked_at_and_imported_in_one_step(desk: Desk, qtbot: QtBot) -> None:
    stages = desk.parts.document.workshop.ordered(Stage)
    rows = f"Moment\tStage\nWaits in line\t{stages[0].name}\nPays again\t{stages[2].name}\n"
    paste(desk, rows)
    qtbot.waitUntil(lambda: bool(desk.window().findChildren(ImportSheet)))
    [sheet] = desk.window().findChildren(ImportSheet)

    def ready() -> list[QPushButton]:
        found = sheet.findChildren(QPushButton)
        return [one for one in found if one.text() == "Import 2 notes" and one.isEnabled()]

    qtbot.waitUntil(lambda: bool(ready()))
    steps = len(desk.parts.document.done)
    QTest.mouseClick(ready()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.parts.document.done) == steps + 1)
    assert (note(desk, 5).text, note(desk, 5).stage) == ("Waits in line", stages[0].id)
    assert (note(desk, 6).text, note(desk, 6).stage) == ("Pays again", stages[2].id)


def test_one_column_is_pasted_without_a_question(desk: Desk) -> None:
    paste(desk, "Waits in line\nPays again\n")
    assert (note(desk, 5).text, note(desk, 6).text) == ("Waits in line", "Pays again")
    assert not desk.window().findChildren(ImportSheet)


def test_keys_in_a_field_copy_and_paste_its_own_text(desk: Desk) -> None:
    desk.parts.selection.select([note(desk, 1).id])
    QGuiApplication.clipboard().setText("one\ntwo")
    field = next(
        one for one in desk.findChildren(QPlainTextEdit) if one.accessibleName() == "Details"
    )
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert note(desk, 1).details == "one\ntwo"
    assert len(desk.parts.document.workshop.notes) == 4


def test_a_picture_is_picked_and_lies_on_the_selected_note(
    desk: Desk, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "till.png"
    answers.path.write_bytes(picture(40, 30))
    desk.parts.selection.select([note(desk, 2).id])
    desk.actions_["add_picture"].trigger()
    qtbot.waitUntil(lambda: note(desk, 2).picture is not None)
    desk.actions_["remove_picture"].trigger()
    assert note(desk, 2).picture is None


def follow_links(desk: Desk) -> list[str]:
    """The addresses that are handed to the system from now on, as it reads them."""
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(bytes(url.toEncoded().data()).decode())
        return True

    desk.findChildren(Attaching)[0].open_url = take
    return opened


def link_rows(desk: Desk) -> list[LinkRow]:
    return [one for one in desk.findChildren(LinkRow) if one.accessibleName().endswith("open…")]


def test_the_inspector_shows_links_and_asks_before_opening_one(
    desk: Desk, answers: Answers
) -> None:
    opened = follow_links(desk)
    one = note(desk, 1).id
    text = "See https://example.com/a and file:///etc/passwd"
    desk.parts.editing.do(edit_notes, [one], text=text)
    desk.parts.selection.select([one])
    [row] = link_rows(desk)
    assert row.accessibleName() == "example.com, open…"
    answers.opens = False
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert (answers.links, opened) == (["https://example.com/a"], [])
    answers.opens = True
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened == ["https://example.com/a"]


def open_box(parent: QWidget, qtbot: QtBot, link: Link) -> LinkBox:
    box = LinkBox(link, parent)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    return box


def press(box: LinkBox, words: str) -> None:
    button = next(one for one in box.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_whole_address_can_be_read_and_enter_opens_nothing(
    window: Window, qtbot: QtBot
) -> None:
    link = link_of("https://пример.example/" + "very-long/" * 30)
    box = open_box(window, qtbot, link)
    field = box.findChild(QPlainTextEdit)
    assert field is not None
    assert field.toPlainText() == link.url
    focused = QApplication.focusWidget() or box
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert not box.is_wanted
    assert not box.isVisible()


def test_open_opens_and_copy_copies(window: Window, qtbot: QtBot) -> None:
    box = open_box(window, qtbot, link_of("https://example.com"))
    press(box, "Copy address")
    assert QGuiApplication.clipboard().text() == "https://example.com"
    assert not box.is_wanted
    press(box, "Open")
    assert box.is_wanted


def test_an_address_that_nobody_opens_is_told(desk: Desk, answers: Answers) -> None:
    attaching = desk.findChildren(Attaching)[0]
    attaching.open_url = lambda _url: False
    answers.opens = True
    attaching.open_link(link_of("mailto:eva@example.com"))
    assert "no program that opens eva@example.com" in desk.parts.banner.words


def test_addresses_are_handed_over_letter_by_letter(desk: Desk, answers: Answers) -> None:
    opened = follow_links(desk)
    answers.opens = True
    for text in (
        "https://münchen.de/ä%20b?q=ü#é",
        "https://e.com/%2e%2e/%41%5f?a=%7E%3D%2f%25#[x]",
        "https://e.com/a|b~c'd(e)*f!$;:@,+=?a[]=1&b=%",
        "https://e.com//a/../b",
        "http://[::1]:80/x",
        "mailto:eva+tag@example.com",
    ):
        link = link_of(text)
        desk.findChildren(Attaching)[0].open_link(link)
        assert opened[-1] == link.url
