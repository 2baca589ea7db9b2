"""Merging by search: find notes by words or number, say which one leads, merge."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.finding import notes_with
from motworkshop.model.records import Cluster, Id, Note
from motworkshop.model.voting import counted
from motworkshop.model.workshop import lead_of
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import LinkRow, clear
from motworkshop.panels.icons import Icons

SHOWN = 6


class SearchLine(LineField):
    """Type words or a number. Signal: `accepted` by Enter."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__("Words or a number, then Enter")
        self.setAccessibleName("Find notes to merge")
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)


class Merging(QWidget):
    """Gathers notes and merges them under one. Signal: `ready(bool)` when there are enough."""

    ready = Signal(bool)

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._gathered: list[Id] = []
        self._lead: Id | None = None
        self._search = SearchLine()
        self._search.edited.connect(self._show_found)
        self._search.accepted.connect(self._on_accepted)
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self._told = label("", "small", wraps=True)
        self._basket = QFrame()
        self._basket.setObjectName("banner")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._merge: QPushButton = push_button(
            "", icons.icon("merge", "on_accent"), is_primary=True
        )
        self._merge.clicked.connect(self._on_merge)
        self._lay_out()
        editing.document.changed.connect(self._on_changed)
        self._refresh()

    def _lay_out(self) -> None:
        basket = QVBoxLayout(self._basket)
        basket.setContentsMargins(8, 8, 8, 8)
        basket.setSpacing(8)
        basket.addWidget(label("Which one leads?", "caption"))
        basket.addLayout(self._rows)
        basket.addWidget(self._merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addLayout(self._found)
        column.addWidget(self._told)
        column.addWidget(self._basket)

    def _refresh(self) -> None:
        self._show_found()
        self._show_basket()

    def _matches(self) -> list[Note]:
        found = notes_with(self._editing.workshop, self._search.text())
        return [note for note in found if note.id not in self._gathered]

    def _show_found(self) -> None:
        clear(self._found)
        found = self._matches()
        for note in found[:SHOWN]:
            row = LinkRow(f"{note.number}  {note.text}")
            row.chosen.connect(partial(self._on_chosen, note.id))
            self._found.addWidget(row)
        if len(found) > SHOWN:
            told = f"{len(found) - SHOWN:,} more. Type another word."
        elif self._search.text().strip() and not found:
            told = "No other note holds these words."
        else:
            told = ""
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def _show_basket(self) -> None:
        workshop = self._editing.workshop
        below = workshop.remember(lead_of)
        self._gathered = [
            note for note in self._gathered if note in workshop.notes and note not in below
        ]
        if self._lead not in self._gathered:
            self._lead = self._gathered[0] if self._gathered else None
        clear(self._rows)
        for note in self._gathered:
            self._rows.addWidget(self._row(self._editing.workshop.notes[note]))
        self._basket.setVisible(bool(self._gathered))
        if self._lead is not None:
            number = self._editing.workshop.notes[self._lead].number
            many = counted(len(self._gathered), "note")
            self._merge.setText(f"Merge {many} under {number}")
        self._merge.setVisible(len(self._gathered) > 1)
        self.ready.emit(len(self._gathered) > 1)

    def _row(self, note: Note) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        leads = QRadioButton()
        leads.setChecked(note.id == self._lead)
        leads.setAccessibleName(f"Note {note.number} leads: {note.text}")
        leads.setAutoExclusive(False)  # each stands in a row of its own
        leads.clicked.connect(partial(self._on_lead, note.id))
        words = label(f"{note.number}  {note.text}", wraps=True)
        words.setBuddy(leads)
        away = icon_button(self._icons.icon("x", "ink_2"), f"Leave note {note.number} out")
        away.clicked.connect(partial(self._on_left_out, note.id))
        line.addWidget(leads)
        line.addWidget(words, 1)
        line.addWidget(away)
        return row

    def _on_chosen(self, note: Id) -> None:
        self._search.clear()
        self._gathered.append(note)
        self._refresh()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_accepted(self) -> None:
        """Enter takes the first match, and merges when the line is empty."""
        found = self._matches()
        if found:
            self._on_chosen(found[0].id)
        elif not self._search.text().strip() and len(self._gathered) > 1:
            self._on_merge()

    def _on_lead(self, note: Id) -> None:
        self._lead = note
        self._show_basket()

    def _on_left_out(self, note: Id) -> None:
        self._gathered.remove(note)
        self._refresh()

    def _on_merge(self) -> None:
        lead = self._lead
        if lead is None:
            return
        others = [note for note in self._gathered if note != lead]
        self._gathered = []
        self._editing.do(merge_notes, lead, others)
        self._refresh()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, change: Change) -> None:
        if change.has(Note, Cluster):
            self._refresh()
