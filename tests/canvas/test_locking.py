"""What is locked does not move, change or go, and says why."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.edits.stages import edit_stage

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def locked(wall: "Wall") -> "Wall":
    """Note 1 and stage Fly are locked."""
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], is_locked=True))
    wall.document.do(edit_stage(wall.workshop, wall.stage("Fly").id, is_locked=True))
    return wall


@pytest.mark.parametrize(
    ("key", "keys", "purpose"),
    [
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "delete it"),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier, "change it"),
        (Key.Key_F2, Qt.KeyboardModifier.NoModifier, "change it"),
        (Key.Key_Right, ALT, "move it"),
        (Key.Key_Right, CONTROL, "move it"),
    ],
)
def test_keys_leave_a_locked_note_as_it_is(
    locked: "Wall", key: Qt.Key, keys: Qt.KeyboardModifier, purpose: str
) -> None:
    before = locked.workshop
    locked.click(locked.middle(1))
    locked.key(key, keys)
    assert locked.refusals == [f"Note 1 is locked. Unlock it to {purpose}."]
    assert locked.workshop == before
    assert not locked.editor.isVisible()


def test_a_double_click_does_not_write_on_it(locked: "Wall") -> None:
    locked.double_click(locked.middle(1))
    assert not locked.editor.isVisible()
    assert locked.refusals == ["Note 1 is locked. Unlock it to change it."]


def test_a_category_can_be_given_all_the_same(locked: "Wall") -> None:
    locked.click(locked.middle(1))
    locked.key(Key.Key_1)
    assert locked.note(1).category is not None
    assert not locked.refusals


def test_the_sign_of_the_lock_is_drawn_and_goes_with_it(locked: "Wall") -> None:
    rect = locked.board.note_rect(locked.note(1).id)
    assert rect is not None
    locked.board.finish()
    shown = locked.board.grab(rect.toRect()).toImage()
    locked.click(locked.middle(1))
    locked.key(Key.Key_L, CONTROL)
    locked.selection.clear()
    locked.move(locked.at("Arrive", 100, 400))
    locked.board.finish()
    assert locked.board.grab(rect.toRect()).toImage() != shown
    locked.document.undo()
    locked.board.finish()
    assert locked.board.grab(rect.toRect()).toImage() == shown


def test_a_locked_stage_is_neither_renamed_nor_removed(locked: "Wall") -> None:
    before = locked.workshop
    locked.double_click(locked.header("Fly"))
    assert locked.focus is locked.board
    locked.click(locked.middle(4))
    locked.key(Key.Key_Up)
    locked.key(Key.Key_Delete)
    assert locked.refusals == [
        "Stage “Fly” is locked. Unlock it to change it.",
        "Stage “Fly” is locked. Unlock it to remove it.",
    ]
    assert locked.workshop == before
