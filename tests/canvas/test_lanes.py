"""Lanes: rows with their names in the gutter, by hand and by keys."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip

from motworkshop.canvas.gutter import NEW_LANE, NO_LANE, lane_arrow, lane_rect, new_lane_rect
from motworkshop.canvas.plan import FOLDED_ROW
from motworkshop.model.edits.notes import Draft, add_notes, move_notes
from motworkshop.model.edits.stages import add_lane, edit_lane
from motworkshop.model.records import Lane, Place

if TYPE_CHECKING:
    from motworkshop.canvas.plan import Row
    from tests.canvas.conftest import Wall

Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MENUS = pytest.mark.qt_log_ignore("raise|grabbing", extend=True)


@pytest.fixture
def laned(wall: "Wall") -> "Wall":
    """Lanes Web and Desk; notes 1 and 2 in Web, 3 in Desk, all of stage Book; 4 in no lane."""
    for name in ("Web", "Desk"):
        wall.document.do(add_lane(wall.workshop, name))
    book = wall.stage("Book").id
    web, desk = (lane(wall, name).id for name in ("Web", "Desk"))
    places = {wall.note(n).id: Place(book, web, 16 + 192 * (n - 1), 16) for n in (1, 2)}
    places[wall.note(3).id] = Place(book, desk, 16, 16)
    wall.document.do(move_notes(wall.workshop, places))
    wall.look_at(0, 0)
    return wall


def lane(wall: "Wall", name: str) -> Lane:
    return next(one for one in wall.workshop.of(Lane).values() if one.name == name)


def lanes(wall: "Wall") -> list[str]:
    return [one.name for one in wall.workshop.ordered(Lane)]


def row(wall: "Wall", name: str) -> "Row":
    return next(one for one in wall.board.scene.deck.plan.rows if one.name == name)


def name_of(wall: "Wall", name: str) -> QPoint:
    """The middle of a lane's name in the gutter."""
    return lane_rect(wall.board.camera, row(wall, name)).center().toPoint()


def arrow(wall: "Wall", name: str) -> QPoint:
    return lane_arrow(wall.board.camera, row(wall, name)).center().toPoint()


def shown(wall: "Wall", number: int) -> bool:
    return wall.board.note_rect(wall.note(number).id) is not None


def go_to_lanes(wall: "Wall") -> None:
    """By keys: up to the headers, and left beyond the first one."""
    wall.click(wall.middle(4))
    wall.key(Key.Key_Up)
    for _ in range(3):
        wall.key(Key.Key_Left)


# ---- by hand


def test_a_lane_is_named_in_place_by_a_double_click(laned: "Wall") -> None:
    laned.double_click(name_of(laned, "Web"))
    laned.type("App")
    laned.key(Key.Key_Return)
    assert lanes(laned) == ["App", "Desk"]
    assert laned.focus is laned.board


def test_a_name_that_is_taken_is_refused_and_can_be_mended(laned: "Wall") -> None:
    laned.double_click(name_of(laned, "Web"))
    laned.type("desk")
    laned.key(Key.Key_Return)
    assert laned.refusals == ["There is a lane “desk” already."]
    assert isinstance(laned.focus, QLineEdit)
    laned.key(Key.Key_Escape)
    assert lanes(laned) == ["Web", "Desk"]


def test_dragging_a_name_reorders_the_lanes_and_changes_no_note(laned: "Wall") -> None:
    notes = laned.workshop.notes
    laned.drag(name_of(laned, "Web"), name_of(laned, "Desk") + QPoint(0, 70))
    assert lanes(laned) == ["Desk", "Web"]
    assert laned.workshop.notes == notes
    assert laned.document.done[-1] == "Move lane “Web”"
    laned.document.undo()
    assert lanes(laned) == ["Web", "Desk"]


def test_escape_puts_a_dragged_lane_back(laned: "Wall") -> None:
    before, start = laned.workshop, name_of(laned, "Web")
    end = name_of(laned, "Desk") + QPoint(0, 70)
    laned.press(start)
    laned.move(start + QPoint(0, 20), end)
    laned.key(Key.Key_Escape)
    laned.release(end)
    assert laned.workshop == before


def test_what_is_in_no_lane_cannot_be_dragged_nor_renamed(laned: "Wall") -> None:
    before = laned.workshop
    laned.drag(name_of(laned, "No lane"), name_of(laned, "Desk"))
    laned.double_click(name_of(laned, "No lane"))
    assert laned.workshop == before
    assert laned.focus is laned.board


def test_the_arrow_collapses_a_lane_and_expands_it(laned: "Wall") -> None:
    before = laned.workshop
    laned.click(arrow(laned, "Web"))
    assert lane(laned, "Web").is_collapsed
    assert laned.document.done[-1] == "Collapse lane “Web”"
    assert [shown(laned, number) for number in (1, 2, 3, 4)] == [False, False, True, True]
    web = row(laned, "Web")
    assert (web.count, web.bottom - web.top) == (2, FOLDED_ROW)
    laned.click(arrow(laned, "Web"))
    assert laned.workshop == before
    assert shown(laned, 1)


def test_the_count_of_a_collapsed_lane_is_drawn(laned: "Wall") -> None:
    laned.click(arrow(laned, "Web"))
    laned.move(QPoint(700, 500))
    where = lane_rect(laned.board.camera, row(laned, "Web")).toRect()
    laned.board.finish()
    before = laned.board.grab(where).toImage()
    place = Place(laned.stage("Fly").id, lane(laned, "Web").id, 16, 16)
    laned.document.do(move_notes(laned.workshop, {laned.note(4).id: place}))
    laned.board.finish()
    assert row(laned, "Web").count == 3
    assert laned.board.grab(where).toImage() != before


def test_notes_of_a_collapsed_lane_are_not_selected_any_more(laned: "Wall") -> None:
    laned.board.select_all()
    laned.click(arrow(laned, "Web"))
    assert {laned.workshop.notes[note].number for note in laned.selection.notes} == {3, 4}


def test_a_note_dropped_on_a_collapsed_lane_lies_below_the_others_there(laned: "Wall") -> None:
    laned.click(arrow(laned, "Web"))
    web = row(laned, "Web")
    laned.drag(
        laned.middle(3), laned.board.camera.to_view(104, (web.top + web.bottom) / 2).toPoint()
    )
    note = laned.note(3)
    assert (note.lane, note.x, note.y) == (lane(laned, "Web").id, 16, 164)
    assert row(laned, "Web").count == 3


def test_a_double_click_in_a_collapsed_lane_expands_it(laned: "Wall") -> None:
    laned.click(arrow(laned, "Web"))
    web = row(laned, "Web")
    laned.double_click(laned.board.camera.to_view(500, (web.top + web.bottom) / 2).toPoint())
    assert not lane(laned, "Web").is_collapsed
    assert not laned.editor.isVisible()


def test_showing_a_note_of_a_collapsed_lane_selects_it_and_shows_the_lane(laned: "Wall") -> None:
    laned.click(arrow(laned, "Web"))
    laned.look_at(0, 2000)
    laned.board.show_note(laned.note(1).id)
    assert laned.selection.notes == (laned.note(1).id,)
    middle = laned.board.camera.free.center().y()
    assert abs(name_of(laned, "Web").y() - middle) < 3


def test_a_locked_lane_stays_and_says_why(laned: "Wall") -> None:
    laned.document.do(edit_lane(laned.workshop, lane(laned, "Web").id, is_locked=True))
    laned.drag(name_of(laned, "Web"), name_of(laned, "Desk") + QPoint(0, 70))
    laned.double_click(name_of(laned, "Web"))
    assert laned.refusals == [
        "Lane “Web” is locked. Unlock it to move it.",
        "Lane “Web” is locked. Unlock it to change it.",
    ]
    assert lanes(laned) == ["Web", "Desk"]
    assert laned.focus is laned.board


def test_the_plus_below_the_last_lane_names_new_ones(laned: "Wall") -> None:
    laned.look_at(0, 300)
    plan = laned.board.scene.deck.plan
    laned.click(new_lane_rect(laned.board.camera, plan).center().toPoint())
    for name in ("Phone", "Crew"):
        laned.type(name)
        laned.key(Key.Key_Return)
    laned.key(Key.Key_Escape)
    assert lanes(laned) == ["Web", "Desk", "Phone", "Crew"]


def test_the_first_lane_is_named_from_the_board(wall: "Wall") -> None:
    wall.board.new_lane()
    wall.type("Web")
    wall.key(Key.Key_Return)
    wall.key(Key.Key_Escape)
    assert lanes(wall) == ["Web"]
    assert row(wall, "No lane").count == 4


def test_a_lane_grows_with_what_it_holds(laned: "Wall") -> None:
    fields = {"stage": laned.stage("Book").id, "lane": lane(laned, "Web").id}
    before = row(laned, "Web").bottom
    laned.document.do(add_notes(laned.workshop, [Draft("x", fields=fields)] * 4))
    assert row(laned, "Web").bottom == before + 2 * 148


# ---- by keys


def test_left_beyond_the_first_header_leads_to_the_lanes_and_their_keys(laned: "Wall") -> None:
    go_to_lanes(laned)
    assert laned.board.lane_marked.focused == NO_LANE
    laned.key(Key.Key_Down)
    assert laned.board.lane_marked.focused == lane(laned, "Web").id
    assert laned.spoken == "Lane Web, 2 notes"
    laned.key(Key.Key_Space)
    assert lane(laned, "Web").is_collapsed
    assert laned.spoken == "Lane Web, 2 notes, collapsed"
    laned.key(Key.Key_Space)
    laned.key(Key.Key_Down, ALT)
    assert lanes(laned) == ["Desk", "Web"]
    laned.key(Key.Key_Return)
    laned.type("App")
    laned.key(Key.Key_Return)
    assert lanes(laned) == ["Desk", "App"]
    laned.key(Key.Key_Right)
    assert laned.selection.notes == (laned.note(1).id,)
    assert not laned.board.lane_marked.focused


def test_below_the_last_lane_a_new_one_is_named_and_escape_leaves(laned: "Wall") -> None:
    go_to_lanes(laned)
    for _ in range(5):
        laned.key(Key.Key_Down)
    assert laned.board.lane_marked.focused == NEW_LANE
    laned.key(Key.Key_Return)
    laned.type("Phone")
    laned.key(Key.Key_Return)
    laned.key(Key.Key_Escape)
    assert lanes(laned) == ["Web", "Desk", "Phone"]
    laned.key(Key.Key_Escape)
    assert not laned.board.lane_marked.focused


def test_delete_on_a_lane_removes_it_and_its_notes_stay_in_their_stages(laned: "Wall") -> None:
    go_to_lanes(laned)
    laned.key(Key.Key_Down)
    laned.key(Key.Key_Delete)
    assert lanes(laned) == ["Desk"]
    assert (laned.note(1).stage, laned.note(1).lane) == (laned.stage("Book").id, None)
    assert not laned.board.lane_marked.focused


def test_control_l_and_what_the_window_asks_for_concern_the_lane_that_has_the_keys(
    laned: "Wall",
) -> None:
    go_to_lanes(laned)
    laned.key(Key.Key_Down)
    laned.key(Key.Key_L, CONTROL)
    assert lane(laned, "Web").is_locked
    laned.board.lock_selected()
    assert not lane(laned, "Web").is_locked
    laned.board.edit_selected()
    laned.type("App")
    laned.key(Key.Key_Return)
    laned.board.delete_selected()
    assert lanes(laned) == ["Desk"]


def test_a_click_elsewhere_takes_the_keys_off_the_lanes(laned: "Wall") -> None:
    go_to_lanes(laned)
    laned.click(laned.at("Arrive", 100, 60))
    assert not laned.board.lane_marked.focused


def test_without_lanes_left_of_the_first_header_is_nothing(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Up)
    for _ in range(4):
        wall.key(Key.Key_Left)
    assert wall.board.marked.focused
    assert not wall.board.lane_marked.focused


# ---- menu and tooltip


@MENUS
def test_the_menu_of_a_lane(laned: "Wall") -> None:
    QTest.mouseClick(
        laned.board.windowHandle(), Qt.MouseButton.RightButton, pos=name_of(laned, "Web")
    )
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert names == [
        "Rename", "Collapse", "Lock", "Move down", "Remove lane, keep its notes", "New lane",
    ]  # fmt: skip
    for _ in range(4):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    QApplication.processEvents()
    assert lanes(laned) == ["Desk", "Web"]


@MENUS
def test_the_menu_key_on_a_lane_opens_its_menu(laned: "Wall") -> None:
    go_to_lanes(laned)
    laned.key(Key.Key_Down)
    laned.key(Key.Key_Menu)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    QApplication.processEvents()
    assert lane(laned, "Web").is_collapsed


@pytest.mark.qt_log_ignore("raise", extend=True)  # offscreen has no windows in front of others
def test_a_lane_says_its_whole_name_when_asked(laned: "Wall") -> None:
    laned.double_click(name_of(laned, "Web"))
    laned.type("<b>Web</b> & app")
    laned.key(Key.Key_Return)
    name = "<b>Web</b> & app"
    for point, said in (
        (name_of(laned, name), "&lt;b&gt;Web&lt;/b&gt; &amp; app"),
        (arrow(laned, name), "Collapse this lane"),
    ):
        event = QHelpEvent(QHelpEvent.Type.ToolTip, point, laned.board.mapToGlobal(point))
        QApplication.sendEvent(laned.board, event)
        assert said in QToolTip.text()
    QToolTip.hideText()
