"""The preview of a table: real clicks and keys on the choices above its columns."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from motworkshop.imports.fields import TOUCHPOINT_FIELDS
from motworkshop.imports.outcome import Refusal
from motworkshop.imports.table import ColumnUse, guess_use
from motworkshop.imports.verdict import Verdict
from motworkshop.panels.mapping.preview import MappingPreview

ROWS = [
    ("Moment", "Phase", "Colour"),
    ("Waits", "Book", "red"),
    ("Pays <b>twice</b>", "Airport", "blue"),
]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def preview(qtbot: QtBot) -> MappingPreview:
    made = MappingPreview(ROWS, guess_use(ROWS, TOUCHPOINT_FIELDS))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_it_shows_the_first_rows_with_what_each_column_is(preview: MappingPreview) -> None:
    words = shown(preview)
    assert {"Moment", "Phase", "Waits", "Airport", "Pays <b>twice</b>"} <= set(words)
    assert preview.grid.choice(0).currentText() == "Text (needed)"
    assert preview.grid.choice(1).currentText() == "Stage"
    assert preview.grid.choice(2).currentText() == "Not imported"
    assert preview.grid.choice(1).accessibleName() == "What “Phase” is"


def test_pressing_the_button_accepts_what_is_chosen(preview: MappingPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.accepted) as accepted:
        QTest.mouseClick(preview.accept_button, LEFT)
    assert accepted.args == [ColumnUse({0: "text", 1: "stage"}, has_names=True)]


def test_a_column_can_be_something_else_by_keys(preview: MappingPreview, qtbot: QtBot) -> None:
    choice = preview.grid.choice(2)
    told: list[ColumnUse] = []
    preview.use_changed.connect(told.append)
    QTest.keyClicks(choice, "dep")
    assert choice.currentText() == "Department"
    use = ColumnUse({0: "text", 1: "stage", 2: "department"}, has_names=True)
    assert told[-1] == use
    assert preview.use == use


def test_a_field_moves_from_the_column_that_had_it(preview: MappingPreview) -> None:
    QTest.keyClicks(preview.grid.choice(2), "stage")
    assert preview.use.fields == {0: "text", 2: "stage"}
    assert preview.grid.choice(1).currentText() == "Not imported"


def test_without_the_needed_column_it_says_so_and_cannot_be_accepted(
    preview: MappingPreview, qtbot: QtBot
) -> None:
    QTest.keyClicks(preview.grid.choice(0), "not")
    assert not preview.accept_button.isEnabled()
    assert "Say which column is the text; every row needs one." in shown(preview)
    with qtbot.assertNotEmitted(preview.accepted):
        QTest.keyClick(preview, Qt.Key.Key_Return)


def test_the_first_row_can_be_a_row(preview: MappingPreview) -> None:
    tick = preview.findChildren(QCheckBox)[0]
    QTest.mouseClick(tick, LEFT, pos=QPoint(10, tick.height() // 2))
    assert not preview.use.has_names
    assert {"Column A", "Column B", "Moment"} <= set(shown(preview))


def test_the_verdict_is_told_with_every_row_that_cannot_be_read(preview: MappingPreview) -> None:
    preview.show_pending()
    assert not preview.accept_button.isEnabled()
    refusals = tuple(Refusal(row, f"“{row}” is <i>wrong</i>.") for row in range(2, 12))
    preview.show_verdict(
        Verdict("41 notes", "Into Book 41", "10 rows cannot be read:", refusals, 5, "row", "Go")
    )
    assert preview.accept_button.isEnabled()
    assert preview.accept_button.text() == "Go"
    words = shown(preview)
    assert {"41 notes", "Into Book 41", "Row 2", "“2” is <i>wrong</i>.", "… and 5 more"} <= set(
        words
    )
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in preview.findChildren(QLabel))


def test_escape_and_the_button_beside_cancel(preview: MappingPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.cancelled):
        QTest.keyClick(preview, Qt.Key.Key_Escape)
    with qtbot.waitSignal(preview.cancelled):
        QTest.mouseClick(preview.cancel_button, LEFT)


def test_tab_brings_a_column_out_of_sight_into_sight(qtbot: QtBot) -> None:
    rows = [tuple(f"Column {number}" for number in range(12)), ("Waits",) * 12]
    preview = MappingPreview(rows, guess_use(rows, TOUCHPOINT_FIELDS))
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    last = preview.grid.choice(11)
    assert last.visibleRegion().isEmpty()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert not last.visibleRegion().isEmpty()


def shown(preview: MappingPreview) -> list[str]:
    return [one.text() for one in preview.findChildren(QLabel) if one.isVisible()]
