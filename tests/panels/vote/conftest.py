"""A room with people and notes, and the scene of the phase Vote beside it."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants, add_side
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Ballot, Note, Participant, Round, RoundStatus, Stage, Turnout
from motworkshop.model.rounds import Terms, start_round
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.row import BallotRow
from motworkshop.panels.vote.scene import VoteScene

PEOPLE = (("Ann", "Sales"), ("Bo", "Sales"), ("Cy", "Web"))
TEXTS = ("Late bag", "Kind crew", "Cold soup", "Lost card")


class VoteRoom:
    """The scene in a window, and what a person does to it with mouse and keys."""

    def __init__(self, qtbot: QtBot, people: Sequence[tuple[str, str]], texts: Sequence[str]):
        self.qtbot = qtbot
        self.document = Document(Workshop.titled("Vote"))
        self.editing = Editing(self.document)
        self.selection = Selection(self.document)
        self.refusals: list[str] = []
        self.wanted: list[bool] = []
        self.editing.refused.connect(self.refusals.append)
        if people:
            self.document.do(add_participants(self.workshop, people))
        for name in ("Book", "Fly"):
            self.document.do(add_stage(self.workshop, name))
        stages = list(self.workshop.ordered(Stage))
        drafts = [
            Draft(text, fields={"stage": stages[place % 2].id}) for place, text in enumerate(texts)
        ]
        if drafts:
            self.document.do(add_notes(self.workshop, drafts))
        self.scene = VoteScene(self.editing, self.selection, Icons(LIGHT), LIGHT)
        self.window = self._window()

    def _window(self) -> QWidget:
        window = QWidget()
        panel = QWidget()
        column = QVBoxLayout(panel)
        for part in self.scene.contents:
            column.addWidget(part)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(panel)
        area.setFixedWidth(320)
        row = QHBoxLayout(window)
        row.addWidget(self.scene.centre, 1)
        row.addWidget(area)
        self.scene.centre.hide()
        self.scene.centre_wanted.connect(self.wanted.append)
        self.scene.centre_wanted.connect(self.scene.centre.setVisible)
        window.resize(1280, 800)
        self.qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    @property
    def workshop(self) -> Workshop:
        return self.document.workshop

    @property
    def vote(self) -> Round:
        return self.workshop.ordered(Round)[-1]

    def is_open(self) -> bool:
        return self.vote.status is RoundStatus.OPEN

    @property
    def ballots(self) -> list[Ballot]:
        return list(self.workshop.of(Ballot).values())

    @property
    def voters(self) -> list[str]:
        seen = self.workshop.of(Turnout).values()
        return sorted(self.workshop.name_of(one.voter) for one in seen)

    def note(self, text: str) -> Note:
        return next(note for note in self.workshop.notes.values() if note.text == text)

    def dots(self, ballot: Ballot) -> dict[str, int]:
        return {self.workshop.notes[note].text: given for note, given in ballot.dots}

    def start(self, *, is_secret: bool = True, budget: int | None = 3, cap: int | None = 2) -> None:
        terms = Terms("Which?", budget, cap, 2, is_secret)
        people = [voter.id for voter in self.workshop.of(Participant).values()]
        self.document.record(start_round(self.workshop, "Vote", terms, voters=people))

    def pass_the_keyboard(self) -> None:
        self.start()
        self.click("Pass the keyboard")
        self.click("Only the voter can see it – go on")

    def button(self, words: str) -> QAbstractButton:
        """The one button in sight that says this."""

        def found() -> list[QAbstractButton]:
            buttons = self.window.findChildren(QAbstractButton)
            said = [one for one in buttons if words in {one.text(), one.accessibleName()}]
            return [one for one in said if one.isVisible()]

        def is_there() -> None:
            assert len(found()) == 1, (words, self.seen())

        self.qtbot.waitUntil(is_there)  # rows that were built anew appear a moment later
        return found()[0]

    def click(self, words: str) -> None:
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def has_button(self, words: str) -> bool:
        buttons = self.window.findChildren(QAbstractButton)
        return any(one.isVisible() and words == one.text() for one in buttons)

    def seen(self) -> str:
        """All that can be read now."""
        labels = [(one, one.text()) for one in self.window.findChildren(QLabel)]
        buttons = [(one, one.text()) for one in self.window.findChildren(QAbstractButton)]
        return " | ".join(text for one, text in [*labels, *buttons] if one.isVisible() and text)

    def row(self, text: str) -> BallotRow:
        rows = self.window.findChildren(BallotRow)
        return next(row for row in rows if row.note.text == text and not row.isHidden())

    def rows(self) -> list[str]:
        return [
            row.accessibleName() for row in self.window.findChildren(BallotRow) if row.isVisible()
        ]

    def click_row(self, text: str, *, is_back: bool = False) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        with_keys = shift if is_back else Qt.KeyboardModifier.NoModifier
        row = self.row(text)
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, with_keys, row.rect().center())

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self.focused(), key, held)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focused(), letter)

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def field(self, name: str) -> QLineEdit:
        fields = self.window.findChildren(QLineEdit)
        return next(one for one in fields if one.accessibleName() == name and one.isVisible())


MakeRoom = Callable[..., VoteRoom]


@pytest.fixture
def make_room(qtbot: QtBot) -> MakeRoom:
    def make(people: Sequence[tuple[str, str]] = PEOPLE, texts: Sequence[str] = TEXTS) -> VoteRoom:
        return VoteRoom(qtbot, people, texts)

    return make


@pytest.fixture
def room(make_room: MakeRoom) -> VoteRoom:
    return make_room()


@pytest.fixture
def sided(make_room: MakeRoom) -> VoteRoom:
    """Six people on two sides, and one on none."""
    sales = [(name, "Sales") for name in ("Ann", "Bo", "Cy")]
    web = [(name, "Web") for name in ("Di", "Ed", "Flo")]
    made = make_room([*sales, *web, ("Guy", "Law")])
    made.document.do(add_side(made.workshop, "Front", ["Sales"]))
    made.document.do(add_side(made.workshop, "Office", ["Web"]))
    return made
