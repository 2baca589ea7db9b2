"""The promises of the brand: a short list to write into."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import add_promise, delete_promise, edit_promise
from motworkshop.model.records import Id, Promise
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons


class Promises(QWidget):
    """Every promise in a field of its own, and one line for the next."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._fields: dict[Id, TextField] = {}
        self._empty = label("What does the brand promise on this journey?", "quiet", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._new = LineField("Add a promise and press Enter")
        self._new.setAccessibleName("New promise")
        self._new.returnPressed.connect(self._on_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._empty)
        column.addLayout(self._rows)
        column.addWidget(self._new)
        editing.document.changed.connect(self._on_changed)
        self._build()

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(old or new, Promise) for old, new in change):
            self._refresh()

    def _refresh(self) -> None:
        promises = self._editing.workshop.ordered(Promise)
        if [promise.id for promise in promises] != list(self._fields):
            self._build()
        for promise in promises:
            self._fields[promise.id].show_value(promise.text)

    def _build(self) -> None:
        clear(self._rows)
        self._fields = {}
        for number, promise in enumerate(self._editing.workshop.ordered(Promise), start=1):
            self._rows.addWidget(self._row(number, promise))
        self._empty.setVisible(not self._fields)

    def _row(self, number: int, promise: Promise) -> QWidget:
        field = TextField(least=1, most=4)
        field.setAccessibleName(f"Promise {number}")
        field.show_value(promise.text)
        field.edited.connect(partial(self._on_edited, promise.id))
        field.left.connect(self._refresh)
        self._fields[promise.id] = field
        remove = icon_button(self._icons.icon("trash-2", "ink_2"), f"Remove promise {number}")
        remove.clicked.connect(lambda: self._editing.do(delete_promise, promise.id))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(field, 1)
        line.addWidget(remove)
        return row

    def _on_edited(self, promise: Id, text: str) -> None:
        if text.strip():
            self._editing.do(edit_promise, promise, text, fold=f"promise {promise}")

    def _on_new(self) -> None:
        if self._new.text().strip():
            self._editing.do(add_promise, self._new.text())
            self._new.clear()
