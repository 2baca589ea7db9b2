from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from motworkshop.imports.sample import sample_workshop
from motworkshop.model.records import Round
from motworkshop.model.rounds import close_round, hand_over
from motworkshop.model.tally import DecidedBy, Standing, tally_of
from motworkshop.panels.reveal.bars import bars_of

if TYPE_CHECKING:
    from tests.panels.reveal.conftest import RevealRoom


def standings(room: "RevealRoom") -> dict[str, str]:
    lines = tally_of(room.workshop, room.round()).lines
    return {room.workshop.notes[line.note].text: line.standing.value for line in lines}


def write_reason(room: "RevealRoom", words: str) -> None:
    fields = room.window.findChildren(QPlainTextEdit)
    field = next(one for one in fields if one.accessibleName() == "Reason for the decision")
    QTest.keyClicks(field, words)


def test_a_tie_is_told_with_a_run_off_among_the_tied_notes_only(room: "RevealRoom") -> None:
    vote = room.tie()
    room.open_scene()
    assert "3 notes are tied for 2 places. They are 2, 3 and 4." in room.seen()
    with room.qtbot.waitSignal(room.scene.run_off_started) as started:
        room.click("Run-off among these three")
    run_off = room.round("Run-off")
    assert started.args == [run_off.id]
    assert run_off.run_off_of == vote.id
    assert {room.workshop.notes[note].text for note in run_off.notes} == {"B", "C", "D"}
    assert (run_off.budget, run_off.cap, run_off.cut, run_off.is_secret) == (2, 1, 2, True)
    assert "“Run-off” is open: it decides as soon as it is closed." in room.seen()
    assert not room.has_button("Decide with a reason")


def test_a_closed_run_off_settles_the_places(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    room.click("Run-off among these three")
    dots = {room.note("B"): 1, room.note("D"): 1}
    room.document.record(hand_over(room.workshop, room.round("Run-off"), "Ann", dots))
    room.close("Run-off")
    assert standings(room) == {
        "A": "in", "B": "in", "C": "out", "D": "in", "E": "out", "F": "out",
    }  # fmt: skip
    assert "tied" not in room.seen()


def test_a_run_off_that_ties_again_leads_to_another_with_a_title_of_its_own(
    room: "RevealRoom",
) -> None:
    room.tie()
    room.open_scene()
    room.click("Run-off among these three")
    room.close("Run-off")
    room.click("Run-off among these three")
    assert [vote.title for vote in room.workshop.ordered(Round)] == ["Vote", "Run-off", "Run-off 2"]


def test_a_decision_needs_a_reason_and_stands_with_it(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    room.click("Decide with a reason")
    assert "None is ticked: all 3 would be out." in room.seen()
    room.click("2: B is in")
    assert "1 of 2 places taken; the others stay tied." in room.seen()
    room.click("4: D is in")
    assert "2 of 2 places taken; 1 would be out." in room.seen()
    assert not room.button("Decide").isEnabled()
    write_reason(room, "Safety first")
    room.click("Decide")
    assert standings(room)["B"] == standings(room)["D"] == "in"
    assert standings(room)["C"] == "out"
    told = "Tied for places 2 and 3. The group decided for 2 and 4."
    assert "Because: Safety first" in room.seen()
    assert told not in room.seen(), "it stands at the cut"
    assert bars_of(room.workshop, room.round()).tie == f"{told} Because: Safety first"
    assert "3 moments of truth" in room.seen()
    assert not room.has_button("Decide")
    assert room.document.done[-1] == "Decide the tie of 3 notes"


def test_a_decision_can_be_taken_back_and_be_undone(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    room.click("Decide with a reason")
    room.click("2: B is in")
    room.click("3: C is in")
    write_reason(room, "Law")
    room.click("Decide")
    room.click("Take the decision back")
    assert standings(room)["B"] == "tied"
    assert room.has_button("Run-off among these three")
    room.document.undo()
    assert standings(room)["B"] == "in"
    room.qtbot.waitUntil(lambda: "Because: Law" in room.seen())


def test_more_notes_than_places_cannot_be_decided(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    room.click("Decide with a reason")
    for words in ("2: B is in", "3: C is in", "4: D is in"):
        room.click(words)
    write_reason(room, "All of them")
    assert "3 notes cannot take 2 places." in room.seen()
    assert not room.button("Decide").isEnabled()


def test_a_partial_decision_leaves_the_others_tied(room: "RevealRoom") -> None:
    room.hold({"Ann": dict.fromkeys("ABCD", 1)}, cut=2)
    room.open_scene()
    room.click("Decide with a reason")
    room.click("1: A is in")
    write_reason(room, "Clear")
    room.click("Decide")
    assert standings(room) == {
        "A": "in", "B": "tied", "C": "tied", "D": "tied", "E": "out", "F": "out",
    }  # fmt: skip
    assert "3 notes are tied for 1 place." in room.seen()


def test_the_group_may_decide_that_none_gets_in(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    room.click("Decide with a reason")
    write_reason(room, "One is enough")
    room.click("Decide")
    lines = tally_of(room.workshop, room.round()).standing(Standing.OUT)
    assert [line.decided for line in lines].count(DecidedBy.DECISION) == 3


def test_cancelling_a_decision_changes_nothing(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    before = room.workshop
    room.click("Decide with a reason")
    room.click("2: B is in")
    room.click("Cancel")
    assert room.workshop is before
    assert room.has_button("Run-off among these three")
    assert not room.has_button("Cancel")


def test_a_round_without_a_tie_says_nothing_of_one(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 3, "B": 2, "C": 1}})
    room.open_scene()
    assert "At the cut" not in room.seen()


def test_how_a_run_off_settled_a_tie_is_told_and_cannot_be_taken_back(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    assert bars_of(room.workshop, room.round()).tie == "Tied for places 2 and 3."
    assert "decided" not in room.seen()
    room.click("Run-off among these three")
    given = {room.note("B"): 1, room.note("C"): 1}
    room.document.record(hand_over(room.workshop, room.round("Run-off"), "Ann", given))
    room.close("Run-off")
    told = "Tied for places 2 and 3. The run-off chose 2 and 3."
    gave = "Run-off: 1 dot for 2, 1 for 3 and 0 for 4."
    assert room.scene.centre.chart.accessibleDescription().endswith(f"{told} {gave}")
    assert "3 moments of truth" in room.seen()
    assert not room.has_button("Take the decision back")


def test_what_was_tied_is_bracketed_across_the_cut() -> None:
    workshop = sample_workshop()
    bars = bars_of(workshop, workshop.ordered(Round)[0])
    assert [bars.rows[place].note.number for place in bars.bracket] == [34, 5, 53]
    assert bars.tie == "Tied for place 10. The run-off chose 34."
    assert not bars_of(workshop, workshop.ordered(Round)[1]).bracket


def test_a_run_off_without_a_dot_settles_nothing(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    room.click("Run-off among these three")
    room.close("Run-off")
    assert bars_of(room.workshop, room.round("Run-off")).tie == ""
    assert bars_of(room.workshop, room.round()).tie == "Tied for places 2 and 3."


def test_a_tie_inside_a_run_off_names_no_place_of_the_round_before(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    room.click("Run-off among these three")
    for voter, letter in (("Ann", "B"), ("Bo", "C"), ("Cy", "D")):
        given = {room.note(letter): 1}
        room.document.record(hand_over(room.workshop, room.round("Run-off"), voter, given))
    room.close("Run-off")
    bars = bars_of(room.workshop, room.round("Run-off"))
    assert bars.tie == "Still tied after this run-off."


def run_off_for(room: "RevealRoom", *letters: str) -> None:
    """The tie, and a run-off in which each voter gave one of these letters."""
    room.tie()
    room.open_scene()
    room.click("Run-off among these three")
    for voter, letter in zip(("Ann", "Bo", "Cy"), letters, strict=False):
        given = {room.note(letter): 1}
        room.document.record(hand_over(room.workshop, room.round("Run-off"), voter, given))


def test_after_a_run_off_the_final_order_is_shown_with_the_run_off_below_it(
    room: "RevealRoom",
) -> None:
    run_off_for(room, "D", "D", "C")
    room.document.record(close_round(room.workshop, room.round("Run-off")))
    with room.qtbot.waitSignal(room.scene.round_revealed) as revealed:
        room.scene.show_round(room.round("Run-off").id, is_played=True)
    assert revealed.args == [room.round().id]
    order = [words.split(": ")[1].split(",")[0] for words in room.read_out()[:4]]
    assert order == ["A", "C", "D", "B"]
    room.qtbot.waitUntil(lambda: "4  D | 2 dots, in" in room.seen())
    assert "2  B | 0 dots, out" in room.seen()
    room.click("Show the bars of “Run-off”")
    assert room.read_out()[0] == "Rank 1, note 4: D, 2 dots from 2 people, in"
    room.click("Back to “Vote”")
    assert room.read_out()[0].startswith("Rank 1, note 1: A")


def test_a_run_off_that_is_closed_in_this_phase_shows_the_round_that_it_decides(
    room: "RevealRoom",
) -> None:
    run_off_for(room, "B", "C", "B")
    with room.qtbot.waitSignal(room.scene.round_revealed) as revealed:
        room.click("Close and reveal")
    assert revealed.args == [room.round().id]
    told = "Tied for places 2 and 3. The run-off chose 2 and 3."
    assert bars_of(room.workshop, room.round()).tie == told


def test_a_tied_run_off_is_told_with_what_it_gave_while_the_tie_is_open(
    room: "RevealRoom",
) -> None:
    run_off_for(room, "B", "C", "D")
    room.document.record(close_round(room.workshop, room.round("Run-off")))
    room.qtbot.waitUntil(lambda: "2  B | 1 dot, still tied" in room.seen())
    told = bars_of(room.workshop, room.round()).told
    assert told == "Tied for places 2 and 3. Run-off: 1 dot for 2, 1 for 3 and 1 for 4."
    assert room.has_button("Run-off among these three")


def test_turning_to_another_round_is_told_for_all_to_see(room: "RevealRoom") -> None:
    run_off_for(room, "B", "C", "B")
    room.document.record(close_round(room.workshop, room.round("Run-off")))
    with room.qtbot.waitSignal(room.scene.round_chosen) as chosen:
        room.click("Show the bars of “Run-off”")
    assert chosen.args == [room.round("Run-off").id]


def test_a_run_off_among_many_names_the_first_few(room: "RevealRoom") -> None:
    room.hold({"Ann": dict.fromkeys("ABCDEF", 1)}, cut=5)
    room.open_scene()
    room.click("Run-off among these six")
    given = {room.note("A"): 1, room.note("B"): 1}
    room.document.record(hand_over(room.workshop, room.round("Run-off"), "Ann", given))
    room.close("Run-off")
    told = bars_of(room.workshop, room.round()).run_offs
    assert told == (
        "Run-off: 1 dot for 1, 1 for 2, 0 for 3, 0 for 4, 0 for 5 and 1 note with fewer.",
    )
