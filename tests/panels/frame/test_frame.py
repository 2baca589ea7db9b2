from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.edits.people import add_participants
from motworkshop.model.records import About, Participant, Promise, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.frame.promises import Promises
from motworkshop.panels.frame.roster import Departments, Roster
from motworkshop.panels.frame.scene import FrameScene
from motworkshop.panels.frame.title_page import Journey, TitlePage
from motworkshop.panels.icons import Icons

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    about = About(new_id(), "Airline", expected_departments=("Digital", "Finance"))
    return Document(Workshop([about]))


@pytest.fixture
def editing(document: Document) -> Editing:
    return Editing(document, document)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(288, 600)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


def test_the_title_page_is_written_field_by_field(
    document: Document, editing: Editing, shown: Callable[[QWidget], QWidget]
) -> None:
    page = shown(TitlePage(editing))
    place = wrapped(page, "Place")
    place.setFocus()
    QTest.keyClicks(place, "Assen")
    assert document.workshop.about.place == "Assen"
    assert document.done == ("Change the title page",)
    document.undo()
    assert place.toPlainText() == ""


def test_a_long_text_wraps_and_has_no_paragraphs(
    document: Document, editing: Editing, shown: Callable[[QWidget], QWidget]
) -> None:
    page = shown(Journey(editing))
    start = wrapped(page, "From")
    low = start.height()
    start.setFocus()
    QTest.keyClicks(start, "Somebody sees a photograph and begins to dream of a week away")
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert wrapped(page, "To").hasFocus()
    assert start.height() > low
    QApplication.clipboard().setText("Home again,\nnothing left")
    wrapped(page, "To").paste()
    assert document.workshop.about.journey_end == "Home again, nothing left"
    QApplication.clipboard().clear()  # what lies there at the end brings Python down


def panel_of(document: Document, editing: Editing, qtbot: QtBot) -> QWidget:
    """The panel of the phase, as narrow and as high as on the smallest screen."""
    scene = FrameScene(editing, Selection(document), Icons(LIGHT, document), LIGHT)
    page = QWidget()
    scene.setParent(page)
    column = QVBoxLayout(page)
    for part in scene.contents:
        column.addWidget(part)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(288, 540)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def panel(document: Document, editing: Editing, qtbot: QtBot) -> QWidget:
    return panel_of(document, editing, qtbot)


def test_journey_people_and_title_page_are_seen_one_at_a_time(panel: QWidget) -> None:
    assert readable(panel) == [
        "Whose journey", "Journey", "From", "To", "Segment or persona",
        "Promises", "What does the brand promise on this journey?",
    ]  # fmt: skip
    turn_to(panel, "People · 0")
    headings = [words for words in readable(panel) if words[-1] not in ".:"]
    assert headings[:3] == ["In the room", "Missing departments", "Digital"]
    turn_to(panel, "Title page")
    assert readable(panel) == ["Organisation", "Facilitator", "Place", "Date"]
    turn_to(panel, "Journey")
    assert readable(panel)[0] == "Whose journey"


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")  # names are suggested in a list
def test_whoever_adds_a_person_finds_the_line_where_it_was_and_reads_the_count_everywhere(
    panel: QWidget, document: Document, qtbot: QtBot
) -> None:
    turn_to(panel, "People · 0")
    name = field(panel, "Name of the new participant")
    place = name.mapTo(panel, name.rect().topLeft())
    name.setFocus()
    for person in ("Ana", "Bo", "Cem"):
        QTest.keyClicks(name, person)
        QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Cem" in readable(panel))
    assert name.mapTo(panel, name.rect().topLeft()) == place
    turn_to(panel, "Journey")
    assert shown_button(panel, "People · 3").isVisible()
    document.undo()
    assert shown_button(panel, "People · 2").isVisible()


def test_a_room_of_thirteen_is_seen_at_a_glance(
    panel: QWidget, document: Document, qtbot: QtBot
) -> None:
    people = [(f"Person {place}", f"Department {place // 2}") for place in range(13)]
    document.do(add_participants(document.workshop, people))
    turn_to(panel, "People · 13")

    def is_laid_out() -> bool:
        last = next(one for one in panel.findChildren(QLabel) if one.text() == "Person 12")
        return 0 < last.mapTo(panel, last.rect().bottomLeft()).y() < 540

    qtbot.waitUntil(is_laid_out)


@pytest.mark.parametrize(
    ("journey", "people", "words"),
    [("", 0, "Whose journey"), ("Flight", 0, "In the room"), ("Flight", 1, "Whose journey")],
)
def test_a_workshop_opens_at_what_the_frame_lacks(
    qtbot: QtBot, document: Document, editing: Editing, journey: str, people: int, words: str
) -> None:
    document.do(edit_about(document.workshop, journey=journey))
    if people:
        document.do(add_participants(document.workshop, [("Ana", "Digital")]))
    page = panel_of(document, editing, qtbot)
    assert readable(page)[0] == words


def test_half_a_date_is_not_taken_in_and_told(
    document: Document, editing: Editing, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    page = shown(TitlePage(editing))
    date = field(page, "Date")
    date.setFocus()
    QTest.keyClicks(date, "2026-11-2")
    assert document.workshop.about.date == ""
    with qtbot.waitSignal(editing.refused) as told:
        wrapped(page, "Place").setFocus()
    assert told.args is not None
    assert "such as 2026-11-24" in told.args[0]
    date.setFocus()
    QTest.keyClicks(date, "2026-11-24")
    assert document.workshop.about.date == "2026-11-24"


def test_promises_are_added_changed_and_removed(
    document: Document, editing: Editing, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    panel = shown(Promises(editing, Icons(LIGHT, document)))
    new = field(panel, "New promise")
    new.setFocus()
    for words in ("We get you there.", "We say so first."):
        QTest.keyClicks(new, words)
        QTest.keyClick(new, Qt.Key.Key_Return)
    assert promises(document) == ["We get you there.", "We say so first."]
    assert new.text() == ""
    qtbot.waitUntil(lambda: len(panel.findChildren(TextField)) == 2)  # the old rows are gone
    first = panel.findChildren(TextField)[0]
    first.setFocus()
    QTest.keyClicks(first, "Yes: ")
    assert promises(document)[0] == "Yes: We get you there."
    QTest.mouseClick(tool(panel, "Remove promise 1"), LEFT)
    assert promises(document) == ["We say so first."]


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")  # names are suggested in a list
def test_people_are_added_by_department_and_taken_off(
    document: Document, editing: Editing, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    panel = shown(Roster(editing, Icons(LIGHT, document)))
    name = field(panel, "Name of the new participant")
    department = field(panel, "Department of the new participant")
    name.setFocus()
    for person in ("Ana", "Bo"):
        QTest.keyClicks(name, person)
        QTest.keyClicks(department, "Digital")
        QTest.keyClick(department, Qt.Key.Key_Return)
    people = document.workshop.ordered(Participant)
    assert [(one.name, one.department) for one in people] == [("Ana", "Digital"), ("Bo", "Digital")]
    qtbot.waitUntil(lambda: "Digital\u00a0·\u00a02" in texts(panel))
    with qtbot.waitSignal(editing.refused):
        QTest.keyClicks(name, "ana")
        QTest.keyClick(name, Qt.Key.Key_Return)
    assert name.text() == "ana"
    QTest.mouseClick(tool(panel, "Take Ana off the roster"), LEFT)
    assert [one.name for one in document.workshop.ordered(Participant)] == ["Bo"]


def test_missing_departments_are_named_until_somebody_comes(
    document: Document, editing: Editing, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    panel = shown(Departments(editing, Icons(LIGHT, document)))
    assert {"Digital", "Finance", "Nobody is here from 2 departments:"} <= texts(panel)
    editing.do(add_participants, [("Ana", " digital ")])
    qtbot.waitUntil(lambda: "Nobody is here from 1 department:" in texts(panel))
    assert "Digital" not in texts(panel)
    QTest.mouseClick(tool(panel, "Do not expect Finance"), LEFT)
    qtbot.waitUntil(lambda: "Somebody is here from every department you expect." in texts(panel))
    new = field(panel, "Department to expect")
    new.setFocus()
    QTest.keyClicks(new, "Legal")
    QTest.keyClick(new, Qt.Key.Key_Return)
    assert document.workshop.about.expected_departments == ("Digital", "Legal")


def field(panel: QWidget, name: str) -> LineField:
    return next(one for one in panel.findChildren(LineField) if one.accessibleName() == name)


def wrapped(panel: QWidget, name: str) -> TextField:
    return next(one for one in panel.findChildren(TextField) if one.accessibleName() == name)


def tool(panel: QWidget, name: str) -> QToolButton:
    return next(one for one in panel.findChildren(QToolButton) if one.accessibleName() == name)


def texts(panel: QWidget) -> set[str]:
    return {one.text() for one in panel.findChildren(QLabel) if one.isVisible()}


def promises(document: Document) -> list[str]:
    return [one.text for one in document.workshop.ordered(Promise)]


def readable(widget: QWidget) -> list[str]:
    """What can be read now, from top to bottom."""
    seen = [one for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]
    seen.sort(key=lambda one: (one.mapTo(widget, one.rect().topLeft()).y(), one.x()))
    return [one.text() for one in seen]


def shown_button(widget: QWidget, words: str) -> QToolButton:
    return next(one for one in widget.findChildren(QToolButton) if one.text() == words)


def turn_to(widget: QWidget, words: str) -> None:
    QTest.mouseClick(shown_button(widget, words), LEFT)
