"""What a person does at the window: look for words, click, type, drag, wait. Nothing else.

Every event goes to the window as the system would send it, so a widget that is covered, greyed,
out of sight or without the focus gets nothing, as in the room. No step waits by the clock.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as TooLateError
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.saving import State
from motworkshop.app.window import Window
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from tests.conftest import PATIENCE

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SCROLLS = 60


class Hands:
    """Two hands, two eyes, one window."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot
        window.resize(1280, 800)
        window.activateWindow()
        self.wait(window.isActiveWindow)

    # ---- what is there

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    @property
    def workshop(self) -> Workshop:
        return self.desk.parts.document.workshop

    @property
    def banner(self) -> str:
        banner = self.desk.parts.banner
        return banner.words if banner.isVisible() else ""

    def note(self, text: str) -> Note:
        return next(note for note in self.workshop.notes.values() if note.text == text)

    def words(self) -> str:
        """All that can be read in the window now, or by scrolling."""
        shown = [one for one in self.window.findChildren(QWidget) if one.isVisible()]
        return " | ".join(text for one in shown if (text := written_on(one)))

    # ---- waiting

    def wait(self, is_so: Callable[[], object]) -> None:
        self._until(is_so, "")

    def wait_for(self, words: str) -> None:
        """Until these words can be read."""

        self._until(lambda: words in self.words(), f"“{words}” is not in sight; ")

    def wait_saved(self) -> None:
        self.wait(lambda: self.desk.parts.saving.state is State.SAVED)

    # ---- keys

    def press(self, keys: str, times: int = 1) -> None:
        """A key, or keys together, as people name them: "Ctrl+Z"."""
        for _time in range(times):
            QTest.keySequence(self._handle, QKeySequence(keys))

    def type_(self, text: str, *, enter: bool = False) -> None:
        strike = cast("Callable[[QWindow, str], None]", QTest.keyClick)  # its stub lacks letters
        for letter in text:
            strike(self._handle, letter)
        if enter:
            self.press("Return")

    def write(self, name: str, text: str, *, enter: bool = False) -> None:
        """Click into the field of this name, and put a text in place of what stands there."""
        self.click(self.find(name, QLineEdit, QPlainTextEdit, QSpinBox))
        self.press("Ctrl+A")
        if text:
            self.type_(text, enter=enter)
        else:
            self.press("Del")

    def pick(self, name: str, words: str) -> None:
        """Choose from a list that folds out, by its keys."""
        field = self.find(name, QComboBox)
        assert isinstance(field, QComboBox)
        place = field.findText(words, Qt.MatchFlag.MatchStartsWith)
        assert place >= 0, [field.itemText(at) for at in range(field.count())]
        self.focus(field)
        step = "Down" if place > field.currentIndex() else "Up"
        self.press(step, abs(place - field.currentIndex()))

    def focus(self, widget: QWidget) -> None:
        """Walk to a control by Tab."""
        for _step in range(200):
            if widget.hasFocus():
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not come to “{called(widget)}”")

    # ---- the mouse

    def click(
        self,
        what: QWidget | str,
        *,
        is_whole: bool = True,
        inside: QWidget | None = None,
        is_double: bool = False,
    ) -> None:
        """Scroll there, and click in the middle."""
        widget = what
        if isinstance(widget, str):
            widget = self.find(widget, QAbstractButton, is_whole=is_whole, inside=inside)
        at = self.middle_of(widget)
        if is_double:
            QTest.mouseDClick(self._handle, LEFT, NONE, at)
        else:
            QTest.mouseClick(self._handle, LEFT, NONE, at)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press, move in a few steps, let go; in points of the window."""
        QTest.mouseMove(self._handle, start)
        QTest.mousePress(self._handle, LEFT, NONE, start)
        for step in range(1, 6):
            QTest.mouseMove(self._handle, start + (end - start) * step / 5)
        QTest.mouseRelease(self._handle, LEFT, NONE, end)

    def can_press(self, words: str) -> bool:
        """Whether there is such a button at all, and it is not greyed."""
        return any(one.isEnabled() for one in self._all(words, (QAbstractButton,), is_whole=True))

    def find(
        self,
        words: str,
        *kinds: type[QWidget],
        is_whole: bool = True,
        inside: QWidget | None = None,
    ) -> QWidget:
        """The one control in sight of this name; what is built anew appears a moment later."""

        def found() -> list[QWidget]:
            around = inside or self.window
            return [
                one
                for one in self._all(words, kinds, is_whole=is_whole)
                if around.isAncestorOf(one)
            ]

        def is_ready() -> bool:
            there = found()
            return len(there) == 1 and there[0].isEnabled() and there[0].height() > 8

        self._until(is_ready, f"there is not one “{words}” to take, but {len(found())}; ")
        return found()[0]

    def middle_of(self, widget: QWidget) -> QPoint:
        """Where to click a widget, after scrolling to it; it must not be covered there."""
        for _turn in range(SCROLLS):
            at = widget.mapTo(self.window, widget.rect().center())
            under = self.window.childAt(at)
            if under is not None and (under is widget or widget.isAncestorOf(under)):
                return at
            if not self._scroll_to(widget):
                break
        covering = called(under) if under else "nothing"
        raise AssertionError(f"“{called(widget)}” cannot be reached; there is {covering}")

    # ---- the board

    def on_board(self, note: Note) -> QPoint:
        """The middle of a note on the board, which must be in sight there."""
        board = self.desk.parts.board
        where = board.note_rect(note.id)
        assert where is not None, f"note {note.number} is not on the board"
        at = where.center().toPoint()
        assert board.rect().contains(at), f"note {note.number} is out of sight"
        return board.mapTo(self.window, at)

    def click_note(self, text: str, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self._handle, LEFT, held, self.on_board(self.note(text)))

    def drop_on(self, text: str, other: str) -> None:
        """Drag a note on to another one."""
        self.drag(self.on_board(self.note(text)), self.on_board(self.note(other)))

    # ---- whole moves

    def go_to(self, phase: int) -> None:
        """Open a phase by a click in the rail."""
        self.click(f"Phase {phase}, ", is_whole=False)

    def answer_file_dialog(self, path: Path) -> None:
        """When a dialog asks for a file next, type this path into it and press Enter."""
        timer = QTimer(self.window, interval=20)
        until = monotonic() + PATIENCE / 1000

        def look() -> None:
            asked = QApplication.activeModalWidget()
            if monotonic() > until:
                timer.stop()
                if isinstance(asked, QDialog):
                    asked.reject()  # else it waits for ever
                raise AssertionError(f"{asked} did not ask for a file")
            if isinstance(asked, QFileDialog) and asked.isActiveWindow():
                timer.stop()
                line = asked.findChild(QLineEdit, "fileNameEdit")
                assert isinstance(line, QLineEdit)
                line.selectAll()
                QTest.keyClicks(line, str(path))
                QTest.keyClick(line, Qt.Key.Key_Return)

        timer.timeout.connect(look)
        timer.start()

    def close(self) -> None:
        """Close the window by its key, when all is on the disk."""
        self.wait_saved()
        with self._qtbot.waitSignal(self.window.closed):
            self.press("Ctrl+W")

    # ----

    def _until(self, is_so: Callable[[], object], told: str) -> None:
        try:
            self._qtbot.waitUntil(lambda: bool(is_so()))
        except TooLateError as late:
            raise AssertionError(f"{told}one reads: {self.words()}") from late

    @property
    def _handle(self) -> QWindow:
        """The window as the system knows it; after a list that folded out it is active again, as
        any desktop sees to and the offscreen platform does not."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
        return self.window.windowHandle()

    def _all(
        self, words: str, kinds: tuple[type[QWidget], ...], *, is_whole: bool
    ) -> Iterator[QWidget]:
        for kind in kinds:
            for one in self.window.findChildren(kind):
                said = (called(one), one.text() if isinstance(one, QAbstractButton) else "")
                is_it = words in said if is_whole else any(name.startswith(words) for name in said)
                if is_it and one.isVisible():
                    yield one

    def _scroll_to(self, widget: QWidget) -> bool:
        """Turn the wheel towards a widget; whether anything moved."""
        around = widget.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is None:
            return False
        view = around.viewport()
        before = around.verticalScrollBar().value()
        at = widget.mapTo(view, widget.rect().center())
        turn = 120 if at.y() < view.rect().center().y() else -120
        spot = view.mapTo(self.window, QRect(view.rect()).topLeft() + QPoint(3, view.height() // 2))
        QTest.wheelEvent(self._handle, spot, QPoint(0, turn))
        return around.verticalScrollBar().value() != before


def called(widget: QWidget) -> str:
    """The name of a control for people who do not see it; words on a button otherwise."""
    return widget.accessibleName() or (
        widget.text() if isinstance(widget, QAbstractButton) else type(widget).__name__
    )


def written_on(widget: QWidget) -> str:
    """What can be read on a control itself; what is painted is told by its name."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.accessibleName()
