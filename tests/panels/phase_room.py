"""A room with people, stages and notes, and the scene of one phase beside it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Note, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.rail import scrolling

PEOPLE = (("Ann", "Sales"), ("Bengt", "Web"), ("Carin", "Sales"))
STAGES = ("Book", "Board", "Fly")


class PhaseRoom:
    """The scene in a window, and what a person does to it with mouse and keys."""

    def __init__(
        self,
        qtbot: QtBot,
        make_scene: Callable[..., Any],
        people: Sequence[tuple[str, str]] = PEOPLE,
        stages: Sequence[str] = STAGES,
        texts: Sequence[str] = (),
    ) -> None:
        self.qtbot = qtbot
        self.document = Document(Workshop.titled("Test"))
        if people:
            self.document.do(add_participants(self.workshop, people))
        for name in stages:
            self.document.do(add_stage(self.workshop, name))
        if texts:
            self.document.do(add_notes(self.workshop, [Draft(text) for text in texts]))
        self.editing = Editing(self.document)
        self.selection = Selection(self.document)
        self.refusals: list[str] = []
        self.wanted: list[bool] = []
        self.chosen: list[list[str]] = []
        self.editing.refused.connect(self.refusals.append)
        self.scene = make_scene(self.editing, self.selection, Icons(LIGHT), LIGHT)
        self.scene.centre_wanted.connect(self.wanted.append)
        if hasattr(self.scene, "notes_chosen"):
            self.scene.notes_chosen.connect(self.chosen.append)
        self.window = self._window()

    def _window(self) -> QWidget:
        window = QWidget()
        panel = QWidget()
        column = QVBoxLayout(panel)
        for part in self.scene.contents:
            column.addWidget(part)
        column.addStretch(1)
        area = scrolling(panel)
        area.setFixedWidth(320)
        row = QHBoxLayout(window)
        if self.scene.centre is None:
            row.addStretch(1)
        else:
            row.addWidget(self.scene.centre, 1)
            self.scene.centre.setVisible(self.scene.is_centre_wanted)
            self.scene.centre_wanted.connect(self.scene.centre.setVisible)
        row.addWidget(area)
        window.setStyleSheet("QPushButton { min-height: 30px; }")  # as the program has it
        window.resize(1280, 1600)
        self.qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    @property
    def workshop(self) -> Workshop:
        return self.document.workshop

    def note(self, text: str) -> Note:
        return next(note for note in self.workshop.notes.values() if note.text == text)

    def texts(self) -> list[str]:
        notes = sorted(self.workshop.notes.values(), key=lambda note: note.number)
        return [note.text for note in notes]

    def stages(self) -> list[str]:
        return [stage.name for stage in self.workshop.ordered(Stage)]

    def buttons(self, words: str) -> list[QAbstractButton]:
        found = self.window.findChildren(QAbstractButton)
        said = [one for one in found if words in {one.text(), one.accessibleName()}]
        return [one for one in said if one.isVisible()]

    def button(self, words: str) -> QAbstractButton:
        """The one button in sight that says this; rows built anew appear a moment later."""

        def is_there() -> None:
            assert len(self.buttons(words)) == 1, (words, self.seen())

        self.qtbot.waitUntil(is_there)
        return self.buttons(words)[0]

    def click(self, words: str) -> None:
        # It has its place: neither squeezed nor as large as a widget is before it is laid out.
        self.qtbot.waitUntil(lambda: 16 <= self.button(words).height() <= 200)
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def drag(self, grip: QWidget, target: QWidget, at: QPoint) -> None:
        """Press on one widget, move, and release over a point of another."""
        start = grip.rect().center()
        end = grip.mapFromGlobal(target.mapToGlobal(at))
        QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(grip, start + QPoint(20, 20))
        QTest.mouseMove(grip, end)
        QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=end)

    def seen(self) -> str:
        """All that can be read now."""
        labels = [(one, one.text()) for one in self.window.findChildren(QLabel)]
        buttons = [(one, one.text()) for one in self.window.findChildren(QAbstractButton)]
        return " | ".join(text for one, text in [*labels, *buttons] if one.isVisible() and text)

    def sees(self, words: str) -> None:
        """Wait until these words can be read."""

        def is_there() -> None:
            assert words in self.seen()

        self.qtbot.waitUntil(is_there)

    def lacks(self, words: str) -> None:
        """Wait until no button in sight says this; rows that are given up go a moment later."""

        def is_gone() -> None:
            assert not self.buttons(words), words

        self.qtbot.waitUntil(is_gone)

    def field(self, name: str) -> QLineEdit:
        """The line of this name; lines built anew appear a moment later."""

        def found() -> list[QLineEdit]:
            fields = self.window.findChildren(QLineEdit)
            return [one for one in fields if one.accessibleName() == name and one.isVisible()]

        def is_there() -> None:
            assert len(found()) == 1, name

        self.qtbot.waitUntil(is_there)
        return found()[0]

    def area(self, name: str) -> QPlainTextEdit:
        """The text of several lines of this name."""
        areas = self.window.findChildren(QPlainTextEdit)
        return next(one for one in areas if one.accessibleName() == name and one.isVisible())

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type(self, text: str, *, enter: bool = False) -> None:
        for letter in text:
            QTest.keyClicks(self.focused(), letter)
        if enter:
            self.press(Qt.Key.Key_Return)

    def press(
        self,
        *keys: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        for key in keys:
            QTest.keyClick(self.focused(), key, held)
