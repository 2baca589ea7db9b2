"""A board on a window, with the fonts of the program and a small workshop."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.canvas.accessible import read_out_boards
from motworkshop.canvas.board import Board
from motworkshop.canvas.note_editor import NoteEditor
from motworkshop.canvas.quick_entry import QuickEntry
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.imports.sample import sample_workshop
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Category, Note, Stage, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.paths import resource_path

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """The fonts of the program; the system's are never used, whichever test comes first."""
    qapp.setStyle("Fusion")
    read_out_boards()
    for file in sorted(Path(resource_path("fonts")).glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0, file


class Wall:
    """A board under test: the real widget, and what a test wants to know of the document."""

    def __init__(self, qtbot: QtBot, workshop: Workshop) -> None:
        self.document = Document(workshop)
        self.selection = Selection(self.document)
        self.board = Board(self.document, self.selection, LIGHT)
        self.board.set_animated(False)
        self.refusals: list[str] = []
        self.board.refused.connect(self.refusals.append)
        self.board.resize(1000, 700)
        qtbot.addWidget(self.board)
        with qtbot.waitExposed(self.board):
            self.board.show()
        self.board.setFocus()
        self.board.set_zoom(1.0)
        self.look_at(0, 0)

    @property
    def workshop(self) -> Workshop:
        return self.document.workshop

    def look_at(self, x: float, y: float) -> None:
        """Bring this place of the board to the upper left of what is free."""
        corner = self.board.camera.to_view(x, y)
        free = self.board.camera.free
        self.board.pan(free.left() + 10 - corner.x(), free.top() + 10 - corner.y())

    def note(self, number: int) -> Note:
        return next(note for note in self.workshop.notes.values() if note.number == number)

    def stage(self, name: str) -> Stage:
        return next(stage for stage in self.workshop.of(Stage).values() if stage.name == name)

    def stages(self) -> list[str]:
        return [stage.name for stage in self.workshop.ordered(Stage)]

    def middle(self, number: int) -> QPoint:
        """The middle of a note on the widget."""
        rect = self.board.note_rect(self.note(number).id)
        assert rect is not None
        return rect.center().toPoint()

    def at(self, stage: str | None, x: float, y: float) -> QPoint:
        """A place in a stage (None: the parking lot) on the widget."""
        plan = self.board.scene.deck.plan
        left, top = plan.corner((self.stage(stage).id if stage else None, None))
        return self.board.camera.to_view(left + x, top + y).toPoint()

    def header(self, name: str) -> QPoint:
        plan = self.board.scene.deck.plan
        column = next(column for column in plan.columns if column.name == name)
        return QPoint(round(self.board.camera.to_view(column.left + 100, 0).x()), 30)

    def click(self, point: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.board, Qt.MouseButton.LeftButton, keys, point)

    def double_click(self, point: QPoint) -> None:
        self.click(point)
        QTest.mouseDClick(self.board, Qt.MouseButton.LeftButton, pos=point)

    def press(self, point: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mousePress(self.board, Qt.MouseButton.LeftButton, keys, point)

    def move(self, *points: QPoint) -> None:
        for point in points:
            QTest.mouseMove(self.board, point)
            QApplication.processEvents()

    def release(self, point: QPoint) -> None:
        QTest.mouseRelease(self.board, Qt.MouseButton.LeftButton, pos=point)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.press(start)
        self.move(start + QPoint(8, 8), (start + end) / 2, end)
        self.release(end)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.focus, key, keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def drag_slightly(self, start: QPoint) -> None:
        self.press(start)
        self.move(start + QPoint(1, 1), start + QPoint(2, 1))
        self.release(start + QPoint(2, 1))

    def pixel(self, point: QPoint) -> str:
        """The colour that is shown there, once everything is painted."""
        self.board.finish()
        return self.board.grab().toImage().pixelColor(point).name()

    @property
    def spoken(self) -> str:
        """What a screen reader says of what has the keys."""
        told = QAccessible.queryAccessibleInterface(self.board).focusChild()
        return told.text(QAccessible.Text.Name)

    @property
    def entry(self) -> QLineEdit:
        found = self.board.findChild(QuickEntry)
        assert found is not None
        return found.line

    @property
    def editor(self) -> NoteEditor:
        found = self.board.findChild(NoteEditor)
        assert found is not None
        return found

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.board


def small_workshop() -> Workshop:
    """Stages Book and Fly and Arrive; notes 1, 2, 3 in Book and 4 in Fly; two categories."""
    document = Document(Workshop.titled("Test"))
    for name in ("Book", "Fly", "Arrive"):
        document.do(add_stage(document.workshop, name))
    book, fly, _arrive = document.workshop.ordered(Stage)
    texts = [("Finds a fare", book), ("Pays", book), ("Gets a mail", book), ("Boards", fly)]
    drafts = [Draft(text, fields={"stage": stage.id}) for text, stage in texts]
    document.do(add_notes(document.workshop, drafts))
    categories = [Category(new_id(), "Rescue", 1), Category(new_id(), "Revenue", 2, position=1)]
    return Workshop([*document.workshop.records(), *categories])


@pytest.fixture
def wall(qtbot: QtBot, fonts: None) -> Wall:
    """A board with three stages and four notes at 100 %, the first stage at the upper left."""
    return Wall(qtbot, small_workshop())


@pytest.fixture
def make_wall(qtbot: QtBot, fonts: None) -> Callable[[Workshop], Wall]:
    """A board of any workshop."""
    return lambda workshop: Wall(qtbot, workshop)


@pytest.fixture(scope="session")
def sample() -> Workshop:
    """The workshop that the program brings along."""
    return sample_workshop()
