"""The columns of a table: what each is, what it is called, and what stands in its first rows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motworkshop.imports.fields import Field
from motworkshop.imports.table import ColumnUse, column_name
from motworkshop.look import SPACE
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.labels import label, line, set_state
from motworkshop.panels.controls.rows import clear

WIDTH = 176
SHOWN_ROWS = 5
NOT_USED = "Not imported"
LONGEST = 60


class ColumnGrid(QScrollArea):
    """A choice above every column. Signal: `chosen(column, field)`, the field "" for none."""

    chosen = Signal(int, str)

    def __init__(self, rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = QWidget()
        self._columns = QHBoxLayout(room)
        self._columns.setContentsMargins(0, 0, 0, SPACE)
        self._columns.setSpacing(SPACE)
        self._shown: list[_Column] = []
        self.setWidget(room)
        self.set_table(rows, fields)

    def set_table(self, rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> None:
        """Show the first of these rows, with a choice of these fields above each column."""
        clear(self._columns)
        rows = rows[: SHOWN_ROWS + 1]
        width = max((len(row) for row in rows), default=0)
        self._shown = [
            _Column(at, [row[at] if at < len(row) else "" for row in rows], fields)
            for at in range(width)
        ]
        for column in self._shown:
            column.choice.edited.connect(
                lambda field, at=column.at: self.chosen.emit(at, str(field))
            )
            column.choice.installEventFilter(self)
            self._columns.addWidget(column)
        self._columns.addStretch(1)
        self._fit_height()

    def show_use(self, use: ColumnUse) -> None:
        """Show what each column is."""
        for column in self._shown:
            column.show_use(use.fields.get(column.at, ""), has_names=use.has_names)

    def choice(self, at: int) -> ChoiceField:
        """The choice above a column."""
        return self._shown[at].choice

    def _fit_height(self) -> None:
        """All rows are in sight, and below them a bar for what is further to the right."""
        bar = self.horizontalScrollBar().sizeHint().height()
        height = max((column.sizeHint().height() for column in self._shown), default=0)
        self.setFixedHeight(height + SPACE + bar)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever goes through the choices by Tab sees each one."""
        column = watched.parent()
        if event.type() is QEvent.Type.FocusIn and isinstance(column, QWidget):
            self.ensureWidgetVisible(column, 0, 0)
        return super().eventFilter(watched, event)


class _Column(QWidget):
    """One column of the table."""

    def __init__(self, at: int, cells: Sequence[str], fields: Sequence[Field]) -> None:
        super().__init__()
        self.at = at
        self._cells = cells
        self.setFixedWidth(WIDTH)
        self.choice = ChoiceField([("", NOT_USED), *((one.name, _words(one)) for one in fields)])
        self._labels = [_cell() for _cell_text in range(SHOWN_ROWS)]
        self._name = label("", "section")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choice)
        column.addSpacing(12)
        column.addWidget(self._name)
        column.addSpacing(6)
        column.addWidget(line())
        rows = QGridLayout()
        rows.setContentsMargins(0, 6, 0, 0)
        rows.setVerticalSpacing(6)
        for place, shown in enumerate(self._labels):
            rows.addWidget(shown, place, 0)
        column.addLayout(rows)
        column.addStretch(1)

    def show_use(self, field: str, *, has_names: bool) -> None:
        """Show what it is read as; a column that is left out is quieter."""
        self.choice.show_value(field)
        own = " ".join(self._cells[0].split()) if has_names and self._cells else ""
        name = own or column_name(self.at)
        self._write(self._name, name)
        self.choice.setAccessibleName(f"What “{name}” is")
        below = self._cells[1:] if has_names else self._cells
        for place, shown in enumerate(self._labels):
            self._write(shown, below[place] if place < len(below) else "")
        for shown in (self._name, *self._labels):
            is_name = shown is self._name
            set_state(shown, "role", ("section" if is_name else "") if field else "quiet")

    def _write(self, shown: QLabel, text: str) -> None:
        plain = " ".join(text[: 10 * LONGEST].split())
        elide = Qt.TextElideMode.ElideRight
        shown.setText(shown.fontMetrics().elidedText(plain, elide, WIDTH - 4))


def _cell() -> QLabel:
    made = label("")
    made.setFixedHeight(20)
    return made


def _words(field: Field) -> str:
    words = field.name.capitalize()
    return f"{words} (needed)" if field.is_needed and not field.or_else else words
