"""Rows of fields, one for each record, that can be added and taken away."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.records import Id
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.form import Field
from motworkshop.panels.controls.kept_rows import KeptRows
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons

Cell = tuple[str, str, QWidget, int]
"""Name of the field, its label, the field, and its share of the width."""


class RecordForm(QFrame):
    """The fields of one record in lines.

    Signals: `edited(field, value, fold)`, `fold` being the same for one visit to a field;
    `removed` when the person took the record away.
    """

    edited = Signal(str, object, str)
    removed = Signal()

    def __init__(self, record: Id, what: str, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("own_record")
        self._record = record
        self._fields: dict[str, QWidget] = {}
        self._visits = count()
        self._visit = next(self._visits)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        self._remove = icon_button(icons.icon("trash-2", "ink_2"), f"Remove this {what}")
        self._remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 12)
        row.setSpacing(SPACE)
        row.addLayout(self._column, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)  # Tab comes to it last

    def add_line(self, *cells: Cell) -> None:
        """Add fields side by side."""
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        for name, text, field, share in cells:
            line.addLayout(self._labelled(name, text, field), share)
        self._column.addLayout(line)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what stands in the fields now."""
        for name, widget in self._fields.items():
            field = cast("Field", widget)
            field.show_value(values[name])

    def field(self, name: str) -> QWidget:
        """One of the fields."""
        return self._fields[name]

    def _labelled(self, name: str, text: str, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        caption = label(text, "caption")
        caption.setBuddy(widget)
        widget.setAccessibleName(text)
        field = cast("Field", widget)
        field.edited.connect(partial(self._on_edited, name))
        field.left.connect(self._on_left)
        self._fields[name] = widget
        column.addWidget(caption)
        column.addWidget(widget)
        column.addStretch(1)
        return column

    def _on_edited(self, name: str, value: object) -> None:
        self.edited.emit(name, value, f"{self._record} {name} {self._visit}")

    def _on_left(self) -> None:
        self._visit = next(self._visits)


class RecordRows(QWidget):
    """A form for each record and a line for the next one.

    Signal: `added(str, bool)`, and whether it was with Enter, so that its next field is wanted.
    """

    added = Signal(str, bool)

    def __init__(self, make_form: Callable[[Id], RecordForm], placeholder: str, name: str) -> None:
        super().__init__()
        rows = QVBoxLayout()
        rows.setSpacing(SPACE)
        self._forms = KeptRows(rows, make_form)
        self.line = LineField(placeholder)
        self.line.setAccessibleName(name)
        self.line.returnPressed.connect(partial(self.take_in, is_entered=True))
        self.line.left.connect(self.take_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(rows)
        column.addWidget(self.line)

    def show_records(self, values: Mapping[Id, Mapping[str, object]]) -> None:
        """Show these records in this order; forms that stay keep the focus."""
        self._forms.show(values)
        for record, shown in values.items():
            self._forms[record].show_values(shown)

    def form(self, record: Id) -> RecordForm:
        """The form of one record."""
        return self._forms[record]

    @property
    def forms(self) -> list[RecordForm]:
        """All forms."""
        return list(self._forms.values())

    def take_in(self, *, is_entered: bool = False) -> None:
        """Add what stands in the line; nothing where there is nothing."""
        text = self.line.text().strip()
        self.line.clear()
        if text:
            self.added.emit(text, is_entered)
