"""A file that somebody else has: told who, and it can be looked at or copied."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.model.records import PhaseKind
from motworkshop.model.workshop import Workshop
from motworkshop.storage.read import read_workshop

if TYPE_CHECKING:
    from tests.app.conftest import Answers

LEFT = Qt.MouseButton.LeftButton
HOLDER = """
import sys
from pathlib import Path
from motworkshop.storage.store import Store
with Store.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another program has it open for writing."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder
        if holder.stdin is not None and not holder.stdin.closed:
            holder.stdin.close()


def test_the_second_is_told_who_has_it_and_what_can_be_done(program: Program, file: Path) -> None:
    window = program.new_window()
    with held_elsewhere(file) as holder:
        program.open_file(file, window)
        assert window.desk is None
        assert window.start is not None
        words = window.start.banner.words
        assert "is open in motworkshop on " in words
        assert f"(process {holder.pid}) since 20" in words
        offers = [one.text() for one in window.start.banner.findChildren(QPushButton)]
        assert offers == ["Look at it", "Open a copy…"]


def test_what_is_only_looked_at_cannot_be_changed_and_says_so(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    before = file.read_bytes()
    with looked_at(program, file) as window:
        desk = desk_of(window)
        assert window.windowTitle() == "Spring (read only) – motworkshop"
        assert desk.status.state.text() == "Read only"
        assert desk.parts.banner.words.startswith("Open to look at only. “")
        was = workshop_of(window)
        note = next(iter(was.notes))
        desk.parts.selection.select([note])
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_2, Qt.Key.Key_N):
            QTest.keyClick(desk.parts.board, key)
        assert workshop_of(window) == was
        desk.bar.title.setFocus()
        desk.bar.title.selectAll()
        QTest.keyClicks(desk.bar.title, "Autumn")
        QTest.keyClick(desk.bar.title, Qt.Key.Key_Return)
        assert workshop_of(window) == was
        assert desk.bar.title.text() == "Spring"
        assert desk.parts.banner.words == (
            "This workshop is open to look at only. Save a copy to change it."
        )
        for name in ("undo", "import", "delete", "new_note", "merge"):
            assert not desk.actions_[name].isEnabled()
        for name in ("save_copy", "export_report", "present", "search", "fit_all"):
            assert desk.actions_[name].isEnabled()
        assert window.close()
    assert file.read_bytes() == before


def test_every_phase_can_be_looked_at(program: Program, file: Path) -> None:
    with looked_at(program, file) as window:
        desk = desk_of(window)
        for kind in PhaseKind:
            desk.parts.clock.go_to(kind)
            assert desk.parts.clock.phase is kind
            assert "look at only. Save a copy" not in desk.parts.banner.words


def test_a_copy_can_be_saved_of_what_is_looked_at(
    program: Program, answers: "Answers", file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "mine.motw"
    with looked_at(program, file) as window:
        desk_of(window).actions_["save_copy"].trigger()
        qtbot.waitUntil(lambda: desk_of(window).parts.banner.tone == "ok")
        assert read_workshop(answers.path).notes == workshop_of(window).notes


def test_it_opens_for_changes_when_the_other_has_gone(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    with looked_at(program, file) as window:
        press(desk_of(window).parts.banner, "Try to change it")
        assert desk_of(window).parts.banner.words.startswith("Open to look at only. “")
    press(desk_of(window).parts.banner, "Try to change it")
    (now,) = program.windows
    assert now.path == file
    assert not now.is_read_only
    with qtbot.waitSignal(desk_of(now).parts.saving.opened):
        pass


def test_opening_it_once_more_asks_for_changes_again(program: Program, file: Path) -> None:
    with looked_at(program, file):
        pass
    again = program.new_window()
    program.open_file(file, again)
    assert again.path == file
    assert not again.is_read_only


def test_a_file_that_may_not_be_written_can_be_looked_at(
    program: Program, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everything, so the lock's refusal is played."""
    from motworkshop.errors import WriteFailedError

    def refuse(path: Path) -> None:
        raise WriteFailedError(f"“{path}” cannot be changed where it lies (Read-only file system).")

    monkeypatch.setattr("motworkshop.app.opening._refuse_if_locked", refuse)
    window = program.new_window()
    program.open_file(file, window)
    assert window.start is not None
    press(window.start.banner, "Look at it")
    assert window.is_read_only


def test_of_a_damaged_file_is_rescued_what_can_be_read(
    program: Program, answers: "Answers", file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    damaged = bytearray(file.read_bytes())
    text = damaged.index(b"Seat is broken")
    damaged[text : text + 4] = b"Heat"
    file.write_bytes(damaged)
    before = file.read_bytes()
    window = program.new_window()
    program.open_file(file, window)
    assert window.start is not None
    assert "is damaged" in window.start.banner.words
    answers.path = tmp_path / "rescued.motw"
    press(window.start.banner, "Rescue what can be read…")
    qtbot.waitUntil(lambda: window.desk is not None)
    words = desk_of(window).parts.banner.words
    assert words.startswith(
        "This is what could be read of “spring.motw”, which is as it was. Lost:"
    )
    assert words.endswith("Lost: 1 of 4 notes cannot be read.")
    texts = {note.text for note in workshop_of(window).notes.values()}
    assert texts == {"Payment is declined", "Bag is lost", "Bag is lost again"}
    assert file.read_bytes() == before


@contextmanager
def looked_at(program: Program, file: Path) -> Iterator[Window]:
    """A window with a file that another program has for writing."""
    window = program.new_window()
    with held_elsewhere(file):
        program.open_file(file, window)
        assert window.start is not None
        press(window.start.banner, "Look at it")
        assert window.is_read_only
        yield window


def press(inside: QWidget, words: str) -> None:
    buttons = inside.findChildren(QPushButton)
    QTest.mouseClick(next(one for one in buttons if one.text() == words), LEFT)


def workshop_of(window: Window) -> Workshop:
    return desk_of(window).parts.document.workshop


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk
