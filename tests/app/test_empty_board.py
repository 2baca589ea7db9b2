"""What a board without notes offers in each phase, and where its button leads."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.empty_board import saying
from motworkshop.app.program import Program
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.records import PhaseKind
from motworkshop.storage.create import create_workshop


@pytest.fixture
def desk(program: Program, tmp_path: Path, qtbot: QtBot) -> Desk:
    path = tmp_path / "new.motw"
    create_workshop(path, workshop_from_template("blank", "New"))
    window = program.new_window()
    window.resize(1280, 800)
    program.open_file(path, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.desk is not None
    return window.desk


def box(desk: Desk) -> QFrame:
    found = desk.parts.board.findChild(QFrame, "emptiness")
    assert isinstance(found, QFrame)
    return found


def told(desk: Desk) -> str:
    return box(desk).findChildren(QLabel)[0].text()


def press(desk: Desk) -> None:
    button = box(desk).findChildren(QPushButton)[0]
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def typed_into() -> str:
    found = QApplication.focusWidget()
    return found.accessibleName() if found is not None else ""


def test_frame_asks_whose_journey_it_is_and_then_who_is_here(desk: Desk) -> None:
    document = desk.parts.document
    assert told(desk) == "Whose journey is it?"
    press(desk)
    assert typed_into() == "Journey"
    document.do(edit_about(document.workshop, journey="There and back"))
    assert told(desk) == "Who is in the room?"
    press(desk)
    assert typed_into() == "Name of the new participant"


def test_align_leads_to_the_roster_until_somebody_is_on_it(desk: Desk, qtbot: QtBot) -> None:
    desk.parts.clock.go_to(PhaseKind.ALIGN)
    assert told(desk) == "Nobody is on the roster yet."
    press(desk)

    def is_led_there() -> bool:
        desk.window().activateWindow()
        return typed_into() == "Name of the new participant"

    qtbot.waitUntil(is_led_there)
    assert desk.parts.clock.phase is PhaseKind.FRAME
    document = desk.parts.document
    document.do(add_participants(document.workshop, [("Ann", "Web")]))
    desk.parts.clock.go_to(PhaseKind.ALIGN)
    assert told(desk) == "No stages yet."
    assert not box(desk).findChildren(QPushButton)[0].isVisible(), "the panel offers the turn"


@pytest.mark.parametrize("kind", [PhaseKind.CLUSTER, PhaseKind.VOTE, PhaseKind.REPORT])
def test_what_needs_notes_leads_to_where_they_are_written(desk: Desk, kind: PhaseKind) -> None:
    desk.parts.clock.go_to(kind)
    press(desk)
    assert desk.parts.clock.phase is PhaseKind.BRAINSTORM


def test_a_template_with_stages_is_not_offered_a_vote_in_frame() -> None:
    workshop = workshop_from_template("airline", "New")
    assert saying(workshop, PhaseKind.ALIGN).button == "Add who is here"
    assert "notes" not in saying(workshop, PhaseKind.FRAME).words


def test_the_board_has_its_tools_only_while_it_is_in_sight(desk: Desk) -> None:
    document, clock = desk.parts.document, desk.parts.clock
    entry = desk.parts.board.parts.capture.entry
    assert desk.bar.zoom.isVisible()
    assert entry.isVisible()
    clock.go_to(PhaseKind.OWN)
    assert not desk.bar.zoom.isVisible()
    document.do(add_notes(document.workshop, [Draft("Late bag")]))
    clock.go_to(PhaseKind.BRAINSTORM)
    assert desk.bar.zoom.isVisible()
    assert not entry.isVisible(), "notes are read out into the panel"
    clock.go_to(PhaseKind.FRAME)
    assert entry.isVisible()


def test_what_stands_in_the_bar_keeps_its_place_in_every_phase(desk: Desk, qtbot: QtBot) -> None:
    def places() -> dict[str, int]:
        parts = [one for one in desk.bar.findChildren(QWidget) if one.accessibleName()]
        seen = [one for one in parts if one.isVisible()]
        return {one.accessibleName(): one.mapTo(desk.bar, QPoint(0, 0)).x() for one in seen}

    desk.parts.clock.go_to(PhaseKind.FRAME)
    qtbot.waitUntil(lambda: len(places()) > 10)
    first, layout = places(), desk.bar.layout()
    assert layout is not None
    for kind in PhaseKind:
        desk.parts.clock.go_to(kind)
        layout.activate()
        now = places()
        assert {"Undo", "Search notes", "Filter notes"} <= set(now), kind
        assert {name: first[name] for name in now} == now, kind
