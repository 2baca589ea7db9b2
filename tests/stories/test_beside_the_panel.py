"""What a panel points out on the board is looked at beside that panel, which stays."""

import pytest

from motworkshop.model.records import Category
from motworkshop.panels.controls.refreshing import Soon
from tests.stories.hands import Hands
from tests.stories.spring import BAG, GATE, MISSING, PRICE, STAGES, add_stages, frame, take_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HINT = "Show notes 2 and 3 on the board"


@pytest.fixture
def room(hands: Hands) -> Hands:
    frame(hands)
    add_stages(hands)
    take_in(hands, (PRICE, BAG, MISSING, GATE))
    return hands


def selected(hands: Hands) -> set[str]:
    notes = hands.workshop.notes
    return {notes[note].text for note in hands.desk.parts.selection.notes}


def click_row(hands: Hands, words: str) -> None:
    """Click a row of a list that is built anew a moment after an edit."""
    timers = hands.window.findChildren(Soon)
    hands.wait(lambda: not any(timer.isActive() for timer in timers))
    hands.click(words)


def is_inspecting(hands: Hands) -> bool:
    return hands.can_press("Close the inspector")


def test_a_hint_is_looked_at_and_merged_without_the_panel_going_away(room: Hands) -> None:
    room.go_to(4)
    room.click(HINT)
    assert selected(room) == {BAG, MISSING}
    for text in (BAG, MISSING):
        room.on_board(room.note(text))  # in sight, or it says so
    assert not is_inspecting(room)
    room.click("Merge notes 2 and 3")
    room.wait_for("No two notes look alike.")


def test_a_note_that_is_picked_on_the_board_opens_the_inspector_pointed_out_or_not(
    room: Hands,
) -> None:
    room.go_to(4)
    room.click(HINT)
    room.click_note(BAG)
    assert selected(room) == {BAG}
    assert is_inspecting(room)
    room.press("Esc")
    assert not is_inspecting(room)
    room.click("Merge notes 2 and 3")
    click_row(room, f"2  {BAG}, leads")
    assert selected(room) == {BAG}
    assert not is_inspecting(room)
    room.click_note(BAG)  # it is selected already, but now it is a person who picks it
    assert is_inspecting(room)


def test_the_notes_of_a_heat_cell_get_their_category_beside_the_table(room: Hands) -> None:
    room.go_to(5)
    click_row(room, f"{STAGES[0]}, no category: 2 notes")
    assert selected(room) == {PRICE, GATE}
    assert not is_inspecting(room)
    room.press("1")
    categories = room.workshop.of(Category)
    assert {categories[room.note(text).category or ""].style for text in (PRICE, GATE)} == {1}
    name = next(one.name for one in categories.values() if one.style == 1)
    click_row(room, f"{STAGES[0]}, {name}: 2 notes")
    assert not is_inspecting(room)


def test_the_notes_of_a_stage_are_shown_while_the_round_robin_goes_on(room: Hands) -> None:
    click_row(room, f"{STAGES[1]}, 1 note")
    assert selected(room) == {BAG}
    assert not is_inspecting(room)
    assert room.can_press("Round robin")
