import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes, categorise_notes, delete_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Category, Note, Stage, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.outline.panel import Outline

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
BOOK, FLY = 1, 2


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    """Stages Book and Fly; notes 1, 2, 3 in Book and 4 in Fly."""
    made = Document(
        Workshop([*Workshop.titled("Spring").records(), Category(new_id(), "Rescue", 1)])
    )
    for name in ("Book", "Fly"):
        made.do(add_stage(made.workshop, name))
    book, fly = made.workshop.ordered(Stage)
    texts = [("Pays", book), ("Finds a fare", book), ("Gets a mail", book), ("Boards", fly)]
    drafts = [Draft(text, fields={"stage": stage.id}) for text, stage in texts]
    made.do(add_notes(made.workshop, drafts))
    return made


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)


@pytest.fixture
def outline(document: Document, selection: Selection, qtbot: QtBot) -> Outline:
    made = Outline(document, selection, Icons(LIGHT, document))
    qtbot.addWidget(made)
    made.resize(320, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def note(document: Document, number: int) -> Note:
    return next(one for one in document.workshop.notes.values() if one.number == number)


def press(
    outline: Outline, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        QTest.keyClick(outline.tree, key, modifiers)


def place_of(outline: Outline, words: str) -> QPoint:
    """Where the row that says this is."""
    model = outline.tree.model()
    stages = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [
        *stages,
        *(model.index(n, 0, one) for one in stages for n in range(model.rowCount(one))),
    ]
    (found,) = [row for row in rows if words in str(row.data())]
    return outline.tree.visualRect(found).center()


def selected_rows(outline: Outline) -> list[str]:
    return [str(index.data()) for index in outline.tree.selectedIndexes()]


def test_arrows_walk_through_and_select_what_the_board_selects(
    outline: Outline, selection: Selection, document: Document, qtbot: QtBot
) -> None:
    chosen: list[list[str]] = []
    outline.notes_chosen.connect(chosen.append)
    press(outline, Key.Key_Home, Key.Key_Down)
    assert list(selection.notes) == []  # the stage itself has nothing to select
    press(outline, Key.Key_Down, Key.Key_Down)
    assert list(selection.notes) == [note(document, 2).id]
    press(outline, Key.Key_Down, modifiers=SHIFT)
    assert list(selection.notes) == [note(document, 2).id, note(document, 3).id]
    assert chosen[-1] == [note(document, 2).id, note(document, 3).id]
    press(outline, Key.Key_Down)
    press(outline, Key.Key_Down)
    assert list(selection.notes) == [note(document, 4).id]


def test_what_is_selected_on_the_board_is_selected_here(
    outline: Outline, selection: Selection, document: Document
) -> None:
    chosen: list[list[str]] = []
    outline.notes_chosen.connect(chosen.append)
    selection.select([note(document, 4).id, note(document, 1).id])
    assert sorted(selected_rows(outline)) == ["1  Pays", "4  Boards"]
    assert outline.tree.currentIndex().data() == "1  Pays"
    selection.clear()
    assert selected_rows(outline) == []
    assert chosen == []  # nobody chose anything here
    selection.select([note(document, 4).id])
    press(outline, Key.Key_Up, Key.Key_Up)
    assert selection.notes == (note(document, 3).id,)


def test_a_note_that_goes_away_goes_away_here_and_selects_nothing_else(
    outline: Outline, selection: Selection, document: Document
) -> None:
    selection.select([note(document, 2).id])
    document.do(delete_notes(document.workshop, [note(document, 2).id]))
    assert not selection.notes
    assert selected_rows(outline) == []
    document.undo()
    selection.select([note(document, 2).id])
    document.do(merge_notes(document.workshop, note(document, 1).id, [note(document, 2).id]))
    assert "Stage Book, 3 notes" in str(outline.tree.model().index(BOOK, 0).data())
    assert outline.tree.model().rowCount(outline.tree.model().index(BOOK, 0)) == 2


def test_enter_on_a_note_leads_to_the_board_and_on_a_stage_closes_it(
    outline: Outline, document: Document
) -> None:
    opened: list[str] = []
    outline.opened.connect(opened.append)
    press(outline, Key.Key_Home, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert opened == [note(document, 1).id]
    press(outline, Key.Key_Up, Key.Key_Return)
    book = outline.tree.model().index(BOOK, 0)
    assert not outline.tree.isExpanded(book)
    press(outline, Key.Key_Right)
    assert outline.tree.isExpanded(book)
    assert len(opened) == 1


def test_a_click_on_a_stage_closes_it_and_it_stays_closed_when_stages_come(
    outline: Outline, document: Document
) -> None:
    QTest.mouseClick(
        outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=place_of(outline, "Stage Book")
    )
    model = outline.tree.model()
    assert not outline.tree.isExpanded(model.index(BOOK, 0))
    document.do(add_stage(document.workshop, "Arrive"))
    assert not outline.tree.isExpanded(model.index(BOOK, 0))
    assert outline.tree.isExpanded(model.index(FLY, 0))


def test_a_click_on_a_note_selects_it(
    outline: Outline, selection: Selection, document: Document
) -> None:
    QTest.mouseClick(
        outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=place_of(outline, "Boards")
    )
    assert selection.notes == (note(document, 4).id,)


def test_what_happened_while_it_was_hidden_is_there_when_it_is_shown(
    outline: Outline, document: Document, selection: Selection
) -> None:
    outline.hide()
    document.do(add_notes(document.workshop, [Draft("Late")]))
    selection.select([note(document, 5).id])
    outline.show()
    assert selected_rows(outline) == ["5  Late"]


def test_behind_the_curtain_it_tells_numbers_alone(outline: Outline, document: Document) -> None:
    outline.set_curtain(True)
    words = outline.tree.grab().toImage()
    document.do(
        categorise_notes(
            document.workshop, [note(document, 1).id], document.workshop.ordered(Category)[0].id
        )
    )
    assert outline.tree.grab().toImage() == words
    rows = outline.tree.model()
    index = rows.index(0, 0, rows.index(BOOK, 0))
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert index.data(role) == "Note 1, face down"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    outline.set_curtain(False)
    assert index.data() == "1  Pays"


def test_a_screen_reader_reads_it_as_it_reads_the_board(
    outline: Outline, document: Document
) -> None:
    document.do(
        categorise_notes(
            document.workshop, [note(document, 1).id], document.workshop.ordered(Category)[0].id
        )
    )
    tree = QAccessible.queryAccessibleInterface(outline.tree)
    assert tree.text(QAccessible.Text.Name) == "Outline of the board"
    names = [tree.child(place).text(QAccessible.Text.Name) for place in range(tree.childCount())]
    assert names == [
        "Stages and notes",
        "Parking lot, 0 notes",
        "Stage Book, 3 notes",
        "1: Pays, Rescue",
        "2: Finds a fare",
        "3: Gets a mail",
        "Stage Fly, 1 note",
        "4: Boards",
    ]


def test_text_of_people_is_never_read_as_markup(outline: Outline, document: Document) -> None:
    document.do(add_notes(document.workshop, [Draft("<b>Bold</b> & more")]))
    rows = outline.tree.model()
    index = rows.index(0, 0, rows.index(0, 0))
    assert index.data() == "5  <b>Bold</b> & more"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;Bold&lt;/b&gt; &amp; more</qt>"


def test_thousands_are_selected_as_few_ranges(
    outline: Outline, document: Document, selection: Selection
) -> None:
    document.do(add_notes(document.workshop, [Draft(f"Note {n}") for n in range(5000)]))
    selection.select(document.workshop.notes)
    chosen = outline.tree.selectionModel()
    assert len(chosen.selectedIndexes()) == 5004
    assert chosen.selection().count() == 3
    chosen.select(
        outline.tree.model().index(0, 0, outline.tree.model().index(BOOK, 0)),
        QItemSelectionModel.SelectionFlag.ClearAndSelect,
    )
    assert selection.notes == (note(document, 1).id,)
