"""Rows that stay keep the focus, whatever comes and goes around them."""

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.panels.controls.kept_rows import KeptRows


def open_rows(qtbot: QtBot) -> tuple[QWidget, KeptRows[QLineEdit]]:
    window = QWidget()
    layout = QVBoxLayout(window)
    rows = KeptRows(layout, QLineEdit)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, rows


def seen(window: QWidget) -> list[str]:
    """The rows in sight, from top to bottom."""
    fields = [one for one in window.findChildren(QLineEdit) if one.isVisible()]
    return [one.text() for one in sorted(fields, key=lambda one: one.y())]


def test_a_row_that_moves_keeps_the_focus_and_what_is_typed(qtbot: QtBot) -> None:
    window, rows = open_rows(qtbot)
    assert rows.show(["a", "b", "c"])
    rows["b"].setFocus()
    rows["b"].setText("b, typed")
    assert rows.show(["b", "d", "a"])
    assert list(rows) == ["b", "d", "a"]
    qtbot.waitUntil(lambda: seen(window) == ["b, typed", "d", "a"])
    assert QApplication.focusWidget() is rows["b"]


def test_rows_that_are_there_already_are_left_alone(qtbot: QtBot) -> None:
    window, rows = open_rows(qtbot)
    rows.show(["a", "b"])
    before = dict(rows)
    assert not rows.show(["a", "b"])
    assert dict(rows) == before
    assert rows.show([])
    assert seen(window) == []
    assert len(rows) == 0
