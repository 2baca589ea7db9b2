import pytest
from PySide6.QtCore import Qt

from motworkshop.model.edits.evidence import add_evidence
from motworkshop.model.moments import evidence_for
from motworkshop.model.records import Evidence, EvidenceKind, new_id
from motworkshop.panels.own.proofs import GUT_ONLY
from tests.panels.own.room import Room, press, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SEARCH = "Search all evidence"


def test_the_pool_is_offered_before_anybody_searches(room: Room) -> None:
    assert "4 pieces in the pool, attached to nothing yet" in room.words
    assert "Net promoter score 18" in room.words


def test_a_piece_of_the_pool_is_attached_and_detached(room: Room) -> None:
    note = room.moments[0].note.id
    before = len(evidence_for(room.workshop, note))
    write(room.line(SEARCH), "promoter BRAND")
    assert "1 piece found" in room.words
    room.click(room.button("Attach: Net promoter score 18"))
    attached = evidence_for(room.workshop, note)
    assert len(attached) == before + 1
    assert "Nothing found." in room.words
    room.click(room.button("Detach: Net promoter score 18"))
    assert len(evidence_for(room.workshop, note)) == before


def test_evidence_of_another_note_says_so_and_can_be_moved_here(room: Room) -> None:
    first, second = room.moments[0].note, room.moments[1].note
    moved = evidence_for(room.workshop, second.id)[0]
    write(room.line(SEARCH), moved.text[:30])
    assert f"on note {second.number}" in room.words
    room.click(room.button(f"Move here: {moved.text}"))
    assert moved.id in [one.id for one in evidence_for(room.workshop, first.id)]
    assert moved.id not in [one.id for one in evidence_for(room.workshop, second.id)]


def test_gut_feeling_only_is_said_until_there_is_research(room: Room) -> None:
    room.scene.show_moment(room.moments[8].note.id)
    assert GUT_ONLY in room.words
    write(room.line(SEARCH), "net promoter")
    room.click(room.button("Attach: Net promoter"))
    assert GUT_ONLY not in room.words


def test_what_is_not_found_can_be_written_down_as_gut_feeling(room: Room) -> None:
    note = room.moments[0].note.id
    write(room.line(SEARCH), "Nobody dares to say it")
    room.click(room.button("Write it down as gut feeling"))
    found = [
        one for one in evidence_for(room.workshop, note) if one.text == "Nobody dares to say it"
    ]
    assert [one.kind for one in found] == [EvidenceKind.GUT]
    assert room.line(SEARCH).text() == ""


def test_only_the_first_results_are_shown_and_the_rest_is_counted(room: Room) -> None:
    many = [Evidence(new_id(), f"Zebra {number:02}") for number in range(40)]
    room.editing.do(add_evidence, many)
    write(room.line(SEARCH), "ZÉBRA")
    assert "40 pieces found. These are the first 6; search to see others." in room.words
    assert "Zebra 05" in room.words
    assert "Zebra 06" not in room.words


def test_another_card_begins_with_an_empty_search(room: Room) -> None:
    write(room.line(SEARCH), "bag")
    press(room.line(SEARCH), Qt.Key.Key_PageDown)
    assert room.line(SEARCH).text() == ""
