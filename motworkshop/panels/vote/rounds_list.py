"""The rounds that are over: taking votes again, or deleting them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.records import Id, Round, RoundStatus
from motworkshop.model.rounds import discard_round, reopen_round
from motworkshop.model.tally import turnout_of
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.labels import label, plain_tip
from motworkshop.panels.controls.rows import Section, clear
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.question import Question
from motworkshop.panels.vote.words import reopening_words, terms_of

ROW = 24
"""As high as the words beside it."""


class ClosedRounds(Section):
    """A row for each closed round; what cannot be undone is asked first."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__("Rounds so far")
        self._editing = editing
        self._more = icons.icon("ellipsis", "ink_2")
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
        show_part(self, is_shown=bool(closed))

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
        again = push_button("Reopen")
        again.setProperty("kind", "small")
        again.setAccessibleName(f"Reopen {vote.title}")
        tip = f"Take votes again in “{vote.title}”; what was given stays, its result waits"
        again.setToolTip(plain_tip(tip))
        again.clicked.connect(partial(self._on_reopen, vote))
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(again, 0, top)
        line.addWidget(self._menu_button(vote), 0, top)
        return row

    def _menu_button(self, vote: Round) -> QWidget:
        """What cannot be undone lies one step further away."""
        button = icon_button(self._more, f"More about {vote.title}")
        button.setFixedSize(ROW, ROW)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction("Discard the round…", partial(self._on_delete, vote))
        button.setMenu(menu)
        return button

    def _on_reopen(self, vote: Round) -> None:
        self._editing.attempt(partial(self._ask_to_reopen, vote))

    def _ask_to_reopen(self, vote: Round) -> None:
        """What cannot be is refused before it is asked."""
        reopen_round(self._editing.workshop, vote)
        self._asked = ("reopen", vote.id)
        self._ask.ask(
            reopening_words(self._editing.workshop, vote), "Reopen the round", "Leave it closed"
        )

    def _on_delete(self, vote: Round) -> None:
        self._asked = ("delete", vote.id)
        words = f"Discard “{vote.title}” with all its dots? This cannot be undone."
        self._ask.ask(words, "Discard the round", "Keep it")

    def _on_confirmed(self) -> None:
        what, key = self._asked
        vote = self._editing.workshop.of(Round).get(key)
        if vote is not None:
            self._editing.record(reopen_round if what == "reopen" else discard_round, vote)
