"""Open votes, totals counted on paper, and clusters that got votes: exact tallies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from motworkshop.model.records import Ballot, Cluster, Round, Side
from motworkshop.model.rounds import round_titled
from motworkshop.model.tally import tally_of
from motworkshop.storage.read import read_workshop
from tests.stories.hands import Hands
from tests.stories.spring import (
    BAG,
    CREW,
    GATE,
    MISSING,
    PRICE,
    TEXTS,
    add_stages,
    dots,
    frame,
    give,
    merge_by_drag,
    start_round,
    take_in,
)

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.slow]
SIX = (
    ("Annika", "Web"),
    ("Bertil", "Cabin"),
    ("Cecilia", "Web"),
    ("Dagmar", "Cabin"),
    ("Evert", "Cabin"),
    ("Fatima", "Web"),
)
TEN = TEXTS[:10]


def test_an_open_vote_tells_names_and_compares_the_sides(hands: Hands, file: Path) -> None:
    frame(hands, SIX)
    for side in ("Front", "Office"):
        hands.write("New side", side, enter=True)
    hands.pick("Side of Web", "Office")
    hands.pick("Side of Cabin", "Front")
    assert {one.name: one.departments for one in hands.workshop.of(Side).values()} == {
        "Front": ("Cabin",), "Office": ("Web",),
    }  # fmt: skip
    add_stages(hands)
    take_in(hands, TEN)
    start_round(hands, places=2, kind="Open")
    given = {
        "Dagmar": [PRICE, GATE],
        "Annika": [PRICE, BAG],
        "Bertil": [PRICE, GATE],
        "Evert": [GATE],
        "Cecilia": [BAG, PRICE],
        "Fatima": [],
    }
    for name, texts in given.items():
        vote_by_name(hands, name, texts)
    hands.click("Close the round", inside=hands.desk.parts.middle)
    assert dots(hands, "First vote") == {
        PRICE: (4, 4, "in"),
        GATE: (3, 3, "in"),
        BAG: (2, 2, "out"),
    }
    assert by_side(hands) == {
        PRICE: {"Front": 2, "Office": 2},
        GATE: {"Front": 3},
        BAG: {"Office": 2},
    }
    name_of = hands.workshop.name_of
    ballots = hands.workshop.of(Ballot).values()
    assert {name_of(one.voter): sum(n for _note, n in one.dots) for one in ballots} == {
        name: len(texts) for name, texts in given.items()
    }
    before = hands.workshop
    hands.close()
    assert read_workshop(file) == before


def vote_by_name(hands: Hands, name: str, texts: list[str]) -> None:
    """The first pick is in the panel, later ones on the page between two voters."""
    if hands.can_press("Vote by name"):
        hands.click(name, inside=hands.desk.parts.side)
    else:
        hands.click(f"{name}: not yet")
        hands.click(f"I am {name} – begin")
    give(hands, texts)


def by_side(hands: Hands) -> dict[str, dict[str, int]]:
    vote = round_titled(hands.workshop, "First vote")
    assert vote is not None
    notes = hands.workshop.notes
    return {
        notes[line.note].text: dict(line.by_side)
        for line in tally_of(hands.workshop, vote).lines
        if line.dots
    }


def test_totals_counted_on_paper_are_a_count_without_breadth(hands: Hands, file: Path) -> None:
    frame(hands)
    add_stages(hands)
    take_in(hands, TEN)
    start_round(hands, places=2)
    hands.click("Enter totals counted by hand")
    count(hands, {PRICE: 9, GATE: 4})
    hands.wait_for("13 dots in all")
    hands.click("Take in the count")
    hands.click("Enter totals counted by hand")  # somebody counts again
    count(hands, {PRICE: 7, BAG: 4, GATE: 4, CREW: 1})
    hands.write("How many people voted", "6")
    hands.click("Take in the count")
    hands.wait_for("A count of 6 voters is in")
    hands.click("Close the round")
    assert dots(hands, "First vote") == {
        PRICE: (7, None, "in"),
        BAG: (4, None, "tied"),
        GATE: (4, None, "tied"),
        CREW: (1, None, "out"),
    }
    hands.wait_for("2 notes are tied for 1 place. They are 2 and 3.")
    decide_with_a_reason(hands, BAG)
    decided = {BAG: (4, None, "in"), GATE: (4, None, "out")}
    assert dots(hands, "First vote").items() >= decided.items()
    assert hands.workshop.of(Ballot) == {}
    assert [vote.voters for vote in hands.workshop.of(Round).values()] == [6]
    before = hands.workshop
    hands.close()
    assert read_workshop(file) == before


def count(hands: Hands, totals: dict[str, int]) -> None:
    for text, total in totals.items():
        hands.write(f"Dots on {hands.note(text).number}: {text}", str(total))


def decide_with_a_reason(hands: Hands, text: str) -> None:
    hands.click("Decide with a reason")
    hands.click(f"{hands.note(text).number}: {text} is in")
    assert not hands.can_press("Decide")
    hands.write("Reason for the decision", "We can mend it this spring")
    hands.click("Decide")
    hands.wait_for("Because: We can mend it this spring")


def test_dots_for_a_cluster_stay_with_its_lead_when_it_is_split(hands: Hands, file: Path) -> None:
    frame(hands)
    add_stages(hands)
    take_in(hands, TEN)
    merge_by_drag(hands)
    start_round(hands, places=2)
    enter_ballots(hands, ["1 2", "1 2 3", "2", "1 4", ""])
    assert dots(hands, "First vote") == {
        PRICE: (3, 3, "in"),
        BAG: (3, 3, "in"),
        GATE: (1, 1, "out"),
        CREW: (1, 1, "out"),
    }
    with_cluster = dots(hands, "First vote")
    to_whole_board(hands)
    hands.click_note(BAG)
    hands.press("Ctrl+Shift+G")
    assert hands.workshop.of(Cluster) == {}
    assert hands.desk.parts.board.note_rect(hands.note(MISSING).id) is not None
    assert dots(hands, "First vote") == with_cluster
    hands.close()
    assert read_workshop(file).of(Cluster) == {}


def test_notes_merged_after_the_vote_add_up_and_get_their_own_back(
    hands: Hands, file: Path
) -> None:
    frame(hands)
    add_stages(hands)
    take_in(hands, TEN)
    start_round(hands, places=1)
    enter_ballots(hands, ["1 2 9", "2", "9", "9 1", "1 3"])
    apart = {
        PRICE: (3, 3, "tied"),
        MISSING: (3, 3, "tied"),
        BAG: (2, 2, "out"),
        GATE: (1, 1, "out"),
    }
    assert dots(hands, "First vote") == apart
    to_whole_board(hands)
    hands.click_note(BAG)
    hands.click_note(MISSING, Qt.KeyboardModifier.ShiftModifier)
    hands.press("Ctrl+G")
    # 2 + 3 dots; the first voter gave both a dot and counts once
    assert dots(hands, "First vote") == {
        BAG: (5, 4, "in"),
        PRICE: (3, 3, "out"),
        GATE: (1, 1, "out"),
    }
    hands.press("Ctrl+Shift+G")
    assert dots(hands, "First vote") == apart
    before = hands.workshop
    hands.close()
    assert read_workshop(file) == before


def enter_ballots(hands: Hands, ballots: list[str]) -> None:
    """Paper ballots by the numbers that are ticked, one after the other, and the round closed."""
    hands.click("Enter paper ballots")
    hands.click("Only the voter can see it – go on")
    for place, numbers in enumerate(ballots, start=1):
        hands.type_(numbers, enter=bool(numbers))
        hands.press("Return")  # on the empty line: the ballot is in
        hands.wait_for(f"{place} ballot")
    hands.click("Back to the board")
    hands.click("Close the round")
    hands.click("Close the round anyway")


def to_whole_board(hands: Hands) -> None:
    hands.go_to(4)
    hands.press("Esc")
    hands.press("Home")
