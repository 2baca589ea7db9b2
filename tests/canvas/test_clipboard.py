"""Copy, cut and paste by keys on the real board, with the real clipboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.layout import NOTE_WIDTH, STEP
from motworkshop.model.records import Cluster
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def on_clipboard(text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def texts(wall: "Wall", stage: str) -> list[str]:
    """The texts in a stage by number."""
    home = wall.stage(stage).id
    return [note.text for note in wall.workshop.notes.values() if note.stage == home]


def nothing_overlaps(wall: "Wall") -> bool:
    notes = list(wall.workshop.notes.values())
    return not [
        (one.text, other.text)
        for one in notes
        for other in notes
        if one is not other and (one.stage, one.lane) == (other.stage, other.lane)
        if abs(one.x - other.x) < NOTE_WIDTH
        if one.y < other.y + other.height * STEP and other.y < one.y + one.height * STEP
    ]


def test_a_pasted_column_makes_notes_where_the_entry_line_aims(wall: "Wall") -> None:
    on_clipboard("Checks in\r\nDrops the bag\r\n\r\nFly> Sits\r\n")
    steps = len(wall.document.done)
    wall.look_at(416 * 2, 0)
    wall.key(Key.Key_V, CONTROL)
    assert texts(wall, "Arrive") == ["Checks in", "Drops the bag"]
    assert texts(wall, "Fly") == ["Boards", "Sits"]
    assert wall.document.done[steps:] == ("Paste 3 notes",)
    assert {wall.workshop.notes[one].text for one in wall.selection.notes} == {
        "Checks in", "Drops the bag", "Sits",
    }  # fmt: skip
    assert nothing_overlaps(wall)
    wall.document.undo()
    assert len(wall.workshop.notes) == 4


def test_several_lines_pasted_into_the_entry_line_are_notes_too(wall: "Wall") -> None:
    on_clipboard("Checks in\nDrops the bag")
    wall.entry.setFocus()
    wall.key(Key.Key_V, CONTROL)
    assert (wall.note(5).text, wall.note(6).text) == ("Checks in", "Drops the bag")
    assert wall.entry.text() == ""


def test_one_line_pasted_into_the_entry_line_stands_in_it(wall: "Wall") -> None:
    on_clipboard("Checks in\n")
    wall.entry.setFocus()
    wall.key(Key.Key_V, CONTROL)
    assert wall.entry.text().strip() == "Checks in"
    assert len(wall.workshop.notes) == 4
    wall.key(Key.Key_Return)
    assert wall.note(5).text == "Checks in"


def test_a_table_with_several_columns_asks_first(wall: "Wall") -> None:
    asked: list[object] = []
    wall.board.table_pasted.connect(asked.append)
    on_clipboard("Pays\tBook\nWaits\tFly\n")
    wall.key(Key.Key_V, CONTROL)
    assert asked == [[["Pays", "Book"], ["Waits", "Fly"]]]
    assert len(wall.workshop.notes) == 4


def test_a_line_that_is_too_long_is_cut_and_told(wall: "Wall") -> None:
    on_clipboard("x" * 12_000 + "\nshort")
    wall.key(Key.Key_V, CONTROL)
    assert [len(wall.note(5).text), wall.note(6).text] == [10_000, "short"]
    assert wall.refusals == ["1 line was cut: a note holds at most 10,000 characters."]


def test_an_empty_clipboard_pastes_nothing(wall: "Wall") -> None:
    on_clipboard(" \n ")
    steps = wall.document.done
    wall.key(Key.Key_V, CONTROL)
    assert (wall.document.done, wall.refusals) == (steps, [])


def test_copied_notes_come_back_beside_the_others(wall: "Wall") -> None:
    before = wall.workshop
    wall.selection.select((wall.note(1).id, wall.note(4).id))
    wall.key(Key.Key_C, CONTROL)
    assert wall.workshop is before
    wall.key(Key.Key_V, CONTROL)
    assert (wall.note(5).text, wall.note(6).text) == ("Finds a fare", "Boards")
    assert wall.note(5).stage == wall.stage("Book").id
    assert wall.note(6).stage == wall.stage("Fly").id
    assert set(wall.selection.notes) == {wall.note(5).id, wall.note(6).id}
    assert wall.document.done[-1] == "Paste 2 notes"
    assert nothing_overlaps(wall)


def test_cut_notes_leave_in_one_step_and_can_be_pasted(wall: "Wall") -> None:
    wall.selection.select((wall.note(2).id, wall.note(3).id))
    wall.key(Key.Key_X, CONTROL)
    assert texts(wall, "Book") == ["Finds a fare"]
    assert wall.document.done[-1] == "Cut 2 notes"
    wall.key(Key.Key_V, CONTROL)
    assert texts(wall, "Book") == ["Finds a fare", "Pays", "Gets a mail"]
    assert {note.number for note in wall.workshop.notes.values()} == {1, 4, 5, 6}
    wall.document.undo()
    wall.document.undo()
    assert wall.note(2).text == "Pays"


def test_a_cut_cluster_leaves_whole_and_comes_back_whole(wall: "Wall") -> None:
    notes = [wall.note(number).id for number in (1, 2, 3)]
    wall.document.do(merge_notes(wall.workshop, notes[0], notes[1:]))
    wall.selection.select((notes[0],))
    wall.key(Key.Key_X, CONTROL)
    assert [note.text for note in wall.workshop.notes.values()] == ["Boards"]
    wall.key(Key.Key_V, CONTROL)
    [cluster] = wall.workshop.of(Cluster).values()
    assert wall.workshop.notes[cluster.lead].text == "Finds a fare"
    assert len(cluster.members) == 2


def test_notes_travel_from_window_to_window(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(4).id], importance=5))
    wall.selection.select((wall.note(1).id, wall.note(4).id))
    wall.key(Key.Key_C, CONTROL)
    other = make_wall(Workshop.titled("Other"))
    other.board.paste()
    assert [note.text for note in other.workshop.notes.values()] == ["Finds a fare", "Boards"]
    assert all(note.stage is None for note in other.workshop.notes.values())
    assert other.note(2).importance == 5
    assert nothing_overlaps(other)


def test_other_programs_get_a_text_and_a_table(wall: "Wall") -> None:
    wall.selection.select((wall.note(2).id,))
    wall.key(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Pays"
    wall.board.select_all()
    wall.key(Key.Key_C, CONTROL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().startswith("Text\tStage\nFinds a fare\tBook\n")
    assert "<tr><td" in mime.html()


def test_face_down_nothing_is_copied_or_cut(wall: "Wall") -> None:
    on_clipboard("before")
    wall.board.select_all()
    wall.board.set_curtain(True)
    for key in (Key.Key_C, Key.Key_X):
        wall.key(key, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    assert len(wall.workshop.notes) == 4
    assert "face down" in wall.refusals[0]


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 9_000])
def test_a_forged_clipboard_is_refused_in_words(wall: "Wall", content: bytes) -> None:
    mime = QMimeData()
    mime.setData("application/x-motworkshop-notes+json", content)
    QGuiApplication.clipboard().setMimeData(mime)
    wall.key(Key.Key_V, CONTROL)
    assert "cannot be read" in wall.refusals[0]
    assert len(wall.workshop.notes) == 4
