"""The panel of the phase Reveal and decide: rounds, the tie, what figures mean, what moved."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.records import Id, Round, RoundStatus
from motworkshop.model.rounds import decided_round, deciding_round
from motworkshop.model.tally import run_offs_of, tally_of
from motworkshop.model.turnout import open_rounds
from motworkshop.panels.controls.buttons import on_button, push_button
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.form import Form
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import Section, clear
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.bars import round_before
from motworkshop.panels.reveal.far_apart import FarApart
from motworkshop.panels.reveal.moved import MovedSection
from motworkshop.panels.reveal.run_off import RunOff
from motworkshop.panels.reveal.still_open import StillOpen
from motworkshop.panels.reveal.tie import TieSection
from motworkshop.panels.reveal.words import (
    decided_sentence,
    figures_of,
    measures_of,
    notes_in_question,
)


class RevealPanel(QWidget):
    """Shows one closed round at a time.

    Signals: `revealed(round id)` after a round was closed here; `round_shown` when another round
    or another state of it is to be seen; `round_chosen(round id)` when the person turned to
    another one; `picture_wanted(bool)`; `played`, to see the bars grow again; `notes_chosen(ids)`;
    `opened` whenever the panel comes into sight; `vote_wanted` where there was none yet.
    """

    revealed = Signal(object)
    round_shown = Signal()
    round_chosen = Signal(object)
    picture_wanted = Signal(bool)
    played = Signal()
    notes_chosen = Signal(object)
    opened = Signal()
    vote_wanted = Signal()

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._chosen: Id = ""
        self._is_large = True
        self._still_open = StillOpen(editing, icons)
        self._decided = label("", "heading", wraps=True)
        vote = push_button("Go to Vote", is_primary=True)
        vote.clicked.connect(self.vote_wanted)
        self._nothing = Section("No vote yet.", vote)
        self._rounds = ChoiceField()
        self._choice = Form()
        self._choice.add("round", "Round", self._rounds)
        self._large = push_button("")
        self._again = push_button("Let the bars grow again")
        self.tie = TieSection(editing, icons)
        self._told = QVBoxLayout()
        self._told.setSpacing(3 * SPACE)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        picture = QVBoxLayout()
        picture.setSpacing(SPACE)
        for part in (self._choice, self._large, self._again):
            picture.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addWidget(self._still_open)
        column.addWidget(self._nothing)
        column.addWidget(self._decided)
        column.addLayout(picture)
        column.addWidget(self.tie)
        column.addLayout(self._told)

    def _connect(self) -> None:
        self._still_open.closed.connect(self._on_closed)
        self._rounds.edited.connect(self._on_chosen)
        self._large.clicked.connect(lambda: self.show_large(is_large=not self._is_large))
        self._again.clicked.connect(self.played)

    @property
    def vote(self) -> Round | None:
        """The closed round that is looked at: the chosen one, else the one that decides."""
        workshop = self._editing.workshop
        chosen = workshop.of(Round).get(self._chosen)
        if chosen is not None and chosen.status is RoundStatus.CLOSED:
            return chosen
        return deciding_round(workshop)

    @property
    def is_large(self) -> bool:
        """Whether the picture is wanted in the middle."""
        return self._is_large and self.vote is not None

    def show_large(self, *, is_large: bool) -> None:
        """Want the picture in the middle, or the board."""
        self._is_large = is_large
        self._large.setText("Back to the board" if is_large else "Show the bars")
        self.picture_wanted.emit(self.is_large)

    def choose(self, vote: Id) -> None:
        """Look at this round from now on."""
        self._chosen = vote
        self.refresh()

    def choose_decided(self, vote: Id) -> None:
        """Look at the round whose places this one decides: after a run-off the group sees the
        final order, and the run-off below it."""
        found = self._editing.workshop.of(Round).get(vote)
        self.choose(decided_round(self._editing.workshop, found).id if found else vote)

    def names_any(self, notes: Iterable[Id]) -> bool:
        """Whether one of these notes is named beside the bars, because something about it is in
        question."""
        vote, workshop = self.vote, self._editing.workshop
        if vote is None or round_before(workshop, vote) is not None:
            return True  # what has moved since is many notes
        return not notes_in_question(workshop, vote).isdisjoint(notes)

    def refresh(self) -> None:
        """Follow the document."""
        workshop = self._editing.workshop
        still_open = open_rounds(workshop)
        self._still_open.setVisible(bool(still_open))
        if still_open:
            self._still_open.show_round(still_open[-1])
        closed = [one for one in workshop.ordered(Round) if one.status is RoundStatus.CLOSED]
        vote = self.vote
        # Without notes the board says what to do.
        self._nothing.setVisible(not closed and not still_open and bool(workshop.notes))
        self._choice.setVisible(len(closed) > 1)
        self._rounds.set_options([(one.id, one.title) for one in closed])
        self._large.setVisible(vote is not None)
        self._large.setText("Back to the board" if self._is_large else "Show the bars")
        self._again.setVisible(vote is not None)
        clear(self._told)
        self.tie.hide()
        self._decided.hide()
        if vote is not None:
            self._rounds.show_value(vote.id)
            tally = tally_of(workshop, vote)
            decided = "" if still_open else decided_sentence(tally)
            self._decided.setText(decided)
            self._decided.setVisible(bool(decided))
            self.tie.show_tally(tally, is_next=not still_open)
            self._tell_run_offs(vote)
            self._tell(vote)
        self.round_shown.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit()

    def _tell(self, vote: Round) -> None:
        workshop = self._editing.workshop
        apart = FarApart(workshop, vote)
        apart.chosen.connect(lambda note: self.notes_chosen.emit([note]))
        agreement = Section("How far people agree")
        for sentence in figures_of(workshop, vote):
            agreement.rows.addWidget(label(sentence, wraps=True))
        measures = measures_of(workshop, vote)
        if measures:
            agreement.rows.addWidget(label(measures, "small", wraps=True))
        self._told.addWidget(apart)
        self._told.addWidget(agreement)
        apart.setVisible(apart.is_any)
        before = round_before(workshop, vote)
        if before is not None:
            moved = MovedSection(workshop, before, vote)
            moved.chosen.connect(lambda note: self.notes_chosen.emit([note]))
            self._told.addWidget(moved)

    def _tell_run_offs(self, vote: Round) -> None:
        """The run-offs below the round that they decide, or the way back from one to it."""
        workshop = self._editing.workshop
        for run_off in run_offs_of(workshop, vote):
            if run_off.status is RoundStatus.CLOSED:
                shown = RunOff(workshop, vote, run_off)
                shown.chosen.connect(lambda note: self.notes_chosen.emit([note]))
                shown.round_wanted.connect(self._on_chosen)
                self._told.addWidget(shown)
        decided = decided_round(workshop, vote)
        if decided is not vote:
            back = push_button(on_button(f"Back to “{decided.title}”"))
            back.clicked.connect(lambda: self._on_chosen(decided.id))
            self._told.addWidget(back)

    def _on_closed(self, vote: Id) -> None:
        self.choose_decided(vote)
        self.show_large(is_large=True)
        self.revealed.emit(self._chosen)

    def _on_chosen(self, vote: Id) -> None:
        self.choose(vote)
        self.round_chosen.emit(vote)
