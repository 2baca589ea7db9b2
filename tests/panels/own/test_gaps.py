import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.stylesheet import stylesheet_for
from motworkshop.look import LIGHT
from motworkshop.model.moments import Lack, lacks
from motworkshop.model.workshop import Workshop
from motworkshop.panels.own.gaps import first_to_fill, next_gap
from tests.panels.own.room import Room, focus, open_room, press, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def fresh(qtbot: QtBot, sample: Workshop) -> Room:
    """The phase as somebody finds it who comes to it for the first time."""
    return open_room(qtbot, sample, is_at_first=False)


def test_the_first_card_that_lacks_something_is_open(fresh: Room) -> None:
    assert "Moment of truth 6 of 10" in fresh.words
    assert [lacks(one) for one in fresh.moments[:5]] == [[]] * 5


def test_a_button_walks_through_what_is_missing(fresh: Room) -> None:
    fresh.click(fresh.button("Fill in accountable"))
    assert focus().accessibleName() == "Accountable: exactly one person"
    write(focus(), "Astrid")
    fresh.click(fresh.button("Next incomplete: 56, target"))
    assert "Moment of truth 9 of 10" in fresh.words
    assert focus().accessibleName() == "Target"
    fresh.click(fresh.button("Fill in next step"))
    assert focus().accessibleName() == "New next step"
    fresh.click(fresh.button("Fill in target"))
    write(focus(), "5")
    fresh.click(fresh.button("Fill in next step"))
    write(focus(), "Write the letter")
    press(focus(), Qt.Key.Key_Return)
    assert not any(lacks(one) for one in fresh.moments)
    assert not [one for one in fresh.words.splitlines() if "Next incomplete" in one]


def test_a_gap_is_reached_from_the_matrix_and_scrolled_into_sight(
    fresh: Room, qtbot: QtBot
) -> None:
    fresh.window.resize(1280, 640)
    fresh.click(fresh.button("Matrix"))
    fresh.scene.show_moment(fresh.moments[6].note.id)
    fresh.click(fresh.button("Matrix"))
    fresh.click(fresh.button("Next incomplete: 56, target"))
    field = focus()
    scroll = field.parentWidget()
    while scroll is not None and not isinstance(scroll, QScrollArea):
        scroll = scroll.parentWidget()
    assert scroll is not None
    view = scroll.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(field.mapTo(view, field.rect().bottomLeft())))


def test_after_the_last_gap_comes_the_first_again(room: Room) -> None:
    moments = room.moments
    last = moments[-1].note.id
    first = next_gap(moments, last, Lack.NEXT_STEP)
    assert first is not None
    assert (first[0].note.number, first[1]) == (9, Lack.ACCOUNTABLE)
    assert first_to_fill(moments[:5]) == moments[0].note.id
    assert next_gap(moments[:5], moments[0].note.id, None) is None
    assert first_to_fill([]) == ""


def test_whatever_can_be_written_in_has_an_edge_filled_or_not(fresh: Room) -> None:
    fresh.window.setStyleSheet(stylesheet_for(LIGHT, "", ""))

    def edge(widget: QWidget) -> str:
        shown = widget.grab().toImage()
        return shown.pixelColor(0, shown.height() // 2).name()

    fresh.button("Cards").setFocus()
    responsible = fresh.line("Add somebody responsible").parentWidget()
    assert responsible is not None
    fields = [
        fresh.line("Accountable"), fresh.text("Ideal experience"), fresh.text("What the front"),
        fresh.find("Promise", QPushButton), responsible,
    ]  # fmt: skip
    assert [edge(field) for field in fields] == [LIGHT.border.lower()] * len(fields)
    fresh.line("Add somebody responsible").setFocus()
    assert edge(responsible) == LIGHT.accent.lower()
    fresh.text("Ideal experience").setFocus()
    assert edge(responsible) == LIGHT.border.lower()


def test_accountable_and_ideal_experience_are_in_sight_on_a_small_screen(fresh: Room) -> None:
    fresh.window.resize(1120, 724)  # the middle and the panel at 1280 × 800
    for moment in fresh.moments:
        fresh.scene.show_moment(moment.note.id)
        ideal = fresh.text("Ideal experience")
        low = ideal.mapTo(fresh.window, ideal.rect().bottomLeft()).y()
        assert low <= fresh.window.height(), moment.note.text
