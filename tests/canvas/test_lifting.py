"""What is dragged looks as it lay, and what was out of sight comes into sight with it."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.notes import Draft, add_notes, move_notes
from motworkshop.model.records import Note, Place

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

AWAY = QPoint(333, 41)
"""Whole pixels, far from everything that is drawn around what is dragged."""


def picture(wall: "Wall") -> QImage:
    return wall.board.grab().toImage()


def sheet(wall: "Wall", number: int) -> QRect:
    """A note on the widget without its rounded edge."""
    where = wall.board.note_rect(wall.note(number).id)
    assert where is not None
    return where.toAlignedRect().adjusted(4, 4, -4, -4)


def upper(wall: "Wall", number: int) -> QRect:
    """The part of it where the text stands."""
    return sheet(wall, number).adjusted(0, 0, 0, -60)


def hold(wall: "Wall", start: QPoint, away: QPoint) -> None:
    """Drag it there and do not let go."""
    wall.press(start)
    wall.move(start + QPoint(9, 9), start + away)
    wall.board.finish()


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.3])
def test_notes_look_while_they_are_dragged_as_they_lay(wall: "Wall", zoom: float) -> None:
    other = wall.note(3)
    over = {other.id: Place(other.stage, None, wall.note(2).x + 30, wall.note(2).y + 20)}
    wall.document.do(move_notes(wall.workshop, over))
    wall.board.set_zoom(zoom)
    wall.look_at(0, 0)
    wall.selection.select(wall.note(number).id for number in (1, 2, 3))
    wall.board.finish()
    before, start = picture(wall), wall.middle(1)
    sheets = [sheet(wall, number) for number in (1, 3)]
    hold(wall, start, AWAY)
    for where in sheets:
        assert picture(wall).copy(where.translated(AWAY)) == before.copy(where)
        assert picture(wall).copy(where) != before.copy(where), "it still lies there, too"


def test_what_was_out_of_sight_comes_into_sight_with_what_is_dragged(
    wall: "Wall", qtbot: QtBot
) -> None:
    stage = wall.stage("Book").id
    drafts = [Draft(f"Note {n}", fields={"stage": stage}) for n in range(40)]
    made = add_notes(wall.workshop, drafts)
    wall.document.do(made)
    last = max((new for _old, new in made.change if isinstance(new, Note)), key=lambda n: n.y)
    wall.board.resize(1000, 1300)
    wall.look_at(0, last.y)
    far = upper(wall, last.number)
    wall.selection.select([last.id])
    wall.board.finish()
    looks = picture(wall).copy(far)
    wall.look_at(0, last.y - 1900)  # so far that no tile in sight reaches there
    held = max(
        (note for note in wall.workshop.notes.values() if note.stage == stage),
        key=lambda note: (note.y < last.y - 700, note.y),
    )
    wall.selection.select([held.id, last.id])
    wall.board.finish()
    start, hidden = wall.middle(held.number), upper(wall, last.number)
    assert not wall.board.rect().intersects(hidden)
    away = QPoint(0, round(wall.board.camera.free.top()) + 90 - start.y())
    hold(wall, start, away)
    shown = hidden.translated(away)
    assert wall.board.rect().contains(shown)
    qtbot.waitUntil(lambda: picture(wall).copy(shown) == looks)
