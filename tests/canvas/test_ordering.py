"""Arranging a stage, aligning and distributing notes, and moving them by keys."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from motworkshop.model.edits.aligning import Axis, Edge
from motworkshop.model.edits.arranging import Order
from motworkshop.model.edits.notes import Draft, add_notes, edit_notes, move_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.edits.stages import add_lane, edit_stage
from motworkshop.model.layout import STEP
from motworkshop.model.records import Lane, Participant, Place, Round
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MENUS = pytest.mark.qt_log_ignore("raise|grabbing", extend=True)


def lies(wall: "Wall", *numbers: int) -> list[tuple[float, float]]:
    return [(wall.note(number).x, wall.note(number).y) for number in numbers]


def put(wall: "Wall", number: int, stage: str, x: float, y: float) -> None:
    place = Place(wall.stage(stage).id, None, x, y)
    wall.document.do(move_notes(wall.workshop, {wall.note(number).id: place}))


def overlapping(wall: "Wall") -> bool:
    notes = list(wall.workshop.notes.values())
    return any(
        one.stage == two.stage
        and one.lane == two.lane
        and abs(one.x - two.x) < 176
        and one.y < two.y + two.height * STEP
        and two.y < one.y + one.height * STEP
        for place, one in enumerate(notes)
        for two in notes[place + 1 :]
    )


def choose(wall: "Wall", point: QPoint, title: str, name: str) -> None:
    """From the submenu `title` of the menu at the right button, by the keys."""
    QTest.mouseClick(wall.board.windowHandle(), Qt.MouseButton.RightButton, pos=point)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    submenu = next(child for child in menu.findChildren(QMenu) if child.title() == title)
    while menu.activeAction() is None or menu.activeAction().text() != title:
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Right)
    while submenu.activeAction() is None or submenu.activeAction().text() != name:
        QTest.keyClick(submenu, Key.Key_Down)
    QTest.keyClick(submenu, Key.Key_Return)
    QApplication.processEvents()


def vote_for(wall: "Wall", *numbers: int) -> None:
    """One closed round in which everybody gave a dot to the first, one fewer to the next …"""
    names = [(name, "") for name in ("Ann", "Ben", "Cem")]
    wall.document.do(add_participants(wall.workshop, names))
    voters = list(wall.workshop.of(Participant))
    wall.document.record(start_round(wall.workshop, "Vote", Terms(cap=None), None, voters))
    for place, voter in enumerate(voters):
        [vote] = wall.workshop.of(Round).values()
        dots = {wall.note(number).id: 1 for number in numbers[: len(numbers) - place]}
        wall.document.record(hand_over(wall.workshop, vote, voter, dots))
    [vote] = wall.workshop.of(Round).values()
    wall.document.record(close_round(wall.workshop, vote))


# ---- a whole stage


@MENUS
def test_a_stage_is_arranged_from_its_header_in_one_step(wall: "Wall") -> None:
    put(wall, 1, "Book", 60, 700)
    before, steps = wall.workshop, len(wall.document.done)
    choose(wall, wall.header("Book"), "Arrange notes", "By number")
    assert lies(wall, 1, 2, 3) == [(16, 16), (208, 16), (16, 164)]
    assert wall.document.done[-1] == "Arrange stage “Book” by number"
    assert len(wall.document.done) == steps + 1
    wall.document.undo()
    assert wall.workshop == before


def test_by_category_with_the_keys_on_the_header_or_a_note_selected(wall: "Wall") -> None:
    wall.selection.select([wall.note(3).id])
    wall.board.categorise_selected(1)
    wall.board.arrange(Order.CATEGORY)
    assert lies(wall, 3, 1, 2) == [(16, 16), (16, 164), (208, 164)]
    wall.document.undo()
    wall.click(wall.middle(2))
    wall.key(Key.Key_Up)
    assert wall.board.marked.focused == wall.stage("Book").id
    wall.board.arrange(Order.CATEGORY)
    assert lies(wall, 3, 1, 2) == [(16, 16), (16, 164), (208, 164)]


def test_by_dots_only_where_the_dots_are_shown(wall: "Wall") -> None:
    vote_for(wall, 3, 2)
    before = wall.workshop
    wall.selection.select([wall.note(1).id])
    wall.board.arrange(Order.DOTS)
    assert wall.refusals == ["The dots are not shown now. Arrange by dots once they are revealed."]
    assert wall.workshop == before
    wall.board.set_dots_shown(True)
    wall.board.arrange(Order.DOTS)
    assert lies(wall, 3, 2, 1) == [(16, 16), (208, 16), (16, 164)]


@MENUS
def test_the_menu_offers_dots_only_where_they_are_shown(wall: "Wall") -> None:
    for shown, expected in (
        (False, ["category", "number"]),
        (True, ["category", "dots", "number"]),
    ):
        wall.board.set_dots_shown(shown)
        QTest.mouseClick(
            wall.board.windowHandle(), Qt.MouseButton.RightButton, pos=wall.header("Book")
        )
        QApplication.processEvents()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        submenu = next(one for one in menu.findChildren(QMenu) if one.title() == "Arrange notes")
        assert [action.text() for action in submenu.actions()] == [f"By {w}" for w in expected]
        menu.close()
        QApplication.processEvents()


# ---- edges and distances


@MENUS
def test_selected_notes_are_aligned_from_their_menu(wall: "Wall") -> None:
    put(wall, 1, "Book", 40, 500)
    wall.selection.select([wall.note(1).id, wall.note(3).id])
    choose(wall, wall.middle(1), "Align", "Left edges")
    assert lies(wall, 1, 3) == [(16, 500), (16, 164)]
    assert wall.document.done[-1] == "Align 2 notes at the left"


def test_aligning_hides_nobody_and_is_one_step(wall: "Wall") -> None:
    before, steps = wall.workshop, len(wall.document.done)
    wall.selection.select([wall.note(1).id, wall.note(2).id])
    wall.board.align_selected(Edge.LEFT)
    assert lies(wall, 1, 2, 3) == [(16, 16), (16, 164), (16, 312)]
    assert len(wall.document.done) == steps + 1
    wall.document.undo()
    assert wall.workshop == before


def test_one_note_alone_cannot_be_aligned(wall: "Wall") -> None:
    wall.click(wall.middle(1))
    wall.board.align_selected(Edge.TOP)
    wall.board.distribute_selected(Axis.DOWN)
    assert wall.refusals == [
        "Select at least 2 notes to align.",
        "Select at least 3 notes to distribute.",
    ]


def test_selected_notes_are_distributed(wall: "Wall") -> None:
    put(wall, 2, "Book", 16, 700)
    wall.selection.select([wall.note(number).id for number in (1, 2, 3)])
    wall.board.distribute_selected(Axis.DOWN)
    assert lies(wall, 1, 3, 2) == [(16, 16), (16, 358), (16, 700)]


# ---- by keys


def test_control_and_arrows_move_notes_to_the_next_stage_and_back(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Right, CONTROL)
    assert wall.note(4).stage == wall.stage("Arrive").id
    assert lies(wall, 4) == [(16, 16)]
    wall.key(Key.Key_Right, CONTROL)
    assert wall.note(4).stage == wall.stage("Arrive").id
    for expected in ("Fly", "Book", None, None):
        wall.key(Key.Key_Left, CONTROL)
        assert wall.note(4).stage == (wall.stage(expected).id if expected else None)
    assert not overlapping(wall)
    assert wall.selection.notes == (wall.note(4).id,)
    rect = wall.board.note_rect(wall.note(4).id)
    assert rect is not None
    assert wall.board.rect().contains(rect.toRect())


def test_steps_that_follow_one_another_are_one_step_to_undo(wall: "Wall") -> None:
    before, steps = wall.workshop, len(wall.document.done)
    wall.click(wall.middle(4))
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Down):
        wall.key(key, CONTROL)
    assert lies(wall, 4) == [(16, 312)]
    assert len(wall.document.done) == steps + 1
    wall.document.undo()
    assert wall.workshop == before


def test_a_taken_place_is_left_to_who_lies_there(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Left, CONTROL)
    assert wall.note(4).stage == wall.stage("Book").id
    assert lies(wall, 1, 2, 3) == [(16, 16), (208, 16), (16, 164)]
    assert not overlapping(wall)


def test_several_notes_go_together(wall: "Wall") -> None:
    put(wall, 4, "Fly", 16, 500)
    wall.selection.select([wall.note(1).id, wall.note(2).id])
    wall.board.setFocus()
    wall.key(Key.Key_Right, CONTROL)
    wall.key(Key.Key_Right, CONTROL)
    assert lies(wall, 1, 2) == [(16, 16), (208, 16)]
    assert {wall.note(n).stage for n in (1, 2)} == {wall.stage("Arrive").id}
    wall.key(Key.Key_Down, CONTROL)
    assert lies(wall, 1, 2) == [(16, 164), (208, 164)]
    wall.key(Key.Key_Up, CONTROL)
    wall.key(Key.Key_Up, CONTROL)
    assert lies(wall, 1, 2) == [(16, 16), (208, 16)]


def test_up_and_down_go_past_the_note_above_or_below(wall: "Wall") -> None:
    wall.click(wall.middle(3))
    wall.key(Key.Key_Up, CONTROL)
    assert lies(wall, 3, 1) == [(16, 16), (16, 164)]
    wall.key(Key.Key_Down, CONTROL)
    assert lies(wall, 3, 1) == [(16, 164), (16, 16)]
    wall.key(Key.Key_Down, CONTROL)
    assert lies(wall, 3) == [(16, 312)]
    wall.key(Key.Key_Up, CONTROL)
    assert lies(wall, 3, 1) == [(16, 16), (16, 164)]


def test_collapsed_stages_are_passed_over(wall: "Wall") -> None:
    wall.document.do(edit_stage(wall.workshop, wall.stage("Fly").id, is_collapsed=True))
    wall.click(wall.middle(2))
    wall.key(Key.Key_Right, CONTROL)
    assert wall.note(2).stage == wall.stage("Arrive").id


def test_beyond_the_end_of_a_lane_is_the_next_one(wall: "Wall") -> None:
    wall.document.do(add_lane(wall.workshop, "Web"))
    [web] = wall.workshop.of(Lane)
    wall.click(wall.middle(4))
    wall.key(Key.Key_Down, CONTROL)
    assert (wall.note(4).lane, lies(wall, 4)) == (web, [(16, 16)])
    wall.key(Key.Key_Down, CONTROL)
    assert wall.note(4).lane == web
    wall.key(Key.Key_Up, CONTROL)
    assert wall.note(4).lane is None


def test_a_locked_note_does_not_go_and_is_not_pushed(wall: "Wall") -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], is_locked=True))
    wall.click(wall.middle(1))
    wall.key(Key.Key_Right, CONTROL)
    assert wall.refusals == ["Note 1 is locked. Unlock it to move it."]
    wall.click(wall.middle(3))
    wall.key(Key.Key_Up, CONTROL)
    assert lies(wall, 1, 3) == [(16, 16), (16, 164)]
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], is_locked=False))
    put(wall, 1, "Book", 16, 400)
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], is_locked=True))
    wall.key(Key.Key_Down, CONTROL)
    assert lies(wall, 1, 3) == [(16, 400), (16, 548)]
    wall.key(Key.Key_Up, CONTROL)
    assert lies(wall, 1, 3) == [(16, 400), (16, 252)]


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right])
@pytest.mark.parametrize("number", range(1, 9))
def test_however_a_note_goes_it_hides_nobody(wall: "Wall", number: int, key: Qt.Key) -> None:
    book = wall.stage("Book").id
    drafts = [Draft(f"more {n}", fields={"stage": book, "height": 3 + n % 3}) for n in range(4)]
    wall.document.do(add_notes(wall.workshop, drafts))
    wall.document.do(edit_notes(wall.workshop, [wall.note(5).id], is_locked=True))
    wall.selection.select([wall.note(number).id])
    wall.board.setFocus()
    for _ in range(4):
        wall.key(key, CONTROL)
        assert not overlapping(wall)
