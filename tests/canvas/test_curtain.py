from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage

from motworkshop.canvas.note_editing import FACE_DOWN
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.records import Category

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def picture(wall: "Wall") -> QImage:
    wall.board.finish()
    return wall.board.grab().toImage()


def test_face_down_no_pixel_depends_on_text_or_category(wall: "Wall") -> None:
    wall.board.set_curtain(True)
    before, small = picture(wall), wall.board.picture(QSize(400, 300))
    category = wall.workshop.ordered(Category)[1].id
    note = wall.note(1).id
    wall.document.do(edit_notes(wall.workshop, [note], text="Cannot pay", category=category))
    assert picture(wall) == before
    assert wall.board.picture(QSize(400, 300)) == small
    wall.board.set_zoom(0.25)
    far = picture(wall)
    wall.document.undo()
    assert picture(wall) == far
    wall.board.set_curtain(False)
    assert picture(wall) != far


def test_the_hover_does_not_tell_the_category(wall: "Wall") -> None:
    wall.board.set_curtain(True)
    wall.move(wall.middle(1) - QPoint(5, 5), wall.middle(1))
    before = picture(wall)
    category = wall.workshop.ordered(Category)[0].id
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], category=category))
    wall.move(wall.middle(1) + QPoint(1, 1))
    assert picture(wall) == before


def test_lifting_the_curtain_shows_the_notes_as_before(wall: "Wall") -> None:
    before = picture(wall)
    wall.board.set_curtain(True)
    assert picture(wall) != before
    wall.board.set_curtain(False)
    assert picture(wall) == before


def test_notes_written_behind_the_curtain_lie_face_down_after_enter(wall: "Wall") -> None:
    wall.board.set_curtain(True)
    wall.entry.setFocus()
    wall.type("Arrive> Waits for the bag")
    wall.key(Key.Key_Return)
    point = wall.middle(5) + QPoint(60, 20)
    assert wall.note(5).text == "Waits for the bag"
    assert wall.pixel(point) == wall.pixel(wall.middle(1) + QPoint(60, 20)) != "#fef49a"


def test_a_new_note_is_written_in_the_open_and_lies_face_down_then(wall: "Wall") -> None:
    wall.board.set_curtain(True)
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("one")
    wall.key(Key.Key_Return, CONTROL)
    wall.type("two")
    assert wall.editor.toPlainText() == "two"
    wall.key(Key.Key_Escape)
    assert (wall.note(5).text, wall.note(6).text) == ("one", "two")
    assert not wall.editor.isVisible()


def test_what_lies_face_down_is_not_opened(wall: "Wall") -> None:
    wall.board.set_curtain(True)
    wall.double_click(wall.middle(1))
    assert not wall.editor.isVisible()
    wall.key(Key.Key_Return)
    assert not wall.editor.isVisible()
    assert wall.refusals == [FACE_DOWN, FACE_DOWN]


def test_the_curtain_ends_writing_on_a_note_that_was_there(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.type(" now")
    wall.board.set_curtain(True)
    assert not wall.editor.isVisible()
    assert wall.note(1).text == "Finds a fare now"


def test_the_curtain_leaves_somebody_who_writes_a_new_note_alone(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("Half a sen")
    wall.board.set_curtain(True)
    wall.type("tence")
    wall.key(Key.Key_Escape)
    assert wall.note(5).text == "Half a sentence"


def test_a_screen_reader_hears_no_text_behind_the_curtain(wall: "Wall") -> None:
    wall.key(Key.Key_Right)
    assert wall.spoken == "1: Finds a fare"
    wall.board.set_curtain(True)
    assert "fare" not in wall.spoken
    wall.key(Key.Key_Right)
    assert wall.spoken == "Note 2, face down"
