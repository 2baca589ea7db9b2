"""The tie at the cut: what is tied, a run-off, a decision with a reason, and taking it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.edits.moments import take_back_decisions
from motworkshop.model.records import Participant, Round, RoundStatus
from motworkshop.model.rounds import Terms, start_run_off
from motworkshop.model.tally import Tally, run_offs_of
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.decision import DecisionForm
from motworkshop.panels.reveal.words import (
    decisions_in,
    numbers_of,
    reason_words,
    run_off_words,
    settled_lines,
    tie_sentence,
)
from motworkshop.panels.vote.words import in_words


class TieSection(QWidget):
    """Shown for a round that has a tie at the cut, or had one that was settled.

    Signal: `run_off_started(round id)`: an open round among the tied notes.
    """

    run_off_started = Signal(object)

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._tally: Tally | None = None
        self._title = label("At the cut", "section")
        self._words = label("", wraps=True)
        self._signs = {True: icons.icon("refresh-cw", "on_accent"), False: icons.icon("refresh-cw")}
        self._run_off = push_button("", self._signs[True], is_primary=True)
        self._decide = push_button("Decide with a reason", icons.icon("pencil"))
        self._form = DecisionForm(editing)
        self._form.hide()
        self._settled = label("", wraps=True)
        self._take_back = push_button("Take the decision back", icons.icon("undo-2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (
            self._title,
            self._words,
            self._run_off,
            self._decide,
            self._form,
            self._settled,
            self._take_back,
        ):
            column.addWidget(part)
        self._run_off.clicked.connect(self._on_run_off)
        self._decide.clicked.connect(self._on_decide)
        self._form.cancelled.connect(self._on_cancelled)
        self._form.decided.connect(self._form.hide)
        self._take_back.clicked.connect(self._on_take_back)

    def show_tally(self, tally: Tally, *, is_next: bool = True) -> None:
        """Show what is tied in this round, and what was decided; to settle it `is_next` unless
        something else comes first."""
        workshop = self._editing.workshop
        self._tally = tally
        vote = tally.round
        open_run_off = next(
            (one for one in run_offs_of(workshop, vote) if one.status is RoundStatus.OPEN), None
        )
        is_open = bool(tally.tied) and vote.run_off_of is None
        can_settle = is_open and open_run_off is None
        if not can_settle:
            self._form.hide()
        self._words.setText(_words(workshop, tally, open_run_off))
        self._words.setVisible(bool(tally.tied))
        set_state(self._run_off, "kind", "primary" if is_next else "plain")
        self._run_off.setIcon(self._signs[is_next])
        self._run_off.setText(run_off_words(len(tally.tied)))
        self._run_off.setVisible(can_settle and self._form.isHidden())
        self._decide.setVisible(can_settle and self._form.isHidden())
        if can_settle:
            self._form.show_tie(tally)
        told = settled_words(workshop, tally)
        self._settled.setText(told)
        self._settled.setVisible(bool(told))
        self._take_back.setVisible(bool(decisions_in(workshop, vote)))
        self.setVisible(bool(tally.tied) or bool(told) or not self._take_back.isHidden())

    def _on_run_off(self) -> None:
        if self._tally is None:
            return
        vote, places = self._tally.round, self._tally.places_left
        before = set(self._editing.workshop.of(Round))
        titles = [other.title for other in self._editing.workshop.ordered(Round)]
        voters = [one.id for one in self._editing.workshop.ordered(Participant)]
        last = "the last place" if places == 1 else f"the last {in_words(places)} places"
        question = f"Which of these {in_words(len(self._tally.tied))} should take {last}?"
        terms = Terms(question, places, 1, places, vote.is_secret)
        self._editing.record(start_run_off, vote, _run_off_title(titles), terms, voters)
        for started in self._editing.workshop.of(Round).keys() - before:
            self.run_off_started.emit(started)

    def _on_decide(self) -> None:
        self._run_off.hide()
        self._decide.hide()
        self._form.show()
        self._form.take_focus()

    def _on_cancelled(self) -> None:
        self._form.hide()
        if self._tally is not None:
            self.show_tally(self._tally)
        self._decide.setFocus()

    def _on_take_back(self) -> None:
        if self._tally is not None:
            self._editing.do(take_back_decisions, self._tally.round)


def settled_words(workshop: Workshop, tally: Tally) -> str:
    """Why the tie of a round was settled as it was; what settled it stands at the cut."""
    return "\n".join(reason_words(workshop, tally.round)) if settled_lines(tally) else ""


def _words(workshop: Workshop, tally: Tally, open_run_off: Round | None) -> str:
    notes = [workshop.notes[line.note] for line in tally.tied]
    numbers = numbers_of(sorted(notes, key=lambda note: note.number))
    tie = f"{tie_sentence(tally)} They are {numbers}."
    if open_run_off is not None:
        return f"{tie} “{open_run_off.title}” is open: it decides as soon as it is closed."
    if tally.round.run_off_of is not None:
        return f"{tie} Settle it in the round that this one was to decide."
    return tie


def _run_off_title(taken: list[str]) -> str:
    known = {" ".join(title.casefold().split()) for title in taken}
    names = ["Run-off", *(f"Run-off {number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name.casefold() not in known)
