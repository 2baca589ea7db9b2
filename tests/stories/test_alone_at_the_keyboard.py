"""Who is alone at the keyboard loses nothing, and takes nothing from others."""

import pytest

from motworkshop.model.agreement import proposals_by_person
from motworkshop.model.records import Ballot, Participant, PhaseKind
from motworkshop.panels.phases.clock import planned_minutes
from tests.stories.hands import Hands
from tests.stories.spring import (
    TEXTS,
    add_stages,
    frame,
    start_round,
    take_in,
    take_keyboard,
    write_alone,
)

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.slow]


def people_of(hands: Hands) -> list[str]:
    return [person.name for person in hands.workshop.ordered(Participant)]


def test_closing_the_window_in_a_secret_turn_asks_about_the_dots(hands: Hands) -> None:
    frame(hands)
    add_stages(hands)
    take_in(hands, TEXTS[:5])
    start_round(hands, places=2)
    hands.click("Pass the keyboard")
    hands.click("Only the voter can see it – go on")
    name = people_of(hands)[0]
    take_keyboard(hands, name)
    hands.click(f"{hands.note(TEXTS[0]).number}: {TEXTS[0]}, ", is_whole=False)
    hands.press("Ctrl+W")
    hands.wait_for("will be thrown away")
    assert hands.window.isVisible()
    hands.click("Go on voting")
    hands.click("Hand over")
    hands.wait_for(f"{name} has handed over. Thank you.")
    assert len(hands.workshop.of(Ballot)) == 1


def test_undo_cannot_reach_what_another_wrote_while_somebody_writes_alone(hands: Hands) -> None:
    frame(hands)
    hands.go_to(2)
    people = people_of(hands)
    hands.click(f"Hand the keyboard to {people[0]}")
    write_alone(hands, people[0], ["Look", "Buy"], [])
    hands.wait_for(f"{people[1]}, it is your turn")
    hands.click("Start writing")
    assert len(proposals_by_person(hands.workshop)[people[0]]) == 2
    hands.press("Ctrl+Z")
    assert len(proposals_by_person(hands.workshop)[people[0]]) == 2


def test_keys_pressed_after_a_phase_began_do_not_land_in_its_time_box(hands: Hands) -> None:
    frame(hands)
    add_stages(hands)
    take_in(hands, TEXTS[:3])
    before = planned_minutes(hands.workshop, PhaseKind.CATEGORISE)
    hands.click_note(TEXTS[0])
    hands.go_to(5)
    assert hands.desk.parts.selection.notes == ()
    assert not hands.desk.parts.side.is_inspecting
    for key in ("1", "2", "Return"):
        hands.press(key)
    assert planned_minutes(hands.workshop, PhaseKind.CATEGORISE) == before
