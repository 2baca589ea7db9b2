"""The rounds that are over: taking votes again, or discarding them."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.records import Id, Round, RoundStatus
from motworkshop.model.rounds import discard_round, reopen_round
from motworkshop.model.tally import turnout_of
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import Section, clear
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.lettering import plain_tip
from motworkshop.panels.vote.question import Question
from motworkshop.panels.vote.words import terms_of


class ClosedRounds(Section):
    """A row for each closed round; what cannot be undone is asked first."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__("Rounds so far")
        self._editing = editing
        self._again = icons.icon("undo-2", "ink_2")
        self._away = icons.icon("trash-2", "ink_2")
        self._asked: tuple[str, Id] = ("", "")
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE)
        self._ask = Question()
        self._ask.confirmed.connect(self._on_confirmed)
        self.rows.addLayout(self._list)
        self.rows.addWidget(self._ask)
        self.refresh()

    def refresh(self) -> None:
        """Show the closed rounds, the last one first."""
        clear(self._list)
        votes = self._editing.workshop.ordered(Round)
        closed = [vote for vote in reversed(votes) if vote.status is RoundStatus.CLOSED]
        for vote in closed:
            self._list.addWidget(self._row(vote))
        self.setVisible(bool(closed))

    def _row(self, vote: Round) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(vote.title, wraps=True))
        turnout = turnout_of(self._editing.workshop, vote)
        voted = "" if turnout is None else f". {turnout} voted"
        words.addWidget(
            label(f"{terms_of(self._editing.workshop, vote)}{voted}.", "small", wraps=True)
        )
        line.addLayout(words, 1)
        again = icon_button(self._again, f"Take votes again in {vote.title}")
        away = icon_button(self._away, f"Discard {vote.title}")
        again.setToolTip(plain_tip(f"Take votes again in “{vote.title}”; what was given stays"))
        away.setToolTip(plain_tip(f"Discard “{vote.title}” with all its dots"))
        again.clicked.connect(partial(self._on_reopen, vote))
        away.clicked.connect(partial(self._on_discard, vote))
        line.addWidget(again)
        line.addWidget(away)
        return row

    def _on_reopen(self, vote: Round) -> None:
        self._asked = ("reopen", vote.id)
        words = (
            f"Take votes in “{vote.title}” again? What was handed over stays, and nothing is "
            "shown until it is closed again. Who has seen the dots will know them."
        )
        self._ask.ask(words, "Reopen the round", "Leave it closed")

    def _on_discard(self, vote: Round) -> None:
        self._asked = ("discard", vote.id)
        words = f"Discard “{vote.title}” with all its dots? This cannot be undone."
        self._ask.ask(words, "Discard the round", "Keep it")

    def _on_confirmed(self) -> None:
        what, key = self._asked
        vote = self._editing.workshop.of(Round).get(key)
        if vote is not None:
            self._editing.record(reopen_round if what == "reopen" else discard_round, vote)
