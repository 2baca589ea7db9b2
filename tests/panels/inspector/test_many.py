"""One field of 500 notes at once: each field, by mouse and keys, as one step that undo takes back."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.imports.template import workshop_from_template
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.edits.stages import add_lane
from motworkshop.model.layout import NOTE_WIDTH, STEP
from motworkshop.model.records import Category, Control, Lane, MomentType, Note, Participant, Stage
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.icons import Icons
from motworkshop.panels.inspector.inspector import Inspector

MANY = 500
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


class Desk:
    """An inspector with 500 notes selected, of which some are scored and some are not."""

    def __init__(self, qtbot: QtBot) -> None:
        self.document = Document(workshop_from_template("airline", "Spring"))
        self.document.do(add_participants(self.document.workshop, [("Ana", "Digital")]))
        self.document.do(add_lane(self.document.workshop, "Crew"))
        stages = self.document.workshop.ordered(Stage)
        drafts = [
            Draft(f"Note {n}", fields={"stage": stages[n % 3].id, "importance": n % 5 + 1})
            for n in range(MANY)
        ]
        self.document.do(add_notes(self.document.workshop, drafts))
        self.selection = Selection(self.document)
        self.selection.select(self.document.workshop.notes)
        editing = Editing(self.document, self.document)
        self.refusals: list[str] = []
        editing.refused.connect(self.refusals.append)
        self.panel = Inspector(editing, self.selection, Icons(LIGHT, self.document))
        qtbot.addWidget(self.panel)
        self.panel.resize(320, 1400)
        with qtbot.waitExposed(self.panel):
            self.panel.show()

    def named(self, kind: type[W], name: str) -> W:
        found = self.panel.findChildren(kind)
        return next(one for one in found if one.accessibleName().startswith(name))

    def values(self, field: str) -> set[Any]:
        return {getattr(note, field) for note in self.document.workshop.notes.values()}

    def write(self, kind: type[LineField | TextField], name: str, text: str) -> None:
        field = self.named(kind, name)
        field.setFocus()
        QTest.keyClicks(field, text)

    def press(self, name: str) -> None:
        QTest.mouseClick(self.named(QToolButton, name), LEFT)

    def pick(self, name: str, key: Qt.Key) -> None:
        field = self.named(QComboBox, name)
        field.setFocus()
        QTest.keyClick(field, key)

    def sort(self) -> None:
        found = self.panel.findChildren(QAbstractButton)
        QTest.mouseClick(next(one for one in found if ", key 2" in one.accessibleName()), LEFT)

    def lock(self) -> None:
        field = self.panel.findChild(QCheckBox)
        assert field is not None
        QTest.mouseClick(field, LEFT, pos=field.rect().center() - field.rect().center() / 2)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def second(kind: type[Stage | Category]) -> Callable[[Desk], str]:
    return lambda desk: desk.document.workshop.ordered(kind)[1].id


FIELDS: dict[str, tuple[Callable[[Desk], None], object]] = {
    "text": (lambda desk: desk.write(TextField, "Text", "Same"), "Same"),
    "details": (lambda desk: desk.write(TextField, "Details", "at the till"), "at the till"),
    "author": (
        lambda desk: desk.write(LineField, "Author", "Ana"),
        lambda desk: desk.document.workshop.ordered(Participant)[0].id,
    ),
    "department": (lambda desk: desk.write(LineField, "Department", "Crew"), "Crew"),
    "channel": (lambda desk: desk.write(LineField, "Channel", "Phone"), "Phone"),
    "link": (lambda desk: desk.write(LineField, "Link", "https://a.example"), "https://a.example"),
    "expectation": (lambda desk: desk.press("Expectation 4"), 4),
    "experience": (lambda desk: desk.press("Experience 2"), 2),
    "importance": (lambda desk: desk.press("Importance 5"), 5),
    "emotion": (lambda desk: desk.press("Emotion −2"), -2),
    "control": (lambda desk: desk.pick("Control", Qt.Key.Key_End), Control.NONE),
    "moment_type": (lambda desk: desk.pick("Moment type", Qt.Key.Key_End), MomentType.UMOT),
    "category": (lambda desk: desk.sort(), second(Category)),
    "stage": (lambda desk: desk.pick("Stage", Qt.Key.Key_Home), None),
    "lane": (
        lambda desk: desk.pick("Lane", Qt.Key.Key_End),
        lambda desk: desk.document.workshop.ordered(Lane)[0].id,
    ),
    "is_locked": (lambda desk: desk.lock(), True),
}


@pytest.mark.parametrize("field", sorted(FIELDS))
@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")  # names are suggested in a list
def test_a_field_of_500_notes_is_set_in_one_step(desk: Desk, field: str) -> None:
    act, wanted = FIELDS[field]
    before, steps = desk.document.workshop, len(desk.document.done)
    act(desk)
    expected = wanted(desk) if callable(wanted) else wanted
    assert (desk.values(field), desk.refusals) == ({expected}, [])
    assert len(desk.document.done) == steps + 1
    assert f"{MANY} notes" in desk.document.done[-1]
    if field in {"stage", "lane"}:
        assert not overlapping(list(desk.document.workshop.notes.values()))
    desk.document.undo()
    assert desk.document.workshop == before


def overlapping(notes: list[Note]) -> list[tuple[int, int]]:
    """The numbers of notes that lie on one another."""
    return [
        (one.number, other.number)
        for at, one in enumerate(notes)
        for other in notes[:at]
        if (one.stage, one.lane) == (other.stage, other.lane)
        if abs(one.x - other.x) < NOTE_WIDTH
        if one.y < other.y + other.height * STEP and other.y < one.y + one.height * STEP
    ]
