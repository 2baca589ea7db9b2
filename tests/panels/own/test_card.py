import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.people import add_participants
from motworkshop.model.records import Participant, Promise
from motworkshop.model.voting import person_named
from tests.panels.own.room import Room, focus, press, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key


def roster(room: Room, name: str) -> str:
    """The id of somebody on the roster."""
    found = person_named(room.workshop, name)
    assert found in room.workshop.of(Participant)
    return found


def test_typing_the_ideal_experience_is_one_step_that_undo_takes_back(room: Room) -> None:
    note = room.moments[0].note.id
    before = room.card(note).ideal_experience
    field = room.text("Ideal experience")
    QTest.keyClick(field, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    write(field, " Always.")
    assert room.card(note).ideal_experience == f"{before} Always."
    assert len(room.document.done) == 1
    room.document.undo()
    assert room.card(note).ideal_experience == before
    assert field.toPlainText() == before


def test_two_visits_to_a_field_are_two_steps(room: Room) -> None:
    field = room.text("What the front line may do without asking")
    write(field, "a")
    room.line("Accountable").setFocus()
    write(field, "b")
    assert len(room.document.done) == 2


def test_typing_on_two_cards_is_never_one_step(room: Room) -> None:
    field = room.text("Ideal experience")
    write(field, "a")
    press(field, Key.Key_PageDown)
    assert room.text("Ideal experience").hasFocus()
    write(field, "b")
    assert len(room.document.done) == 2
    first, second = (one.note.id for one in room.moments[:2])
    assert room.card(first).ideal_experience.startswith("a")
    assert room.card(second).ideal_experience.endswith("b")


def test_what_was_typed_and_not_entered_stays_on_its_own_card(room: Room) -> None:
    first, second = (one.note.id for one in room.moments[:2])
    field = room.line("Add somebody consulted")
    write(field, "Press office")
    press(field, Key.Key_PageDown)
    assert room.card(first).consulted[-1] == "Press office"
    assert "Press office" not in room.card(second).consulted
    write(room.line("New metric"), "Beds")
    press(room.line("New metric"), Key.Key_PageUp)
    assert [one.name for one in room.moments[1].metrics][-1] == "Beds"


def test_somebody_on_the_roster_becomes_accountable_as_that_person(room: Room) -> None:
    note = room.moments[5].note.id
    room.scene.show_moment(note)
    write(room.line("Accountable"), "gun")
    assert room.card(note).accountable == roster(room, "Gun")
    popup = room.line("Accountable").completer().popup()
    assert popup is not None
    press(popup, Key.Key_Escape)
    room.line("Add somebody responsible").setFocus()
    assert room.line("Accountable").text() == "Gun"


def test_a_name_that_begins_like_another_can_be_typed_to_its_end(room: Room) -> None:
    note = room.moments[5].note.id
    room.scene.show_moment(note)
    write(room.line("Accountable"), "Gun Berg")
    assert room.card(note).accountable == "Gun Berg"


def test_people_are_added_with_enter_and_nobody_twice(room: Room) -> None:
    note = room.moments[0].note.id
    before = room.card(note).consulted
    field = room.line("Add somebody consulted")
    write(field, "Tove, legal counsel")
    press(field, Key.Key_Return)
    write(field, " hedda ")
    press(field, Key.Key_Return)
    write(field, "HEDDA")
    press(field, Key.Key_Return)
    expected = (*before, "Tove, legal counsel", roster(room, "Hedda"))
    assert room.card(note).consulted == expected
    assert field.text() == ""
    assert room.button("Hedda is not consulted").isVisible()


def test_a_name_left_in_the_line_is_taken_in(room: Room) -> None:
    note = room.moments[0].note.id
    write(room.line("Add somebody informed"), "Press office")
    room.line("Accountable").setFocus()
    assert room.card(note).informed[-1] == "Press office"


def test_people_are_taken_away_by_their_tag_and_by_backspace(room: Room) -> None:
    note = room.moments[0].note.id
    first, second = room.card(note).informed
    name = room.workshop.name_of(first)
    room.click(room.button(f"{name} is not informed"))
    assert room.card(note).informed == (second,)
    press(room.line("Add somebody informed"), Key.Key_Backspace)
    assert room.card(note).informed == ()
    room.document.undo()
    room.document.undo()
    assert room.card(note).informed == (first, second)


def test_a_completion_is_taken_in_whole(room: Room, qtbot: QtBot) -> None:
    note = room.moments[0].note.id
    field = room.line("Add somebody consulted")
    write(field, "hed")
    popup = field.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    press(popup, Key.Key_Down)
    press(popup, Key.Key_Return)
    qtbot.waitUntil(lambda: roster(room, "Hedda") in room.card(note).consulted)
    qtbot.waitUntil(lambda: field.text() == "")
    assert room.card(note).consulted == ("Legal", roster(room, "Hedda"))


def test_a_promise_is_chosen_from_a_menu_by_keyboard(room: Room, qtbot: QtBot) -> None:
    note = room.moments[0].note.id
    field = room.button("Promise: “If something goes wrong")
    field.setFocus()
    press(field, Key.Key_Down)
    menu = room.window.findChild(QMenu)
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    press(menu, Key.Key_Up)
    press(menu, Key.Key_Up)
    press(menu, Key.Key_Return)
    chosen = room.workshop.ordered(Promise)[0]
    assert room.card(note).promise == chosen.id
    assert chosen.text in room.button("Promise: ").accessibleName()


def test_a_check_leads_to_the_field_that_is_empty(room: Room) -> None:
    room.scene.show_moment(room.moments[8].note.id)
    room.click(room.button("Target: missing"))
    assert focus() is room.line("Target")
    room.click(room.button("Next step: missing"))
    assert focus() is room.line("New next step")
    write(room.line("New next step"), "Ask the caterer")
    press(room.line("New next step"), Key.Key_Return)
    assert room.button("Next step: there").isVisible()


def test_tab_goes_through_the_card_as_it_is_seen(room: Room) -> None:
    write(room.line("Add somebody responsible"), "Press office")
    press(room.line("Add somebody responsible"), Key.Key_Return)
    field = room.line("Accountable")
    field.setFocus()
    names = []
    for _ in range(7):
        QTest.keyClick(focus(), Key.Key_Tab)
        names.append(focus().accessibleName())
    assert names == [
        "Ideal experience",
        "Ivar is not responsible",
        "Gun is not responsible",
        "Press office is not responsible",
        "Add somebody responsible",
        "Legal is not consulted",
        "Add somebody consulted",
    ]


def test_what_people_write_is_never_read_as_markup(room: Room) -> None:
    note = room.moments[0].note.id
    write(room.line("Add somebody consulted"), "<b>Tove</b> & Co")
    press(room.line("Add somebody consulted"), Key.Key_Return)
    assert room.card(note).consulted[-1] == "<b>Tove</b> & Co"
    assert "<b>Tove</b> & Co" in room.words


def test_names_that_join_the_roster_are_offered_at_once(room: Room) -> None:
    room.editing.do(add_participants, [("Zacharias", "IT")])
    model = room.line("Accountable").completer().model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Zacharias" in offered
    assert "Legal" in offered  # named on a card, not on the roster
