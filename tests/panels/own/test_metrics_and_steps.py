import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from motworkshop.model.records import Action, ActionStatus, Metric
from motworkshop.panels.own.fields import can_read_number, read_number
from tests.panels.own.room import Room, focus, press, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key


def metric(room: Room, place: int = 0) -> Metric:
    return room.moments[0].metrics[place]


def step(room: Room, place: int = 0) -> Action:
    return room.moments[0].actions[place]


def test_a_metric_is_named_with_enter_and_its_unit_comes_next(room: Room) -> None:
    write(room.line("New metric"), "Calls per cancelled flight")
    press(room.line("New metric"), Key.Key_Return)
    assert metric(room, 2).name == "Calls per cancelled flight"
    found = focus()
    assert found.accessibleName() == "Unit"
    QTest.keyClicks(found, "calls")
    assert metric(room, 2).unit == "calls"


def test_leaving_the_line_keeps_the_metric_and_does_not_take_the_focus_back(room: Room) -> None:
    write(room.line("New metric"), "Beds")
    room.line("Accountable").setFocus()
    assert metric(room, 2).name == "Beds"
    assert room.line("Accountable").hasFocus()


def test_numbers_are_read_with_a_comma_and_with_a_full_stop(room: Room) -> None:
    for name, typed in (("Baseline", "0,5"), ("Target", "-2.25"), ("Warns at", " 7 ")):
        field = room.line(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
    found = metric(room)
    assert (found.baseline, found.target, found.threshold) == (0.5, -2.25, 7)
    assert len(room.document.done) == 3


def test_a_number_rubbed_out_is_no_number(room: Room) -> None:
    field = room.line("Baseline")
    field.setFocus()
    field.selectAll()
    press(field, Key.Key_Backspace)
    assert metric(room).baseline is None


def test_what_is_no_number_is_told_and_the_old_one_stays(room: Room) -> None:
    field = room.line("Target")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "many")
    room.line("Source").setFocus()
    assert metric(room).target == 90
    assert field.text() == "90"
    assert room.refusals == ["“many” is not a number. Write it like 12 or 0.5."]


def test_a_name_may_be_rubbed_out_to_write_another(room: Room) -> None:
    field = room.text("Metric")
    field.setFocus()
    field.selectAll()
    press(field, Key.Key_Backspace)
    assert metric(room).name.startswith("Stranded travellers")
    assert field.toPlainText() == ""
    QTest.keyClicks(field, "Beds")
    assert metric(room).name == "Beds"
    assert room.refusals == []


def test_a_name_left_empty_comes_back(room: Room) -> None:
    field = room.text("Metric")
    field.setFocus()
    field.selectAll()
    press(field, Key.Key_Backspace)
    room.line("Unit").setFocus()
    room.scene.refresh()
    assert field.toPlainText() == metric(room).name


def test_enter_in_a_name_goes_on_instead_of_breaking_the_line(room: Room) -> None:
    field = room.text("Metric")
    write(field, "x")
    press(field, Key.Key_Return)
    assert "\n" not in metric(room).name
    assert focus() is room.line("Unit")


def test_a_metric_and_a_step_are_removed_and_come_back_by_undo(room: Room) -> None:
    metrics, steps = room.moments[0].metrics, room.moments[0].actions
    room.click(room.button("Remove this metric"))
    room.click(room.button("Remove this next step"))
    assert room.moments[0].metrics == metrics[1:]
    assert room.moments[0].actions == steps[1:]
    room.document.undo()
    room.document.undo()
    assert (room.moments[0].metrics, room.moments[0].actions) == (metrics, steps)
    assert room.text("Metric").toPlainText() == metrics[0].name


def test_a_step_has_what_who_due_and_status(room: Room) -> None:
    room.scene.show_moment(room.moments[8].note.id)
    write(room.line("New next step"), "Ask the caterer")
    press(room.line("New next step"), Key.Key_Return)
    who = focus()
    assert who.accessibleName() == "Who"
    QTest.keyClicks(who, "Gun")
    write(room.line("Due"), "2026-12-01")
    status = room.find("Status", QComboBox)
    status.setFocus()
    press(status, Key.Key_Down)
    found = room.moments[8].actions[0]
    assert room.workshop.name_of(found.who) == "Gun"
    assert found.who != "Gun"
    assert (found.what, found.due, found.status) == (
        "Ask the caterer",
        "2026-12-01",
        ActionStatus.DOING,
    )


def test_a_day_that_does_not_exist_is_told_and_the_old_one_stays(room: Room) -> None:
    field = room.line("Due")
    before = step(room).due
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2026-02-30")
    room.line("Who").setFocus()
    assert step(room).due == before == field.text()
    assert len(room.refusals) == 1
    assert "“2026-02-30” is no day" in room.refusals[0]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("", None), (" 12 ", 12), ("-0,5", -0.5), ("−3", -3), (".25", 0.25), ("1e5", "refused")],
)
def test_a_number_is_read_as_it_is_written(typed: str, number: float | str | None) -> None:
    if number == "refused":
        assert not can_read_number(typed)
    else:
        assert can_read_number(typed)
        assert read_number(typed) == number
