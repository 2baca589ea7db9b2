import pytest
from pytestqt.qtbot import QtBot

from motworkshop.look import DARK
from motworkshop.model.edits.frame import edit_about
from motworkshop.panels.brainstorm.scene import BrainstormScene
from tests.panels.phase_room import PhaseRoom

CARDS: tuple[str, ...] = ("100th order", "Third complaint", "It went wrong")


@pytest.fixture
def room(qtbot: QtBot) -> PhaseRoom:
    made = PhaseRoom(qtbot, BrainstormScene)
    made.document.do(edit_about(made.workshop, prompts=CARDS))
    made.click("Round robin")
    return made


def test_cards_come_one_at_a_time_and_start_again(room: PhaseRoom) -> None:
    seen = []
    for _ in range(4):
        seen.append(next(card for card in CARDS if card in room.seen()))
        assert sum(card in room.seen() for card in CARDS) == 1
        room.click("Next prompt")
    assert seen == [*CARDS, CARDS[0]]


def test_used_cards_are_left_out_while_others_are_left(room: PhaseRoom) -> None:
    room.click("Next prompt")
    room.click("Used")
    assert "Prompt 2 of 3 · 1 used" in room.seen()
    assert "Not used" in room.seen()
    for expected in ("It went wrong", "100th order", "It went wrong"):
        room.click("Next prompt")
        assert expected in room.seen()
    room.click("Used")
    room.click("Next prompt")
    room.click("Used")
    room.click("Next prompt")
    assert "Third complaint" in room.seen()
    room.click("Not used")
    assert "2 used" in room.seen()


def test_cards_are_added_and_removed(room: PhaseRoom) -> None:
    line = room.field("New prompt")
    line.setFocus()
    room.type("Nobody said so", enter=True)
    assert room.workshop.about.prompts == (*CARDS, "Nobody said so")
    assert line.text() == ""
    room.click("Remove this prompt")
    assert room.workshop.about.prompts == (*CARDS[1:], "Nobody said so")
    assert "Third complaint" in room.seen()


def test_without_cards_the_panel_says_what_they_are_for(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, BrainstormScene)
    assert "No prompts yet." in room.seen()
    assert not room.buttons("Next prompt")


def test_the_card_is_large_while_the_room_writes_in_silence(room: PhaseRoom) -> None:
    room.click("Silent writing")
    assert room.seen().count("100th order") == 2
    room.click("Next prompt")
    assert room.seen().count("Third complaint") == 2
    room.scene.set_theme(DARK)
    assert room.scene.centre.grab().toImage().pixelColor(4, 4).name().upper() == DARK.board
