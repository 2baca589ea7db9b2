from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox

from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import delete_participant
from motworkshop.model.records import Participant, Round
from motworkshop.model.rounds import close_round, hand_over
from motworkshop.panels.vote.words import budget_reason, listed, next_title, time_needed

if TYPE_CHECKING:
    from tests.panels.vote.conftest import MakeRoom, VoteRoom


def spin(room: "VoteRoom", name: str) -> QSpinBox:
    fields = room.window.findChildren(QSpinBox)
    return next(one for one in fields if one.accessibleName() == name)


def choose_notes(room: "VoteRoom", words: str) -> None:
    boxes = room.window.findChildren(QComboBox)
    box = next(one for one in boxes if one.accessibleName() == "Notes on the ballot")
    index = box.findText(words)
    assert index >= 0, [box.itemText(place) for place in range(box.count())]
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_a_round_starts_as_the_method_advises_if_nothing_is_changed(
    make_room: "MakeRoom",
) -> None:
    room = make_room(texts=[f"Note {number}" for number in range(24)])
    assert "24 notes: a quarter is 6 dots." in room.seen()
    room.click("Start vote")
    vote = room.vote
    assert (vote.title, vote.budget, vote.cap, vote.cut, vote.is_secret) == (
        "First vote", 6, 1, 10, True,
    )  # fmt: skip
    assert vote.question == "Which moments make or break the journey?"
    assert len(vote.notes) == 24
    assert not room.has_button("Start vote")


def test_the_suggestion_follows_the_board_until_somebody_sets_a_number(
    room: "VoteRoom",
) -> None:
    assert spin(room, "Dots for each voter").value() == 3
    more = [Draft(f"More {number}") for number in range(20)]
    room.document.do(add_notes(room.workshop, more))
    assert spin(room, "Dots for each voter").value() == 6
    spin(room, "Dots for each voter").setValue(9)
    room.document.do(add_notes(room.workshop, [Draft(f"Yet {number}") for number in range(4)]))
    assert spin(room, "Dots for each voter").value() == 9
    room.click("Take the suggested 7 dots")
    assert spin(room, "Dots for each voter").value() == 7


def test_no_limit_is_a_choice_for_budget_and_cap(room: "VoteRoom") -> None:
    spin(room, "Dots for each voter").setValue(0)
    spin(room, "At most on one note").setValue(0)
    assert spin(room, "At most on one note").text() == "no limit"
    room.click("Start vote")
    assert (room.vote.budget, room.vote.cap) == (None, None)


def test_only_the_selected_notes_can_be_voted_on(room: "VoteRoom") -> None:
    chosen = [room.note("Kind crew").id, room.note("Lost card").id]
    room.selection.select(chosen)
    room.selection.clear()
    choose_notes(room, "The selected 2 notes")
    assert "2 notes: a quarter is 1 dot, and fewer than 3 tell too little." in room.seen()
    room.click("Start vote")
    assert list(room.vote.notes) == chosen


def test_only_one_stage_can_be_voted_on(room: "VoteRoom") -> None:
    choose_notes(room, "Fly: 2 notes")
    room.click("Start vote")
    assert [room.workshop.notes[note].text for note in room.vote.notes] == [
        "Kind crew", "Lost card",
    ]  # fmt: skip


def test_an_open_vote_is_chosen_with_its_drawback_told(room: "VoteRoom") -> None:
    room.click("Open")
    assert "A secret vote finds more of what matters." in room.seen()
    room.click("Start vote")
    assert not room.vote.is_secret


def test_who_falls_on_which_side_is_told_beforehand(sided: "VoteRoom") -> None:
    seen = sided.seen()
    assert "Front · 3 | Ann, Bo and Cy | Office · 3 | Di, Ed and Flo | On no side: Guy" in seen
    sided.click("Start vote")
    assert sided.vote.sides == ("Front", "Office")


def test_with_fewer_than_six_voters_there_are_no_sides_and_it_says_why(
    sided: "VoteRoom",
) -> None:
    assert "there are no sides" not in sided.seen()
    for person in list(sided.workshop.of(Participant))[:2]:
        sided.document.do(delete_participant(sided.workshop, person))
    sided.qtbot.waitUntil(lambda: "With 5 voters there are no sides" in sided.seen())
    sided.click("Start vote")
    assert sided.vote.sides == ()


def test_a_cap_above_the_budget_is_refused_in_a_sentence(room: "VoteRoom") -> None:
    spin(room, "At most on one note").setValue(5)
    room.click("Start vote")
    assert room.refusals == ["The cap of 5 dots is more than the budget of 3."]
    assert not room.workshop.of(Round)


def test_without_notes_nothing_is_said_beside_what_the_board_says(make_room: "MakeRoom") -> None:
    room = make_room(texts=[])
    assert room.seen() == ""
    room.document.do(add_notes(room.workshop, [Draft("Late bag")]))
    assert room.has_button("Start vote")


def test_the_start_stands_above_what_only_explains(sided: "VoteRoom") -> None:
    setup = sided.scene.panel.setup
    setup.setFixedSize(288, setup.heightForWidth(288))  # as in the panel at 1280 × 800
    sided.qtbot.waitUntil(lambda: setup.width() == 288)
    start = sided.button("Start vote")
    assert start.mapTo(setup, start.rect().bottomLeft()).y() < 480  # what 800 pixels leave
    below = [
        one
        for one in setup.findChildren(QLabel)
        if one.isVisible() and one.mapTo(setup, one.rect().topLeft()).y() > start.y()
    ]
    assert {"Sides that are compared", "Front · 3"} <= {one.text() for one in below}
    assert "With one keyboard: 7 people, about 2 minutes each: 14 minutes." in sided.seen()


def test_a_vote_on_paper_is_secret_and_leads_to_its_ballots(room: "VoteRoom") -> None:
    room.click("Paper")
    assert "They are entered here afterwards, or counted by hand." in room.seen()
    assert "With one keyboard" not in room.seen()
    room.click("Start vote")
    assert room.vote.is_secret
    assert room.button("Enter paper ballots").property("kind") == "primary"
    assert room.button("Pass the keyboard").property("kind") == "plain"


def test_merged_notes_are_counted_before_and_after(room: "VoteRoom") -> None:
    lead, other = room.note("Late bag").id, room.note("Lost card").id
    room.document.do(merge_notes(room.workshop, lead, [other]))
    assert "4 notes, 3 after merging: a quarter is 1 dot" in room.seen()
    room.click("Start vote")
    assert len(room.vote.notes) == 3


def test_after_a_vote_its_result_comes_first_and_one_more_vote_is_asked_for(
    room: "VoteRoom",
) -> None:
    room.start()
    given = {room.note("Late bag").id: 2, room.note("Kind crew").id: 1}
    room.document.record(hand_over(room.workshop, room.vote, "Ann", given))
    room.document.record(close_round(room.workshop, room.vote))
    assert "2 moments of truth are in | 1 person voted." in room.seen()
    assert not room.has_button("Start vote")
    room.click("Vote again")
    assert room.has_button("Start vote")
    assert "moments of truth" not in room.seen()
    room.click("Do not vote again")
    assert room.focused() is room.button("Vote again")
    room.click("Vote again")
    room.click("Start vote")
    assert room.vote.title == "Second vote"
    room.document.record(close_round(room.workshop, room.vote))
    assert "No moment of truth is in | 0 people voted." in room.seen()


def test_a_tie_is_told_with_what_was_voted(room: "VoteRoom") -> None:
    room.start()
    given = {room.note(text).id: 1 for text in ("Late bag", "Kind crew", "Cold soup")}
    room.document.record(hand_over(room.workshop, room.vote, "Ann", given))
    room.document.record(close_round(room.workshop, room.vote))
    assert "No moment of truth is in, 3 notes are tied for 2 places" in room.seen()


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (61, "61 notes: a quarter is 15 dots."),
        (8, "8 notes: a quarter is 2 dots, and fewer than 3 tell too little."),
        (100, "100 notes: a quarter is 25 dots, and more than 15 are too many to give with care."),
        (1, "1 note: a quarter is 0 dots, and fewer than 3 tell too little."),
    ],
)
def test_the_suggested_budget_is_given_with_its_reason(notes: int, words: str) -> None:
    assert budget_reason(notes) == words


def test_the_time_is_said_for_one_and_for_many() -> None:
    assert time_needed(13) == "13 people, about 2 minutes each: 26 minutes."
    assert time_needed(1) == "1 person: about 2 minutes."


def test_long_lists_of_names_are_shortened_and_titles_are_free() -> None:
    assert listed(["A", "B", "C", "D"], most=2) == "A, B and 2 others"
    assert listed(["A", "B", "C"], most=2) == "A, B and C"
    assert next_title([]) == "First vote"
    assert next_title(["Other", "third  VOTE"]) == "Fourth vote"
