"""What the window asks of the board, apart from pointer and keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from motworkshop.canvas.dots import dots_of
from motworkshop.look import CATEGORY_STYLES
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes, categorise_notes
from motworkshop.model.edits.people import add_participants, edit_participant
from motworkshop.model.edits.stages import add_stage, delete_stage, edit_stage
from motworkshop.model.records import Category, Participant, Round, new_id
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key


def picture(wall: "Wall") -> QImage:
    wall.board.finish()
    return wall.board.grab().toImage()


def vote_openly(wall: "Wall", people: int) -> None:
    """Everybody gives note 1 a dot, in an open round that is closed then."""
    document = wall.document
    names = [(f"P{n}", "Sales") for n in range(people)]
    document.do(add_participants(wall.workshop, names))
    voters = wall.workshop.ordered(Participant)
    document.do(edit_participant(wall.workshop, voters[0].id, colour="#B3261E"))
    document.record(start_round(wall.workshop, "Open", Terms(is_secret=False)))
    (vote,) = wall.workshop.of(Round).values()
    for voter in voters:
        document.record(hand_over(wall.workshop, vote, voter.id, {wall.note(1).id: 1}))
    document.record(close_round(wall.workshop, vote))


def test_dots_of_an_open_round_wear_the_colours_of_the_voters(wall: "Wall") -> None:
    vote_openly(wall, 3)
    assert dots_of(wall.workshop) == {wall.note(1).id: ("", "", "#B3261E")}
    wall.board.set_dots_shown(True)
    rect = wall.board.note_rect(wall.note(1).id)
    assert rect is not None
    foot = picture(wall).copy(rect.toRect()).copy(0, 105, 176, 24)
    colours = {
        foot.pixelColor(x, y).name() for x in range(foot.width()) for y in range(foot.height())
    }
    assert {"#b3261e", "#1d2228"} <= colours


def test_many_dots_are_a_number(wall: "Wall") -> None:
    vote_openly(wall, 13)
    wall.board.set_dots_shown(True)
    for zoom in (1.0, 0.25):
        wall.board.set_zoom(zoom)
        wall.board.set_dots_shown(True)
        shown = picture(wall)
        wall.board.set_dots_shown(False)
        assert picture(wall) != shown


def test_each_category_has_an_edge_of_its_own(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    """The edge in grey: what somebody sees who sees no colours."""
    extra = [Category(new_id(), f"C{n}", n, position=n) for n in range(3, 9)]
    full = make_wall(Workshop([*wall.workshop.records(), *extra]))
    edges = []
    for category in full.workshop.ordered(Category):
        made = categorise_notes(full.workshop, [full.note(1).id], category.id)
        full.document.do(made)
        rect = full.board.note_rect(full.note(1).id)
        assert rect is not None
        image = picture(full).copy(round(rect.left()) + 2, round(rect.top()) + 5, 8, 110)
        grey = image.convertToFormat(QImage.Format.Format_Mono)
        edges.append(bytes(grey.constBits()))
    assert len(set(edges)) == len(CATEGORY_STYLES)


def test_what_the_menu_does_is_what_the_keys_do(wall: "Wall") -> None:
    board = wall.board
    board.select_all()
    board.categorise_selected(2)
    assert all(note.category for note in wall.workshop.notes.values())
    board.duplicate_selected()
    assert len(wall.workshop.notes) == 8
    board.delete_selected()
    assert len(wall.workshop.notes) == 4
    wall.selection.select([wall.note(4).id])
    board.nudge(5, 7)
    assert (wall.note(4).x, wall.note(4).y) == (21, 23)
    board.fit_selection()
    assert board.zoom() == 1.5
    board.new_note()
    assert wall.editor.hasFocus()
    wall.key(Key.Key_Escape)
    board.focus_entry()
    assert wall.entry.hasFocus()


def test_without_a_selection_nothing_happens_and_nothing_is_said(wall: "Wall") -> None:
    before = wall.workshop
    for act in ("delete_selected", "duplicate_selected", "edit_selected", "fit_selection"):
        getattr(wall.board, act)()
    wall.board.nudge(5, 5)
    wall.board.categorise_selected(1)
    assert wall.workshop == before
    assert not wall.refusals


def test_stages_are_named_from_the_menu(wall: "Wall") -> None:
    wall.board.rename_stage(wall.stage("Fly").id)
    wall.type("Air")
    wall.key(Key.Key_Return)
    wall.board.new_stage()
    wall.type("Leave")
    wall.key(Key.Key_Return)
    wall.key(Key.Key_Escape)
    assert wall.stages() == ["Book", "Air", "Arrive", "Leave"]


def test_showing_a_note_inside_a_cluster_shows_its_lead(wall: "Wall") -> None:
    lead, member = wall.note(1).id, wall.note(2).id
    wall.document.do(merge_notes(wall.workshop, lead, [member]))
    wall.board.show_note(member)
    assert wall.selection.notes == (lead,)


def test_a_double_click_never_touches_the_parking_lots_header(wall: "Wall") -> None:
    wall.look_at(-220, 0)
    wall.double_click(wall.header("Parking lot"))
    assert wall.focus is wall.board


def test_the_empty_board_says_what_to_do_first(make_wall: Callable[[Workshop], "Wall"]) -> None:
    empty = make_wall(Workshop.titled("New"))
    middle = empty.board.camera.free.center().toPoint() - QPoint(200, 0)
    panel = "#ffffff"
    assert empty.pixel(middle) == panel
    empty.document.do(add_stage(empty.workshop, "One"))
    assert empty.pixel(middle) == panel
    empty.document.do(add_notes(empty.workshop, [Draft("first")]))
    assert empty.pixel(middle) != panel


@pytest.mark.qt_log_ignore("raise", extend=True)  # offscreen has no windows in front of others
def test_a_definition_is_shown_as_plain_text(wall: "Wall") -> None:
    said = "<b>from</b> the search to the payment"
    wall.document.do(edit_stage(wall.workshop, wall.stage("Book").id, definition=said))
    point = wall.header("Book")
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, wall.board.mapToGlobal(point))
    QApplication.sendEvent(wall.board, event)
    assert "&lt;b&gt;from&lt;/b&gt; the search" in QToolTip.text()
    QToolTip.hideText()


def test_two_fingers_zoom(wall: "Wall") -> None:
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(300, 300),
        QPointF(300, 300),
        wall.board.mapToGlobal(QPointF(300, 300)),
        0.5,
        QPointF(),
    )
    before = wall.board.camera.to_board(QPointF(300, 300))
    QApplication.sendEvent(wall.board, event)
    after = wall.board.camera.to_board(QPointF(300, 300))
    assert wall.board.zoom() == 1.5
    assert (after - before).manhattanLength() < 2


def test_an_animated_board_arrives_where_a_jumping_one_does(wall: "Wall", qtbot: QtBot) -> None:
    wall.board.fit_all()
    end = wall.board.camera.shot()
    wall.board.set_zoom(2.0)
    wall.board.set_animated(True)
    wall.board.fit_all()
    assert wall.board.camera.shot() != end
    qtbot.waitUntil(lambda: wall.board.camera.shot() == end)
    qtbot.waitUntil(wall.board.is_settled)


def test_the_entry_line_forgets_a_stage_that_has_gone(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.selection.clear()
    wall.document.do(delete_stage(wall.workshop, wall.stage("Fly").id))
    wall.entry.setFocus()
    wall.type("Still kept")
    wall.key(Key.Key_Return)
    assert wall.note(5).stage == wall.stage("Book").id


def test_a_stage_alone_in_the_entry_line_is_where_the_next_notes_go(wall: "Wall") -> None:
    wall.entry.setFocus()
    wall.type("Arrive>")
    wall.key(Key.Key_Return)
    assert len(wall.workshop.notes) == 4
    wall.type("Waits")
    wall.key(Key.Key_Return)
    assert wall.note(5).stage == wall.stage("Arrive").id


def test_hovering_marks_notes_and_headers(wall: "Wall") -> None:
    plain = picture(wall)
    wall.move(wall.middle(1))
    over_note = picture(wall)
    wall.move(wall.header("Fly"))
    over_header = picture(wall)
    wall.move(wall.at("Book", 100, 500))
    assert over_note != plain
    assert over_header not in (plain, over_note)
    assert picture(wall) == plain


def test_the_right_button_selects_what_it_points_at(wall: "Wall") -> None:
    QTest.mouseClick(wall.board, Qt.MouseButton.RightButton, pos=wall.middle(2))
    assert wall.selection.notes == (wall.note(2).id,)
