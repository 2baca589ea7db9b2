import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.look import LIGHT
from motworkshop.model.phases import clock_of, run_clock, set_phase_status
from motworkshop.model.records import About, Participant, PhaseKind, PhaseStatus, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock, as_clock, planned_minutes
from motworkshop.panels.phases.rail import ClockFace
from motworkshop.panels.phases.time_box import TimeBox


@pytest.fixture
def editing(qtbot: QtBot) -> Editing:
    about = About(new_id(), "Airline", journey="There and back")
    document = Document(Workshop([about, Participant(new_id(), "Ann")]))
    return Editing(document, document)


@pytest.fixture
def clock(editing: Editing) -> Clock:
    return Clock(editing, editing)


def test_going_onward_is_done_and_going_back_leaves_things_as_they_were(
    editing: Editing, clock: Clock
) -> None:
    assert clock.phase is PhaseKind.FRAME
    clock.go_to(PhaseKind.VOTE)
    assert statuses(editing) == {PhaseKind.FRAME: "done", PhaseKind.VOTE: "current"}
    clock.go_to(PhaseKind.FRAME)
    assert statuses(editing) == {PhaseKind.FRAME: "current"}
    clock.go_to(PhaseKind.ALIGN)
    assert statuses(editing) == {PhaseKind.FRAME: "done", PhaseKind.ALIGN: "current"}
    assert editing.document.done == ()


def test_passing_through_a_phase_without_a_result_is_not_being_done_with_it(
    editing: Editing, clock: Clock
) -> None:
    clock.go_to(PhaseKind.VOTE)
    clock.go_to(PhaseKind.OWN)
    clock.go_to(PhaseKind.REPORT)
    assert statuses(editing) == {PhaseKind.FRAME: "done", PhaseKind.REPORT: "current"}


def test_looking_back_from_a_phase_that_was_done_leaves_it_done(editing: Editing) -> None:
    for kind in PhaseKind:
        editing.record(set_phase_status, kind, PhaseStatus.DONE)
    clock = Clock(editing, editing)
    assert clock.phase is PhaseKind.REPORT
    clock.go_to(PhaseKind.FRAME)
    clock.go_to(PhaseKind.OWN)
    clock.go_to(PhaseKind.VOTE)
    done = [kind for kind, status in statuses(editing).items() if status == "done"]
    assert len(done) == 8
    assert PhaseKind.VOTE not in done


def test_a_workshop_opens_in_the_phase_it_was_left_in(editing: Editing, clock: Clock) -> None:
    clock.go_to(PhaseKind.CLUSTER)
    assert Clock(editing, editing).phase is PhaseKind.CLUSTER


def test_the_clock_counts_what_was_used_and_records_it_at_a_pause(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    assert clock.left == 600
    editing.record(run_clock, PhaseKind.FRAME, 590.0)
    assert clock.left == 10
    clock.start()
    assert runs(clock)
    with qtbot.waitSignal(clock.ticked, timeout=3000):
        pass
    assert clock_of(editing.workshop, PhaseKind.FRAME).used == 590.0
    clock.pause()
    assert not runs(clock)
    assert 590.9 < clock_of(editing.workshop, PhaseKind.FRAME).used < 595
    assert clock_of(editing.workshop, PhaseKind.FRAME).status is PhaseStatus.CURRENT


def test_another_phase_pauses_the_clock_and_keeps_the_time(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    clock.start()
    with qtbot.waitSignal(clock.ticked, timeout=3000):
        pass
    clock.go_to(PhaseKind.ALIGN)
    assert not runs(clock)
    assert clock_of(editing.workshop, PhaseKind.FRAME).used > 0
    assert clock.left == 40 * 60


def test_the_face_starts_pauses_and_turns_when_the_time_is_over(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    face = ClockFace(clock, Icons(LIGHT, editing))
    qtbot.addWidget(face)
    QTest.mouseClick(play_of(face), Qt.MouseButton.LeftButton)
    assert runs(clock)
    assert play_of(face).accessibleName() == "Pause the clock"
    QTest.mouseClick(play_of(face), Qt.MouseButton.LeftButton)
    assert not runs(clock)
    editing.record(run_clock, PhaseKind.FRAME, 700.0)
    clock.ticked.emit()
    assert words_of(face)[:2] == ["12 min", "used, 10 planned"]
    QTest.mouseClick(play_of(face), Qt.MouseButton.LeftButton)
    assert words_of(face)[:2] == ["−01:40", "over the time box"]


def test_the_time_box_is_an_undoable_step(editing: Editing, qtbot: QtBot) -> None:
    box = TimeBox(editing, PhaseKind.VOTE)
    qtbot.addWidget(box)
    minutes = box.findChild(QSpinBox)
    assert minutes is not None
    minutes.setFocus()
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    assert planned_minutes(editing.workshop, PhaseKind.VOTE) == 12
    assert len(editing.document.done) == 1
    editing.document.undo()
    assert minutes.value() == 10


def test_times_as_people_read_them() -> None:
    assert [as_clock(seconds) for seconds in (522, 0, -5, 3600)] == [
        "08:42", "00:00", "−00:05", "60:00",
    ]  # fmt: skip


def statuses(editing: Editing) -> dict[PhaseKind, str]:
    found = {kind: clock_of(editing.workshop, kind).status for kind in PhaseKind}
    return {kind: said.value for kind, said in found.items() if said is not PhaseStatus.TO_COME}


def play_of(face: ClockFace) -> QToolButton:
    return face.findChildren(QToolButton)[0]


def words_of(face: ClockFace) -> list[str]:
    return [one.text() for one in face.findChildren(QLabel)]


def runs(clock: Clock) -> bool:
    return clock.is_running
