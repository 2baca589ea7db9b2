"""Of the board on the screen only what an edit touched is painted again, and nothing less."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtGui import QImage, QPaintEvent
from typing_extensions import override

from motworkshop.canvas.parts import rectangles
from motworkshop.model.change import Edit
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import (
    Draft,
    add_notes,
    categorise_notes,
    delete_notes,
    edit_notes,
    move_notes,
)
from motworkshop.model.edits.stages import edit_stage
from motworkshop.model.records import Category, Place, Stage
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall


class Painted(QObject):
    """How many pixels of a widget were painted since one began to look: around all of it, and
    of its parts alone."""

    def __init__(self) -> None:
        super().__init__()
        self.area = self.covered = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.area += event.rect().width() * event.rect().height()
            parts = rectangles(event.region())
            self.covered += sum(part.width() * part.height() for part in parts)
        return super().eventFilter(watched, event)


def on_screen(wall: "Wall") -> QImage:
    """The board as it stands on the screen, which nothing is painted for."""
    return wall.board.screen().grabWindow(wall.board.winId()).toImage()


def whole(wall: "Wall") -> QImage:
    """The board painted anew as a whole, and not on the screen."""
    return wall.board.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _ids(workshop: Workshop) -> list[str]:
    return [note.id for note in sorted(workshop.notes.values(), key=lambda note: note.number)]


def _place(workshop: Workshop, stage: str, x: float, y: float) -> Place:
    ids = {one.name: one.id for one in workshop.of(Stage).values()}
    return Place(ids[stage], None, x, y)


EDITS: dict[str, Callable[[Workshop], Edit]] = {
    "category": lambda w: categorise_notes(w, _ids(w)[:1], w.ordered(Category)[0].id),
    "text": lambda w: edit_notes(w, _ids(w)[:1], text="Another text, and a longer one"),
    "within its stage": lambda w: move_notes(w, {_ids(w)[0]: _place(w, "Book", 12, 400)}),
    "to another stage": lambda w: move_notes(w, {_ids(w)[0]: _place(w, "Arrive", 12, 12)}),
    "beyond its stage": lambda w: move_notes(w, {_ids(w)[0]: _place(w, "Book", 700, 12)}),
    "new": lambda w: add_notes(w, [Draft("New one", fields={"stage": w.ordered(Stage)[1].id})]),
    "gone": lambda w: delete_notes(w, _ids(w)[:1]),
    "merged": lambda w: merge_notes(w, _ids(w)[0], _ids(w)[1:2]),
    "name of a stage": lambda w: edit_stage(w, w.ordered(Stage)[0].id, name="Look it up"),
}


@pytest.mark.parametrize("zoom", [1.0, 0.3])
@pytest.mark.parametrize("what", list(EDITS))
def test_after_an_edit_and_its_undo_the_screen_shows_what_all_painted_anew_would(
    wall: "Wall", what: str, zoom: float
) -> None:
    wall.board.set_zoom(zoom)
    wall.look_at(0, 0)
    wall.board.set_overview_shown(False)  # it follows in its own time
    wall.selection.select(_ids(wall.workshop)[3:4])
    wall.move(wall.middle(2), wall.middle(2) + QPoint(2, 2))
    wall.board.finish()
    for is_undone in (False, True):
        if is_undone:
            wall.document.undo()
        else:
            wall.document.do(EDITS[what](wall.workshop))
        while not wall.board.is_settled():
            wall.board.grab()  # so that the tiles are there at once, however slow the computer is
        QCoreApplication.processEvents()
        assert on_screen(wall) == whole(wall)


def test_for_one_note_only_a_small_part_of_the_board_is_painted_again(wall: "Wall") -> None:
    wall.board.set_overview_shown(False)
    wall.board.finish()
    QCoreApplication.processEvents()
    painted = Painted()
    wall.board.installEventFilter(painted)
    wall.document.do(EDITS["category"](wall.workshop))
    QCoreApplication.processEvents()
    wall.board.removeEventFilter(painted)
    assert 0 < painted.area < wall.board.width() * wall.board.height() / 4


@pytest.mark.parametrize("zoom", [1.0, 0.37])
@pytest.mark.parametrize("merges", [False, True])
def test_while_notes_are_dragged_nothing_is_left_behind_on_the_screen(
    wall: "Wall", zoom: float, merges: bool
) -> None:
    wall.board.set_zoom(zoom)
    wall.look_at(0, 0)
    wall.board.set_overview_shown(False)
    wall.board.parts.pointer.is_merging = merges
    wall.selection.select(_ids(wall.workshop)[:2])
    wall.board.finish()
    start = wall.middle(1)
    wall.press(start)
    for far in (10, 31, 62, 97, 140, 122, 83, 260, 40):
        wall.move(start + QPoint(far, far // 2))
        while not wall.board.is_settled():
            wall.board.grab()
        QCoreApplication.processEvents()
        assert on_screen(wall) == whole(wall), far
    wall.release(start)
