"""Rows from a file or the clipboard: a look at them first, then one step."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app import importing
from motworkshop.app.desk import Desk
from motworkshop.app.import_child import Order, Read
from motworkshop.app.import_job import ImportJob
from motworkshop.app.import_sheet import ImportSheet
from motworkshop.app.window import Window
from motworkshop.imports.outcome import Kind, Options
from motworkshop.imports.table import ColumnUse
from motworkshop.model.records import Ballot, Evidence, Participant, Round, Stage, StageProposal
from motworkshop.model.workshop import Workshop
from motworkshop.paths import resource_path
from motworkshop.storage.read import read_workshop

if TYPE_CHECKING:
    from tests.app.conftest import Answers

LEFT = Qt.MouseButton.LeftButton
ROWS = "Moment of truth,Phase,Importance (1–5)\nWaits,Book,5\nPays,Nowhere,9\nSits,,\n"


def test_a_file_is_looked_at_and_imported_in_one_step(
    window: Window, answers: "Answers", tmp_path: Path, file: Path, qtbot: QtBot
) -> None:
    before = workshop_of(window)
    sheet = sheet_for(window, answers, written(tmp_path, ROWS), qtbot)
    assert sheet.kind is Kind.TOUCHPOINTS
    words = shown(sheet)
    assert "2 notes" in words
    assert "Into Book 1 · the parking lot 1" in words
    assert "1 line cannot be read and will be left out:" in words
    assert "“Importance (1–5)” is “9”; it must be a whole number from 1 to 5." in words
    assert workshop_of(window) == before
    accept(window, sheet, qtbot)
    assert {"Waits", "Sits"} <= texts(window)
    assert banner(window) == (
        "Imported 2 notes from “rows.csv”. 1 line could not be read and was left out."
    )
    assert desk_of(window).parts.document.done == ("Import 2 touchpoints",)
    press_in_banner(window, "Undo")
    assert workshop_of(window).notes == before.notes
    assert workshop_of(window).of(Stage) == before.of(Stage)
    window.close()
    assert read_workshop(file) == workshop_of(window)


def test_another_column_is_the_text_when_the_person_says_so(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    rows = "text,remark\nnumber one,Waits for an hour\nnumber two,Pays twice\n"
    sheet = sheet_for(window, answers, written(tmp_path, rows), qtbot)
    QTest.keyClicks(sheet.preview.grid.choice(1), "text")
    assert sheet.preview.use.fields == {1: "text"}
    judged(sheet, qtbot)
    accept(window, sheet, qtbot)
    assert {"Waits for an hour", "Pays twice"} <= texts(window)
    assert "number one" not in texts(window)


def test_rows_without_a_stage_go_where_the_person_says(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = sheet_for(window, answers, written(tmp_path, ROWS), qtbot)
    stage = workshop_of(window).ordered(Stage)[2]
    QTest.keyClicks(sheet.choices.stage, stage.name)
    qtbot.waitUntil(lambda: f"Into Book 1 · {stage.name} 1" in shown(sheet))
    accept(window, sheet, qtbot)
    note = next(one for one in workshop_of(window).notes.values() if one.text == "Sits")
    assert note.stage == stage.id


def test_a_pasted_table_without_names_goes_the_same_way(window: Window, qtbot: QtBot) -> None:
    assert window.exchange is not None
    window.exchange.importing.open_table([("Waits at the gate", "Airport"), ("Pays twice", "Book")])
    sheet = opened_sheet(window, qtbot)
    assert sheet.preview.use.fields == {0: "text", 1: "stage"}
    assert not sheet.preview.use.has_names
    accept(window, sheet, qtbot)
    assert {"Waits at the gate", "Pays twice"} <= texts(window)
    assert banner(window) == "Imported 2 notes from the pasted table."


@pytest.mark.parametrize(
    ("name", "kind", "record", "count"),
    [
        ("participants.csv", Kind.PARTICIPANTS, Participant, 13),
        ("stage-proposals.csv", Kind.STAGE_PROPOSALS, StageProposal, None),
        ("evidence.csv", Kind.EVIDENCE, Evidence, None),
    ],
)
def test_what_the_command_line_takes_the_window_takes(
    window: Window,
    answers: "Answers",
    name: str,
    kind: Kind,
    record: type[Participant],
    count: int | None,
    qtbot: QtBot,
) -> None:
    path = resource_path("sample", name)
    if kind is Kind.EVIDENCE:  # its notes are there first
        take(window, answers, resource_path("sample", "touchpoints.csv"), qtbot)
    sheet = sheet_for(window, answers, path, qtbot)
    assert sheet.kind is kind
    accept(window, sheet, qtbot)
    found = workshop_of(window).of(record)
    rows = path.read_text(encoding="utf-8").strip().count("\n")
    assert len(found) == (count or rows)


def test_ballots_make_a_round_that_undo_does_not_touch(
    window: Window, answers: "Answers", qtbot: QtBot
) -> None:
    take(window, answers, resource_path("sample", "touchpoints.csv"), qtbot)
    sheet = sheet_for(window, answers, resource_path("sample", "ballots.csv"), qtbot)
    assert sheet.kind is Kind.BALLOTS
    sheet.choices.round.selectAll()
    QTest.keyClicks(sheet.choices.round, "Paper")
    QTest.keyClick(sheet.choices.secret, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not sheet.preview.accept_button.isEnabled())
    judged(sheet, qtbot)
    steps = desk_of(window).parts.document.done
    accept(window, sheet, qtbot)
    made = list(workshop_of(window).of(Round).values())
    assert [(one.title, one.is_secret) for one in made] == [("Paper", True)]
    assert len(workshop_of(window).of(Ballot)) == 13
    assert desk_of(window).parts.document.done == steps
    assert not desk_of(window).parts.banner.findChildren(QPushButton)


def test_letters_are_asked_for_where_the_file_does_not_say(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "alt.csv"
    path.write_bytes("Notiz;Phase\nKoffer für Köln fehlt;Book\n".encode("cp1252"))
    answers.path = path
    desk_of(window).actions_["import"].trigger()
    sheet = opened_sheet(window, qtbot, is_judged=False)
    rows = [one for one in sheet.letters.findChildren(QPushButton) if one.isVisible()]
    assert "für" in rows[0].accessibleName()
    QTest.mouseClick(rows[0], LEFT)
    judged(sheet, qtbot)
    accept(window, sheet, qtbot)
    assert "Koffer für Köln fehlt" in texts(window)


def test_another_sheet_of_a_workbook_can_be_chosen(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].title = "Intro"
    book.worksheets[0].append(["text"])
    book.worksheets[0].append(["Only the first"])
    second = book.create_sheet("Later")
    second.append(["text"])
    second.append(["Only the second"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    sheet = sheet_for(window, answers, path, qtbot)
    QTest.keyClicks(sheet.choices.sheet, "Later")
    qtbot.waitUntil(lambda: "Only the second" in shown(sheet))
    judged(sheet, qtbot)
    accept(window, sheet, qtbot)
    assert "Only the second" in texts(window)
    assert "Only the first" not in texts(window)


def test_cancelling_changes_nothing_and_leaves_no_process(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    import multiprocessing

    before = workshop_of(window)
    sheet = sheet_for(window, answers, written(tmp_path, ROWS), qtbot)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: multiprocessing.active_children() == [])
    assert not any(is_open(one) for one in sheets(window))
    assert workshop_of(window) == before
    assert not desk_of(window).parts.banner.isVisible()


def test_a_long_reading_can_be_cancelled_from_the_banner(
    window: Window,
    answers: "Answers",
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "BUSY_AFTER_MS", 0)
    before = workshop_of(window)
    answers.path = written(tmp_path, ROWS)
    desk_of(window).actions_["import"].trigger()
    qtbot.waitUntil(lambda: desk_of(window).parts.banner.tone == "busy")
    assert banner(window) == "Reading “rows.csv”…"
    press_in_banner(window, "Cancel")
    assert not desk_of(window).parts.banner.isVisible()
    assert window.findChildren(ImportSheet) == []
    assert workshop_of(window) == before


def test_a_file_that_is_no_table_is_told_in_the_banner(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "report.csv"
    path.write_bytes(b"%PDF-1.7 and so on")
    answers.path = path
    desk_of(window).actions_["import"].trigger()
    qtbot.waitUntil(lambda: desk_of(window).parts.banner.tone == "danger")
    assert "Nothing was imported. report.csv is a PDF" in banner(window)


def test_a_process_that_dies_is_told_and_nothing_has_changed(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    import multiprocessing

    before = workshop_of(window)
    sheet = sheet_for(window, answers, written(tmp_path, ROWS), qtbot)
    for child in multiprocessing.active_children():
        child.kill()
        child.join()
    QTest.mouseClick(sheet.preview.accept_button, LEFT)
    qtbot.waitUntil(lambda: desk_of(window).parts.banner.tone == "danger")
    assert "its process ended too early. Nothing was imported." in banner(window)
    assert workshop_of(window) == before


def test_closing_the_window_ends_an_import(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    import multiprocessing

    sheet_for(window, answers, written(tmp_path, ROWS), qtbot)
    assert window.close()
    assert multiprocessing.active_children() == []


def test_an_answer_to_an_earlier_question_is_dropped(workshop: Workshop, qtbot: QtBot) -> None:
    owner = QObject()
    rows = (("text", "details"), *(("Waits", "Pays") for _row in range(500)))
    job = ImportJob(rows, workshop, owner)
    told: list[str] = []
    job.judged.connect(lambda verdict: told.append(verdict.words))
    with qtbot.waitSignal(job.table_read):
        job.ask(Read())
    many = Order(Kind.TOUCHPOINTS, ColumnUse({0: "text"}), Options())
    none = Order(Kind.TOUCHPOINTS, ColumnUse({0: "importance", 1: "text"}), Options())
    for _round in range(10):
        told.clear()
        job.ask(many)
        job.ask(none)
        qtbot.waitUntil(lambda: bool(told))
        assert told == ["There is nothing here that can be imported."]
    job.end()


def test_everything_that_came_from_the_file_is_shown_as_text(
    window: Window, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    rows = '<b>Moment</b>,stage\n"<img src=""/etc/hostname"">",<i>Book</i>\n'
    path = written(tmp_path, rows, "<u>rows.csv")
    sheet = sheet_for(window, answers, path, qtbot)
    assert "Import “<u>rows.csv”" in shown(sheet)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in sheet.findChildren(QLabel))


def written(folder: Path, rows: str, name: str = "rows.csv") -> Path:
    path = folder / name
    path.write_text(rows, encoding="utf-8")
    return path


def take(window: Window, answers: "Answers", path: Path, qtbot: QtBot) -> None:
    accept(window, sheet_for(window, answers, path, qtbot), qtbot)


def sheet_for(window: Window, answers: "Answers", path: Path, qtbot: QtBot) -> ImportSheet:
    """Press Ctrl+I, choose this file, and wait for what would come of it."""
    answers.path = path
    desk = desk_of(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(desk.parts.board, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    return opened_sheet(window, qtbot)


def opened_sheet(window: Window, qtbot: QtBot, *, is_judged: bool = True) -> ImportSheet:
    qtbot.waitUntil(lambda: any(is_open(one) for one in sheets(window)))
    sheet = next(one for one in sheets(window) if is_open(one))
    if is_judged:
        judged(sheet, qtbot)
    return sheet


def judged(sheet: ImportSheet, qtbot: QtBot) -> None:
    def is_told() -> bool:
        button = sheet.preview.accept_button
        return button.isEnabled() and button.text() != "Import"

    qtbot.waitUntil(is_told)


def accept(window: Window, sheet: ImportSheet, qtbot: QtBot) -> None:
    QTest.mouseClick(sheet.preview.accept_button, LEFT)
    parts = desk_of(window).parts
    qtbot.waitUntil(lambda: parts.banner.tone == "ok" and parts.banner.isVisible())
    assert not any(is_open(one) for one in sheets(window))


def sheets(window: Window) -> list[ImportSheet]:
    return window.findChildren(ImportSheet)


def is_open(sheet: ImportSheet) -> bool:
    return sheet.isVisible()


def press_in_banner(window: Window, words: str) -> None:
    buttons = desk_of(window).parts.banner.findChildren(QPushButton)
    QTest.mouseClick(next(one for one in buttons if one.text() == words), LEFT)


def shown(sheet: ImportSheet) -> list[str]:
    return [one.text() for one in sheet.findChildren(QLabel) if one.isVisible()]


def texts(window: Window) -> set[str]:
    return {note.text for note in workshop_of(window).notes.values()}


def banner(window: Window) -> str:
    return desk_of(window).parts.banner.words


def workshop_of(window: Window) -> Workshop:
    return desk_of(window).parts.document.workshop


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk
