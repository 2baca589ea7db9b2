"""Pictures on notes, by keys, menu and drop, on the real board."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.layout import STEP
from motworkshop.model.records import Picture
from motworkshop.model.text_room import PICTURE_STEPS
from tests.canvas.picture_files import picture

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
RED = "#c81e1e"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Broken till.png"
    path.write_bytes(picture(200, 120))
    return path


def image_on_clipboard() -> None:
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    mime = QMimeData()
    mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)


def drop(wall: "Wall", mime: QMimeData, number: int | None, at: QPointF | None = None) -> bool:
    """Drop something on a note or at a point, as the system sends it; whether it was taken."""
    point = at or QPointF(wall.middle(number or 0))
    actions, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(point.toPoint(), actions, mime, left, plain)
    QApplication.sendEvent(wall.board, entered)
    if not entered.isAccepted():
        return False
    dropped = QDropEvent(point, actions, mime, left, plain)
    QApplication.sendEvent(wall.board, dropped)
    return dropped.isAccepted()


def of_file(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def test_a_picture_is_pasted_on_the_selected_note(wall: "Wall", qtbot: QtBot) -> None:
    image_on_clipboard()
    steps = len(wall.document.done)
    wall.click(wall.middle(1))
    wall.key(Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: wall.note(1).picture is not None)
    assert wall.note(1).height == 3 + PICTURE_STEPS
    assert wall.document.done[steps:] == ("Put a picture on note 1",)
    assert wall.note(3).y >= wall.note(1).y + wall.note(1).height * STEP + 16, "none is hidden"
    [kept] = wall.workshop.of(Picture).values()
    assert (kept.width, kept.height, kept.media_type) == (200, 120, "image/png")
    wall.document.undo()
    assert not wall.workshop.of(Picture)
    assert (wall.note(1).height, wall.note(3).y) == (3, 164)


def test_the_picture_is_drawn_above_the_text(wall: "Wall", file: Path, qtbot: QtBot) -> None:
    wall.selection.select((wall.note(4).id,))
    wall.board.add_picture(file)
    qtbot.waitUntil(lambda: wall.note(4).picture is not None)
    rect = wall.board.note_rect(wall.note(4).id)
    assert rect is not None
    inside = QPointF(rect.left() + 90, rect.top() + 50)
    assert wall.pixel(inside.toPoint()) == RED
    for zoom in (0.5, 2.0):
        wall.board.centre_on(wall.board.camera.to_board(inside), zoom)
        rect = wall.board.note_rect(wall.note(4).id)
        assert rect is not None
        inside = QPointF(rect.left() + 90 * zoom, rect.top() + 50 * zoom)
        assert wall.pixel(inside.toPoint()) == RED
    wall.board.set_curtain(True)
    assert wall.pixel(inside.toPoint()) != RED, "what lies face down shows no picture"


def test_without_a_selection_a_note_is_made_for_the_picture(
    wall: "Wall", file: Path, qtbot: QtBot
) -> None:
    steps = len(wall.document.done)
    wall.selection.clear()
    wall.board.add_picture(file)
    qtbot.waitUntil(lambda: len(wall.workshop.notes) == 5)
    assert (wall.note(5).text, wall.note(5).picture is None) == ("Broken till", False)
    assert wall.editor.isVisible()
    wall.type("Till is broken")
    wall.key(Key.Key_Escape)
    assert wall.note(5).text == "Till is broken"
    assert wall.note(5).height == 3 + PICTURE_STEPS
    assert len(wall.document.done) == steps + 2
    wall.document.undo()
    wall.document.undo()
    assert len(wall.workshop.notes) == 4
    assert not wall.workshop.of(Picture)


def test_a_file_is_dropped_on_a_note_or_beside_it(wall: "Wall", file: Path, qtbot: QtBot) -> None:
    assert drop(wall, of_file(file), 2)
    qtbot.waitUntil(lambda: wall.note(2).picture is not None)
    assert drop(wall, of_file(file), None, QPointF(wall.at("Arrive", 100, 100)))
    qtbot.waitUntil(lambda: len(wall.workshop.notes) == 5)
    assert wall.note(5).stage == wall.stage("Arrive").id


def test_other_files_are_left_to_the_window(wall: "Wall", tmp_path: Path) -> None:
    plain, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    for name in ("other.motw", "notes.csv"):
        mime = of_file(tmp_path / name)
        event = QDragEnterEvent(wall.middle(1), Qt.DropAction.CopyAction, mime, left, plain)
        QApplication.sendEvent(wall.board, event)
        assert not event.isAccepted()


def test_text_is_dropped_into_the_stage_under_the_pointer(wall: "Wall") -> None:
    mime = QMimeData()
    mime.setText("Waits for the bag\nLeaves")
    assert drop(wall, mime, None, QPointF(wall.at("Arrive", 100, 300)))
    assert {wall.note(5).stage, wall.note(6).stage} == {wall.stage("Arrive").id}


def test_what_cannot_be_read_is_told_and_nothing_happens(
    wall: "Wall", tmp_path: Path, qtbot: QtBot
) -> None:
    before = wall.workshop
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"<svg/>")
    wall.board.add_picture(broken)
    wall.board.add_picture(tmp_path / "gone.png")
    qtbot.waitUntil(lambda: len(wall.refusals) == 2)
    assert any("must be PNG" in words for words in wall.refusals)
    assert any("no file “gone.png”" in words for words in wall.refusals)
    assert wall.workshop is before


def test_a_picture_goes_with_its_last_note_and_off_by_the_menu(
    wall: "Wall", file: Path, qtbot: QtBot
) -> None:
    wall.selection.select((wall.note(2).id,))
    wall.board.add_picture(file)
    qtbot.waitUntil(lambda: wall.note(2).picture is not None)
    wall.board.remove_pictures()
    assert (wall.note(2).picture, wall.note(2).height) == (None, 3)
    wall.board.remove_pictures()
    assert wall.refusals == ["None of these notes has a picture."]


def test_another_text_keeps_the_room_of_the_picture(wall: "Wall", file: Path, qtbot: QtBot) -> None:
    wall.selection.select((wall.note(2).id,))
    wall.board.add_picture(file)
    qtbot.waitUntil(lambda: wall.note(2).picture is not None)
    wall.double_click(wall.middle(2))
    wall.type(", twice")
    wall.key(Key.Key_Escape)
    assert (wall.note(2).text, wall.note(2).height) == ("Pays, twice", 3 + PICTURE_STEPS)


def test_a_copied_note_has_its_picture_too(wall: "Wall", file: Path, qtbot: QtBot) -> None:
    wall.selection.select((wall.note(1).id,))
    wall.board.add_picture(file)
    qtbot.waitUntil(lambda: wall.note(1).picture is not None)
    wall.document.do(merge_notes(wall.workshop, wall.note(1).id, [wall.note(2).id]))
    wall.key(Key.Key_C, CONTROL)
    wall.key(Key.Key_V, CONTROL)
    assert len(wall.workshop.of(Picture)) == 2
    assert wall.note(5).height == wall.note(1).height
