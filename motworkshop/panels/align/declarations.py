"""The names that the group has declared the same, and the way to take that back."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.people import declare_different
from motworkshop.model.records import SameStage
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import beside, clear
from motworkshop.panels.icons import Icons


class Declarations(QWidget):
    """One row for each declaration."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        editing.document.changed.connect(self._on_changed)
        self._build()

    def _on_changed(self, change: Change) -> None:
        if change.has(SameStage):
            self._build()

    def _build(self) -> None:
        clear(self._rows)
        declared = self._editing.workshop.of(SameStage).values()
        for same in sorted(declared, key=lambda one: [name.casefold() for name in one.names]):
            self._rows.addWidget(self._row(same))
        if not declared:
            words = "None yet. Compare, select names that mean the same, and declare them so."
            self._rows.addWidget(label(words, "quiet", wraps=True))

    def _row(self, same: SameStage) -> QWidget:
        icon = self._icons.icon("split", "ink_2")
        take_back = icon_button(icon, f"Tell {' and '.join(same.names)} apart again")
        take_back.clicked.connect(partial(self._editing.do, declare_different, same.id))
        return beside(label(" = ".join(same.names), wraps=True), take_back)
