"""The board beside a vote: dots after its close, none while anybody may still vote."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from motworkshop.app.program import Program
from motworkshop.model.edits.people import add_participants
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import PhaseKind
from motworkshop.model.rounds import close_round, reopen_round
from motworkshop.panels.outline.panel import Outline
from tests.app.test_next_step import PEOPLE, Room


@pytest.fixture
def room(program: Program, tmp_path: Path, qtbot: QtBot) -> Room:
    made = Room(program, tmp_path, qtbot)
    made.do(add_participants, PEOPLE)
    made.do(add_stage, "Book")
    made.write_notes()
    made.go_to(PhaseKind.VOTE)
    return made


def marks(room: Room) -> list[tuple[int, str]]:
    """The dots on each note of the board, and whether it is said to be in."""
    cards = room.desk.parts.board.scene.deck.cards
    return [(len(cards[note].dots), cards[note].standing) for note in room.notes()]


def outlined(room: Room) -> str:
    """What the outline reads out of the first note."""
    room.desk.actions_["toggle_outline"].trigger()
    outline = room.window.findChild(Outline)
    assert outline is not None
    model = outline.tree.model()
    first = model.index(0, 0, model.index(0, 0))
    told = str(first.data(Qt.ItemDataRole.AccessibleTextRole))
    room.desk.actions_["toggle_outline"].trigger()
    return told


NOTHING = [(0, "")] * 4
VOTED = [(1, "in"), (1, "in"), (0, ""), (0, "")]


def test_the_vote_shows_dots_and_what_is_in_once_it_is_closed(room: Room) -> None:
    assert marks(room) == NOTHING
    room.hold()
    assert marks(room) == VOTED
    assert "1 dot" in outlined(room)


def test_while_a_round_is_open_no_earlier_dots_lead_anybody(room: Room) -> None:
    room.hold()
    room.start("Again")
    assert marks(room) == NOTHING
    assert "dot" not in outlined(room)
    room.record(close_round, room.vote("Again"))
    room.record(reopen_round, room.vote())
    assert marks(room) == NOTHING


def test_before_the_vote_and_after_it_the_phases_are_as_they_were(room: Room) -> None:
    room.hold()
    room.go_to(PhaseKind.CLUSTER)
    assert marks(room) == NOTHING
    room.go_to(PhaseKind.REPORT)
    assert marks(room) == VOTED
