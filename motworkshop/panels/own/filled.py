"""Which fields of the card are filled: those look like text until somebody comes to them."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from motworkshop.panels.controls.labels import set_state
from motworkshop.panels.own.promise_field import PromiseField


def mark_filled(root: QWidget) -> None:
    """Tell the style sheet about each field inside `root` whether something stands in it."""
    for line in root.findChildren(QLineEdit):
        set_state(line, "filled", bool(line.text()))
    for text in root.findChildren(QPlainTextEdit):
        set_state(text, "filled", bool(text.toPlainText().strip()))
    for choice in root.findChildren(QComboBox):
        set_state(choice, "filled", choice.currentIndex() >= 0)
    for promise in root.findChildren(PromiseField):
        set_state(promise, "filled", promise.is_filled)
