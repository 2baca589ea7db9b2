"""Phases are made before somebody turns to them, and nobody can tell."""

import weakref
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.build import build_program
from motworkshop.app.desk import Desk
from motworkshop.app.making_ahead import BREATH_MS, REST_MS
from motworkshop.app.program import Program
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.change import Change, Edit
from motworkshop.model.records import RECORDED, PhaseKind
from motworkshop.model.workshop import Workshop
from motworkshop.panels.phases.panel import PhasePanel
from motworkshop.storage.create import create_workshop
from tests.app.conftest import Answers
from tests.app.screens import desk_of, open_desk
from tests.app.test_closing import Left, wait_until_gone
from tests.app.test_flashes import Openings

ALL_MADE_MS = 60_000


@pytest.fixture
def program(
    dressed: QApplication, settings: QSettings, answers: Answers, backups: Path
) -> Iterator[Program]:
    made = build_program(dressed, settings, answers, backups=backups, makes_ahead=True)
    yield made
    made.quit()


def panels(desk: Desk) -> set[PhaseKind]:
    """The phases whose panels are there."""
    return {panel.kind for panel in desk.parts.side.findChildren(PhasePanel)}


def all_made(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panels(desk) == set(PhaseKind), timeout=ALL_MADE_MS)
    centres = [desk.parts.scenes.scene(kind).centre for kind in PhaseKind]
    qtbot.waitUntil(
        lambda: all(desk.parts.middle.indexOf(one) >= 0 for one in centres if one is not None),
        timeout=ALL_MADE_MS,
    )


def read_off(desk: Desk) -> list[tuple[str, str, bool]]:
    """What can be seen beside the board and in its place: kind of part, its words, whether it can
    be used."""
    roots = [desk.parts.side, desk.parts.middle.currentWidget()]
    parts = [part for root in roots if root is not desk.parts.board for part in words_in(root)]
    return sorted((type(part).__name__, part.text(), part.isEnabled()) for part in parts)


def words_in(root: QWidget | None) -> list[QLabel | QAbstractButton | QLineEdit]:
    """The parts that say something and can be seen."""
    kinds = (QLabel, QAbstractButton, QLineEdit)
    parts = root.findChildren(QWidget) if root is not None else []
    return [part for part in parts if isinstance(part, kinds) and part.isVisible()]


def fill(desk: Desk, workshop: Workshop) -> None:
    """Bring all of a workshop into an empty one, as people would in a day."""
    pairs = [(desk.parts.document.workshop.find(one.id), one) for one in workshop.records()]
    steps = [pair for pair in pairs if type(pair[1]) not in RECORDED]
    desk.parts.document.do(Edit("All of it", Change.between(steps)))
    kept = [pair for pair in pairs if type(pair[1]) in RECORDED]
    desk.parts.document.record(Change.between(kept))


def test_all_phases_are_made_while_nobody_does_anything(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    desk = desk_of(open_desk(program, file, qtbot))
    shown, focus = read_off(desk), QApplication.focusWidget()
    assert panels(desk) == {desk.parts.clock.phase}, "first the desk itself"
    openings, app = Openings(), QApplication.instance()
    assert app is not None
    app.installEventFilter(openings)
    all_made(desk, qtbot)
    app.removeEventFilter(openings)
    assert openings.kinds == set(), "no part flashes up as a window"
    assert (read_off(desk), QApplication.focusWidget()) == (shown, focus), "and nobody sees it"


def test_what_was_made_ahead_shows_what_a_phase_shows_that_is_made_when_it_is_wanted(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    sample = sample_workshop()
    for name, content in (("early", Workshop([sample.about])), ("late", sample)):
        create_workshop(tmp_path / f"{name}.motw", content)
    early = desk_of(open_desk(program, tmp_path / "early.motw", qtbot))
    all_made(early, qtbot)
    fill(early, sample)
    late = desk_of(open_desk(program, tmp_path / "late.motw", qtbot))
    for kind in [kind for kind in PhaseKind if kind is not PhaseKind.FRAME]:  # that was there
        for desk in (early, late):
            desk.parts.clock.go_to(kind)
        with suppress(QtBot.TimeoutError):
            qtbot.waitUntil(lambda: read_off(early) == read_off(late))
        assert (kind, read_off(early)) == (kind, read_off(late))


def test_nothing_is_made_while_somebody_holds_the_mouse_or_has_just_pressed_a_key(
    program: Program, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk(program, file, qtbot)
    desk, handle = desk_of(window), window.windowHandle()
    corner = QPoint(3, window.height() - 3)
    qtbot.waitUntil(lambda: len(panels(desk)) > 1, timeout=ALL_MADE_MS)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    made = panels(desk)
    qtbot.wait(REST_MS + 5 * BREATH_MS)
    assert panels(desk) == made, "the mouse is held"
    monkeypatch.setattr("motworkshop.app.making_ahead.REST_MS", 600_000)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    qtbot.wait(REST_MS + 5 * BREATH_MS)
    assert panels(desk) == made, "and it was let go just now"
    monkeypatch.undo()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    all_made(desk, qtbot)


def test_a_window_that_is_closed_meanwhile_is_gone_from_memory_too(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    left = left_by_a_window(program, file, qtbot)
    wait_until_gone(left, qtbot)


def left_by_a_window(program: Program, file: Path, qtbot: QtBot) -> Left:
    """What a window consists of that was closed while phases were made."""
    window = open_desk(program, file, qtbot)
    desk = desk_of(window)
    qtbot.waitUntil(lambda: len(panels(desk)) > 1, timeout=ALL_MADE_MS)
    window.close()
    parts: list[QObject] = [window, desk, desk.parts.scenes, desk.parts.side]
    return {type(one).__name__: weakref.ref(one) for one in parts}
