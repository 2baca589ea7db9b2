"""A window that was closed is gone from memory too, whatever was done in it."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from motworkshop.app.program import Program
from motworkshop.app.settling import SETTLED_MS
from motworkshop.app.window import Window
from motworkshop.canvas.accessible import read_out_boards
from motworkshop.model.records import PhaseKind
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop
from tests.app.screens import desk_of, open_desk, screens, settle

WINDOWS = 5

Left = dict[str, weakref.ref[QObject]]


def parts_of(window: Window) -> Left:
    """What a window is made of, so that nothing is kept by looking at it."""
    desk = desk_of(window)
    parts = desk.parts
    made: list[QObject] = [
        window, desk, desk.actions_, desk.bar, desk.rail, parts.document, parts.selection,
        parts.editing, parts.board, parts.saving, parts.clock, parts.search, parts.side,
        parts.middle, parts.scenes, *(parts.scenes.scene(kind) for kind in PhaseKind),
    ]  # fmt: skip
    return {f"{window.path} {type(one).__name__}": weakref.ref(one) for one in made}


def still_there(left: Left) -> list[str]:
    return sorted(name for name, one in left.items() if one() is not None)


def wait_until_gone(left: Left, qtbot: QtBot) -> None:
    """Nobody collects here: the program does, in a while."""
    try:
        qtbot.waitUntil(lambda: not still_there(left))
    finally:
        assert still_there(left) == []


def work_in(window: Window) -> None:
    """See every phase, what stands beside the board, and the wall."""
    desk = desk_of(window)
    for kind in PhaseKind:
        desk.parts.clock.go_to(kind)
        settle()
    desk.parts.clock.go_to(PhaseKind.CLUSTER)
    desk.parts.selection.select(list(desk.parts.document.workshop.notes)[:2])
    for name in ("merge", "toggle_outline", "present", "new_note", "undo"):
        desk.actions_[name].trigger()
        settle()


@pytest.fixture
def files(tmp_path: Path, workshop: Workshop) -> Iterator[Path]:
    """Workshops, one after the other."""

    def made() -> Iterator[Path]:
        for number in range(WINDOWS):
            path = tmp_path / f"{number}.motw"
            create_workshop(path, workshop)
            yield path

    return made()


@pytest.mark.slow
def test_closed_windows_are_freed_with_their_workshops(
    program: Program, files: Iterator[Path], qtbot: QtBot
) -> None:
    left: Left = {}
    for path in files:
        window = open_desk(program, path, qtbot)
        work_in(window)
        left |= parts_of(window)
        assert window.close()
        del window
    assert len(left) == WINDOWS * 24
    wait_until_gone(left, qtbot)


def test_a_window_that_was_open_for_long_is_freed_too(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    window = open_desk(program, file, qtbot)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)  # nobody looks at it any more
    left = parts_of(window)
    assert window.close()
    del window
    wait_until_gone(left, qtbot)


def test_a_window_that_a_screen_reader_has_read_is_freed_too(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    read_out_boards()
    window = open_desk(program, file, qtbot)
    assert read_aloud(QAccessible.queryAccessibleInterface(desk_of(window).parts.board)) > 10
    left = parts_of(window)
    assert window.close()
    del window
    wait_until_gone(left, qtbot)


def test_a_window_that_a_busy_computer_takes_apart_late_is_freed_too(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    """All that was to come in a while is due at once, and first what should come last."""
    read_out_boards()
    window = open_desk(program, file, qtbot)
    assert read_aloud(QAccessible.queryAccessibleInterface(desk_of(window).parts.board)) > 10
    left = parts_of(window)
    assert window.close()
    del window
    sleep(SETTLED_MS / 1000 + 0.1)
    wait_until_gone(left, qtbot)


@pytest.mark.slow
def test_after_every_screen_was_shown_nothing_of_them_stays(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    left: Left = {}
    for name, shown in screens(program, tmp_path, qtbot):
        window = shown.window()
        if isinstance(window, Window) and window.desk is not None and "," in name:
            left |= parts_of(window)
    del shown, window
    assert len(left) > 24
    wait_until_gone(left, qtbot)


def read_aloud(part: QAccessibleInterface) -> int:
    """Ask for all that a reader says of it, and of what is in it; how much that was."""
    part.text(QAccessible.Text.Name)
    part.state()
    return sum((read_aloud(part.child(place)) for place in range(part.childCount())), start=1)
