"""The outline: the same board as a list, for the keyboard and for screen readers."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE
from motworkshop.model.change import Change
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons
from motworkshop.panels.outline.rows import OutlineRows
from motworkshop.panels.outline.tree import OutlineTree


class Outline(QWidget):
    """Stages and notes one below another. While it is hidden it costs nothing.

    Signals: `notes_chosen(ids)` to be seen on the board; `opened(id)` when Enter on a note leads
    there; `closed` when the person has done with it.
    """

    notes_chosen = Signal(object)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, document: Document, selection: Selection, icons: Icons) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._is_stale = False
        self._rows = OutlineRows(document.workshop, self)
        self.tree = OutlineTree(self._rows, icons)
        self.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, 2 * SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._head(icons))
        column.addWidget(self.tree, 1)
        self.tree.picked.connect(self._on_picked)
        self.tree.opened.connect(self.opened)
        document.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selected)
        icons.changed.connect(self.tree.viewport().update)

    def set_dots_shown(self, are_shown: bool) -> None:
        """Whether the dots of the deciding round are told."""
        self._rows.show_dots(are_shown=are_shown)

    def set_curtain(self, is_drawn: bool) -> None:
        """Whether nobody may read what is written on the notes."""
        self._rows.set_face_down(is_face_down=is_drawn)

    def _head(self, icons: Icons) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, 0, SPACE, 0)
        close = icon_button(icons.icon("x"), "Close the outline")
        close.clicked.connect(self.closed)
        head.addWidget(label("Outline", "heading"), 1)
        head.addWidget(close)
        return head

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            with self.tree.following():
                self._rows.start(self._document.workshop)
        self._on_selected()

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and not self._is_stale:
            with self.tree.following():
                self._rows.follow(self._document.workshop, change)
            self._on_selected()
        else:
            self._is_stale = True

    def _on_selected(self) -> None:
        if self.isVisible() and not self._is_stale:
            self.tree.show_selected(self._selection.notes)

    def _on_picked(self, notes: list[str]) -> None:
        self._selection.select(notes)
        if notes:
            self.notes_chosen.emit(notes)
