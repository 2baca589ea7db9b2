"""Dots per note that were counted on paper, with the number of people who voted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import SPACE, TITLE, Theme, category_style
from motworkshop.model.records import Category, Id, Note, Participant, Round
from motworkshop.model.tally import ballots_of, is_counted
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.numbers import NumberField
from motworkshop.panels.controls.scrolling import scrolling
from motworkshop.panels.vote.ballot import ballot_by_stage
from motworkshop.panels.vote.lettering import sized, take_focus
from motworkshop.panels.vote.note_chip import NoteChip


class TotalsPage(QWidget):
    """A number for each note. Signals: `counted_up(dots, voters)`; `stopped`."""

    counted_up = Signal(object, int)
    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fields: dict[Id, NumberField] = {}
        self._title = label("")
        self._title.setFont(sized(self._title.font(), TITLE, is_strong=True))
        self._words = label("", "quiet", wraps=True)
        self._voters = NumberField(0, 9_999)
        self._voters.setAccessibleName("How many people voted")
        self._sum = label("", "figure")
        self._room: QScrollArea = scrolling(QWidget())
        self._done = push_button("Take in the count", is_primary=True)
        self._stop = push_button("Back to the board")
        self._done.clicked.connect(self._on_done)
        self._stop.clicked.connect(self.stopped)
        self._lay_out()

    def _lay_out(self) -> None:
        voters = QHBoxLayout()
        voters.setSpacing(SPACE)
        voters.addWidget(label("How many people voted", "section"))
        voters.addWidget(self._voters)
        voters.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self._sum, 1)
        foot.addWidget(self._stop)
        foot.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE + 4)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(voters)
        column.addWidget(self._room, 1)
        column.addLayout(foot)

    def set_theme(self, theme: Theme) -> None:
        """Draw it in the colours of another theme."""
        self._theme = theme
        self.update()

    def begin(self, workshop: Workshop, vote: Round) -> None:
        """Empty fields, even after an earlier count: an open secret round shows no dots."""
        self._title.setText(f"Totals counted by hand: {vote.title}")
        self._words.setText(_advice(workshop, vote))
        self._voters.setValue(len(workshop.of(Participant)))
        self._fields = {}
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, SPACE, 0)
        grid.setSpacing(SPACE)
        grid.setColumnStretch(2, 1)
        for name, notes in ballot_by_stage(workshop, vote):
            grid.addWidget(label(name, "section"), grid.rowCount(), 0, 1, 3)
            for note in notes:
                self._add(grid, workshop, note)
        grid.setRowStretch(grid.rowCount(), 1)
        self._room.setWidget(sheet)
        self._show_sum()
        first = next(iter(self._fields.values()), None)
        if first is not None:
            take_focus(first)

    def _add(self, grid: QGridLayout, workshop: Workshop, note: Note) -> None:
        category = workshop.of(Category).get(note.category or "")
        row = grid.rowCount()
        text: QLabel = label(note.text, wraps=True)
        field = NumberField(0, 99_999)
        field.setAccessibleName(f"Dots on {note.number}: {note.text}")
        field.valueChanged.connect(self._show_sum)
        self._fields[note.id] = field
        grid.addWidget(NoteChip(note, category_style(category.style if category else None)), row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(text, row, 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.board))

    def _show_sum(self) -> None:
        dots = sum(field.value() for field in self._fields.values())
        self._sum.setText(f"{counted(dots, 'dot')} in all")

    def _on_done(self) -> None:
        dots = {note: field.value() for note, field in self._fields.items() if field.value()}
        self.counted_up.emit(dots, self._voters.value())


def _advice(workshop: Workshop, vote: Round) -> str:
    words = "A count knows no voters: breadth, sides and agreement stay unknown."
    if is_counted(workshop, vote):
        words += " There is a count already; this one takes its place."
    ballots = len(ballots_of(workshop, vote))
    if ballots:
        are = "is" if ballots == 1 else "are"
        words += f" {counted(ballots, 'ballot')} {are} in already and will be added to it."
    return words
