"""A round that still takes votes, in the phase that wants to see it: who is missing, and closing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.records import Id, Round
from motworkshop.model.rounds import close_round
from motworkshop.model.tally import turnout_of
from motworkshop.model.turnout import missing_voters
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.lettering import take_focus
from motworkshop.panels.vote.open_round import who_is_missing
from motworkshop.panels.vote.question import Question
from motworkshop.panels.vote.words import listed


class StillOpen(QWidget):
    """Turnout and nothing else. Signal: `closed(round id)` after it was closed here."""

    closed = Signal(object)

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._round: Id = ""
        self._title = label("", "section", wraps=True)
        self._words = label("", wraps=True)
        self._missing = label("", "small", wraps=True)
        self._close = push_button(
            "Close and reveal", icons.icon("play", "on_accent"), is_primary=True
        )
        self._ask = Question()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self._title, self._words, self._missing, self._close, self._ask):
            column.addWidget(part)
        self._close.clicked.connect(self._on_close)
        self._ask.confirmed.connect(self._on_confirmed)
        self._ask.declined.connect(lambda: take_focus(self._close))

    def show_round(self, vote: Round) -> None:
        """Tell how far this round is."""
        workshop = self._editing.workshop
        if vote.id != self._round:
            self._ask.hide()
        self._round = vote.id
        missing = [person.name for person in missing_voters(workshop, vote)]
        done = turnout_of(workshop, vote) or 0
        have = "has" if done == 1 else "have"
        self._title.setText(f"“{vote.title}” is still open")
        self._words.setText(f"{done} {have} handed over.")
        self._missing.setText(f"Not yet: {listed(missing)}" if missing else "Nobody is missing.")

    def _vote(self) -> Round | None:
        return self._editing.workshop.of(Round).get(self._round)

    def _on_close(self) -> None:
        vote = self._vote()
        if vote is None:
            return
        words = who_is_missing(self._editing.workshop, vote)
        if words:
            self._ask.ask(words, "Close and reveal anyway", "Wait")
        else:
            self._on_confirmed()

    def _on_confirmed(self) -> None:
        vote = self._vote()
        if vote is not None:
            self._editing.record(close_round, vote)
            self.closed.emit(vote.id)
