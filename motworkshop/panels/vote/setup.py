"""Setting up a round: what is asked, which notes, how many dots, secret or open."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE
from motworkshop.model.change import Change
from motworkshop.model.records import (
    Cluster,
    Id,
    Note,
    Participant,
    Record,
    Round,
    Side,
    Stage,
)
from motworkshop.model.rounds import Terms, round_titled, start_round
from motworkshop.model.voting import counted, suggested_budget
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.numbers import NumberField
from motworkshop.panels.controls.rows import Section, clear
from motworkshop.panels.controls.segments import Segments
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.lettering import enable_primary, take_focus
from motworkshop.panels.vote.on_ballot import (
    ALL,
    OnBallot,
    ballot_options,
    before_merging,
    notes_of,
)
from motworkshop.panels.vote.sides import sides_preview
from motworkshop.panels.vote.ways import Way
from motworkshop.panels.vote.words import QUESTION, budget_reason, next_title, time_needed

NO_LIMIT = "no limit"
FIELD = 128
"""How wide what can be set stands in a compact row."""
SECRET = "Nobody sees anybody's dots until the round is closed."
OPEN = (
    "Everybody sees who gives what. People follow the first votes, so the result looks "
    "clearer than it is. A secret vote finds more of what matters."
)
PAPER = "Secret, on printed ballots. They are entered here afterwards, or counted by hand."


class Kind(Enum):
    """How the group votes; each with what it means for the people."""

    SECRET = SECRET
    OPEN = OPEN
    PAPER = PAPER


class RoundSetup(QWidget):
    """The terms of the next round. Signals: `started(round id, way)`; `cancelled`."""

    started = Signal(object, object)
    cancelled = Signal()

    def __init__(self, editing: Editing, selection: Selection, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._selection = selection
        self._remembered: tuple[Id, ...] = ()
        self._is_budget_ours = True
        self._is_title_ours = True
        self._title = LineField()
        self._question = TextField(QUESTION, least=2, most=4)
        self._question.show_value(QUESTION)
        self._notes = ChoiceField()
        self._on_ballot = ALL
        self._budget = NumberField(0, 999, NO_LIMIT)
        self._reason = label("", "small", wraps=True)
        self._suggested = push_button("")
        self._cap = NumberField(0, 999, NO_LIMIT)
        self._cap.setValue(1)
        self._cut = NumberField(1, 999)
        self._cut.setValue(10)
        self._kind = Segments([(Kind.SECRET, "Secret"), (Kind.OPEN, "Open"), (Kind.PAPER, "Paper")])
        self._kind_words = label(SECRET, "small", wraps=True)
        self._time = label("", "small", wraps=True)
        self._sides = QVBoxLayout()
        self._sides.setSpacing(4)
        self._start = push_button("Start vote", icons.icon("play", "on_accent"), is_primary=True)
        self._cancel = push_button("Do not vote again")
        self._cancel.hide()
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + 4)
        column.addWidget(_under("Title of the round", self._title))
        column.addWidget(_under("Question", self._question))
        column.addLayout(_close_together(self._kind, self._kind_words))
        rows = QVBoxLayout()
        rows.setSpacing(4)
        rows.addLayout(_beside("Notes on the ballot", self._notes))
        rows.addLayout(_beside("Dots for each voter", self._budget))
        rows.addLayout(_beside("At most on one note", self._cap))
        rows.addLayout(_beside("Places above the cut", self._cut))
        column.addLayout(rows)
        ends = QVBoxLayout()
        ends.setSpacing(SPACE)
        ends.addWidget(self._start)
        ends.addWidget(self._cancel)
        column.addLayout(ends)
        column.addLayout(_close_together(self._reason, self._suggested, self._time))
        sides = Section("Sides that are compared")
        sides.rows.addLayout(self._sides)
        column.addWidget(sides)

    def _connect(self) -> None:
        self._title.edited.connect(self._on_title_edited)
        self._notes.edited.connect(self._on_notes_chosen)
        self._budget.valueChanged.connect(self._on_budget_changed)
        self._suggested.clicked.connect(self._on_suggested)
        self._kind.chosen.connect(self._on_kind_chosen)
        self._start.clicked.connect(self._on_start)
        self._cancel.clicked.connect(self.cancelled)
        self._selection.changed.connect(self._on_selection_changed)
        self._editing.document.changed.connect(self._on_changed)

    def offer_to_cancel(self, *, is_offered: bool) -> None:
        """Whether the group can also leave it at the vote that it had."""
        self._cancel.setVisible(is_offered)

    def take_focus(self) -> None:
        """Put the focus on the first field."""
        take_focus(self._title)

    def refresh(self) -> None:
        """Follow the board: which notes there are, and how many dots fit them."""
        workshop = self._editing.workshop
        if self._is_title_ours or round_titled(workshop, self._title.text()) is not None:
            taken = [vote.title for vote in workshop.ordered(Round)]
            self._title.show_value(next_title(taken))
            self._is_title_ours = True
        options = ballot_options(workshop, self._remembered)
        self._notes.set_options(options)
        if self._on_ballot not in [value for value, _words in options]:
            self._on_ballot = ALL
        self._notes.show_value(self._on_ballot)
        self._refresh_budget()
        self._refresh_time()
        clear(self._sides)
        for row in sides_preview(workshop):
            self._sides.addWidget(row)

    def _refresh_budget(self) -> None:
        workshop = self._editing.workshop
        on_ballot = set(notes_of(workshop, self._on_ballot, self._remembered))
        notes = len(on_ballot)
        best = suggested_budget(notes)
        if self._is_budget_ours and notes:
            self._budget.blockSignals(True)
            self._budget.setValue(best)
            self._budget.blockSignals(False)
        self._reason.setText(budget_reason(notes, before_merging(workshop, on_ballot)))
        self._suggested.setText(f"Take the suggested {counted(best, 'dot')}")
        self._suggested.setVisible(bool(notes) and self._budget.value() != best)
        enable_primary(self._start, is_enabled=bool(notes))

    def _on_title_edited(self, text: str) -> None:
        self._is_title_ours = not text.strip()

    def _on_notes_chosen(self, wanted: OnBallot) -> None:
        self._on_ballot = wanted
        self._refresh_budget()

    def _on_budget_changed(self) -> None:
        self._is_budget_ours = False
        self._refresh_budget()

    def _on_suggested(self) -> None:
        self._is_budget_ours = True
        self._refresh_budget()
        self._budget.setFocus()

    def _on_kind_chosen(self, kind: Kind) -> None:
        self._kind_words.setText(kind.value)
        self._refresh_time()

    def _refresh_time(self) -> None:
        """By name and on paper people vote side by side: only passing the keyboard adds up."""
        people = len(self._editing.workshop.of(Participant))
        self._time.setText(f"With one keyboard: {time_needed(people)}")
        self._time.setVisible(bool(people) and self._kind.value is Kind.SECRET)

    def _on_selection_changed(self) -> None:
        if self._selection.notes:  # kept when the selection goes: this panel is hidden meanwhile
            self._remembered = self._selection.notes
            self.refresh()

    def _on_changed(self, change: Change) -> None:
        if any(_matters(old, new) for old, new in change):
            self.refresh()

    def _on_start(self) -> None:
        workshop = self._editing.workshop
        terms = Terms(
            self._question.toPlainText().strip(),
            self._budget.value() or None,
            self._cap.value() or None,
            self._cut.value(),
            self._kind.value is not Kind.OPEN,
        )
        before = set(workshop.of(Round))
        title = self._title.text()
        notes = notes_of(workshop, self._on_ballot, self._remembered)
        voters = [person.id for person in workshop.ordered(Participant)]
        way = Way.PAPER if self._kind.value is Kind.PAPER else Way.KEYBOARD
        self._editing.record(start_round, title, terms, notes, voters)
        for vote in self._editing.workshop.of(Round).keys() - before:
            self._is_title_ours = self._is_budget_ours = True
            self._on_ballot = ALL
            self.refresh()
            self.started.emit(vote, way)


def _matters(old: Record | None, new: Record | None) -> bool:
    """Whether it may change what stands on a ballot; what is written on a note does not."""
    if isinstance(old, Note) and isinstance(new, Note):
        return old.stage != new.stage
    return isinstance(old or new, Note | Stage | Cluster | Round | Participant | Side)


def _under(caption: str, field: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    words = label(caption, "caption")
    words.setBuddy(field)
    field.setAccessibleName(caption)
    column.addWidget(words)
    column.addWidget(field)
    return box


def _beside(caption: str, field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    words = label(caption, wraps=True)
    words.setBuddy(field)
    field.setAccessibleName(caption)
    row.addWidget(words, 1)
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    field.setFixedWidth(FIELD)
    row.addWidget(field)
    return row


def _close_together(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    return column
