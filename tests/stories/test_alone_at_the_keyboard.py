"""Who is alone at the keyboard loses nothing, and takes nothing from others."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from motworkshop.app.program import Program
from motworkshop.model.agreement import proposals_by_person
from motworkshop.model.phases import phase_of
from motworkshop.model.records import Ballot, Participant, PhaseKind
from tests.stories.conftest import PlaceForAll
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


def begin_secret_turn(hands: Hands) -> str:
    """A round of five notes, and the first voter with one dot given; the voter's name."""
    frame(hands)
    add_stages(hands)
    take_in(hands, TEXTS[:5])
    start_round(hands, places=2)
    hands.click("Pass the keyboard")
    hands.click("Only the voter can see it – go on")
    name = people_of(hands)[0]
    take_keyboard(hands, name)
    hands.click(f"{hands.note(TEXTS[0]).number}: {TEXTS[0]}, ", is_whole=False)
    return name


def hand_over(hands: Hands, name: str) -> None:
    hands.click("Hand over")
    hands.wait_for(f"{name} has handed over. Thank you.")


def in_sight(hands: Hands) -> set[int]:
    """Every window, and every part of the one with the ballot, that can be seen."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    parts = hands.window.findChildren(QWidget)
    return {id(one) for one in (*windows, *parts) if one.isVisible()}


KEYS_OF_OTHERS = [
    "Ctrl+N", "Ctrl+O", "Ctrl+H", "F5", "Ctrl+K", "Ctrl+Shift+P", "Ctrl+E", "Ctrl+Shift+S",
    "Ctrl+R", "Ctrl+I", "Ctrl+A", "Ctrl+G", "Ctrl+D", "Ctrl+V", "F1", "F3", "F7", "F8", "F9", "F11",
    "Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+T", "Ctrl+Shift+Z", "Ctrl+Y", "Alt+M", "Ctrl+Shift+F",
]  # fmt: skip
"""What would open something, go somewhere or change something in any other place."""


def test_no_key_shows_or_loses_the_dots_of_a_secret_turn(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(PlaceForAll, "file_to_open", lambda *_: asked.append("open"))
    monkeypatch.setattr(PlaceForAll, "new_file", lambda *_args, **_kw: asked.append("new"))
    name = begin_secret_turn(hands)
    before, phase = hands.workshop, hands.desk.parts.clock.phase
    seen = in_sight(hands)
    for keys in KEYS_OF_OTHERS:
        hands.press(keys)
        assert hands.desk.parts.scenes.is_in_turn, keys
        assert in_sight(hands) == seen, keys
    assert asked == []
    assert hands.workshop is before
    assert hands.desk.parts.clock.phase is phase
    hand_over(hands, name)
    (ballot,) = hands.workshop.of(Ballot).values()
    assert [note for note, _dots in ballot.dots] == [hands.note(TEXTS[0]).id]


def test_undo_in_a_secret_turn_takes_back_a_dot_and_nothing_else(hands: Hands) -> None:
    begin_secret_turn(hands)
    before = hands.workshop
    hands.press("Ctrl+Z")
    assert hands.can_press("Give no dots")
    assert not hands.can_press("Hand over")
    assert hands.workshop is before


def test_find_in_a_secret_turn_looks_through_the_ballot_and_nothing_else(hands: Hands) -> None:
    name = begin_secret_turn(hands)
    hands.press("Ctrl+F")
    hands.type_("refund")
    found = hands.find("Search this ballot", QLineEdit)
    assert isinstance(found, QLineEdit)
    assert found.text() == "refund"
    assert hands.desk.parts.search.sought.is_nothing
    hand_over(hands, name)


@pytest.mark.parametrize("way", ["Ctrl+Q", "Ctrl+W", "Alt+F4"])
def test_every_way_to_close_asks_about_the_dots_of_a_secret_turn(hands: Hands, way: str) -> None:
    name = begin_secret_turn(hands)
    if way == "Alt+F4":
        hands.window.windowHandle().close()  # what the desktop does for that key
    else:
        hands.press(way)
    hands.wait_for("1 dot of Annika will be thrown away.")
    assert hands.window.isVisible()
    assert hands.desk.parts.scenes.is_in_turn
    hands.press("Esc")
    hands.wait(lambda: hands.can_press("Hand over"))
    hand_over(hands, name)


def test_quitting_with_another_window_open_leaves_the_voter_alone(
    hands: Hands, program: Program
) -> None:
    name = begin_secret_turn(hands)
    other = program.new_window()
    hands.window.activateWindow()
    hands.wait(hands.window.isActiveWindow)
    hands.press("Ctrl+Q")
    hands.wait_for("will be thrown away")
    assert hands.desk.parts.scenes.is_in_turn
    assert other in program.windows
    other.close()
    hands.click("Go on voting")
    hand_over(hands, name)


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
    before = phase_of(hands.workshop, PhaseKind.CATEGORISE).planned
    hands.click_note(TEXTS[0])
    hands.go_to(5)
    assert hands.desk.parts.selection.notes == ()
    assert not hands.desk.parts.side.is_inspecting
    for key in ("1", "2", "Return"):
        hands.press(key)
    assert phase_of(hands.workshop, PhaseKind.CATEGORISE).planned == before
