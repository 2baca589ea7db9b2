from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.imports.sample import sample_workshop
from motworkshop.look import LIGHT
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.edits.moments import describe_moment
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.moments import lacks, moments_of
from motworkshop.model.rounds import Terms, start_round
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.moment_row import MomentRow
from motworkshop.panels.report.inside import parts_of
from motworkshop.panels.report.outputs import NOTES, REPORT, Output, ask_where, suggested_path
from motworkshop.panels.report.scene import ReportScene

FILE = Path("/home/hedda/Airline, spring.motw")
MADE = FILE.with_name("Airline, spring report.pdf")


@dataclass
class Desk:
    """The phase Report in a window, with somebody who answers where the files go."""

    editing: Editing
    scene: ReportScene
    window: QWidget
    answers: list[str]
    asked: list[Path]
    opened: list[str] = field(default_factory=list)
    wanted: list[tuple[str, str, str, bool]] = field(default_factory=list)

    @property
    def words(self) -> str:
        QApplication.processEvents()
        shown = [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]
        return "\n".join(shown)

    def button(self, text: str) -> QAbstractButton:
        QApplication.processEvents()
        found = [
            one
            for one in self.window.findChildren(QAbstractButton)
            if one.isVisible() and text in (one.text(), one.accessibleName())
        ]
        assert found, f"there is no {text!r}"
        return found[0]

    def click(self, text: str) -> None:
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)


@pytest.fixture(scope="session")
def sample() -> Workshop:
    return sample_workshop()


@pytest.fixture
def open_desk(qtbot: QtBot) -> Callable[[Workshop], Desk]:
    def made(workshop: Workshop) -> Desk:
        answers: list[str] = [str(MADE)]
        asked: list[Path] = []
        opened: list[str] = []

        def ask(_parent: QWidget, _output: Output, suggested: Path) -> str:
            asked.append(suggested)
            return answers[-1]

        def open_url(url: QUrl) -> bool:
            opened.append(url.toLocalFile())
            return len(opened) < 3

        document = Document(workshop)
        editing = Editing(document)
        scene = ReportScene(
            editing,
            Selection(document),
            Icons(LIGHT),
            LIGHT,
            lambda: FILE,
            ask,
            open_url=open_url,
        )
        window = QWidget()
        window.resize(320, 1100)
        column = QVBoxLayout(window)
        for part in scene.contents:
            column.addWidget(part)
        qtbot.addWidget(window)
        desk = Desk(editing, scene, window, answers, asked, opened)
        scene.export_wanted.connect(lambda *told: desk.wanted.append(told))
        window.show()
        return desk

    return made


@pytest.fixture
def desk(open_desk: Callable[[Workshop], Desk], sample: Workshop) -> Desk:
    return open_desk(sample)


def test_each_button_asks_for_a_place_beside_the_workshop_and_wants_its_file(desk: Desk) -> None:
    for text in ("Make the PDF", "Make the Excel file", "Make the CSV file"):
        desk.click(text)
    assert [path.name for path in desk.asked] == [
        "Airline, spring report.pdf",
        "Airline, spring workbook.xlsx",
        "Airline, spring notes.csv",
    ]
    assert {path.parent for path in desk.asked} == {FILE.parent}
    assert [kind for kind, *_ in desk.wanted] == ["report", "workbook", "notes"]
    assert desk.wanted[0] == ("report", str(MADE), "a4", True)


def test_paper_and_names_go_with_what_is_wanted(desk: Desk) -> None:
    paper = desk.window.findChildren(QComboBox)[0]
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Down)
    names = desk.window.findChildren(QCheckBox)[0]
    QTest.keyClick(names, Qt.Key.Key_Space)
    desk.click("Make the PDF")
    assert desk.wanted == [("report", str(MADE), "letter", False)]


def test_who_changes_their_mind_about_the_place_gets_nothing(desk: Desk) -> None:
    desk.answers.append("")
    desk.click("Make the PDF")
    assert desk.wanted == []


def test_the_next_file_is_offered_where_the_last_one_went(desk: Desk) -> None:
    desk.answers.append("/media/stick/ours.pdf")
    desk.click("Make the PDF")
    desk.click("Make the CSV file")
    assert desk.asked[-1] == Path("/media/stick/Airline, spring notes.csv")


def test_what_takes_long_shows_words_and_can_be_cancelled(desk: Desk, qtbot: QtBot) -> None:
    desk.click("Make the PDF")
    desk.scene.on_export_started()
    assert not desk.button("Make the PDF").isEnabled()
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(QProgressBar)))
    assert "Making the PDF…" in desk.words
    with qtbot.waitSignal(desk.scene.cancel_wanted):
        desk.click("Cancel")
    assert not desk.button("Cancel").isEnabled()
    desk.scene.on_export_cancelled()
    assert "Cancelled. What stood there before is untouched." in desk.words
    assert desk.button("Make the PDF").isEnabled()


def test_what_is_quick_shows_no_progress(desk: Desk, qtbot: QtBot) -> None:
    desk.scene.on_export_started()
    desk.scene.on_export_finished(str(MADE), ())
    qtbot.wait(350)
    assert desk.window.findChildren(QProgressBar) == []
    assert "“Airline, spring report.pdf” is made." in desk.words


def test_what_was_changed_to_fit_is_listed_and_the_file_can_be_opened(desk: Desk) -> None:
    changes = [f"1 character in row {row} was replaced" for row in range(25)]
    desk.scene.on_export_started()
    desk.scene.on_export_finished(MADE, changes)
    assert "•  1 character in row 19 was replaced" in desk.words
    assert "row 20" not in desk.words
    assert "and 5 more" in desk.words
    desk.click("Open")
    desk.click("Open the folder")
    assert desk.opened == [str(MADE), str(MADE.parent)]
    desk.click("Open")  # nothing on this computer opens it this time
    told = "No program opens “Airline, spring report.pdf” here. It lies in /home/hedda."
    assert told in desk.words


def test_a_failure_is_told_and_everything_can_be_tried_again(desk: Desk) -> None:
    desk.scene.on_export_started()
    desk.scene.on_export_failed("The disk is full. Make room on it.")
    assert "Not made\nThe disk is full. Make room on it." in desk.words
    assert desk.button("Make the PDF").isEnabled()
    desk.scene.on_export_started()
    assert "The disk is full" not in desk.words


def test_what_is_missing_leads_to_its_card(desk: Desk, qtbot: QtBot) -> None:
    rows = [one for one in desk.window.findChildren(MomentRow) if one.isVisible()]
    assert [one.accessibleName().split(". ")[-1] for one in rows] == [
        "Nobody accountable yet",
        "Lacks target, next step",
    ]
    moments = moments_of(desk.editing.workshop)
    with qtbot.waitSignal(desk.scene.moment_wanted) as told:
        QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert told.args == [moments[5].note.id]


def test_what_was_filled_in_is_missing_no_longer(desk: Desk) -> None:
    moment = moments_of(desk.editing.workshop)[5]
    desk.editing.do(describe_moment, moment.note.id, accountable="Gun")
    assert "Nobody accountable yet" not in desk.words
    desk.editing.do(edit_about, place=" ", facilitator="")
    assert "On the title page: place, facilitator." in desk.words


def test_an_open_secret_round_is_named_as_not_in_the_report(desk: Desk) -> None:
    desk.editing.record(start_round, "Second vote", Terms(budget=5))
    told = "The round “Second vote” is still open, so its dots are not in the report."
    assert told in desk.words


def test_what_changed_while_nobody_looked_is_there_when_it_is_seen(desk: Desk) -> None:
    desk.window.hide()
    desk.editing.do(edit_about, date="")
    desk.window.show()
    assert "On the title page: date." in desk.words


def test_the_parts_are_counted(sample: Workshop) -> None:
    parts = dict(parts_of(sample, moments_of(sample)))
    assert parts["Moments of truth"] == "10 moments"
    assert parts["The journey as a map"] == "7 stages"
    assert parts["The vote"] == "2 rounds"
    assert parts["Importance and experience"] == "59 notes with scores"
    assert parts["Evidence"] == "36 pieces"


def test_of_an_empty_workshop_no_file_can_be_made_and_it_says_why(
    open_desk: Callable[[Workshop], Desk],
) -> None:
    desk = open_desk(Workshop.titled("New"))
    assert set(dict(parts_of(desk.editing.workshop, [])).values()) == {""}
    assert "Nothing to report yet." in desk.words
    assert "Still missing" not in desk.words
    buttons = [one for one in desk.window.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons if one.isEnabled()] == []
    assert len(buttons) == 3
    desk.editing.do(add_notes, [Draft("Late bag")])
    assert "Nothing to report yet." not in desk.words
    assert all(one.isEnabled() for one in buttons)
    assert "On the title page: organisation, date, place, facilitator." in desk.words
    assert "No vote has been closed, so there are no moments of truth." in desk.words


def test_a_workshop_without_a_file_is_named_by_its_title() -> None:
    path = suggested_path(REPORT, None, "What: now? / then", Path("/tmp"))
    assert path == Path("/tmp/What now then report.pdf")
    assert suggested_path(NOTES, None, "???", Path("/tmp")).name == "Workshop notes.csv"


def test_the_dialog_offers_the_place_and_adds_the_ending(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    seen: list[str] = []

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, accept)
            return
        seen.extend(dialog.selectedFiles())
        line = dialog.findChildren(QLineEdit)[0]
        line.setText("ours")
        dialog.accept()

    QTimer.singleShot(0, accept)
    path = ask_where(window, REPORT, tmp_path / "Airline report.pdf")
    assert seen == [str(tmp_path / "Airline report.pdf")]
    assert path == str(tmp_path / "ours.pdf")


def test_what_is_incomplete_is_said_above_the_buttons_and_leads_to_the_card(desk: Desk) -> None:
    wanted: list[str] = []
    desk.scene.moment_wanted.connect(wanted.append)
    assert "2 moments are incomplete" in desk.words
    row = next(one for one in desk.window.findChildren(MomentRow) if one.isVisible())
    make = desk.button("Make the PDF")
    assert row.mapToGlobal(row.rect().topLeft()).y() < make.mapToGlobal(make.rect().topLeft()).y()
    assert make.property("kind") == "primary"
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    desk.click("Fill them in")
    moments = moments_of(desk.editing.workshop)
    assert wanted == [next(one.note.id for one in moments if lacks(one))] * 2


def test_with_many_incomplete_moments_the_first_few_are_named(desk: Desk) -> None:
    wanted: list[str] = []
    desk.scene.moment_wanted.connect(wanted.append)
    moments = moments_of(desk.editing.workshop)
    for moment in moments:
        desk.editing.do(describe_moment, moment.note.id, freedom="")
    assert "10 moments are incomplete" in desk.words
    assert len([one for one in desk.window.findChildren(MomentRow) if one.isVisible()]) == 3
    desk.click("7 more: go on in Own")
    assert wanted == [moments[3].note.id]
