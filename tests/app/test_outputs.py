import csv
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app import outputs
from motworkshop.app.desk import Desk
from motworkshop.app.window import Window

if TYPE_CHECKING:
    from tests.app.conftest import Answers


def test_the_report_is_written_beside_the_work_and_told(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    answers.path = tmp_path / "spring.pdf"
    QTest.keyClick(desk.parts.board, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "ok")
    assert desk.parts.banner.words.startswith("Wrote spring.pdf.")
    assert "Spring" in PdfReader(answers.path).pages[0].extract_text()
    opens = [one.text() for one in desk.parts.banner.findChildren(QPushButton)]
    assert opens == ["Open", "Open folder"]


def test_workbook_and_notes_hold_what_is_on_the_screen(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    answers.path = tmp_path / "spring.xlsx"
    desk.actions_["export_workbook"].trigger()
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "ok")
    assert openpyxl.load_workbook(answers.path).sheetnames
    answers.path = tmp_path / "spring.csv"
    desk.actions_["export_notes"].trigger()
    qtbot.waitUntil(lambda: "spring.csv" in desk.parts.banner.words)
    with answers.path.open(encoding="utf-8-sig", newline="") as read:
        assert len(list(csv.reader(read))) == 1 + 4


def test_an_export_can_be_cancelled_and_leaves_what_was_there(
    window: Window,
    answers: "Answers",
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outputs, "BUSY_AFTER_MS", 0)  # or a small export is done before it is told
    desk = desk_of(window)
    answers.path = tmp_path / "spring.pdf"
    answers.path.write_bytes(b"an older report")
    desk.actions_["export_report"].trigger()
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "busy")
    assert "Writing the report of 4 notes" in desk.parts.banner.words
    cancel = desk.parts.banner.findChildren(QPushButton)[0]
    assert cancel.text() == "Cancel"
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert desk.parts.banner.words == "Cancelled. Nothing was written."
    assert answers.path.read_bytes() == b"an older report"
    assert list(tmp_path.glob("*.part")) == []


def test_an_export_that_cannot_be_written_is_told(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    answers.path = tmp_path / "no such folder" / "spring.csv"
    desk.actions_["export_notes"].trigger()
    qtbot.waitUntil(lambda: desk.parts.banner.tone == "danger")
    assert "There is no folder" in desk.parts.banner.words


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk
