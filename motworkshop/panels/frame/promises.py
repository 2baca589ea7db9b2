"""The promises of the brand: a short list to write into."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import add_promise, delete_promise, edit_promise
from motworkshop.model.records import Id, Promise
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.controls.kept_rows import KeptRows
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons


class Promises(QWidget):
    """Every promise in a field of its own, and one line for the next."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._empty = label("What does the brand promise on this journey?", "quiet", wraps=True)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._rows: KeptRows[_PromiseRow] = KeptRows(rows, self._row)
        self._new = LineField("Add a promise and press Enter")
        self._new.setAccessibleName("New promise")
        self._new.returnPressed.connect(self._on_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._empty)
        column.addLayout(rows)
        column.addWidget(self._new)
        editing.document.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        if change.has(Promise):
            self._refresh()

    def _refresh(self) -> None:
        promises = self._editing.workshop.ordered(Promise)
        self._rows.show(promise.id for promise in promises)
        for number, promise in enumerate(promises, start=1):
            self._rows[promise.id].show_promise(number, promise)
        self._empty.setVisible(not promises)

    def _row(self, promise: Id) -> "_PromiseRow":
        row = _PromiseRow(self._icons)
        row.edited.connect(partial(self._on_edited, promise))
        row.left.connect(self._refresh)
        row.removed.connect(partial(self._editing.do, delete_promise, promise))
        return row

    def _on_edited(self, promise: Id, text: str) -> None:
        if text.strip():
            self._editing.do(edit_promise, promise, text, fold=f"promise {promise}")

    def _on_new(self) -> None:
        if self._new.text().strip():
            self._editing.do(add_promise, self._new.text())
            self._new.clear()


class _PromiseRow(QWidget):
    """One promise. Signals: `edited(text)`; `left` when the focus goes; `removed`."""

    edited = Signal(object)
    left = Signal()
    removed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._field = TextField(least=1, most=4)
        self._field.edited.connect(self.edited)
        self._field.left.connect(self.left)
        self._remove = icon_button(icons.icon("trash-2", "ink_2"), "Remove the promise")
        self._remove.clicked.connect(self.removed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._field, 1)
        line.addWidget(self._remove)

    def show_promise(self, number: int, promise: Promise) -> None:
        """Show a promise as it is now."""
        self._field.show_value(promise.text)
        self._field.setAccessibleName(f"Promise {number}")
        self._remove.setAccessibleName(f"Remove promise {number}")
        self._remove.setToolTip(f"Remove promise {number}")
