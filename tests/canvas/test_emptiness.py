from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton

from motworkshop.look import DARK, LIGHT, Theme
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall


Key = Qt.Key


@pytest.fixture
def empty(make_wall: Callable[[Workshop], "Wall"]) -> "Wall":
    return make_wall(Workshop.titled("New"))


def card(wall: "Wall") -> QFrame:
    found = wall.board.findChild(QFrame, "emptiness")
    assert isinstance(found, QFrame)
    return found


def words(wall: "Wall") -> str:
    labels = [one for one in card(wall).findChildren(QLabel) if not one.isHidden()]
    return " ".join(label.text() for label in labels)


def button(wall: "Wall") -> QPushButton:
    return card(wall).findChildren(QPushButton)[0]


def test_without_stages_the_button_names_the_first_one(empty: "Wall") -> None:
    assert words(empty).startswith("No stages yet. Name the first one")
    assert button(empty).text() == "+ Stage"
    pressed: list[bool] = []
    empty.board.empty_pressed.connect(lambda: pressed.append(True))
    button(empty).click()
    assert isinstance(empty.focus, QLineEdit)
    empty.type("Book")
    empty.key(Key.Key_Return)
    assert empty.stages() == ["Book"]
    assert not pressed


def test_words_of_the_phase_take_the_place_of_the_usual_ones(empty: "Wall") -> None:
    pressed: list[bool] = []
    empty.board.empty_pressed.connect(lambda: pressed.append(True))
    empty.board.set_empty_words("Nothing to vote on yet. Write notes first.", "Go to Brainstorm")
    assert words(empty) == "Nothing to vote on yet. Write notes first."
    assert button(empty).text() == "Go to Brainstorm"
    button(empty).click()
    assert pressed == [True]
    assert not empty.workshop.records() or empty.stages() == []
    empty.board.set_empty_words("Nothing here yet.")
    assert (words(empty), button(empty).isVisible()) == ("Nothing here yet.", False)
    empty.board.set_empty_words("")
    assert words(empty).startswith("No stages yet.")
    assert button(empty).isVisible()


def test_the_card_is_in_the_middle_of_what_can_be_seen(empty: "Wall") -> None:
    for width, height in ((1000, 700), (620, 480)):
        empty.board.resize(width, height)
        middle = empty.board.camera.free.center()
        where = card(empty).geometry()
        assert abs(where.center().x() - middle.x()) <= 1
        assert abs(where.center().y() - middle.y()) <= 1
        assert empty.board.camera.free.contains(where)


def test_the_card_goes_with_the_first_note_and_while_one_is_written(empty: "Wall") -> None:
    empty.document.do(add_stage(empty.workshop, "Book"))
    assert words(empty).startswith("No notes yet.")
    assert not button(empty).isVisible()
    empty.board.new_note()
    assert not card(empty).isVisible()
    empty.key(Key.Key_Escape)
    assert card(empty).isVisible()
    empty.document.do(add_notes(empty.workshop, [Draft("first")]))
    assert not card(empty).isVisible()
    empty.document.undo()
    assert card(empty).isVisible()


def test_a_double_click_on_the_card_writes_a_note_below_it(empty: "Wall") -> None:
    empty.document.do(add_stage(empty.workshop, "Book"))
    where = card(empty)
    QTest.mouseDClick(where, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    empty.type("First")
    empty.key(Key.Key_Escape)
    assert [note.text for note in empty.workshop.notes.values()] == ["First"]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_no_line_runs_into_the_card(empty: "Wall", theme: Theme) -> None:
    """The edges of the parking lot are hairlines that end above the card."""
    empty.board.set_theme(theme)
    empty.board.fit_all()
    empty.board.finish()
    image = empty.board.grab().toImage()
    plan, camera = empty.board.scene.deck.plan, empty.board.camera
    x = round(camera.to_view(plan.left, 0).x())
    first, last = round(camera.free.top()), card(empty).geometry().top()
    line = [image.pixelColor(x, y).name() for y in range(first, last)]
    assert theme.line.lower() in line
    assert theme.ink_2.lower() not in line
    for y in range(last - 16, round(camera.free.bottom())):
        row = [image.pixelColor(x + shift, y).name() for shift in (-1, 0, 1)]
        assert len(set(row)) == 1, y


def test_the_lines_are_endless_again_with_the_first_note(empty: "Wall") -> None:
    empty.board.fit_all()
    empty.board.finish()
    empty.document.do(add_notes(empty.workshop, [Draft("first")]))
    empty.board.finish()
    image = empty.board.grab().toImage()
    x = round(empty.board.camera.to_view(empty.board.scene.deck.plan.left, 0).x())
    bottom = round(empty.board.camera.free.bottom())
    line = {image.pixelColor(x, y).name() for y in range(bottom - 40, bottom)}
    assert LIGHT.line.lower() in line
