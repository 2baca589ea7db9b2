"""Moments of truth that still lack something, said before anybody makes a file of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.moments import Moment
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.own.gaps import lack_words
from motworkshop.panels.own.moment_row import MomentRow

SHOWN = 3
"""How many are named; with more, the button that makes the PDF would be out of sight."""


class Incomplete(QWidget):
    """How many lack something, and a link to each. Signal: `moment_wanted(note id)`."""

    moment_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_moments(self, lacking: Sequence[Moment]) -> None:
        """Name the moments that lack something; nothing is shown where there are none."""
        clear(self._column)
        show_part(self, is_shown=bool(lacking))
        if not lacking:
            return
        many = "1 moment is" if len(lacking) == 1 else f"{len(lacking):,} moments are"
        self._column.addWidget(label(f"{many} incomplete", "section", wraps=True))
        self._column.addSpacing(4)
        for moment in lacking[:SHOWN]:
            told = lack_words(moment)
            row = MomentRow(moment.note.number, moment.note.text, *told, is_way=True)
            row.chosen.connect(partial(self.moment_wanted.emit, moment.note.id))
            self._column.addWidget(row)
            self._column.addSpacing(4)
        if len(lacking) > SHOWN:
            more = push_button(f"{len(lacking) - SHOWN:,} more: go on in Own")
            more.setProperty("kind", "link")
            more.clicked.connect(partial(self.moment_wanted.emit, lacking[SHOWN].note.id))
            self._column.addWidget(more)
        begin = push_button("Fill it in" if len(lacking) == 1 else "Fill them in")
        begin.clicked.connect(partial(self.moment_wanted.emit, lacking[0].note.id))
        self._column.addSpacing(SPACE)
        self._column.addWidget(begin)
