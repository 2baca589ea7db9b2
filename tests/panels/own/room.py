"""The phase Own in a bare window: what a test sees, types and clicks."""

from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.moments import Moment, moments_of
from motworkshop.model.records import Id, MomentOfTruth
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.scene import OwnScene

W = TypeVar("W", bound=QWidget)


@dataclass
class Room:
    """The window, the document behind it, and what was refused."""

    document: Document
    selection: Selection
    editing: Editing
    scene: OwnScene
    window: QWidget
    refusals: list[str] = field(default_factory=list)

    @property
    def workshop(self) -> Workshop:
        return self.document.workshop

    @property
    def moments(self) -> list[Moment]:
        return moments_of(self.workshop)

    def card(self, note: Id) -> MomentOfTruth:
        return next(one for one in self.workshop.of(MomentOfTruth).values() if one.note == note)

    def find(self, name: str, kind: type[W], part: QWidget | None = None) -> W:
        """The first visible widget whose accessible name begins so."""
        self._settle()
        found = [
            one
            for one in (part or self.window).findChildren(kind)
            if one.accessibleName().startswith(name) and one.isVisible()
        ]
        assert found, f"there is no {name!r}"
        return min(found, key=lambda one: (place(one).y(), place(one).x()))

    def line(self, name: str) -> QLineEdit:
        return self.find(name, QLineEdit)

    def text(self, name: str) -> QPlainTextEdit:
        return self.find(name, QPlainTextEdit)

    def button(self, name: str, part: QWidget | None = None) -> QAbstractButton:
        """The first visible button with this name, or with this text."""
        self._settle()
        for one in (part or self.window).findChildren(QAbstractButton):
            if one.isVisible() and name in (one.accessibleName(), one.text()):
                return one
        return self.find(name, QAbstractButton, part)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        spot = at or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def _settle(self) -> None:
        """Show what was made just now. Offscreen, a list that opened takes the window's focus."""
        self.window.activateWindow()
        QApplication.processEvents()

    @property
    def words(self) -> str:
        """All that can be read in labels."""
        self._settle()
        shown = [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]
        return "\n".join(shown)


def open_room(
    qtbot: QtBot, workshop: Workshop, *, is_shown: bool = True, is_at_first: bool = True
) -> Room:
    """Put the phase into a window, as the program does; the first card is open unless said."""
    document = Document(workshop)
    editing, selection = Editing(document), Selection(document)
    scene = OwnScene(editing, selection, Icons(LIGHT), LIGHT)
    moments = moments_of(workshop)
    if moments and is_at_first:
        scene.show_moment(moments[0].note.id)
    window = QWidget()
    window.resize(1500, 900)
    row = QHBoxLayout(window)
    row.addWidget(scene.centre, 1)
    side, scroll = QWidget(), QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFixedWidth(320)
    column = QVBoxLayout(side)
    for part in scene.contents:
        column.addWidget(part)
    scroll.setWidget(side)
    row.addWidget(scroll)
    qtbot.addWidget(window)
    room = Room(document, selection, editing, scene, window)
    editing.refused.connect(room.refusals.append)
    if is_shown:
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    return room


def place(widget: QWidget) -> QPoint:
    """Where a widget stands on the screen."""
    return widget.mapToGlobal(QPoint(0, 0))


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(widget: QWidget, text: str) -> None:
    """Put the focus there and type."""
    widget.setFocus()
    QTest.keyClicks(widget, text)


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press and release a key."""
    QTest.keyClick(widget, key)
