"""Expectation, experience and importance are set on the card, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from motworkshop.model.records import Note
from motworkshop.panels.controls.scores import ScoreField
from tests.panels.own.room import Room, focus, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key


def note(room: Room) -> Note:
    return room.workshop.notes[room.moments[0].note.id]


def field(room: Room, name: str) -> ScoreField:
    return room.find(name, ScoreField)


def test_a_click_sets_a_score_and_one_on_the_same_takes_it_away(room: Room) -> None:
    before = note(room).experience
    assert before is not None
    room.click(room.button(f"Experience {before % 5 + 1}"))
    assert note(room).experience == before % 5 + 1
    room.click(room.button(f"Experience {before % 5 + 1}"))
    assert note(room).experience is None
    assert len(room.document.done) == 2
    room.document.undo()
    room.document.undo()
    assert note(room).experience == before
    assert room.button(f"Experience {before}").isChecked()


def test_the_gap_follows_the_scores(room: Room) -> None:
    for name, digit in (("Expectation", Key.Key_5), ("Experience", Key.Key_2)):
        field(room, name).setFocus()
        press(focus(), digit)
        press(focus(), digit)
    words = room.words.splitlines()
    assert words[words.index("Gap") + 1] == "3"
    press(focus(), Key.Key_Delete)
    assert note(room).experience is None
    words = room.words.splitlines()
    assert words[words.index("Gap") + 1] == "–"


def test_arrow_keys_walk_and_space_sets_the_score(room: Room) -> None:
    room.scene.show_moment(room.moments[0].note.id)
    importance = field(room, "Importance")
    importance.setFocus()
    press(importance, Key.Key_Delete)
    for _step in range(5):
        press(importance, Key.Key_Left)
    assert note(room).importance is None, "walking alone says nothing"
    press(importance, Key.Key_Right)
    press(importance, Key.Key_Space)
    assert note(room).importance == 2
    assert importance.accessibleDescription() == "2"


def test_tab_stops_once_at_each_score_and_then_goes_on(room: Room) -> None:
    field(room, "Importance").setFocus()
    names = []
    for _stop in range(3):
        names.append(focus().accessibleName())
        QTest.keyClick(focus(), Key.Key_Tab)
    assert names == ["Importance", "Expectation", "Experience"]
    assert not isinstance(focus(), ScoreField)


def test_each_card_shows_the_scores_of_its_own_note(room: Room) -> None:
    first, second = (one.note.id for one in room.moments[:2])
    room.click(room.button("Importance 1"))
    room.scene.show_moment(second)
    room.click(room.button("Importance 4"))
    assert room.workshop.notes[first].importance == 1
    assert room.workshop.notes[second].importance == 4
    room.scene.show_moment(first)
    assert room.button("Importance 1").isChecked()
