"""The entry line: names in it, what it says of them, and how they are finished."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from motworkshop.canvas.suggestions import Suggestions
from motworkshop.model.edits.people import add_participants
from motworkshop.model.records import Category

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key


@pytest.fixture
def roster(wall: "Wall") -> "Wall":
    people = [("Eva Lindström", "Crew"), ("Émile", "Desk")]
    wall.document.do(add_participants(wall.workshop, people))
    wall.entry.setFocus()
    return wall


def said(wall: "Wall") -> str:
    line = wall.entry.parentWidget()
    assert line is not None
    return " ".join(label.text() for label in line.findChildren(QLabel))


def names(wall: "Wall") -> list[str]:
    """The names that are offered now."""
    found = wall.board.findChild(Suggestions)
    if found is None or not found.isVisible():
        return []
    return [found.item(row).text() for row in range(found.count())]


def category_of(wall: "Wall", number: int) -> str:
    return wall.workshop.of(Category)[wall.note(number).category or ""].name


def test_stage_category_and_author_are_taken_from_the_line(roster: "Wall") -> None:
    roster.type("Arrive> Bag is lost #resc @emile")
    roster.key(Key.Key_Return)
    note = roster.note(5)
    assert (note.text, note.stage) == ("Bag is lost", roster.stage("Arrive").id)
    assert category_of(roster, 5) == "Rescue"
    assert roster.workshop.name_of(note.author) == "Émile"
    assert roster.document.done[-1] == "Add note “Bag is lost”"


def test_the_line_says_what_it_understands_while_somebody_types(roster: "Wall") -> None:
    roster.type("fly> Late")
    assert said(roster) == "in Fly"
    roster.type(" #rev @eva")
    assert said(roster) == "in Fly · Revenue · Eva Lindström"


def test_an_unknown_name_is_told_and_stays_in_the_text(roster: "Wall") -> None:
    roster.type("Late #rubbish")
    assert "“#rubbish” stays text" in said(roster)
    roster.key(Key.Key_Return)
    assert roster.note(5).text == "Late #rubbish"
    assert roster.note(5).category is None


def test_tab_finishes_a_name_and_enter_makes_the_note(roster: "Wall") -> None:
    roster.type("Late @e")
    assert names(roster) == ["Eva Lindström", "Émile"]
    roster.key(Key.Key_Tab)
    assert roster.entry.text() == 'Late @"Eva Lindström" '
    assert roster.focus is roster.entry
    roster.key(Key.Key_Return)
    assert (roster.note(5).text, names(roster)) == ("Late", [])
    assert roster.workshop.name_of(roster.note(5).author) == "Eva Lindström"


def test_enter_makes_the_note_unless_a_name_was_walked_to(roster: "Wall") -> None:
    roster.type("Late #re")
    assert names(roster) == ["Rescue", "Revenue"]
    roster.key(Key.Key_Down)
    roster.key(Key.Key_Down)
    roster.key(Key.Key_Return)
    assert roster.entry.text() == "Late #Revenue "
    roster.key(Key.Key_Return)
    assert category_of(roster, 5) == "Revenue"
    roster.type("Late #re")
    roster.key(Key.Key_Return)
    assert roster.note(6).text == "Late #re"


def test_a_stage_is_offered_once_three_letters_begin_it(roster: "Wall") -> None:
    roster.type("ar")
    assert names(roster) == []
    roster.type("r")
    assert names(roster) == ["Arrive"]
    roster.key(Key.Key_Tab)
    assert roster.entry.text() == "Arrive> "
    roster.type("Waits")
    roster.key(Key.Key_Return)
    assert roster.note(5).stage == roster.stage("Arrive").id


def test_a_name_is_taken_by_a_click(roster: "Wall") -> None:
    roster.type("#re")
    found = roster.board.findChild(Suggestions)
    assert found is not None
    middle = found.visualItemRect(found.item(1)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert roster.entry.text() == "#Revenue "
    assert roster.focus is roster.entry


def test_escape_closes_the_names_first_and_then_leaves_the_line(roster: "Wall") -> None:
    roster.type("#re")
    roster.key(Key.Key_Escape)
    assert (names(roster), roster.focus) == ([], roster.entry)
    roster.key(Key.Key_Escape)
    assert roster.focus is roster.board


def test_names_go_when_the_keys_go_elsewhere(roster: "Wall") -> None:
    roster.type("#re")
    roster.board.setFocus()
    assert names(roster) == []


def test_a_line_of_names_alone_is_not_swallowed(roster: "Wall") -> None:
    roster.type("#rescue @eva")
    roster.key(Key.Key_Return)
    assert roster.entry.text() == "#rescue @eva"
    assert len(roster.workshop.notes) == 4
