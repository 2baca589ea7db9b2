"""A row in which a thing has its name, and below it a sentence that says what is meant."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.controls.labels import plain_tip
from motworkshop.panels.icons import Icons


class NamedRow(QWidget):
    """Name, definition, and a bin. Signals: `edited(field, text)`; `removed`."""

    edited = Signal(str, str)
    removed = Signal()

    def __init__(self, icons: Icons, name: str, definition: str) -> None:
        super().__init__()
        self.name = LineField(name)
        self.definition = TextField(definition, least=1, most=8)
        self.remove = icon_button(icons.icon("trash-2", "ink_2"), "Remove")
        self.name.edited.connect(partial(self.edited.emit, "name"))
        self.definition.edited.connect(partial(self.edited.emit, "definition"))
        self.remove.clicked.connect(self.removed)

    def lay_out(
        self,
        before: Sequence[QWidget],
        after: Sequence[QWidget],
        *,
        spacing: int,
        indents: tuple[int, int],
    ) -> None:
        """Put these before and after the name; `indents` of the definition, left and right."""
        head = QHBoxLayout()
        head.setSpacing(spacing)
        for widget in before:
            head.addWidget(widget)
        head.addWidget(self.name, 1)
        for widget in (*after, self.remove):
            head.addWidget(widget)
        below = QHBoxLayout()
        left, right = indents
        below.setContentsMargins(left, 0, right, 0)
        below.addWidget(self.definition)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(below)

    def show_named(self, name: str, definition: str, result: str) -> None:
        """Show both as they are now; `result` says what removing it does to its notes."""
        # A blank that is being typed behind a name is no other name yet.
        if self.name.text().strip() != name or not self.name.hasFocus():
            self.name.show_value(name)
        self.definition.show_value(definition)
        self.remove.setAccessibleName(f"Remove {name}")
        self.remove.setToolTip(plain_tip(f"Remove {name}; {result}"))
