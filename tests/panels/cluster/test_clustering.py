from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Semaphore, current_thread, main_thread
from threading import enumerate as enumerate_threads

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.lookalikes import LookAlike, look_alikes
from motworkshop.model.records import Cluster, Round
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.panels.cluster.hint_cards import likeness_in_words
from motworkshop.panels.cluster.scene import ClusterScene
from tests.panels.phase_room import PhaseRoom

Key = Qt.Key
TEXTS = (
    "Payment is declined without a reason",
    "Waits 25 minutes in the phone queue",
    "Payment gets declined, no reason given",
    "Bag did not come",
    "Waiting 25 minutes in the queue on the phone",
    "Cold soup",
)


@pytest.fixture
def room(qtbot: QtBot) -> PhaseRoom:
    return PhaseRoom(qtbot, ClusterScene, texts=TEXTS)


def clusters(room: PhaseRoom) -> list[tuple[str, list[str]]]:
    notes = room.workshop.notes
    return [
        (notes[one.lead].text, sorted(notes[member].text for member in one.members))
        for one in room.workshop.of(Cluster).values()
    ]


def lead_by(room: PhaseRoom, words: str) -> None:
    """Choose which note leads."""

    def found() -> list[QRadioButton]:
        radios = room.window.findChildren(QRadioButton)
        return [one for one in radios if one.isVisible() and words in one.accessibleName()]

    room.qtbot.waitUntil(lambda: len(found()) == 1)
    found()[0].click()


def merge(room: PhaseRoom, lead: str, members: Sequence[str]) -> None:
    others = [room.note(text).id for text in members]
    room.document.do(merge_notes(room.workshop, room.note(lead).id, others))


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Semaphore]:
    """Each search waits on its thread until it is let through."""
    passes = Semaphore(0)

    def slow(texts: Mapping[str, str], go_on: Callable[[], bool]) -> list[LookAlike]:
        assert current_thread() is not main_thread()
        assert passes.acquire(timeout=60)
        return look_alikes(texts, go_on=go_on)

    monkeypatch.setattr("motworkshop.panels.cluster.hints.look_alikes", slow)
    yield passes
    passes.release(9)  # no thread is left waiting


def test_the_window_does_not_wait_for_the_search(gate: Semaphore, room: PhaseRoom) -> None:
    assert "Looking for notes that say the same…" in room.seen()
    room.field("Find notes to merge").setFocus()
    room.type("soup")
    room.button("6  Cold soup")
    gate.release()
    room.sees("2 pairs may say the same.")


def test_a_search_ends_when_nobody_sees_the_hints_any_more(
    monkeypatch: pytest.MonkeyPatch, room: PhaseRoom
) -> None:
    ended: list[bool] = []

    def endless(_texts: Mapping[str, str], go_on: Callable[[], bool]) -> list[LookAlike]:
        while go_on():
            pass
        ended.append(True)
        return []

    room.button("Merge notes 1 and 3")
    monkeypatch.setattr("motworkshop.panels.cluster.hints.look_alikes", endless)
    new = "The bag didn't come, the bag did not arrive"
    room.document.do(edit_notes(room.workshop, [room.note("Cold soup").id], text=new))
    room.qtbot.waitUntil(lambda: any(one.name == "look-alikes" for one in enumerate_threads()))
    assert not ended
    room.window.hide()
    room.qtbot.waitUntil(lambda: bool(ended))
    monkeypatch.undo()
    room.window.show()
    room.button("Merge notes 4 and 6")


def test_pairs_that_look_alike_are_found(room: PhaseRoom) -> None:
    room.sees("2 pairs may say the same.")
    room.button("Merge notes 1 and 3")
    room.button("Merge notes 2 and 5")


def test_a_pair_is_merged_under_the_lower_number_unless_the_other_is_chosen(
    room: PhaseRoom,
) -> None:
    room.click("Merge notes 1 and 3")
    assert clusters(room) == [(TEXTS[0], [TEXTS[2]])]
    room.button("Merge notes 2 and 5")
    lead_by(room, "Note 5 leads")
    room.click("Merge notes 2 and 5")
    assert (TEXTS[4], [TEXTS[1]]) in clusters(room)
    room.sees("No two notes look alike.")
    room.document.undo()
    room.button("Merge notes 2 and 5")


def vote_for(room: PhaseRoom, *given: dict[str, int]) -> None:
    """A closed round with one place, and a ballot for each of these: text → dots."""
    room.document.record(start_round(room.workshop, "Vote", Terms(budget=3, cap=3, cut=1)))
    vote = next(iter(room.workshop.of(Round)))
    for place, dots in enumerate(given):
        ballot = {room.note(text).id: number for text, number in dots.items()}
        room.document.record(hand_over(room.workshop, _round(room, vote), f"V{place}", ballot))
    room.document.record(close_round(room.workshop, _round(room, vote)))


def _round(room: PhaseRoom, vote: str) -> Round:
    return room.workshop.of(Round)[vote]


def test_after_a_vote_the_note_with_more_dots_leads_and_a_moment_of_truth_is_named(
    room: PhaseRoom,
) -> None:
    room.button("Merge notes 1 and 3")
    assert "is a moment of truth" not in room.seen()
    vote_for(room, {TEXTS[2]: 3}, {TEXTS[0]: 1, TEXTS[4]: 1})
    room.sees("Note 3 is a moment of truth; merging adds up the dots.")
    assert "Note 5 is a moment" not in room.seen(), "dots alone make no moment of truth"
    room.click("Merge notes 1 and 3")
    assert clusters(room) == [(TEXTS[2], [TEXTS[0]])]
    room.click("Merge notes 2 and 5")
    assert (TEXTS[4], [TEXTS[1]]) in clusters(room)


def test_while_a_round_is_open_no_hint_tells_of_an_earlier_one(room: PhaseRoom) -> None:
    vote_for(room, {TEXTS[2]: 3})
    room.sees("Note 3 is a moment of truth")
    room.document.record(start_round(room.workshop, "Again", Terms(budget=3, cap=3, cut=1)))
    room.qtbot.waitUntil(lambda: "is a moment of truth" not in room.seen())


def test_what_is_not_the_same_is_set_aside_and_can_be_brought_back(room: PhaseRoom) -> None:
    room.click("Notes 1 and 3 are not the same")
    room.sees("1 pair may say the same.")
    room.lacks("Merge notes 1 and 3")
    assert not clusters(room)
    room.document.do(edit_notes(room.workshop, [room.note("Cold soup").id], text="Hot soup"))
    room.button("Merge notes 2 and 5")
    room.lacks("Merge notes 1 and 3")
    room.click("Bring back 1 pair set aside")
    room.button("Merge notes 1 and 3")


@pytest.mark.parametrize("place", [0, 2])
def test_a_result_about_a_text_that_has_changed_meanwhile_is_not_shown(
    gate: Semaphore, room: PhaseRoom, place: int
) -> None:
    assert "Looking" in room.seen()
    changed = room.note(TEXTS[place]).id
    room.document.do(edit_notes(room.workshop, [changed], text="Fog in the morning"))
    gate.release()
    room.sees("1 pair may say the same.")
    room.lacks("Merge notes 1 and 3")
    new = "The bag didn't come, the bag did not arrive"
    room.document.do(edit_notes(room.workshop, [changed], text=new))
    gate.release(2)
    room.button(f"Merge notes {min(place + 1, 4)} and 4")


def test_notes_in_a_cluster_are_not_compared(room: PhaseRoom) -> None:
    merge(room, TEXTS[3], [TEXTS[2]])
    room.sees("1 pair may say the same.")
    room.lacks("Merge notes 1 and 3")


def test_a_click_on_a_hint_lets_that_note_lead_and_keeps_the_panel(room: PhaseRoom) -> None:
    room.click(f"3  {TEXTS[2]}")
    assert room.chosen == []
    room.click("Merge notes 1 and 3")
    assert clusters(room) == [(TEXTS[2], [TEXTS[0]])]


def test_both_notes_of_a_hint_are_shown_on_the_board_when_asked(room: PhaseRoom) -> None:
    room.click("Show notes 1 and 3 on the board")
    assert room.chosen == [[room.note(TEXTS[0]).id, room.note(TEXTS[2]).id]]


def test_notes_are_found_by_words_or_number_and_merged_by_keyboard_alone(room: PhaseRoom) -> None:
    room.field("Find notes to merge").setFocus()
    room.type("soup", enter=True)
    room.type("4", enter=True)
    room.type("1", enter=True)
    room.button("Merge 3 notes under 6")
    lead_by(room, "Note 4 leads: Bag did not come")
    room.field("Find notes to merge").setFocus()
    room.press(Key.Key_Return)
    assert clusters(room) == [("Bag did not come", ["Cold soup", TEXTS[0]])]
    assert room.document.done[-1] == "Merge 3 notes under note 4"


def test_a_gathered_note_can_be_left_out(room: PhaseRoom) -> None:
    room.field("Find notes to merge").setFocus()
    for words in ("soup", "bag", "1"):
        room.type(words, enter=True)
    room.click("Leave note 6 out")
    room.click("Merge 2 notes under 4")
    assert clusters(room) == [("Bag did not come", [TEXTS[0]])]


def test_words_that_no_note_holds_say_so(room: PhaseRoom) -> None:
    room.field("Find notes to merge").setFocus()
    room.type("zebra", enter=True)
    assert "No other note holds these words." in room.seen()


def test_a_gathered_note_that_goes_away_leaves_the_choice(room: PhaseRoom) -> None:
    room.field("Find notes to merge").setFocus()
    for words in ("soup", "bag", "1"):
        room.type(words, enter=True)
    assert room.button("Merge 3 notes under 6").isEnabled()
    merge(room, TEXTS[1], ["Cold soup"])
    room.click("Merge 2 notes under 4")
    assert (TEXTS[3], [TEXTS[0]]) in clusters(room)
    assert "Which one leads?" not in room.seen()


def test_a_cluster_is_split_or_one_note_is_taken_out(room: PhaseRoom) -> None:
    merge(room, TEXTS[3], [TEXTS[5], TEXTS[0]])
    room.sees("On the ballot as things stand: 6 notes, 4 after merging.")
    room.click("Take note 6 out")
    assert clusters(room) == [(TEXTS[3], [TEXTS[0]])]
    room.click("Split the cluster of note 4")
    assert not clusters(room)
    room.sees("No clusters yet.")
    room.document.undo()
    room.click(f"4  {TEXTS[3]}, leads")
    assert room.chosen[-1] == [room.note(TEXTS[3]).id]


def test_likeness_is_said_in_words() -> None:
    words = [likeness_in_words(likeness) for likeness in (0.95, 0.7, 0.43)]
    assert words == ["Nearly word for word", "Very much alike", "Somewhat alike"]


def test_gaps_are_closed_when_somebody_asks_and_not_before(room: PhaseRoom) -> None:
    before = {note.id: (note.x, note.y) for note in room.workshop.notes.values()}
    room.lacks("Close the gaps")
    merge(room, TEXTS[0], [TEXTS[2]])
    room.sees("Merging left gaps in the parking lot.")
    assert {note.id: (note.x, note.y) for note in room.workshop.notes.values()} == before
    steps = len(room.document.done)
    room.click("Close the gaps")
    assert len(room.document.done) == steps + 1
    assert room.note(TEXTS[4]).y < before[room.note(TEXTS[4]).id][1]
    room.lacks("Close the gaps")
    room.document.undo()
    room.button("Close the gaps")
