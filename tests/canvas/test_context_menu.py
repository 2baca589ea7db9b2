from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import edit_stage
from motworkshop.model.records import Category, Cluster

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
# offscreen has no windows in front of others, and menus cannot take all keys
pytestmark = [pytest.mark.qt_log_ignore("raise|grabbing", extend=True)]


def menu_at(wall: "Wall", point: QPoint) -> QMenu:
    """The menu of a right click, made by the window as a real one is."""
    window = wall.board.windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.RightButton, pos=point)
    return open_menu()


def open_menu() -> QMenu:
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def names(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


def choose(menu: QMenu, name: str) -> None:
    """With the keys, as far as the entry."""
    while menu.activeAction() is None or menu.activeAction().text().split("\t")[0] != name:
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    QApplication.processEvents()


def test_a_right_click_on_a_note_offers_what_can_be_done_with_it(wall: "Wall") -> None:
    menu = menu_at(wall, wall.middle(2))
    assert wall.selection.notes == (wall.note(2).id,)
    assert names(menu) == ["Edit", "Category", "Lock", "Duplicate", "Cut", "Copy", "Delete"]
    choose(menu, "Delete")
    assert [note.number for note in wall.workshop.notes.values()] == [1, 3, 4]


def test_several_notes_are_merged_under_the_one_that_was_clicked(wall: "Wall") -> None:
    wall.selection.select([wall.note(number).id for number in (1, 2, 3)])
    menu = menu_at(wall, wall.middle(3))
    assert "Edit" not in names(menu)
    choose(menu, "Merge 3 notes under 3")
    (cluster,) = wall.workshop.of(Cluster).values()
    assert cluster.lead == wall.note(3).id
    choose(menu_at(wall, wall.middle(3)), "Split the cluster")
    assert not wall.workshop.of(Cluster)


def test_the_category_is_ticked_and_can_be_another_one(wall: "Wall") -> None:
    rescue, revenue = wall.workshop.ordered(Category)
    wall.click(wall.middle(1))
    wall.board.categorise_selected(1)
    menu = menu_at(wall, wall.middle(1))
    (submenu,) = (child for child in menu.findChildren(QMenu) if child.title() == "Category")
    ticks = {action.text(): action.isChecked() for action in submenu.actions()}
    assert ticks == {"Rescue\t1": True, "Revenue\t2": False, "No category\t0": False}
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Right)
    choose(submenu, "Revenue")
    assert (wall.note(1).category, rescue.style) == (revenue.id, 1)


def test_the_menu_key_opens_the_menu_of_the_focused_note(wall: "Wall") -> None:
    wall.key(Key.Key_Right)
    wall.key(Key.Key_Menu)
    choose(open_menu(), "Lock")
    assert wall.note(1).is_locked
    wall.key(Key.Key_F10, SHIFT)
    assert "Unlock" in names(open_menu())
    open_menu().close()


def test_behind_the_curtain_there_is_no_editing(wall: "Wall") -> None:
    wall.board.set_curtain(True)
    menu = menu_at(wall, wall.middle(2))
    assert "Edit" not in names(menu)
    menu.close()


def test_a_header_offers_what_can_be_done_with_its_stage(wall: "Wall") -> None:
    menu = menu_at(wall, wall.header("Book"))
    assert names(menu) == [
        "Rename", "Collapse", "Lock", "Move right", "Arrange notes",
        "Remove stage, keep its notes", "New stage", "New lane",
    ]  # fmt: skip
    choose(menu, "Move right")
    assert wall.stages() == ["Fly", "Book", "Arrive"]
    wall.document.do(edit_stage(wall.workshop, wall.stage("Book").id, is_collapsed=True))
    left = wall.board.scene.deck.plan.stages[1].left
    point = QPoint(round(wall.board.camera.to_view(left + 20, 0).x()), 30)
    choose(menu_at(wall, point), "Expand")
    assert not wall.stage("Book").is_collapsed
    choose(menu_at(wall, wall.header("Arrive")), "Remove stage")
    assert wall.stages() == ["Fly", "Book"]


def test_the_menu_key_on_a_header_renames_it(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Up)
    wall.key(Key.Key_Menu)
    choose(open_menu(), "Rename")
    wall.type("Air")
    wall.key(Key.Key_Return)
    assert wall.stages() == ["Book", "Air", "Arrive"]


def test_the_parking_lots_header_offers_new_ones_alone_until_there_is_something_to_arrange(
    wall: "Wall",
) -> None:
    wall.look_at(-220, 0)
    menu = menu_at(wall, wall.header("Parking lot"))
    assert names(menu) == ["New stage", "New lane"]
    menu.close()
    wall.document.do(add_notes(wall.workshop, [Draft("one"), Draft("two")]))
    menu = menu_at(wall, wall.header("Parking lot"))
    assert names(menu) == ["Arrange notes", "New stage", "New lane"]
    menu.close()


def test_empty_ground_offers_a_new_note_there(wall: "Wall") -> None:
    menu = menu_at(wall, wall.at("Arrive", 100, 80))
    assert names(menu) == [
        "New note here", "New stage", "New lane", "Paste here", "Select all", "Show the whole board",
    ]  # fmt: skip
    choose(menu, "New note here")
    wall.type("Waits")
    wall.key(Key.Key_Escape)
    note = wall.note(5)
    assert (note.stage, note.x, note.y) == (wall.stage("Arrive").id, 16, 16)


def test_without_a_note_the_menu_key_opens_the_menu_of_the_board(wall: "Wall") -> None:
    wall.key(Key.Key_Menu)
    choose(open_menu(), "Select all")
    assert len(wall.selection.notes) == 4


def test_a_lead_offers_to_split_and_its_menu_goes_away_after_use(wall: "Wall") -> None:
    wall.document.do(merge_notes(wall.workshop, wall.note(1).id, [wall.note(2).id]))
    menu = menu_at(wall, wall.middle(1))
    assert "Split the cluster" in names(menu)
    gone = []
    menu.destroyed.connect(lambda: gone.append(True))
    menu.close()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)
    assert gone
