from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop
from motworkshop.panels.own.matrix import Matrix
from motworkshop.panels.own.moment_row import MomentRow
from motworkshop.panels.own.tags import SIZES, Tag, by_cell, common_size, placed
from tests.panels.own.room import Room, open_room, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def tag(number: int) -> Tag:
    return Tag(f"id {number}", number, "text", 5, 1, is_in=number < 10)


def matrix_of(room: Room) -> Matrix:
    room.click(room.button("Matrix"))
    return room.find("Matrix of importance and experience", Matrix)


def click_on(matrix: Matrix, note: Id) -> None:
    box = matrix.box_of(note)
    assert box is not None
    QTest.mouseClick(matrix, LEFT, PLAIN, box.center().toPoint())


def number(room: Room, wanted: int) -> Id:
    return next(one.id for one in room.workshop.notes.values() if one.number == wanted)


def test_a_click_on_a_number_tells_the_note_and_opens_its_card(room: Room) -> None:
    matrix = matrix_of(room)
    click_on(matrix, number(room, 38))
    told = "38  No room left for the cabin bag (importance 4, experience 1, voted in)"
    assert told in room.words
    assert matrix.accessibleDescription() == told
    room.click(room.button("Open its card"))
    assert "Moment of truth 4 of 10" in room.words


def test_a_note_that_was_not_voted_in_has_no_card_but_is_shown_on_the_board(room: Room) -> None:
    chosen: list[list[Id]] = []
    wanted: list[bool] = []
    room.scene.notes_chosen.connect(chosen.append)
    room.scene.centre_wanted.connect(wanted.append)
    click_on(matrix_of(room), number(room, 10))
    assert not room.button("Open its card").isEnabled()
    room.click(room.button("Show on the board"))
    assert chosen == [[number(room, 10)]]
    assert wanted == [False]


def test_arrows_go_from_number_to_number(room: Room) -> None:
    matrix = matrix_of(room)
    matrix.setFocus()
    press(matrix, Qt.Key.Key_Down)
    assert matrix.accessibleDescription().startswith("9  ")  # the first of those voted in
    press(matrix, Qt.Key.Key_Right)
    assert matrix.accessibleDescription().startswith("38  ")
    press(matrix, Qt.Key.Key_Left)
    press(matrix, Qt.Key.Key_Left)
    assert matrix.accessibleDescription().startswith("9  ")  # there is nothing further left


def test_every_note_with_both_scores_stands_in_the_matrix_and_the_rest_is_counted(
    room: Room,
) -> None:
    matrix = matrix_of(room)
    scored = [
        note
        for note in room.workshop.notes.values()
        if note.importance is not None and note.experience is not None
    ]
    shown = [note for note in scored if matrix.box_of(note.id) is not None]
    assert len(shown) == 59
    room.editing.do(edit_notes, [shown[0].id], importance=None)
    assert "1 note lacks a score and cannot stand here." in room.words


def test_beside_it_stand_the_vote_and_what_it_left_out(room: Room) -> None:
    matrix = matrix_of(room)
    row = room.find("10 Payment is declined", MomentRow)
    assert "Importance 5, experience 1" in row.accessibleName()
    room.click(row)
    assert matrix.accessibleDescription().startswith("10  ")
    assert "The gap says so, the vote did not" in room.words


def test_a_score_given_meanwhile_moves_the_number(room: Room) -> None:
    matrix = matrix_of(room)
    note = number(room, 46)
    before = matrix.box_of(note)
    room.editing.do(edit_notes, [note], experience=1)
    assert matrix.box_of(note) != before


def test_without_scores_it_says_where_to_score(qtbot: QtBot, sample: Workshop) -> None:
    room = open_room(qtbot, sample)
    room.editing.do(edit_notes, list(room.workshop.notes), importance=None)
    matrix_of(room)
    told = [one.text() for one in room.window.findChildren(QLabel) if one.isVisible()]
    assert any(text.startswith("No touchpoint has an importance") for text in told)


def test_numbers_never_lie_over_one_another_and_none_is_lost() -> None:
    cell = QRectF(10, 20, 150, 120)
    for count in (1, 5, 17, 60, 400):
        tags = [tag(number) for number in range(1, count + 1)]
        size = common_size(by_cell(tags), cell.width(), cell.height())
        found, crowd = placed(tags, cell, size)
        boxes = [one.box for one in found] + ([crowd.box] if crowd else [])
        assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
        assert all(cell.contains(box) for box in boxes)
        told = [one.tag for one in found] + list(crowd.tags if crowd else ())
        assert told == tags


def test_numbers_are_as_large_as_the_fullest_cell_allows() -> None:
    few, many = [tag(1)], [tag(number) for number in range(1, 30)]
    assert common_size({(5, 1): few}, 100, 100) == SIZES[0]
    assert common_size({(5, 1): few, (4, 1): many}, 100, 100) == SIZES[-1]


def test_a_click_beside_the_numbers_changes_nothing(room: Room) -> None:
    matrix = matrix_of(room)
    click_on(matrix, number(room, 38))
    QTest.mouseClick(matrix, LEFT, PLAIN, QPoint(matrix.width() - 5, matrix.height() - 80))
    assert matrix.accessibleDescription().startswith("38  ")
