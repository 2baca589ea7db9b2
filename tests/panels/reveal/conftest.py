"""Rounds of a small group, and the scene of the phase Reveal and decide beside them."""

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.records import Id, Round, RoundStatus
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.scene import RevealScene


class RevealRoom:
    """The scene in a window. Notes are named by letters; people are Ann, Bo and Cy."""

    def __init__(self, qtbot: QtBot, letters: Sequence[str] = "ABCDEF") -> None:
        self.qtbot = qtbot
        self.document = Document(Workshop.titled("Reveal"))
        self.editing = Editing(self.document)
        self.selection = Selection(self.document)
        self.refusals: list[str] = []
        self.wanted: list[bool] = []
        self.editing.refused.connect(self.refusals.append)
        people = [(name, "") for name in ("Ann", "Bo", "Cy")]
        self.document.do(add_participants(self.workshop, people))
        self.document.do(add_notes(self.workshop, [Draft(letter) for letter in letters]))

    @property
    def workshop(self) -> Workshop:
        return self.document.workshop

    def note(self, letter: str) -> Id:
        notes = self.workshop.notes.values()
        return next(note.id for note in notes if note.text == letter)

    def round(self, title: str = "Vote") -> Round:
        return next(vote for vote in self.workshop.ordered(Round) if vote.title == title)

    def hold(
        self,
        ballots: Mapping[str, Mapping[str, int]],
        *,
        title: str = "Vote",
        cut: int = 3,
        is_closed: bool = True,
        is_secret: bool = True,
    ) -> Round:
        """A round with these ballots: voter → note → dots."""
        terms = Terms("Which?", None, None, cut, is_secret)
        self.document.record(start_round(self.workshop, title, terms))
        for voter, dots in ballots.items():
            given = {self.note(letter): number for letter, number in dots.items()}
            self.document.record(hand_over(self.workshop, self.round(title), voter, given))
        if is_closed:
            self.close(title)
        return self.round(title)

    def close(self, title: str = "Vote") -> None:
        self.document.record(close_round(self.workshop, self.round(title)))

    def is_open(self, title: str = "Vote") -> bool:
        return self.round(title).status is RoundStatus.OPEN

    def tie(self) -> Round:
        """A is in; B, C and D are tied for two places; E got less, F nothing."""
        return self.hold({"Ann": {"A": 5, "B": 2, "C": 2}, "Bo": {"D": 2, "E": 1}, "Cy": {"A": 1}})

    def open_scene(self) -> "RevealRoom":
        self.scene = RevealScene(self.editing, self.selection, Icons(LIGHT), LIGHT)
        self.scene.set_animated(False)
        self.window = QWidget()
        panel = QWidget()
        panel.setFixedWidth(320)
        column = QVBoxLayout(panel)
        for part in self.scene.contents:
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout(self.window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.scene.centre, 1)
        row.addWidget(panel)
        self.scene.centre_wanted.connect(self.wanted.append)
        self.window.resize(1104, 724)
        self.qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self

    def button(self, words: str) -> QAbstractButton:
        def found() -> list[QAbstractButton]:
            buttons = self.window.findChildren(QAbstractButton)
            said = [one for one in buttons if words in {one.text(), one.accessibleName()}]
            return [one for one in said if one.isVisible()]

        def is_there() -> None:
            assert len(found()) == 1, (words, self.seen())

        self.qtbot.waitUntil(is_there)
        return found()[0]

    def click(self, words: str) -> None:
        button = self.button(words)
        is_box = isinstance(button, QCheckBox)  # a box hears clicks on its words only
        place = QPoint(10, button.height() // 2) if is_box else button.rect().center()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def has_button(self, words: str) -> bool:
        buttons = self.window.findChildren(QAbstractButton)
        return any(one.isVisible() and words == one.text() for one in buttons)

    def seen(self) -> str:
        labels = [(one, one.text()) for one in self.window.findChildren(QLabel)]
        buttons = [(one, one.text()) for one in self.window.findChildren(QAbstractButton)]
        return " | ".join(text for one, text in [*labels, *buttons] if one.isVisible() and text)

    def read_out(self) -> Sequence[str]:
        """The bars as a screen reader tells them."""
        return self.scene.centre.chart.accessibleDescription().split(". ")


@pytest.fixture
def room(qtbot: QtBot) -> RevealRoom:
    return RevealRoom(qtbot)
