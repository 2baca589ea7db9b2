"""A column of labelled fields that tells which field was edited."""

from collections.abc import Mapping
from functools import partial
from itertools import count
from typing import Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.panels.controls.labels import label


class Field(Protocol):
    """What a field of a form can do; it is a QWidget too."""

    edited: SignalInstance
    left: SignalInstance

    def show_value(self, value: object) -> None:
        """Show a value without saying that it was edited."""


class Form(QWidget):
    """Fields under one another, each with its label above.

    Signal: `edited(field, value, fold)`; `fold` is the same as long as somebody stays in a field.
    """

    edited = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._rows: dict[str, QWidget] = {}
        self._visits = count()
        self._visit = next(self._visits)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)

    def add(self, name: str, text: str, field: QWidget, about: str = "") -> None:
        """Add a field; `text` is its label, "" if the field says it itself."""
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if text:
            caption = label(text, "caption")
            caption.setBuddy(field)
            field.setAccessibleName(text)
            column.addWidget(caption)
        if about:
            field.setToolTip(about)
        column.addWidget(field)
        self._rows[name] = row
        self._column.addWidget(row)
        known = cast("Field", field)
        known.edited.connect(partial(self._on_edited, name))
        known.left.connect(self._on_left)
        self._fields[name] = known

    def show_row(self, name: str, *, is_shown: bool) -> None:
        """Show a field with its label, or not."""
        self._rows[name].setVisible(is_shown)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what stands in the fields now."""
        for name, field in self._fields.items():
            field.show_value(values[name])

    def field(self, name: str) -> Field:
        """One of the fields."""
        return self._fields[name]

    def _on_edited(self, name: str, value: object) -> None:
        self.edited.emit(name, value, f"{id(self)} {name} {self._visit}")

    def _on_left(self) -> None:
        self._visit = next(self._visits)
