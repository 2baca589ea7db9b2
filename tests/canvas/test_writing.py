from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_double_click_on_a_note_writes_on_it(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.key(Key.Key_A, CONTROL)
    wall.type("Compares")
    wall.key(Key.Key_Escape)
    assert wall.note(1).text == "Compares"
    assert wall.focus is wall.board


def test_enter_and_f2_write_on_the_selected_note(wall: "Wall") -> None:
    for number, key in ((1, Key.Key_Return), (2, Key.Key_F2)):
        wall.click(wall.middle(number))
        wall.key(key)
        wall.key(Key.Key_A, CONTROL)
        wall.type(f"text {number}")
        wall.key(Key.Key_Escape)
        assert wall.note(number).text == f"text {number}"


def test_each_time_of_writing_is_one_step(wall: "Wall") -> None:
    before = wall.workshop
    for text in ("first", "second"):
        wall.double_click(wall.middle(1))
        wall.key(Key.Key_A, CONTROL)
        wall.type(text)
        wall.key(Key.Key_Escape)
    wall.document.undo()
    assert wall.note(1).text == "first"
    wall.document.undo()
    assert wall.workshop == before


def test_a_note_that_is_emptied_keeps_what_it_said(wall: "Wall") -> None:
    before = wall.workshop
    wall.double_click(wall.middle(1))
    for _ in range(20):
        wall.key(Key.Key_Backspace)
    wall.key(Key.Key_Escape)
    assert wall.workshop == before


def test_a_note_that_is_emptied_after_it_grew_gives_back_the_room(wall: "Wall") -> None:
    before, steps = wall.workshop, wall.document.done
    wall.double_click(wall.middle(1))
    wall.type("The page asks for the same three things again and again. " * 5)
    assert wall.note(3).y > 164
    wall.key(Key.Key_A, CONTROL)
    wall.key(Key.Key_Backspace)
    wall.key(Key.Key_Escape)
    assert wall.workshop == before
    assert (wall.document.done, wall.document.undone) == (steps, ())


def test_a_note_grows_with_its_text_and_those_below_make_room(wall: "Wall") -> None:
    below = wall.note(3)
    assert (below.x, below.y) == (16, 164)
    steps = len(wall.document.done)
    wall.double_click(wall.middle(1))
    wall.type("The page asks for the same three things again and again. " * 5)
    wall.key(Key.Key_Escape)
    grown = wall.note(1)
    assert grown.height > 3
    assert wall.note(3).y >= grown.y + grown.height * 44 + 16
    assert len(wall.document.done) == steps + 1
    wall.document.undo()
    assert wall.note(3).y == 164


def test_pasted_markup_stays_plain_text(wall: "Wall") -> None:
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b><script>x</script>")
    pasted.setText("bold & <b>plain</b>")
    QGuiApplication.clipboard().setMimeData(pasted)
    wall.double_click(wall.middle(1))
    wall.key(Key.Key_A, CONTROL)
    wall.key(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wall.key(Key.Key_Escape)
    assert wall.note(1).text == "bold & <b>plain</b>"


def test_letters_from_an_input_method_arrive(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.key(Key.Key_A, CONTROL)
    composed = QInputMethodEvent()
    composed.setCommitString("値段を見る")
    QApplication.sendEvent(wall.focus, composed)
    wall.key(Key.Key_Escape)
    assert wall.note(1).text == "値段を見る"


def test_the_editor_is_readable_and_in_sight_at_any_zoom(wall: "Wall") -> None:
    editor = wall.editor
    for zoom in (0.1, 0.4, 1.0, 3.0):
        wall.board.set_zoom(zoom)
        wall.board.show_note(wall.note(4).id)
        wall.board.edit_selected()
        assert editor.isVisible()
        assert editor.font().pixelSize() >= 14
        assert wall.board.rect().contains(editor.geometry())
        wall.key(Key.Key_Escape)
        wall.board.set_zoom(zoom)


def test_an_undo_from_elsewhere_shows_in_the_open_editor(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.key(Key.Key_A, CONTROL)
    wall.type("Compares")
    wall.document.undo()
    assert wall.editor.toPlainText() == "Finds a fare"


def test_a_note_that_goes_away_takes_its_editor_with_it(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("New")
    wall.document.undo()
    assert not wall.editor.isVisible()
    assert len(wall.workshop.notes) == 4


def test_who_goes_to_another_note_has_finished_writing(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.type(" soon")
    wall.board.show_note(wall.note(4).id)  # as by its number in the list of commands
    assert not wall.editor.isVisible()
    assert wall.note(1).text == "Finds a fare soon"
    wall.key(Key.Key_Delete)
    assert [note.number for note in wall.workshop.notes.values()] == [1, 2, 3]


def test_a_text_that_is_too_long_is_refused_in_words(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.editor.setPlainText("x" * 10_001)
    assert "at most 10,000" in wall.refusals[0]


def test_opening_a_note_puts_the_caret_behind_its_text(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.type(" twice")
    wall.key(Key.Key_Escape)
    assert wall.note(1).text == "Finds a fare twice"


def test_a_text_from_right_to_left_begins_at_the_right(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.key(Key.Key_A, CONTROL)
    for letters, side in (("أنتظر", 1), ("Waits", -1), ("אני", 1)):
        composed = QInputMethodEvent()
        composed.setCommitString(letters)
        wall.key(Key.Key_A, CONTROL)
        QApplication.sendEvent(wall.focus, composed)
        wall.key(Key.Key_Home)
        away = wall.editor.cursorRect().center().x() - wall.editor.viewport().width() / 2
        assert away * side > 0, letters


def test_hard_blanks_are_kept(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    wall.key(Key.Key_A, CONTROL)
    mime = QMimeData()
    mime.setText("«\u00a0Non\u00a0»\r\ndit-il\0\ud800")
    wall.editor.insertFromMimeData(mime)
    wall.key(Key.Key_Escape)
    assert wall.note(1).text == "«\u00a0Non\u00a0»\ndit-il"


def test_no_more_is_pasted_than_a_note_holds_and_the_rest_is_told(wall: "Wall") -> None:
    QGuiApplication.clipboard().setText("x" * 1_000_000)
    wall.double_click(wall.middle(1))
    wall.key(Key.Key_V, CONTROL)
    assert len(wall.note(1).text) == 10_000
    assert wall.note(1).text.startswith("Finds a farexxx")
    assert "at most 10,000" in wall.refusals[0]
    wall.type("y")
    assert len(wall.note(1).text) == 10_000
    assert wall.editor.toPlainText() == wall.note(1).text, "what does not fit is not shown either"
