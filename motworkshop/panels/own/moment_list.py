"""The list of the moments of truth in the right panel, each with what it lacks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.model.moments import Moment, lacks
from motworkshop.model.records import Id
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.own.gaps import lack_words
from motworkshop.panels.own.moment_row import MomentRow


class MomentList(QWidget):
    """A row for each moment. Signal: `chosen(note id)`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[Id, MomentRow] = {}
        self._shown: object = None
        self._heading = label("", "section")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(self._column)

    def show_moments(self, moments: Sequence[Moment], note: Id) -> None:
        """Show these moments; `note` is the one whose card is open."""
        facts = [(one.note.id, one.note.number, one.note.text, lacks(one)) for one in moments]
        if facts != self._shown:
            self._shown = facts
            complete = sum(1 for *_, missing in facts if not missing)
            self._heading.setText(f"Moments of truth · {complete} of {len(facts)} complete")
            focused = next((key for key, row in self._rows.items() if row.hasFocus()), None)
            self._build(moments)
            if focused in self._rows:
                self._rows[focused].show()  # at once, so that it can take the focus
                self._rows[focused].setFocus()
        for other, row in self._rows.items():
            row.set_current(is_current=other == note)

    def _build(self, moments: Sequence[Moment]) -> None:
        clear(self._column)
        self._rows = {}
        for moment in moments:
            row = MomentRow(moment.note.number, moment.note.text, *lack_words(moment))
            row.chosen.connect(partial(self.chosen.emit, moment.note.id))
            self._rows[moment.note.id] = row
            self._column.addWidget(row)
