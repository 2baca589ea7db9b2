from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from motworkshop.canvas.headers import new_stage_rect
from motworkshop.model.edits.notes import Draft, add_notes, move_notes
from motworkshop.model.edits.stages import add_lane, delete_stage
from motworkshop.model.records import Lane, Place

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key


def test_a_double_click_on_a_header_renames_its_stage(wall: "Wall") -> None:
    wall.double_click(wall.header("Fly"))
    wall.type("On board")
    wall.key(Key.Key_Return)
    assert wall.stages() == ["Book", "On board", "Arrive"]
    assert wall.focus is wall.board


def test_escape_leaves_the_name_as_it_was(wall: "Wall") -> None:
    wall.double_click(wall.header("Fly"))
    wall.type("On board")
    wall.key(Key.Key_Escape)
    assert wall.stages() == ["Book", "Fly", "Arrive"]


def test_a_name_that_is_taken_is_refused_and_can_be_mended(wall: "Wall") -> None:
    wall.double_click(wall.header("Fly"))
    wall.type("book")
    wall.key(Key.Key_Return)
    assert wall.refusals == ["There is a stage “book” already."]
    assert isinstance(wall.focus, QLineEdit)
    wall.type("Booking desk")
    wall.key(Key.Key_Return)
    assert wall.stages() == ["Book", "Booking desk", "Arrive"]


def test_dragging_a_header_reorders_the_stages_and_moves_no_note(wall: "Wall") -> None:
    notes = wall.workshop.notes
    wall.drag(wall.header("Fly"), wall.header("Book") - QPoint(90, 0))
    assert wall.stages() == ["Fly", "Book", "Arrive"]
    assert wall.workshop.notes == notes
    wall.document.undo()
    assert wall.stages() == ["Book", "Fly", "Arrive"]


def test_escape_puts_a_dragged_stage_back(wall: "Wall") -> None:
    start, end = wall.header("Fly"), wall.header("Book") - QPoint(90, 0)
    wall.press(start)
    wall.move(start - QPoint(20, 0), end)
    wall.key(Key.Key_Escape)
    wall.release(end)
    assert wall.stages() == ["Book", "Fly", "Arrive"]


def test_the_place_after_the_last_stage_names_new_ones(wall: "Wall") -> None:
    wall.look_at(900, 0)
    wall.click(new_stage_rect(wall.board.camera, wall.board.scene.deck.plan).center().toPoint())
    for name in ("Leave", "Come back"):
        wall.type(name)
        wall.key(Key.Key_Return)
    wall.key(Key.Key_Escape)
    assert wall.stages() == ["Book", "Fly", "Arrive", "Leave", "Come back"]


def test_headers_count_their_notes(wall: "Wall") -> None:
    def count(name: str) -> int:
        return next(c.count for c in wall.board.scene.deck.plan.columns if c.name == name)

    assert (count("Book"), count("Fly"), count("Parking lot")) == (3, 1, 0)
    wall.board.finish()
    before = wall.board.grab().toImage().copy(0, 0, 1000, 59)
    wall.document.do(delete_stage(wall.workshop, wall.stage("Fly").id))
    wall.board.finish()
    assert (count("Book"), count("Parking lot")) == (3, 1)
    assert wall.board.grab().toImage().copy(0, 0, 1000, 59) != before


def test_headers_stay_in_sight_when_the_board_is_scrolled(wall: "Wall") -> None:
    wall.board.finish()
    before = wall.board.grab().toImage().copy(0, 0, 1000, 60)
    wall.board.pan(0, -200)
    wall.board.finish()
    assert wall.board.grab().toImage().copy(0, 0, 1000, 60) == before


def test_the_parking_lot_grows_without_moving_the_stages(wall: "Wall") -> None:
    fly = wall.middle(4)
    wall.document.do(add_notes(wall.workshop, [Draft("one"), Draft("two")]))
    assert wall.middle(4) == fly


def test_lanes_are_rows_and_a_note_is_dragged_from_one_to_the_other(wall: "Wall") -> None:
    for name in ("Web", "Desk"):
        wall.document.do(add_lane(wall.workshop, name))
    web, desk = wall.workshop.ordered(Lane)
    book = wall.stage("Book").id
    places = {wall.note(n).id: Place(book, web.id, 16 + 192 * (n % 2), 16) for n in (1, 2)}
    places |= {wall.note(n).id: Place(book, desk.id, 16 + 192 * (n % 2), 16) for n in (3, 4)}
    wall.document.do(move_notes(wall.workshop, places))
    assert wall.middle(3).y() > wall.middle(1).y() + 132
    plan = wall.board.scene.deck.plan
    left, top = plan.corner((wall.stage("Fly").id, desk.id))
    wall.drag(wall.middle(1), wall.board.camera.to_view(left + 100, top + 80).toPoint())
    assert (wall.note(1).stage, wall.note(1).lane) == (wall.stage("Fly").id, desk.id)


def test_a_lane_that_fills_up_grows_and_pushes_the_next_one_down(wall: "Wall") -> None:
    for name in ("Web", "Desk"):
        wall.document.do(add_lane(wall.workshop, name))
    web, desk = wall.workshop.ordered(Lane)
    book = wall.stage("Book").id
    wall.document.do(
        add_notes(wall.workshop, [Draft("low", fields={"stage": book, "lane": desk.id})])
    )
    before = wall.middle(5).y()
    drafts = [Draft(f"n{n}", fields={"stage": book, "lane": web.id}) for n in range(4)]
    wall.document.do(add_notes(wall.workshop, drafts))
    assert wall.middle(5).y() == before + 148
