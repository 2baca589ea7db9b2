import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.imports.template import workshop_from_template
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes, edit_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.records import Category, Cluster, Note, Participant, Stage
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.icons import Icons
from motworkshop.panels.inspector.inspector import Inspector

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    made = Document(workshop_from_template("airline", "Spring"))
    made.do(add_participants(made.workshop, [("Ana", "Digital"), ("Bo", "Finance")]))
    stages = made.workshop.ordered(Stage)
    drafts = [
        Draft("Payment is declined", fields={"stage": stages[0].id, "experience": 1}),
        Draft("Bag is lost", fields={"stage": stages[0].id, "experience": 2}),
        Draft("Bag is lost again", fields={"stage": stages[1].id}),
    ]
    made.do(add_notes(made.workshop, drafts))
    return made


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)


@pytest.fixture
def inspector(document: Document, selection: Selection, qtbot: QtBot) -> Inspector:
    made = Inspector(Editing(document, document), selection, Icons(LIGHT, document))
    qtbot.addWidget(made)
    selection.select([notes_of(document)[0].id])
    made.resize(320, 1200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_typing_changes_the_note_and_is_one_step(inspector: Inspector, document: Document) -> None:
    steps = len(document.done)
    field = text_field(inspector, "Details")
    field.setFocus()
    QTest.keyClicks(field, "at the till, twice")
    assert notes_of(document)[0].details == "at the till, twice"
    assert len(document.done) == steps + 1
    document.undo()
    assert notes_of(document)[0].details == ""
    assert field.toPlainText() == ""


def test_a_text_is_never_emptied_while_another_is_written(
    inspector: Inspector, document: Document
) -> None:
    field = text_field(inspector, "Text")
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert notes_of(document)[0].text == "Payment is declined"
    QTest.keyClicks(field, "Card fails")
    assert notes_of(document)[0].text == "Card fails"


def test_several_notes_show_what_differs_and_editing_sets_all(
    inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select([note.id for note in notes_of(document)])
    channel, text = line_field(inspector, "Channel"), text_field(inspector, "Text")
    assert text.placeholderText() == "Mixed"
    assert channel.placeholderText() != "Mixed"
    assert choice(inspector, "Stage").currentIndex() == -1
    experience = buttons(inspector, "Experience ")
    assert not any(one.isChecked() for one in experience)
    assert all(one.property("mixed") for one in experience)
    QTest.mouseClick(experience[3], LEFT)
    assert [note.experience for note in notes_of(document)] == [4, 4, 4]
    channel.setFocus()
    QTest.keyClicks(channel, "App")
    assert [note.channel for note in notes_of(document)] == ["App", "App", "App"]


def test_a_score_is_taken_away_by_a_second_click_and_set_by_a_digit(
    inspector: Inspector, document: Document
) -> None:
    importance = buttons(inspector, "Importance ")
    QTest.mouseClick(importance[4], LEFT)
    assert notes_of(document)[0].importance == 5
    QTest.mouseClick(importance[4], LEFT)
    assert notes_of(document)[0].importance is None
    importance[0].setFocus()
    QTest.keyClick(importance[0], Qt.Key.Key_3)
    assert notes_of(document)[0].importance == 3
    assert notes_of(document)[0].category is None


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")  # names are suggested in a list
def test_an_author_on_the_roster_is_kept_by_id(inspector: Inspector, document: Document) -> None:
    field = line_field(inspector, "Author")
    field.setFocus()
    QTest.keyClicks(field, "Ana")
    (ana, _bo) = document.workshop.ordered(Participant)
    assert notes_of(document)[0].author == ana.id
    assert field.text() == "Ana"
    QTest.keyClicks(field, "bel")
    assert notes_of(document)[0].author == "Anabel"


def test_a_category_button_sorts_the_notes(
    inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select([note.id for note in notes_of(document)])
    (rescue,) = [one for one in categories(inspector) if one.text() == "Rescue"]
    QTest.mouseClick(rescue, LEFT)
    first = document.workshop.ordered(Category)[0].id
    assert {note.category for note in notes_of(document)} == {first}
    assert rescue.isChecked()


def test_another_stage_gives_each_note_a_place_of_its_own(
    inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select([note.id for note in notes_of(document)])
    stages = choice(inspector, "Stage")
    stages.setFocus()
    QTest.keyClick(stages, Qt.Key.Key_Home)
    stages.activated.emit(3)
    third = document.workshop.ordered(Stage)[2].id
    places = [(note.stage, note.x, note.y) for note in notes_of(document)]
    assert {stage for stage, _x, _y in places} == {third}
    assert len(set(places)) == 3


def test_notes_are_merged_and_split_again(
    inspector: Inspector, document: Document, selection: Selection, qtbot: QtBot
) -> None:
    before = document.workshop
    lead, other = notes_of(document)[1].id, notes_of(document)[2].id
    selection.select([lead, other])
    QTest.mouseClick(worded(inspector, "Merge under note 2"), LEFT)
    (cluster,) = document.workshop.of(Cluster).values()
    assert (cluster.lead, cluster.members) == (lead, (other,))
    selection.select([lead])
    QTest.mouseClick(worded(inspector, "Split the cluster"), LEFT)
    assert document.workshop == before


def test_markup_in_a_text_stays_text(
    inspector: Inspector, document: Document, selection: Selection
) -> None:
    field = text_field(inspector, "Text")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "<b>bold</b>")
    assert notes_of(document)[0].text == "<b>bold</b>"
    assert field.toPlainText() == "<b>bold</b>"


def notes_of(document: Document) -> list[Note]:
    return sorted(document.workshop.notes.values(), key=lambda note: note.number)


def text_field(inspector: Inspector, name: str) -> TextField:
    return next(one for one in inspector.findChildren(TextField) if one.accessibleName() == name)


def line_field(inspector: Inspector, name: str) -> LineField:
    return next(one for one in inspector.findChildren(LineField) if one.accessibleName() == name)


def choice(inspector: Inspector, name: str) -> QComboBox:
    return next(one for one in inspector.findChildren(QComboBox) if one.accessibleName() == name)


def buttons(inspector: Inspector, name: str) -> list[QToolButton]:
    found = inspector.findChildren(QToolButton)
    return [one for one in found if one.accessibleName().startswith(name)]


def categories(inspector: Inspector) -> list[QAbstractButton]:
    return [
        one for one in inspector.findChildren(QAbstractButton) if ", key " in one.accessibleName()
    ]


def worded(inspector: Inspector, words: str) -> QPushButton:
    return next(one for one in inspector.findChildren(QPushButton) if one.text() == words)


def test_a_text_that_runs_from_right_to_left_stands_at_the_right(
    inspector: Inspector, document: Document
) -> None:
    field = text_field(inspector, "Text")
    assert ink_at(field) == "left"
    note = notes_of(document)[0]
    document.do(edit_notes(document.workshop, [note.id], text="الحقيبة ضاعت"))
    assert ink_at(field) == "right"
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Bag")
    assert ink_at(field) == "left"


def ink_at(field: TextField) -> str:
    """Where the first line is written: in the left or in the right half of the field."""
    block = field.document().firstBlock()
    line = block.layout().lineAt(0)
    middle = block.layout().position().x() + line.x() + line.naturalTextRect().center().x()
    return "left" if middle < field.viewport().width() / 2 else "right"
