"""One selection for the board and the panels, and who made it."""

import pytest
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.model.edits.notes import Draft, add_notes, delete_notes
from motworkshop.model.workshop import Workshop


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    made = Document(Workshop.titled("Test"))
    made.do(add_notes(made.workshop, [Draft(text) for text in "ABC"]))
    return made


def notes(document: Document) -> list[str]:
    return sorted(document.workshop.notes, key=lambda note: document.workshop.notes[note].number)


def test_picking_what_was_pointed_out_is_told_although_the_notes_are_the_same(
    document: Document,
) -> None:
    first, second, _third = notes(document)
    selection = Selection(document)
    told: list[tuple[tuple[str, ...], bool]] = []
    selection.changed.connect(lambda: told.append((selection.notes, selection.is_pointed_out)))
    selection.point_out([first, second])
    selection.point_out([first, second])
    selection.select([first, second])
    selection.select([first, second])
    assert told == [((first, second), True), ((first, second), False)]


def test_a_pointed_out_note_that_is_deleted_leaves_the_others_pointed_out(
    document: Document,
) -> None:
    first, second, _third = notes(document)
    selection = Selection(document)
    selection.point_out([first, second])
    document.do(delete_notes(document.workshop, [first]))
    assert (selection.notes, selection.is_pointed_out) == ((second,), True)
    selection.clear()
    assert (selection.notes, selection.is_pointed_out) == ((), False)
