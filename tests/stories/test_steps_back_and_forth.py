"""Every step of a workshop taken back with Ctrl+Z and done again; what a vote holds stays."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton

from motworkshop.model.records import Cluster, Note, Participant, PhaseClock, Record, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.storage.read import read_workshop
from tests.stories.conftest import FIRST_NAME
from tests.stories.hands import Hands
from tests.stories.spring import (
    PRICE,
    TEXTS,
    add_stages,
    close_round,
    frame,
    merge_by_drag,
    pass_keyboard,
    sort,
    start_round,
    take_in,
)

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.slow]


def steps_apart_from_clocks(workshop: Workshop) -> dict[str, Record]:
    """All that steps make. Which phase is done is recorded, and stands outside of them."""
    return {one.id: one for one in workshop.records() if not isinstance(one, PhaseClock)}


def test_a_workshop_without_a_vote_goes_back_to_the_new_file_and_forth_to_its_end(
    hands: Hands, file: Path
) -> None:
    hands.wait_saved()
    new = steps_apart_from_clocks(hands.workshop)
    assert steps_apart_from_clocks(read_workshop(file.with_name(FIRST_NAME))) == new
    frame(hands)
    add_stages(hands)
    take_in(hands, TEXTS)
    merge_by_drag(hands)
    sort(hands)
    hands.press("Esc")  # back to the board
    end, steps = steps_apart_from_clocks(hands.workshop), hands.desk.parts.document.done
    assert len(steps) > 45
    hands.press("Ctrl+Z", times=len(steps))
    assert not hands.can_press("Undo")
    assert steps_apart_from_clocks(hands.workshop) == new
    hands.wait_saved()
    assert steps_apart_from_clocks(read_workshop(file)) == new
    hands.press("Ctrl+Shift+Z", times=len(steps))
    assert not hands.can_press("Do again")
    assert hands.desk.parts.document.done == steps
    assert steps_apart_from_clocks(hands.workshop) == end
    hands.close()
    assert steps_apart_from_clocks(read_workshop(file)) == end


def test_steps_that_a_round_holds_are_refused_and_the_banner_names_the_round(
    hands: Hands, file: Path
) -> None:
    people = (("Annika", "Web"), ("Bertil", "Cabin"), ("Cecilia", "Web"))
    frame(hands, people)
    add_stages(hands)
    take_in(hands, TEXTS[:4])
    start_round(hands, places=1)
    pass_keyboard(hands, {"Bertil": [PRICE], "Annika": [PRICE], "Cecilia": []})
    close_round(hands)
    voted = hands.workshop
    hands.click("Next: Own")
    hands.write("Ideal experience", "No jumps")
    hands.press("Ctrl+Z")  # a step after the vote goes back like any other
    assert steps_apart_from_clocks(hands.workshop) == steps_apart_from_clocks(voted)
    steps = hands.desk.parts.document.done
    for _try in range(2):
        hands.press("Ctrl+Z")  # the note that was read out last
        read_why(hands, "Note 4 has a part in the round “First vote”.")
    assert hands.desk.parts.document.done == steps
    delete_what_the_round_holds(hands)
    assert steps_apart_from_clocks(hands.workshop) == steps_apart_from_clocks(voted)
    hands.press("Ctrl+Shift+Z")  # what was taken back before can still be done again
    assert hands.desk.parts.document.undone == ()
    discard(hands)
    hands.press("Ctrl+Z", times=len(steps) + 1)
    assert not hands.can_press("Undo")
    for kind in (Note, Stage, Participant, Cluster):
        assert not hands.workshop.of(kind)
    hands.close()
    assert not read_workshop(file).notes


def delete_what_the_round_holds(hands: Hands) -> None:
    """A note on the board, a person on the roster, a stage with notes: each says which round."""
    hands.go_to(4)
    hands.press("Esc")
    hands.press("Home")
    hands.click_note(PRICE)
    hands.press("Del")
    read_why(hands, "Note 1 has a part in the round “First vote”.")
    hands.press("Esc")
    hands.go_to(1)
    hands.click("People", is_whole=False)
    hands.click("Take Bertil off the roster")
    read_why(hands, "Participant “Bertil” has a part in the round “First vote”.")
    hands.go_to(2)
    hands.click("Remove Book")
    read_why(hands, "Stage “Book” has a part in the round “First vote”.")


def read_why(hands: Hands, words: str) -> None:
    hands.wait_for(words)
    assert hands.banner == f"{words} Keep it, or discard that round first."
    hands.click("Close this message")


def discard(hands: Hands) -> None:
    hands.go_to(6)
    more = hands.find("More about First vote", QToolButton)
    assert isinstance(more, QToolButton)
    more.menu().actions()[0].trigger()
    hands.click("Discard the round")
    hands.press("Esc")
