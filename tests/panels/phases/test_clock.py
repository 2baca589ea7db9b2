from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.look import LIGHT
from motworkshop.model.phases import (
    clock_of,
    phase_of,
    run_clock,
    set_phase_status,
    time_boxes,
)
from motworkshop.model.records import About, Participant, PhaseKind, PhaseStatus, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock, as_clock
from motworkshop.panels.phases.rail import ClockFace
from motworkshop.panels.phases.time_box import TimeBoxes


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
    begun = monotonic()
    clock.start()
    assert runs(clock)
    with qtbot.waitSignal(clock.ticked):
        pass
    assert clock_of(editing.workshop, PhaseKind.FRAME).used == 590.0
    clock.pause()
    assert not runs(clock)
    gone = monotonic() - begun
    assert 590.9 < clock_of(editing.workshop, PhaseKind.FRAME).used < 590.1 + gone
    assert clock_of(editing.workshop, PhaseKind.FRAME).status is PhaseStatus.CURRENT


def test_another_phase_pauses_the_clock_and_keeps_the_time(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    clock.start()
    with qtbot.waitSignal(clock.ticked):
        pass
    clock.go_to(PhaseKind.ALIGN)
    assert not runs(clock)
    assert clock_of(editing.workshop, PhaseKind.FRAME).used > 0
    assert clock.left == 20 * 60


def test_the_face_starts_pauses_and_turns_when_the_time_is_over(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    face = ClockFace(clock)
    qtbot.addWidget(face)
    assert words_of(face) == ["", "10:00", "10 min planned"]
    assert play_of(face).text() == "Start"
    QTest.mouseClick(play_of(face), Qt.MouseButton.LeftButton)
    assert runs(clock)
    assert play_of(face).accessibleName() == "Pause the clock"
    QTest.mouseClick(play_of(face), Qt.MouseButton.LeftButton)
    assert not runs(clock)
    editing.record(run_clock, PhaseKind.FRAME, 700.0)
    clock.ticked.emit()
    assert words_of(face) == ["", "01:40", "2 min over the 10 planned"]
    assert not time_of(face).isVisibleTo(face), "nothing runs: the words say it"
    assert play_of(face).text() == "Start"
    QTest.mouseClick(play_of(face), Qt.MouseButton.LeftButton)
    assert words_of(face) == ["", "01:40", "2 min over the 10 planned"]
    assert time_of(face).isVisibleTo(face)
    assert play_of(face).text() == "Pause"


def test_a_phase_that_is_done_says_only_what_it_took(editing: Editing, qtbot: QtBot) -> None:
    editing.record(run_clock, PhaseKind.FRAME, 720.0)
    for kind in (PhaseKind.FRAME, PhaseKind.ALIGN):
        editing.record(set_phase_status, kind, PhaseStatus.DONE)
    clock = Clock(editing, editing)
    face = ClockFace(clock)
    qtbot.addWidget(face)
    clock.go_to(PhaseKind.FRAME)
    assert words_of(face)[2] == "Took 12 min, 10 planned"
    assert not time_of(face).isVisibleTo(face)
    assert play_of(face).text() == "Start"
    clock.go_to(PhaseKind.ALIGN)
    assert words_of(face)[2] == "", "its clock never ran"
    assert not time_of(face).isVisibleTo(face)
    QTest.mouseClick(play_of(face), Qt.MouseButton.LeftButton)
    assert time_of(face).isVisibleTo(face)
    assert words_of(face) == ["Write alone", "20:00", "0 of 20 min used"]


def test_the_minutes_stand_beside_the_clock_and_are_one_undoable_step(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    face = ClockFace(clock)
    qtbot.addWidget(face)
    minutes = face.findChild(QSpinBox)
    assert minutes is not None
    minutes.setFocus()
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    assert phase_of(editing.workshop, PhaseKind.FRAME).planned == 12
    assert words_of(face) == ["", "12:00", "12 min planned"]
    editing.document.undo()
    assert minutes.value() == 10
    clock.go_to(PhaseKind.BRAINSTORM)
    assert minutes.accessibleName() == "Minutes planned for “Silent writing”"


def test_a_time_box_in_the_panel_is_an_undoable_step(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    box = TimeBoxes(editing, PhaseKind.VOTE, clock, Icons(LIGHT, editing))
    qtbot.addWidget(box)
    minutes = box.findChild(QSpinBox)
    assert minutes is not None
    minutes.setFocus()
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    assert phase_of(editing.workshop, PhaseKind.VOTE).planned == 12
    assert len(editing.document.done) == 1
    editing.document.undo()
    assert minutes.value() == 10


def test_the_second_time_box_of_a_phase_begins_by_one_press_and_has_minutes_of_its_own(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    face = ClockFace(clock)
    qtbot.addWidget(face)
    face.show()
    assert not following_of(face).isVisible()
    editing.record(run_clock, PhaseKind.BRAINSTORM, 300.0)
    clock.go_to(PhaseKind.BRAINSTORM)
    assert words_of(face) == ["Silent writing", "10:00", "5 of 15 min used"]
    assert following_of(face).text() == "Begin: Round robin"
    QTest.mouseClick(following_of(face), Qt.MouseButton.LeftButton)
    assert runs(clock)
    assert words_of(face) == ["Round robin", "30:00", "0 of 30 min used"]
    assert not following_of(face).isVisible()


def test_what_ran_in_one_time_box_is_not_taken_from_the_other(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    clock.go_to(PhaseKind.BRAINSTORM)
    clock.start()
    with qtbot.waitSignal(clock.ticked):
        pass
    clock.go_to_box(1)
    assert runs(clock)
    assert 29 * 60 < clock.left <= 30 * 60  # it goes by while this is read
    silent = time_boxes(editing.workshop, PhaseKind.BRAINSTORM)[0].used
    assert silent >= 0.9
    with qtbot.waitSignal(clock.ticked):
        pass
    clock.pause()
    boxes = time_boxes(editing.workshop, PhaseKind.BRAINSTORM)
    assert boxes[0].used == pytest.approx(silent)
    assert boxes[1].used > 0


def test_a_workshop_opens_in_the_time_box_it_was_left_in(editing: Editing, clock: Clock) -> None:
    clock.go_to(PhaseKind.ALIGN)
    clock.go_to_box(1)
    again = Clock(editing, editing)
    assert (again.place, again.left) == (1, 20 * 60)
    again.go_to(PhaseKind.VOTE)
    again.go_to_box(1)
    assert (again.place, again.left) == (0, 10 * 60)


def test_both_time_boxes_can_be_changed_and_begun_in_the_panel(
    editing: Editing, clock: Clock, qtbot: QtBot
) -> None:
    clock.go_to(PhaseKind.ALIGN)
    box = TimeBoxes(editing, PhaseKind.ALIGN, clock, Icons(LIGHT, editing))
    qtbot.addWidget(box)
    box.show()
    alone, agree = box.findChildren(QSpinBox)
    assert [one.accessibleName() for one in (alone, agree)] == [
        "Minutes planned for “Write alone”",
        "Minutes planned for “Agree”",
    ]
    for field, figures in ((alone, "12"), (agree, "35")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, figures)
        QTest.keyClick(field, Qt.Key.Key_Return)
    minutes = [one.planned for one in time_boxes(editing.workshop, PhaseKind.ALIGN)]
    assert minutes == [12, 35]
    assert phase_of(editing.workshop, PhaseKind.ALIGN).planned == 47
    assert len(editing.document.done) == 2
    begin = [one for one in box.findChildren(QToolButton) if one.isVisible()]
    assert [one.accessibleName() for one in begin] == ["Begin “Agree”"]
    QTest.mouseClick(begin[0], Qt.MouseButton.LeftButton)
    assert (clock.place, runs(clock), clock.left) == (1, True, 35 * 60)
    shown = [one.accessibleName() for one in box.findChildren(QToolButton) if one.isVisible()]
    assert shown == ["Begin “Write alone”"]


def test_times_as_people_read_them() -> None:
    assert [as_clock(seconds) for seconds in (522, 0, -5, 3600)] == [
        "08:42", "00:00", "00:05 over", "60:00",
    ]  # fmt: skip


def statuses(editing: Editing) -> dict[PhaseKind, str]:
    found = {kind: clock_of(editing.workshop, kind).status for kind in PhaseKind}
    return {kind: said.value for kind, said in found.items() if said is not PhaseStatus.TO_COME}


def play_of(face: ClockFace) -> QPushButton:
    return face.findChildren(QPushButton)[0]


def time_of(face: ClockFace) -> QLabel:
    return face.findChildren(QLabel)[1]


def words_of(face: ClockFace) -> list[str]:
    return [one.text() for one in face.findChildren(QLabel)]


def runs(clock: Clock) -> bool:
    return clock.is_running


def following_of(face: ClockFace) -> QPushButton:
    return face.findChildren(QPushButton)[1]
