"""Parts of a panel show anew what they tell: once for many edits, and not out of sight."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.refreshing import Soon, WhenSeen


@pytest.fixture
def document() -> Document:
    return Document(Workshop.titled("Test"))


def test_many_edits_at_once_are_one_refresh_and_others_are_none(
    qtbot: QtBot, document: Document
) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    counts: list[int] = []
    soon = Soon(panel, document, (Note,), lambda: counts.append(len(document.workshop.notes)))
    document.do(add_stage(document.workshop, "Book"))
    assert not soon.isActive()
    for text in "ABC":
        document.do(add_notes(document.workshop, [Draft(text)]))
    assert counts == []
    with qtbot.waitSignal(soon.timeout):
        pass
    assert counts == [3]
    assert not soon.isActive()


def test_what_changed_out_of_sight_is_caught_up_with_when_it_is_shown(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    told: list[str] = []
    seen = WhenSeen(panel, [panel], lambda: told.append("refreshed"))
    seen.want()
    seen.want()
    assert told == []
    panel.show()
    assert told == ["refreshed"]
    panel.hide()
    panel.show()
    assert told == ["refreshed"], "nothing was another"
    seen.want()
    assert told == ["refreshed", "refreshed"]


def test_a_part_in_a_panel_that_is_out_of_sight_waits_until_it_is_shown(
    qtbot: QtBot, document: Document
) -> None:
    window, panel = QWidget(), QWidget()
    qtbot.addWidget(window)
    panel.setParent(window)
    part = QWidget(panel)
    counts: list[int] = []
    soon = Soon(part, document, (Note,), lambda: counts.append(len(document.workshop.notes)))
    window.show()
    panel.hide()
    document.do(add_notes(document.workshop, [Draft("A"), Draft("B")]))
    assert not soon.isActive()
    assert counts == []
    panel.show()
    assert counts == [2]
    part.hide()
    with qtbot.waitSignal(soon.timeout):  # what hides itself must find out when to come back
        document.undo()
    assert counts == [2, 0]
