"""The board through the interfaces that a screen reader uses, in this process."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from motworkshop.canvas.accessible import read_out_boards
from motworkshop.canvas.board import Board
from motworkshop.look import LIGHT
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import (
    Draft,
    add_notes,
    categorise_notes,
    delete_notes,
    edit_notes,
    move_notes,
)
from motworkshop.model.edits.stages import add_lane, delete_stage, edit_stage
from motworkshop.model.records import Category, Lane, Place, Stage
from tests.canvas.test_standing import vote

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Name, More = QAccessible.Text.Name, QAccessible.Text.Description
PRESS = QAccessibleActionInterface.pressAction()
TOGGLE = QAccessibleActionInterface.toggleAction()
FOCUS = QAccessibleActionInterface.setFocusAction()


@pytest.fixture(autouse=True)
def _is_read(qapp: QApplication) -> None:
    read_out_boards()


def top(wall: "Wall") -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(wall.board)


def children(part: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [part.child(place) for place in range(part.childCount())]


def listed(wall: "Wall", name: str) -> QAccessibleInterface:
    return next(one for one in children(top(wall)) if one.text(Name).startswith(name))


def item(wall: "Wall", number: int) -> QAccessibleInterface:
    items = [one for stage in children(top(wall)) for one in children(stage)]
    return next(one for one in items if one.text(Name).startswith(f"{number}: "))


def names(part: QAccessibleInterface) -> list[str]:
    return [one.text(Name) for one in children(part)]


def test_stages_are_lists_and_notes_their_items_in_reading_order(wall: "Wall") -> None:
    assert top(wall).text(Name) == "Board"
    lists = children(top(wall))[:4]
    assert all(one.role() is QAccessible.Role.List for one in lists)
    assert [one.text(Name) for one in lists] == [
        "Parking lot, 0 notes",
        "Stage Book, 3 notes",
        "Stage Fly, 1 note",
        "Stage Arrive, 0 notes",
    ]
    assert names(lists[1]) == ["1: Finds a fare", "2: Pays", "3: Gets a mail"]
    assert all(one.role() is QAccessible.Role.ListItem for one in children(lists[1]))
    for place, one in enumerate(children(lists[1])):
        assert one.parent() is lists[1]
        assert lists[1].indexOfChild(one) == place
    assert [top(wall).indexOfChild(one) for one in lists] == [0, 1, 2, 3]


def test_a_note_tells_category_dots_lane_cluster_and_standing(wall: "Wall") -> None:
    vote(wall)
    rescue = wall.workshop.ordered(Category)[0].id
    wall.document.do(categorise_notes(wall.workshop, [wall.note(1).id], rescue))
    assert item(wall, 1).text(Name) == "1: Finds a fare, Rescue"
    wall.board.set_dots_shown(True)
    assert item(wall, 1).text(Name) == "1: Finds a fare, Rescue, 3 dots"
    assert item(wall, 1).text(More) == "in"
    wall.document.do(merge_notes(wall.workshop, wall.note(2).id, [wall.note(3).id]))
    assert item(wall, 2).text(More) == "1 note under it, tied"
    assert names(listed(wall, "Stage Book")) == [
        "1: Finds a fare, Rescue, 3 dots",
        "2: Pays, 2 dots",
    ]
    wall.document.do(add_lane(wall.workshop, "Phone"))
    phone = wall.workshop.ordered(Lane)[0].id
    boards = wall.note(4)
    wall.document.do(move_notes(wall.workshop, {boards.id: Place(boards.stage, phone, 16, 16)}))
    wall.document.do(edit_notes(wall.workshop, [boards.id], is_locked=True))
    assert item(wall, 4).text(More) == "lane Phone, locked, tied"


def test_a_note_says_where_it_is_on_the_screen(wall: "Wall") -> None:
    where = wall.board.note_rect(wall.note(4).id)
    assert where is not None
    corner = wall.board.mapToGlobal(where.toAlignedRect().topLeft())
    assert item(wall, 4).rect().topLeft() == corner
    assert not item(wall, 4).state().offscreen
    book = listed(wall, "Stage Fly")
    middle = item(wall, 4).rect().center()
    assert book.rect().contains(middle)
    assert top(wall).childAt(middle.x(), middle.y()) is book
    assert book.childAt(middle.x(), middle.y()) is item(wall, 4)
    wall.board.pan(-5000, 0)
    assert item(wall, 4).state().offscreen


def test_press_selects_a_note_and_the_keys_are_on_it(wall: "Wall") -> None:
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    item(wall, 4).actionInterface().doAction(PRESS)
    assert wall.selection.notes == (wall.note(4).id,)
    state = item(wall, 4).state()
    assert (state.selectable, state.selected, state.focusable, state.focused) == (1, 1, 1, 1)
    assert not item(wall, 1).state().selected
    assert top(wall).focusChild() is item(wall, 4)
    wall.key(Qt.Key.Key_Left)
    assert top(wall).focusChild() is item(wall, 3)
    assert not item(wall, 4).state().focused
    other.deleteLater()


def test_the_header_that_has_the_keys_has_the_focus(wall: "Wall") -> None:
    wall.click(wall.middle(1))
    wall.key(Qt.Key.Key_Up)
    assert top(wall).focusChild() is listed(wall, "Stage Book")
    assert listed(wall, "Stage Book").state().focused
    for _stage in range(3):
        wall.key(Qt.Key.Key_Right)
    assert top(wall).focusChild() is listed(wall, "New stage")
    listed(wall, "Parking lot").actionInterface().doAction(FOCUS)
    assert top(wall).focusChild() is listed(wall, "Parking lot")


def test_a_stage_collapses_and_has_then_nothing_to_read(wall: "Wall") -> None:
    stage = listed(wall, "Stage Book")
    assert stage.state().expanded
    stage.actionInterface().doAction(TOGGLE)
    assert wall.stage("Book").is_collapsed
    assert stage.text(Name) == "Stage Book, 3 notes, collapsed"
    assert (stage.childCount(), stage.state().collapsed, stage.state().expanded) == (0, 1, 0)
    assert TOGGLE not in listed(wall, "Parking lot").actionInterface().actionNames()


def test_a_new_stage_is_named_by_press(wall: "Wall") -> None:
    listed(wall, "New stage").actionInterface().doAction(PRESS)
    wall.type("Leave")
    wall.key(Qt.Key.Key_Return)
    assert wall.stages() == ["Book", "Fly", "Arrive", "Leave"]
    assert listed(wall, "Stage Leave").text(Name) == "Stage Leave, 0 notes"


def test_behind_the_curtain_a_note_tells_its_number_alone(wall: "Wall") -> None:
    one = item(wall, 2)
    wall.board.set_curtain(True)
    assert one.text(Name) == "Note 2, face down"
    assert one.text(More) == ""
    wall.board.set_curtain(False)
    assert one.text(Name) == "2: Pays"


def test_what_is_gone_is_taken_away_and_what_comes_is_there(wall: "Wall") -> None:
    gone, kept = item(wall, 1), item(wall, 2)
    number = QAccessible.uniqueId(gone)
    wall.document.do(delete_notes(wall.workshop, [wall.note(1).id]))
    assert not isValid(gone)
    assert QAccessible.accessibleInterface(number) is None
    assert names(listed(wall, "Stage Book")) == ["2: Pays", "3: Gets a mail"]
    assert listed(wall, "Stage Book").indexOfChild(kept) == 0
    wall.document.undo()
    assert names(listed(wall, "Stage Book")) == ["1: Finds a fare", "2: Pays", "3: Gets a mail"]
    stage = listed(wall, "Stage Fly")
    wall.document.do(delete_stage(wall.workshop, wall.stage("Fly").id))
    assert not isValid(stage)
    assert names(listed(wall, "Parking lot")) == ["4: Boards"]
    wall.document.do(edit_stage(wall.workshop, wall.stage("Book").id, name="Buy"))
    assert listed(wall, "Stage Buy").text(Name) == "Stage Buy, 3 notes"


def test_the_widgets_on_the_board_are_read_too(wall: "Wall") -> None:
    entry = QAccessible.queryAccessibleInterface(wall.entry)
    assert entry.text(Name)
    found, above = entry.parent(), entry
    while found.object() is not wall.board:
        above, found = found, found.parent()
    place = top(wall).indexOfChild(above)
    assert place > len(wall.stages())
    assert top(wall).child(place).object() is above.object()
    middle = entry.rect().center()
    assert top(wall).childAt(middle.x(), middle.y()).object() is above.object()


def test_nothing_is_left_of_a_board_that_is_gone(wall: "Wall") -> None:
    board = Board(wall.document, wall.selection, LIGHT)
    stages = children(QAccessible.queryAccessibleInterface(board))
    parts = [part for part in [*stages, *children(stages[1])] if part.object() is None]
    numbers = [QAccessible.uniqueId(part) for part in parts]
    assert len(parts) == 8
    assert all(QAccessible.accessibleInterface(number) is not None for number in numbers)
    board.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert all(QAccessible.accessibleInterface(number) is None for number in numbers)
    assert not any(isValid(part) for part in parts)
    wall.document.do(add_notes(wall.workshop, [Draft("Late")]))  # nobody is there to hear it


def test_qt_may_ask_again_after_the_board_has_got_another_type(wall: "Wall") -> None:
    """PySide gives an object another type when a method of it is connected; Qt then asks anew,
    and deletes every answer: the same one twice would be a crash."""
    board = Board(wall.document, wall.selection, LIGHT)
    first = QAccessible.queryAccessibleInterface(board)
    button = QPushButton(board)
    button.clicked.connect(board.split_selected)
    second = QAccessible.queryAccessibleInterface(board)
    assert second is not first
    assert names(second)[:4] == names(first)[:4]
    assert second.child(1).parent() is second
    board.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(first)
    assert not isValid(second)


def test_lanes_are_headers_of_rows_that_collapse(wall: "Wall") -> None:
    wall.document.do(add_lane(wall.workshop, "Web"))
    web = listed(wall, "Lane Web")
    assert web.role() is QAccessible.Role.RowHeader
    web.actionInterface().doAction(FOCUS)
    assert top(wall).focusChild() is web
    wall.key(Qt.Key.Key_Down)
    assert top(wall).focusChild() is listed(wall, "New lane")
    web.actionInterface().doAction(TOGGLE)
    assert wall.workshop.ordered(Lane)[0].is_collapsed
    assert web.text(Name) == "Lane Web, 0 notes, collapsed"
    wall.document.undo()
    wall.document.undo()
    assert not isValid(web)


def test_ten_thousand_notes_are_read_one_by_one_without_making_the_others(wall: "Wall") -> None:
    book = wall.workshop.ordered(Stage)[0].id
    drafts = [Draft(f"Note {n}", fields={"stage": book}) for n in range(10_000)]
    wall.document.do(add_notes(wall.workshop, drafts))
    stage = listed(wall, "Stage Book")
    assert stage.childCount() == 10_003
    last = stage.child(10_002)
    assert stage.indexOfChild(last) == 10_002
    wall.document.do(delete_notes(wall.workshop, list(wall.workshop.notes)[-10_000:]))
    assert stage.childCount() == 3
    assert stage.child(3) is None


def test_a_point_where_nothing_lies_has_no_part(wall: "Wall") -> None:
    outside = wall.board.mapToGlobal(QPoint(-50, -50))
    assert top(wall).childAt(outside.x(), outside.y()) is None
