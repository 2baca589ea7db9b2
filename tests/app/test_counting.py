"""One way to count on every part of the screen: notes as written, and as they count after merging."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from motworkshop.app.program import Program
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import PhaseKind, Stage
from motworkshop.panels.outline.panel import Outline
from tests.app.test_next_step import TEXTS, Room

MERGED = "4 notes, 3 after merging"


@pytest.fixture
def room(program: Program, tmp_path: Path, qtbot: QtBot) -> Room:
    made = Room(program, tmp_path, qtbot)
    made.do(add_stage, "Book")
    (stage,) = made.workshop.ordered(Stage)
    made.do(add_notes, [Draft(text, fields={"stage": stage.id}) for text in TEXTS])
    return made


def read(room: Room) -> str:
    labels = room.window.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def outlined(room: Room) -> str:
    room.desk.actions_["toggle_outline"].trigger()
    outline = room.window.findChild(Outline)
    assert outline is not None
    told = str(outline.tree.model().index(1, 0).data())
    room.desk.actions_["toggle_outline"].trigger()
    return told


def header(room: Room) -> tuple[int, int]:
    (column,) = room.desk.parts.board.scene.deck.plan.stages
    return column.count, column.standing


def test_merged_notes_are_counted_in_the_same_words_everywhere(room: Room) -> None:
    room.qtbot.waitUntil(lambda: "4 notes · 1 stage" in read(room))
    assert outlined(room) == "Stage Book, 4 notes"
    room.do(merge_notes, room.notes()[0], room.notes()[1:2])
    room.qtbot.waitUntil(lambda: f"{MERGED} · 1 stage" in read(room))
    assert header(room) == (4, 3)
    assert outlined(room) == f"Stage Book, {MERGED}"
    room.go_to(PhaseKind.CLUSTER)
    room.qtbot.waitUntil(lambda: f"On the ballot as things stand: {MERGED}." in read(room))
    room.go_to(PhaseKind.BRAINSTORM)
    room.qtbot.waitUntil(lambda: MERGED in read(room).split("\n"))
    room.go_to(PhaseKind.REPORT)
    room.qtbot.waitUntil(lambda: MERGED in read(room).split("\n"))
