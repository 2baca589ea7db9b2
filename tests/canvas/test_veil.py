"""Matches lie on the veil exactly as they look without it, at any zoom and however notes lie."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

from motworkshop.look import DARK
from motworkshop.model.edits.notes import (
    Draft,
    add_notes,
    categorise_notes,
    delete_notes,
    move_notes,
)
from motworkshop.model.records import Category, Place
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall


def picture(wall: "Wall") -> QImage:
    wall.board.finish()
    return wall.board.grab().toImage()


def sheet(wall: "Wall", number: int) -> QRect:
    """A note on the widget without its rounded edge."""
    where = wall.board.note_rect(wall.note(number).id)
    assert where is not None
    return where.toAlignedRect().adjusted(3, 3, -3, -3)


def put(wall: "Wall", number: int, x: float, y: float) -> None:
    """Put a note of the first stage there."""
    place = Place(wall.note(number).stage, None, x, y)
    wall.document.do(move_notes(wall.workshop, {wall.note(number).id: place}))


@pytest.mark.parametrize("zoom", [2.0, 1.0, 0.6, 0.3, 0.2, 0.1, 0.05])
def test_a_match_looks_as_without_a_veil(wall: "Wall", zoom: float) -> None:
    category = next(iter(wall.workshop.of(Category)))
    wall.document.do(categorise_notes(wall.workshop, [wall.note(2).id], category))
    wall.board.set_zoom(zoom)
    wall.look_at(0, 0)
    plain = picture(wall)
    wall.board.set_dimmed([wall.note(2).id])
    veiled = picture(wall)
    assert veiled.copy(sheet(wall, 2)) == plain.copy(sheet(wall, 2))
    assert veiled.copy(sheet(wall, 1)) != plain.copy(sheet(wall, 1))
    wall.board.set_dimmed(None)
    assert picture(wall) == plain


def test_a_match_lies_on_a_note_that_covers_it_and_does_not_match(wall: "Wall") -> None:
    put(wall, 1, 100, 100)
    put(wall, 3, 120, 130)  # on top of note 1, by its number
    spot = wall.middle(1) + QPoint(40, 30)
    wall.board.set_dimmed([wall.note(1).id])
    assert wall.pixel(spot) == "#fef49a"
    wall.board.set_dimmed([wall.note(3).id])
    assert wall.pixel(spot) == "#fef49a"
    assert wall.pixel(sheet(wall, 1).topLeft()) != "#fef49a"


def test_matches_that_cover_one_another_lie_as_before(wall: "Wall") -> None:
    put(wall, 1, 100, 100)
    put(wall, 3, 120, 130)
    area = sheet(wall, 1) & sheet(wall, 3)
    plain = picture(wall).copy(area)
    wall.board.set_dimmed([wall.note(1).id, wall.note(3).id])
    assert picture(wall).copy(area) == plain


def test_a_note_that_comes_to_lie_on_a_match_does_not_hide_it(wall: "Wall") -> None:
    put(wall, 1, 100, 340)
    wall.board.set_dimmed([wall.note(1).id])
    alone = picture(wall).copy(sheet(wall, 1))
    put(wall, 3, 120, 370)
    assert picture(wall).copy(sheet(wall, 1)) == alone


def test_the_veil_follows_what_is_moved_and_written_under_it(wall: "Wall") -> None:
    wall.board.set_dimmed([wall.note(1).id])
    put(wall, 1, 200, 300)
    veiled = picture(wall).copy(sheet(wall, 1))
    wall.board.set_dimmed(None)
    assert picture(wall).copy(sheet(wall, 1)) == veiled


def test_a_match_stays_bright_while_it_is_dragged(wall: "Wall") -> None:
    wall.board.set_dimmed([wall.note(4).id])
    start = wall.middle(4)
    wall.press(start)
    wall.move(start + QPoint(10, 10), start + QPoint(0, 200))
    assert wall.pixel(start + QPoint(0, 200) + QPoint(60, 20)) == "#fef49a"
    wall.release(start + QPoint(0, 200))
    assert wall.pixel(wall.middle(4) + QPoint(60, 20)) == "#fef49a"


def test_a_match_in_a_crowd_is_found_wherever_one_looks(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    """Many notes and many matches take other ways through the board than few."""
    stage = wall.stage("Book").id
    drafts = [Draft(f"Note {number}", fields={"stage": stage}) for number in range(900)]
    crowd = make_wall(wall.workshop.applied(add_notes(wall.workshop, drafts).change))
    even = [note.id for note in crowd.workshop.notes.values() if note.number % 2 == 0]
    for zoom, y in ((1.0, 3000.0), (0.15, 0.0), (0.05, 0.0)):
        crowd.board.set_dimmed(None)
        crowd.board.set_zoom(zoom)
        crowd.look_at(0, y)
        plain = picture(crowd)
        crowd.board.set_dimmed(even)
        veiled = picture(crowd)
        seen = [
            note.number
            for note in crowd.workshop.notes.values()
            if crowd.board.camera.free.contains(
                crowd.board.note_rect(note.id) or crowd.board.rect()
            )
        ]
        assert len(seen) > 3
        for number in seen[:: max(1, len(seen) // 20)]:
            at = (
                sheet(crowd, number)
                if zoom > 0.1
                else QRect(crowd.middle(number), crowd.middle(number))
            )
            assert (veiled.copy(at) == plain.copy(at)) is (number % 2 == 0), (zoom, number)


def test_from_afar_the_veil_follows_what_changes_while_one_searches(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    """The papers lie ready from key to key; each of these must lay them anew."""
    stage = wall.stage("Book").id
    drafts = [Draft(f"Note {number}", fields={"stage": stage}) for number in range(400)]
    crowd = make_wall(wall.workshop.applied(add_notes(wall.workshop, drafts).change))
    category = next(iter(crowd.workshop.of(Category)))
    bright = list(crowd.workshop.notes)
    crowd.board.set_zoom(0.05)
    crowd.look_at(0, 0)
    crowd.board.set_dimmed(bright)
    picture(crowd)
    changes: list[Callable[[], object]] = [
        lambda: put(crowd, 7, 700, 100),
        lambda: crowd.document.do(
            categorise_notes(crowd.workshop, [crowd.note(n).id for n in range(1, 300)], category)
        ),
        lambda: crowd.selection.select(bright[20:60]),
        lambda: crowd.board.set_theme(DARK),
        lambda: crowd.board.set_curtain(True),
        lambda: crowd.look_at(0, 900),
        lambda: crowd.board.set_zoom(0.07),
        lambda: crowd.document.do(delete_notes(crowd.workshop, bright[100:350])),
    ]
    checked = 0
    for change in changes:
        change()
        kept = picture(crowd)
        crowd.board.scene.veil.forget()
        assert picture(crowd) == kept
        crowd.board.set_dimmed(None)
        plain = picture(crowd)
        crowd.board.set_dimmed(bright)
        for note in [note for note in bright if note in crowd.workshop.notes][::37]:
            middle = crowd.board.note_rect(note)
            assert middle is not None
            at = middle.center().toPoint()
            if not crowd.board.camera.free.contains(at):
                continue
            checked += 1
            assert kept.pixelColor(at) == plain.pixelColor(at)
    assert checked > 20
