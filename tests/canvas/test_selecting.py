from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from motworkshop.canvas.reading_order import in_reading_order
from motworkshop.model.records import Category

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def numbers(wall: "Wall") -> list[int]:
    return [wall.workshop.notes[note].number for note in wall.selection.notes]


def test_a_click_selects_and_a_click_on_empty_board_selects_nothing(wall: "Wall") -> None:
    wall.click(wall.middle(2))
    assert numbers(wall) == [2]
    wall.click(wall.at("Fly", 200, 500))
    assert numbers(wall) == []


def test_shift_and_click_adds_and_takes_away(wall: "Wall") -> None:
    wall.click(wall.middle(2))
    wall.click(wall.middle(4), SHIFT)
    assert numbers(wall) == [2, 4]
    wall.click(wall.middle(2), SHIFT)
    assert numbers(wall) == [4]


def test_a_click_on_one_of_several_selected_notes_selects_that_one(wall: "Wall") -> None:
    wall.key(Key.Key_A, CONTROL)
    wall.click(wall.middle(3))
    assert numbers(wall) == [3]


def test_a_rubber_band_selects_what_it_touches(wall: "Wall") -> None:
    wall.drag(wall.at("Book", 396, 400), wall.at("Book", 100, 100))
    assert sorted(numbers(wall)) == [1, 2, 3]


def test_a_rubber_band_with_shift_keeps_what_was_selected(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    start, end = wall.at("Book", 396, 400), wall.at("Book", 390, 100)
    wall.press(start, SHIFT)
    wall.move(start - QPoint(9, 9), end)
    wall.release(end)
    assert sorted(numbers(wall)) == [4]
    wall.move(wall.at("Book", 300, 10))


def test_escape_takes_a_rubber_band_back(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    start = wall.at("Book", 396, 400)
    wall.press(start)
    wall.move(wall.at("Book", 300, 300), wall.at("Book", 100, 100))
    assert len(numbers(wall)) == 3
    wall.key(Key.Key_Escape)
    assert numbers(wall) == [4]


def test_delete_removes_the_selected_notes_in_one_step(wall: "Wall") -> None:
    before = wall.workshop
    for key in (Key.Key_Delete, Key.Key_Backspace):
        wall.key(Key.Key_A, CONTROL)
        wall.key(key)
        assert not wall.workshop.notes
        wall.document.undo()
        assert wall.workshop == before


@pytest.mark.parametrize(("key", "style"), [(Key.Key_1, 1), (Key.Key_2, 2)])
def test_a_digit_sorts_the_selected_notes(wall: "Wall", key: Qt.Key, style: int) -> None:
    wall.key(Key.Key_A, CONTROL)
    wall.key(key)
    categories = wall.workshop.of(Category)
    assert {categories[n.category or ""].style for n in wall.workshop.notes.values()} == {style}
    wall.key(Key.Key_0)
    assert {n.category for n in wall.workshop.notes.values()} == {None}


def test_a_digit_without_a_category_says_so(wall: "Wall") -> None:
    wall.click(wall.middle(1))
    wall.key(Key.Key_7)
    assert wall.refusals == ["No category has the key 7."]


def test_duplicates_lie_beside_and_are_selected(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_1)
    wall.key(Key.Key_D, CONTROL)
    copy = wall.note(5)
    assert (copy.text, copy.category) == ("Boards", wall.note(4).category)
    assert (copy.stage, copy.x, copy.y) == (wall.note(4).stage, 16, 164)
    assert numbers(wall) == [5]


def test_arrows_and_tab_go_in_reading_order(wall: "Wall") -> None:
    order = [wall.workshop.notes[note].number for note in in_reading_order(wall.board.scene.deck)]
    assert order == [1, 2, 3, 4]
    seen = []
    for key in (Key.Key_Right, Key.Key_Tab, Key.Key_Right, Key.Key_Tab, Key.Key_Left):
        wall.key(key)
        seen += numbers(wall)
    assert seen == [1, 2, 3, 4, 3]


def test_up_and_down_stay_in_the_stage(wall: "Wall") -> None:
    wall.click(wall.middle(1))
    wall.key(Key.Key_Down)
    assert numbers(wall) == [3]
    wall.key(Key.Key_Up)
    assert numbers(wall) == [1]


def test_tab_leaves_the_board_after_the_last_note(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Tab)
    assert wall.focus is not wall.board


def test_a_selected_note_looks_other_than_a_plain_one(wall: "Wall") -> None:
    rect = wall.board.note_rect(wall.note(1).id)
    assert rect is not None
    edge = QPoint(round(rect.left()) - 5, round(rect.center().y()))
    plain = wall.pixel(edge)
    wall.selection.select([wall.note(1).id])
    assert wall.pixel(edge) not in {plain, "#ffffff"}
    wall.selection.clear()
    assert wall.pixel(edge) == plain
