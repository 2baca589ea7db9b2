from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motworkshop.look import DARK
from motworkshop.model.change import Change
from motworkshop.model.edits.moments import describe_moment
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.records import Participant, PhaseKind, Round
from motworkshop.model.rounds import Terms, close_round, hand_over, reopen_round, start_round
from motworkshop.model.workshop import Workshop
from motworkshop.panels.own.matrix import Matrix
from motworkshop.panels.own.moment_row import MomentRow
from tests.panels.own.room import Room, focus, open_room, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_page_down_and_page_up_step_through_the_moments(room: Room) -> None:
    assert "Moment of truth 1 of 10" in room.words
    room.scene.centre.setFocus()
    press(room.button("Next"), Qt.Key.Key_PageDown)
    press(room.button("Next"), Qt.Key.Key_PageDown)
    assert "Moment of truth 3 of 10" in room.words
    press(room.text("Ideal experience"), Qt.Key.Key_PageUp)
    assert "Moment of truth 2 of 10" in room.words


def test_the_buttons_stop_at_both_ends(room: Room) -> None:
    assert not room.button("Previous").isEnabled()
    for _ in range(9):
        room.click(room.button("Next"))
    assert "Moment of truth 10 of 10" in room.words
    assert not room.button("Next").isEnabled()
    press(room.button("Previous"), Qt.Key.Key_PageDown)
    assert "Moment of truth 10 of 10" in room.words


def test_a_card_shows_vote_scores_and_gap(room: Room) -> None:
    words = room.words.splitlines()
    assert "8 dots from 5 people, rank 1." in words
    assert words[words.index("Gap") + 1] == "4"
    assert "Rescue  ·  Airport  ·  delivered by Ground operations" in words


def test_a_card_tells_that_it_got_in_by_the_run_off(room: Room) -> None:
    room.scene.show_moment(room.moments[9].note.id)
    assert "It was tied at the cut and got in by the run-off." in room.words


def test_the_list_tells_what_each_moment_lacks_and_opens_its_card(room: Room) -> None:
    assert "Moments of truth · 8 of 10 complete" in room.words
    row = room.find("56 Says", MomentRow)
    assert row.accessibleName().endswith("Lacks target, next step")
    room.click(row)
    assert "Moment of truth 9 of 10" in room.words
    assert row.accessibleDescription() == "shown now"


def test_a_moment_selected_on_the_board_is_the_card_that_is_open(room: Room) -> None:
    room.selection.select([room.moments[3].note.id])
    assert "Moment of truth 4 of 10" in room.words


def test_one_who_carries_many_is_named_in_words(room: Room) -> None:
    told = "carries 4 of 10. Is that too much for one person?"
    assert told not in room.words
    hedda = next(one for one in room.workshop.of(Participant).values() if one.name == "Hedda")
    room.editing.do(describe_moment, room.moments[5].note.id, accountable=hedda.id)
    assert f"Hedda {told}" in room.words
    assert "Choose one person" not in room.words


def test_promises_not_kept_stand_with_the_moments_that_break_them(room: Room) -> None:
    promises = room.scene.contents[-1]
    assert "“What you booked is what you get.”" in room.words
    row = room.find("38 No room left for the cabin bag. Expected 4", MomentRow, promises)
    room.click(row)
    assert "Moment of truth 4 of 10" in room.words


def test_the_board_takes_the_place_of_the_card_and_gives_it_back(room: Room, qtbot: QtBot) -> None:
    wanted: list[bool] = []
    room.scene.centre_wanted.connect(wanted.append)
    assert room.scene.is_centre_wanted
    for name in ("Matrix", "Board", "Cards"):
        room.click(room.button(name))
    assert wanted == [False, True]
    assert room.scene.is_centre_wanted


def test_a_note_that_was_not_voted_in_has_no_card_and_that_is_said(room: Room) -> None:
    out = next(one for one in room.workshop.notes.values() if one.number == 1)
    room.scene.show_moment(out.id)
    assert room.refusals == ["Note 1 is not among the moments of truth."]
    assert "Moment of truth 1 of 10" in room.words


def test_what_changed_while_nobody_looked_is_there_when_it_is_seen(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = open_room(qtbot, sample, is_shown=False)
    note = room.moments[5].note.id
    room.editing.do(describe_moment, note, accountable="Somebody new")
    room.window.show()
    assert "Moments of truth · 9 of 10 complete" in room.words
    assert "Somebody new" in room.words


def test_the_focus_survives_what_typing_changes_elsewhere(room: Room) -> None:
    row = room.find("9 Picks a seat", MomentRow)
    row.setFocus()
    room.editing.do(describe_moment, room.moments[5].note.id, accountable="Gun")
    found = focus()
    assert isinstance(found, MomentRow)
    assert found.accessibleName().startswith("9 Picks a seat")


class Votes:
    """A small workshop with a vote at some point."""

    def __init__(self) -> None:
        self.workshop = Workshop.titled("Small")
        drafts = [Draft(f"note {number}") for number in range(1, 4)]
        self.workshop = self.workshop.applied(add_notes(self.workshop, drafts).change)

    @property
    def round(self) -> Round:
        return self.workshop.ordered(Round)[-1]

    def vote(self, *ballots: Sequence[int], cut: int = 1) -> None:
        """Each ballot names notes by number; the round stays open."""
        ids = {note.number: note.id for note in self.workshop.notes.values()}
        self._record(start_round(self.workshop, "First vote", Terms(budget=3, cut=cut)))
        for place, numbers in enumerate(ballots):
            dots = {ids[number]: 1 for number in numbers}
            self._record(hand_over(self.workshop, self.round, f"voter {place}", dots))

    def close(self) -> None:
        self._record(close_round(self.workshop, self.round))

    def _record(self, change: Change) -> None:
        self.workshop = self.workshop.applied(change)


def test_before_a_vote_it_says_what_to_do_and_leads_there(qtbot: QtBot) -> None:
    room = open_room(qtbot, Votes().workshop)
    phases: list[PhaseKind] = []
    room.scene.phase_wanted.connect(phases.append)
    assert "No vote yet." in room.words
    room.click(room.button("Go to Vote"))
    assert phases == [PhaseKind.VOTE]


def test_before_the_first_note_it_leads_straight_to_where_notes_are_written(qtbot: QtBot) -> None:
    room = open_room(qtbot, Workshop.titled("New"))
    phases: list[PhaseKind] = []
    room.scene.phase_wanted.connect(phases.append)
    assert "No notes yet." in room.words
    room.click(room.button("Go to Brainstorm"))
    assert phases == [PhaseKind.BRAINSTORM]


@pytest.mark.parametrize(
    ("ballots", "is_closed", "told"),
    [
        ([[1]], False, "The vote is still open"),
        ([[1], [2]], True, "2 notes tied, and nothing is in yet"),
        ([[]], True, "Nobody gave a dot in “First vote”"),
    ],
)
def test_without_a_moment_it_says_why(
    qtbot: QtBot, ballots: list[list[int]], told: str, *, is_closed: bool
) -> None:
    votes = Votes()
    votes.vote(*ballots)
    if is_closed:
        votes.close()
    room = open_room(qtbot, votes.workshop)
    assert told in room.words


def test_the_first_card_comes_when_the_round_is_closed_and_goes_when_it_is_reopened(
    qtbot: QtBot,
) -> None:
    votes = Votes()
    votes.vote([1], [1])
    room = open_room(qtbot, votes.workshop)
    room.editing.record(close_round, votes.round)
    assert "Moment of truth 1 of 1" in room.words
    room.editing.record(reopen_round, room.workshop.ordered(Round)[-1])
    assert "The vote is still open" in room.words


def test_a_tie_that_is_left_is_told_above_the_list(qtbot: QtBot) -> None:
    votes = Votes()
    votes.vote([1, 2], [1, 3], cut=2)
    votes.close()
    room = open_room(qtbot, votes.workshop)
    assert "Moment of truth 1 of 1" in room.words
    assert "2 notes still tied at the cut (see Reveal and decide)." in room.words


def test_another_theme_is_painted_everywhere(room: Room) -> None:
    room.click(room.button("Matrix"))
    room.scene.set_theme(DARK)
    QApplication.processEvents()
    centre = room.scene.centre
    picture = centre.grab().toImage()
    assert picture.pixelColor(4, 4).name().upper() == DARK.board
    matrix = room.find("Matrix", Matrix)
    cell = matrix.grab().toImage().pixelColor(matrix.width() - 20, 60)
    assert cell.name().upper() == DARK.panel
