"""The matrix beside the vote: what scores and dots agree on, and what the vote left out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from motworkshop.look import SPACE, Theme
from motworkshop.model.arithmetic import opportunity
from motworkshop.model.moments import Moment
from motworkshop.model.overlooked import overlooked_notes
from motworkshop.model.records import Id, Note
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, visible_notes
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.matrix import Matrix, tag_words
from motworkshop.panels.own.moment_row import MomentRow
from motworkshop.panels.own.tags import Tag, tags_of

MOST_OVERLOOKED = 10
LEGEND = "Filled: voted in. Outlined: not. Top left is where it matters and goes badly."
UNSCORED = "No touchpoint has an importance and an experience yet. Score them in the inspector."


class MatrixPage(QWidget):
    """Matrix, what is picked in it, and the vote at its side.

    Signals: `card_wanted(note id)`; `notes_chosen(ids)` to see a note on the board.
    """

    card_wanted = Signal(str)
    notes_chosen = Signal(object)

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._tags: list[Tag] = []
        self._picked: Id = ""
        self._moments: Sequence[Moment] = ()
        self._rows: dict[Id, MomentRow] = {}
        self._shown: object = None
        self.matrix = Matrix(theme)
        self.matrix.chosen.connect(self.pick)
        self._told = label("", wraps=True)
        self._open = push_button("Open its card", icons.icon("file-text"))
        self._show = push_button("Show on the board", icons.icon("app-window"))
        self._open.clicked.connect(lambda: self.card_wanted.emit(self._picked))
        self._show.clicked.connect(lambda: self.notes_chosen.emit([self._picked]))
        self._missing = label("", "small", wraps=True)
        self._side = QVBoxLayout()
        self._side.setSpacing(4)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self.matrix.set_theme(theme)

    def show_moments(self, workshop: Workshop, moments: Sequence[Moment]) -> None:
        """Show all scored notes, and which of them the vote found."""
        self._moments = moments
        self._tags = tags_of(workshop, moments)
        unscored = len(visible_notes(workshop)) - len(self._tags)
        self._missing.setText(unscored_words(unscored, len(self._tags)))
        self._fill_side(workshop, moments)
        self.pick(self._picked)

    def pick(self, note: Id) -> None:
        """Mark a note in the matrix and in the lists, and tell it in full."""
        tag = next((one for one in self._tags if one.note == note), None)
        self._picked = tag.note if tag else ""
        self.matrix.show_tags(self._tags, self._picked)
        self._told.setText(tag_words(tag) if tag else "Choose a number to read the note.")
        self._open.setEnabled(tag is not None and tag.is_in)
        self._show.setEnabled(tag is not None)
        for other, row in self._rows.items():
            row.set_current(is_current=other == self._picked)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(label(LEGEND, "small", wraps=True))
        left.addWidget(self.matrix, 1)
        left.addWidget(self._told)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self._open)
        buttons.addWidget(self._show)
        buttons.addStretch(1)
        left.addLayout(buttons)
        left.addWidget(self._missing)
        inside = QWidget()
        inside.setObjectName("own_side")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.addLayout(self._side)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setMinimumWidth(232)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QHBoxLayout(self)
        page.setContentsMargins(3 * SPACE, 0, 2 * SPACE, 2 * SPACE)
        page.setSpacing(3 * SPACE)
        page.addLayout(left, 5)
        page.addWidget(scroll, 2)

    def _fill_side(self, workshop: Workshop, moments: Sequence[Moment]) -> None:
        overlooked = overlooked_notes(workshop, moments)
        facts = str([(m.note.id, m.note.text, m.line.dots) for m in moments]) + str(
            [(n.id, n.text, opportunity(n)) for n in overlooked]
        )
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._side)
        self._rows = {}
        self._side.addWidget(label("Voted in", "section"))
        for moment in moments:
            self._add_row(moment.note, counted(moment.line.dots, "dot"))
        self._side.addSpacing(2 * SPACE)
        self._side.addWidget(label("The gap says so, the vote did not", "section", wraps=True))
        if not overlooked:
            said = "What matters more than it goes well was voted in."
            self._side.addWidget(label(said, "quiet", wraps=True))
        for note in overlooked[:MOST_OVERLOOKED]:
            said = f"Importance {note.importance}, experience {note.experience}"
            self._add_row(note, said)
        if len(overlooked) > MOST_OVERLOOKED:
            more = f"and {len(overlooked) - MOST_OVERLOOKED} more"
            self._side.addWidget(label(more, "small"))

    def _add_row(self, note: Note, said: str) -> None:
        row = MomentRow(note.number, note.text, said)
        row.chosen.connect(partial(self.pick, note.id))
        self._rows[note.id] = row
        self._side.addWidget(row)


def unscored_words(unscored: int, scored: int) -> str:
    """How many notes cannot stand in the matrix."""
    if not scored:
        return UNSCORED
    lack = "lacks" if unscored == 1 else "lack"
    return f"{counted(unscored, 'note')} {lack} a score and cannot stand here." if unscored else ""
