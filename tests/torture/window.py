"""A window that somebody works in with mouse and keys until it is killed. Run by `window_kills`.

Prints `state N DIGEST` before a change goes to the disk and `ack N` when the window has said that
the first N are saved; also `typed TEXT` while the editor stays open. Works until it is killed.
"""

import random
import sys
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import cast
from unittest import mock

from PySide6.QtCore import QPoint, QRect, QSettings, QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from motworkshop.app.build import build_program, dress
from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.saving import State
from motworkshop.model.change import Change
from motworkshop.model.history import Steps
from motworkshop.model.workshop import Workshop
from motworkshop.storage.rows import all_tables
from motworkshop.storage.store import Store
from motworkshop.storage.writer import Writer

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
SLOW = 0.3
"""Seconds that the disk takes in the control."""
BREATH = 12
"""Somebody pauses after fewer changes than this."""
WORDS = ("bag is late", "queue", "no answer", "kind word at the gate", "refund", "lost again")


def digest_of(workshop: Workshop) -> str:
    """The same for the same content, in any process."""
    tables = all_tables()
    rows = sorted(
        (table.name, table.row(one))
        for table in tables.values()
        for one in (workshop.of(table.kind).values() if _is_record(table.kind) else ())
    )
    return blake2b(ascii(rows).encode(), digest_size=12).hexdigest()


def _is_record(kind: type) -> bool:
    return not kind.__name__.startswith("Kept")


class Telling:
    """Tells the one who kills what was given to the writer and what the window called saved."""

    def __init__(self, workshop: Workshop, *, is_hasty: bool) -> None:
        self.workshop = workshop
        self.given = 0
        self._is_hasty = is_hasty  # the control: calls saved what is only on its way
        self._save: Callable[[Writer, Change, Steps | None], None] = Writer.save

    def save(self, writer: Writer, change: Change, steps: Steps | None = None) -> None:
        """Stands before `Writer.save`."""
        self.workshop = self.workshop.applied(change)
        self.given += 1
        print("state", self.given, digest_of(self.workshop), flush=True)
        if self._is_hasty:
            print("ack", self.given, flush=True)
        self._save(writer, change, steps)

    def on_saved(self) -> None:
        if self.given:
            print("ack", self.given, flush=True)


class Somebody:
    """Does one thing after another at the board, by chance."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self._desk = desk
        self._board = desk.parts.board
        self._chance = chance
        self._deeds = (self.write, self.write, self.drag, self.drag, self.sort, self.delete,
                       self.undo, self.rewrite, self.copy)  # fmt: skip

    def do_something(self) -> None:
        self._chance.choice(self._deeds)()

    def write(self) -> None:
        """A double click on empty board, words, Escape."""
        spot = self._empty_spot()
        if spot is None:
            return
        QTest.mouseClick(self._board, LEFT, PLAIN, spot)
        QTest.mouseDClick(self._board, LEFT, PLAIN, spot)
        self._type(f"{self._chance.choice(WORDS)} {self._chance.randrange(1000)}")
        self._key(Qt.Key.Key_Escape)

    def type_and_stay(self) -> None:
        """Words in an editor that stays open."""
        text = f"still open {self._chance.randrange(10**6)}"
        while (spot := self._empty_spot()) is None:
            self.delete()
        QTest.mouseClick(self._board, LEFT, PLAIN, spot)
        QTest.mouseDClick(self._board, LEFT, PLAIN, spot)
        self._type(text)
        print("typed", text, flush=True)

    def rewrite(self) -> None:
        """More words on a note."""
        if self._select():
            self._key(Qt.Key.Key_F2)
            self._type(" " + self._chance.choice(WORDS))
            self._key(Qt.Key.Key_Escape)

    def drag(self) -> None:
        spot, end = self._some_note(), self._any_spot()
        if spot is None:
            return
        QTest.mousePress(self._board, LEFT, PLAIN, spot)
        for part in range(1, 5):
            QTest.mouseMove(self._board, spot + (end - spot) * part / 4)
            QApplication.processEvents()
        QTest.mouseRelease(self._board, LEFT, PLAIN, end)

    def sort(self) -> None:
        if self._select():
            self._key(self._chance.choice((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)))

    def delete(self) -> None:
        if self._select():
            self._key(Qt.Key.Key_Delete)

    def copy(self) -> None:
        if self._select():
            self._key(Qt.Key.Key_D, CONTROL)

    def undo(self) -> None:
        self._key(Qt.Key.Key_Z, CONTROL)
        if self._chance.random() < 0.5:
            self._key(Qt.Key.Key_Y, CONTROL)

    def _select(self) -> bool:
        spot = self._some_note()
        if spot is not None:
            QTest.mouseClick(self._board, LEFT, PLAIN, spot)
        return spot is not None

    def _some_note(self) -> QPoint | None:
        notes = sorted(self._desk.parts.document.workshop.notes)
        self._chance.shuffle(notes)
        for note in notes:
            rect = self._board.note_rect(note)
            if rect is not None and self._free().contains(rect.center().toPoint()):
                return rect.center().toPoint()
        return None

    def _empty_spot(self) -> QPoint | None:
        for _try in range(30):
            spot = self._any_spot()
            rects = map(self._board.note_rect, self._desk.parts.document.workshop.notes)
            if not any(rect is not None and rect.contains(spot) for rect in rects):
                return spot
        return None

    def _any_spot(self) -> QPoint:
        free = self._free()
        return QPoint(
            self._chance.randrange(free.left(), free.right()),
            self._chance.randrange(free.top(), free.bottom()),
        )

    def _free(self) -> QRect:
        return self._board.camera.free.toRect().adjusted(40, 100, -40, -100)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._board

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self._focus(), key, held)

    def _type(self, text: str) -> None:
        strike = cast("Callable[[QWidget, str], None]", QTest.keyClick)  # its stub lacks letters
        for letter in text:
            strike(self._focus(), letter)
            QApplication.processEvents()


def main(file: Path, seed: int, way: str) -> None:
    chance = random.Random(seed)
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication([])
    dress(app)
    settings = QSettings(f"{file}.ini", QSettings.Format.IniFormat)
    settings.setValue("motion", "less")
    program = build_program(app, settings, Dialogs())
    window = program.new_window()
    window.resize(1280, 800)
    program.open_file(file, window)
    desk = window.desk
    assert desk is not None
    window.activateWindow()
    telling = Telling(desk.parts.document.workshop, is_hasty=way == "hasty")
    somebody = Somebody(desk, chance)
    mock.patch.object(Writer, "save", _standing_before(telling)).start()
    if way == "hasty":  # what waits is saved together, so a quick disk would hide the haste
        mock.patch.object(Store, "save_all", _slow(Store.save_all)).start()
    saving = desk.parts.saving
    saving.saved.connect(telling.on_saved)
    timer = QTimer()
    rest_at = 0

    def go_on() -> None:
        nonlocal rest_at
        if QApplication.focusWidget() is None:  # on a busy machine nobody has the keys yet
            window.activateWindow()
            desk.parts.board.setFocus()
            QApplication.processEvents()
        if telling.given >= rest_at:  # a breath now and then, until the window says Saved
            if saving.state is not State.SAVED:
                return
            rest_at = telling.given + chance.randrange(1, BREATH)
        somebody.do_something()
        if way == "stays" and telling.given > 20:
            timer.stop()
            somebody.type_and_stay()

    timer.timeout.connect(go_on)
    saving.opened.connect(lambda: timer.start(10))
    app.exec()


def _slow(save_all: Callable[..., None]) -> Callable[..., None]:
    def slow(*given: object) -> None:
        time.sleep(SLOW)
        save_all(*given)

    return slow


def _standing_before(telling: Telling) -> Callable[..., None]:
    def save(writer: Writer, change: Change, steps: Steps | None = None) -> None:
        telling.save(writer, change, steps)

    return save


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
