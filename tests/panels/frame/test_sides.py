from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.look import LIGHT
from motworkshop.model.edits.people import add_participants, add_side, put_on_side
from motworkshop.model.records import About, Side, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.frame.sides import Sides
from motworkshop.panels.icons import Icons


def made(qtbot: QtBot) -> tuple[Document, Sides]:
    document = Document(Workshop([About(new_id(), "Airline")]))
    people = [("Ann", "Crew"), ("Ben", "Crew"), ("Cas", "Finance")]
    document.do(add_participants(document.workshop, people))
    sides = Sides(Editing(document, document), Icons(LIGHT, document))
    qtbot.addWidget(sides)
    sides.resize(288, 400)
    with qtbot.waitExposed(sides):
        sides.show()
    return document, sides


def named(sides: Sides, name: str, qtbot: QtBot) -> QLineEdit:
    """The line of this name; rows that are built anew appear a moment later."""

    def found() -> list[QLineEdit]:
        lines = sides.findChildren(QLineEdit)
        return [one for one in lines if one.accessibleName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


def departments(document: Document) -> dict[str, tuple[str, ...]]:
    return {side.name: side.departments for side in document.workshop.ordered(Side)}


def test_a_side_is_written_and_a_department_put_on_it(qtbot: QtBot) -> None:
    document, sides = made(qtbot)
    QTest.keyClicks(named(sides, "New side", qtbot), "Front line")
    QTest.keyClick(named(sides, "New side", qtbot), Qt.Key.Key_Return)
    assert departments(document) == {"Front line": ()}
    qtbot.waitUntil(lambda: len(visible_choices(sides)) == 2)
    crew = next(c for c in visible_choices(sides) if c.accessibleName() == "Side of Crew")
    crew.setFocus()
    QTest.keyClick(crew, Qt.Key.Key_Down)
    assert departments(document) == {"Front line": ("Crew",)}
    document.undo()
    assert departments(document) == {"Front line": ()}


def test_a_department_is_on_one_side_only(qtbot: QtBot) -> None:
    document, _sides = made(qtbot)
    document.do(add_side(document.workshop, "Front line", ("Crew",)))
    document.do(add_side(document.workshop, "Office", ("Finance",)))
    office = next(s for s in document.workshop.ordered(Side) if s.name == "Office")
    document.do(put_on_side(document.workshop, "crew", office.id))
    assert departments(document) == {"Front line": (), "Office": ("Finance", "crew")}
    document.do(put_on_side(document.workshop, "CREW", None))
    assert departments(document) == {"Front line": (), "Office": ("Finance",)}


def test_a_side_is_renamed_and_removed(qtbot: QtBot) -> None:
    document, sides = made(qtbot)
    document.do(add_side(document.workshop, "Front", ()))
    name = named(sides, "Name of the side Front", qtbot)
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Front line")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert departments(document) == {"Front line": ()}
    assert document.done[-1:] != document.done[-2:-1], "it is one step, not two"
    assert name.isVisible(), "the row stays, with the focus in it"
    assert name.accessibleName() == "Name of the side Front line"
    qtbot.waitUntil(lambda: len(remove_buttons(sides)) == 1)
    QTest.mouseClick(remove_buttons(sides)[0], Qt.MouseButton.LeftButton)
    assert departments(document) == {}


def visible_choices(sides: Sides) -> list[ChoiceField]:
    return [c for c in sides.findChildren(ChoiceField) if c.isVisibleTo(sides)]


def remove_buttons(sides: Sides) -> list[QToolButton]:
    return [
        button
        for button in sides.findChildren(QToolButton)
        if button.accessibleName() == "Remove the side Front line" and button.isVisibleTo(sides)
    ]


def test_a_side_keeps_its_name_when_somebody_rubs_it_out(qtbot: QtBot) -> None:
    document, sides = made(qtbot)
    document.do(add_side(document.workshop, "Front", ()))
    name = named(sides, "Name of the side Front", qtbot)
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Backspace)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert name.text() == "Front"
    assert departments(document) == {"Front": ()}
