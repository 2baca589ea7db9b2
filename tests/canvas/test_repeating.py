from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.canvas.test_ways_of_dragging import drag

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def place(wall: "Wall", number: int) -> tuple[str | None, float, float]:
    note = wall.note(number)
    return note.stage, note.x, note.y


def test_copies_that_were_put_somewhere_are_copied_as_far_again(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_D, CONTROL)
    assert place(wall, 5) == (wall.stage("Fly").id, 16, 164)
    wall.drag(wall.middle(5), wall.at("Fly", 16 + 88, 312 + 66))
    assert place(wall, 5) == (wall.stage("Fly").id, 16, 312)
    for number in (6, 7):
        wall.key(Key.Key_D, CONTROL)
        assert place(wall, number) == (wall.stage("Fly").id, 16, 312 + 296 * (number - 5))
        assert wall.selection.notes == (wall.note(number).id,)


def test_a_copy_that_was_dragged_off_goes_on_at_once(wall: "Wall") -> None:
    drag(wall, wall.middle(4), wall.at("Fly", 16 + 88, 164 + 66), CONTROL)
    wall.key(Key.Key_D, CONTROL)
    assert place(wall, 6) == (wall.stage("Fly").id, 16, 312)


def test_copies_that_nobody_has_moved_lie_beside(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_D, CONTROL)
    wall.key(Key.Key_D, CONTROL)
    home = wall.stage("Fly").id
    assert {place(wall, number) for number in (4, 5, 6)} == {
        (home, 16, 16), (home, 16, 164), (home, 16, 312),
    }  # fmt: skip


def test_a_copy_that_went_aside_for_others_gives_no_distance(wall: "Wall") -> None:
    wall.click(wall.middle(1))
    for number in (5, 6, 7):
        wall.key(Key.Key_D, CONTROL)
        assert place(wall, number) == (wall.stage("Book").id, 16, 312 + 148 * (number - 5))


def test_another_selection_forgets_the_distance(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_D, CONTROL)
    wall.drag(wall.middle(5), wall.at("Fly", 16 + 88, 312 + 66))
    wall.click(wall.middle(2))
    wall.key(Key.Key_D, CONTROL)
    assert wall.note(6).stage == wall.stage("Book").id
    assert abs(wall.note(6).y - wall.note(2).y) <= 148
