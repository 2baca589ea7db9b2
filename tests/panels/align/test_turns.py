import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.people import propose_stages
from motworkshop.model.records import Participant, StageProposal
from motworkshop.panels.align.scene import AlignScene
from tests.panels.phase_room import PhaseRoom

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of pop-ups, offscreen


@pytest.fixture
def room(qtbot: QtBot) -> PhaseRoom:
    return PhaseRoom(qtbot, AlignScene, stages=())


def written(room: PhaseRoom, name: str) -> list[tuple[str, str]]:
    workshop = room.workshop
    return [
        (one.name, one.definition)
        for one in workshop.ordered(StageProposal)
        if workshop.name_of(one.participant) == name
    ]


def test_one_after_the_other_writes_behind_a_curtain(room: PhaseRoom) -> None:
    curtains: list[bool] = []
    room.scene.curtain_wanted.connect(curtains.append)
    room.click("Hand the keyboard to Ann")
    assert room.wanted == [True]
    assert "Ann, it is your turn" in room.seen()
    room.press(Key.Key_Space)
    room.type("Search", enter=True)
    room.type("Book")
    room.press(Key.Key_Tab)
    room.type("Until it is paid")
    room.press(Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert written(room, "Ann") == [("Search", ""), ("Book", "Until it is paid")]
    assert "Bengt, it is your turn" in room.seen()
    assert "1 of 3 have written" in room.seen()
    for shown in ("Search", "Agreed stages", "Until it is paid"):
        assert shown not in room.seen()
    room.click("Start writing")
    room.type("Awareness")
    room.click("Done, hand over")
    assert written(room, "Bengt") == [("Awareness", "")]
    assert curtains == [True]


def test_the_last_one_leads_to_the_comparison(room: PhaseRoom) -> None:
    shown: list[bool] = []
    room.scene.proposals_shown.connect(shown.append)
    for name in ("Ann", "Bengt", "Carin"):
        if name == "Ann":
            room.click("Hand the keyboard to Ann")
        room.click("Start writing")
        room.type(f"Step of {name}")
        room.click("Done, hand over")
    assert "Everybody has written" in room.seen()
    assert "Step of Ann" not in room.seen()
    room.click("Compare side by side")
    assert shown == [True]
    assert "Three people, three answers." in room.seen()
    assert "Step of Ann" in room.seen()


def test_what_is_written_is_kept_when_somebody_stops_for_now(room: PhaseRoom) -> None:
    room.click("Hand the keyboard to Ann")
    room.click("Start writing")
    room.type("Search")
    room.button("Done, hand over")
    room.scene.centre.currentWidget().left.emit()
    assert room.wanted == [True, False]
    assert written(room, "Ann") == [("Search", "")]
    assert "1 of 3 have written." in room.seen()


def test_sheets_from_paper_come_one_after_the_other(room: PhaseRoom) -> None:
    room.click("Enter from paper")
    assert "Ann’s stages, from paper" in room.seen()
    room.type("Search", enter=True)
    room.click("Done, hand over")
    assert "Bengt’s sheet" in room.seen()
    room.click("Enter it")
    room.type("Book")
    room.click("Done, hand over")
    assert written(room, "Bengt") == [("Book", "")]


def test_somebody_who_is_not_on_the_roster_can_write(room: PhaseRoom) -> None:
    room.field("Whose turn it is").clear()
    room.field("Whose turn it is").setFocus()
    room.type("Guest", enter=True)
    room.click("Start writing")
    room.type("Arrive")
    room.click("Done, hand over")
    assert written(room, "Guest") == [("Arrive", "")]


def test_who_writes_again_finds_what_was_written_and_can_change_it(room: PhaseRoom) -> None:
    for text in ("Search", " later"):
        room.field("Whose turn it is").clear()
        room.field("Whose turn it is").setFocus()
        room.type("Ann", enter=True)
        room.click("Start writing")
        if text == " later":
            room.press(Key.Key_Up)
            room.press(Key.Key_End)
        room.type(text)
        room.scene.centre.currentWidget().left.emit()
    assert written(room, "Ann") == [("Search later", "")]


def test_a_definition_without_a_name_is_pointed_out(room: PhaseRoom) -> None:
    room.click("Hand the keyboard to Ann")
    room.click("Start writing")
    room.press(Key.Key_Tab)
    room.type("Until it is paid")
    room.click("Done, hand over")
    assert "Line 1 says what a stage means but has no name." in room.seen()
    assert room.focused() is room.field("Stage 1")


def test_there_is_always_another_line(room: PhaseRoom) -> None:
    room.click("Hand the keyboard to Ann")
    room.click("Start writing")
    for number in range(9):
        room.type(f"Step {number}", enter=True)
    assert len(written(room, "Ann")) == 9


def test_undo_takes_a_line_back_on_the_sheet_too(room: PhaseRoom) -> None:
    room.click("Hand the keyboard to Ann")
    room.click("Start writing")
    room.type("Search", enter=True)
    room.type("Book")
    room.document.undo()
    assert written(room, "Ann") == [("Search", "")]
    texts = [room.field(f"Stage {number}") for number in (1, 2)]
    assert [field.text() for field in texts] == ["Search", ""]


def test_a_name_that_is_too_long_is_refused_in_a_sentence(room: PhaseRoom) -> None:
    room.click("Hand the keyboard to Ann")
    room.click("Start writing")
    field = room.field("Stage 1")
    field.setText("x" * 200)
    room.type("y")
    assert "at most 200 fit" in room.refusals[0]
    assert written(room, "Ann") == []


def test_one_button_is_the_thing_to_do_next(room: PhaseRoom) -> None:
    def primary() -> list[str]:
        shown = [one for one in room.window.findChildren(QPushButton) if one.isVisible()]
        return [one.text() for one in shown if one.property("kind") == "primary"]

    assert primary() == ["Start with Ann"]
    assert not room.buttons("Compare side by side")
    propose(room, "Ann", "Step 1")
    room.qtbot.waitUntil(lambda: primary() == ["Hand the keyboard to Bengt"])
    assert "Compare" in room.seen()
    propose(room, "Bengt", "Step 2")
    room.qtbot.waitUntil(lambda: primary() == ["Compare side by side"])
    room.click("Compare side by side")
    assert "You share none of the stages." in room.seen()
    assert "Compare side by side" not in primary()


def propose(room: PhaseRoom, name: str, stage: str) -> None:
    who = next(one.id for one in room.workshop.ordered(Participant) if one.name == name)
    room.document.do(propose_stages(room.workshop, who, [(stage, "")]))
