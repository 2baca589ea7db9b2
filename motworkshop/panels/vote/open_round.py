"""A round that takes votes: how ballots come in, who is done, closing and discarding."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.records import Id, Participant, Round
from motworkshop.model.rounds import close_round, discard_round
from motworkshop.model.tally import is_counted
from motworkshop.model.turnout import missing_voters, other_voters
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import on_button, push_button
from motworkshop.panels.controls.labels import label, line, set_state
from motworkshop.panels.controls.rows import Section, clear
from motworkshop.panels.icons import ICON, Icons
from motworkshop.panels.vote.lettering import take_focus
from motworkshop.panels.vote.question import Question
from motworkshop.panels.vote.sheet_button import SheetButton
from motworkshop.panels.vote.ways import Way
from motworkshop.panels.vote.words import listed, terms_of, time_needed

MOST_NAMED = 6


class OpenRound(QWidget):
    """The panel of one open round.

    Signals: `begun(round, way, voter | None)`; `closed(round id)` after it was closed here.
    """

    begun = Signal(object, object, object)
    closed = Signal(object)

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._round: Id = ""
        self._asked = ""
        self._by_paper: Id = ""
        self._is_under_way = False
        self._lock = {True: icons.icon("lock", "on_accent"), False: icons.icon("lock")}
        self._keys = {True: icons.icon("keyboard", "on_accent"), False: icons.icon("keyboard")}
        self._pencil = {True: icons.icon("pencil", "on_accent"), False: icons.icon("pencil")}
        self._title = label("", "section", wraps=True)
        self._question = label("", wraps=True)
        self._terms = label("", "small", wraps=True)
        self._keyboard = push_button("", self._keys[True], is_primary=True)
        self._time = label("", "small", wraps=True)
        self._paper = push_button("Enter paper ballots", self._pencil[False])
        self._totals = push_button("Enter totals counted by hand", icons.icon("table"))
        self._sheet = SheetButton(editing, icons)
        self._done = label("", "figure")
        self._voters = QVBoxLayout()
        self._voters.setSpacing(4)
        self._close = push_button("Close the round", self._lock[False])
        self._discard = push_button("Discard the round…", icons.icon("trash-2", "danger"))
        self._ask = Question()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        about = QVBoxLayout()
        about.setSpacing(4)
        for text in (self._title, self._question, self._terms):
            about.addWidget(text)
        ways = QVBoxLayout()
        ways.setSpacing(SPACE)
        for part in (self._keyboard, self._time, self._paper, self._totals, self._sheet):
            ways.addWidget(part)
        done = Section("Who is done", self._done)
        done.rows.addLayout(self._voters)
        end = QVBoxLayout()
        end.setSpacing(SPACE)
        for ending in (self._close, self._discard, self._ask):
            end.addWidget(ending)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(about)
        column.addLayout(ways)
        column.addWidget(line())
        column.addWidget(done)
        column.addWidget(line())
        column.addLayout(end)

    def _connect(self) -> None:
        self._keyboard.clicked.connect(partial(self._begin, Way.KEYBOARD, None))
        self._paper.clicked.connect(partial(self._begin, Way.PAPER, None))
        self._totals.clicked.connect(partial(self._begin, Way.TOTALS, None))
        self._close.clicked.connect(self.ask_to_close)
        self._discard.clicked.connect(self._on_discard)
        self._ask.confirmed.connect(self._on_confirmed)
        self._ask.declined.connect(self._on_declined)

    def prefer_paper(self, vote: Id) -> None:
        """This round is voted on paper: its ballots are to be entered."""
        self._by_paper = vote

    def show_round(self, vote: Round) -> None:
        """Show this round as it is now."""
        workshop = self._editing.workshop
        if vote.id != self._round:
            self._round = vote.id
            self._ask.hide()
        missing = missing_voters(workshop, vote)
        self._title.setText(vote.title)
        self._question.setText(vote.question)
        self._question.setVisible(bool(vote.question))
        self._terms.setText(f"{terms_of(workshop, vote)}.")
        self._keyboard.setText("Pass the keyboard" if vote.is_secret else "Vote by name")
        self._time.setText(time_needed(len(missing)) if missing else "")
        self._time.setVisible(bool(missing) and vote.is_secret)
        self._sheet.show_round(vote)
        self._show_voters(workshop, vote, missing)
        is_full = bool(workshop.of(Participant)) and not missing
        is_next = is_full or is_counted(workshop, vote)
        self._show_next(vote, is_full=is_next)

    def _show_next(self, vote: Round, *, is_full: bool) -> None:
        """One button stands out: closing when all are done, else the way that was chosen."""
        by_paper = vote.id == self._by_paper
        following = self._close if is_full else self._paper if by_paper else self._keyboard
        for button, icons in (
            (self._close, self._lock),
            (self._paper, self._pencil),
            (self._keyboard, self._keys),
        ):
            is_next = button is following and not self._is_under_way
            set_state(button, "kind", "primary" if is_next else "plain")
            button.setIcon(icons[is_next])

    def set_under_way(self, is_under_way: bool) -> None:
        """While ballots come in, what is next stands in the middle."""
        self._is_under_way = is_under_way
        vote = self._vote()
        if vote is not None:
            self.show_round(vote)

    def ask_to_close(self) -> None:
        """Close the round; if somebody has not voted, tell who and ask."""
        vote = self._vote()
        if vote is None:
            return
        words = who_is_missing(self._editing.workshop, vote)
        if not words:
            self._close_round(vote)
            return
        self._asked = "close"
        self._ask.ask(words, "Close the round anyway", "Keep it open")

    def _vote(self) -> Round | None:
        return self._editing.workshop.of(Round).get(self._round)

    def _show_voters(self, workshop: Workshop, vote: Round, missing: Sequence[Participant]) -> None:
        clear(self._voters)
        others = other_voters(workshop, vote)
        waiting = {person.id for person in missing}
        people = workshop.ordered(Participant)
        done = len(people) - len(missing) + len(others)
        self._done.setText(f"{done} of {len(people) + len(others)} have handed over")
        if is_counted(workshop, vote):
            self._done.setText(f"A count of {counted(vote.voters or 0, 'voter')} is in")
        for person in people:
            is_done = person.id not in waiting
            self._voters.addWidget(self._voter(vote, person.id, person.name, is_done=is_done))
        for name in others:
            self._voters.addWidget(self._voter(vote, name, workshop.name_of(name), is_done=True))

    def _voter(self, vote: Round, person: Id, name: str, *, is_done: bool) -> QWidget:
        if not is_done and not vote.is_secret:
            button = push_button(on_button(name))
            button.clicked.connect(partial(self._begin, Way.KEYBOARD, person))
            return button
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE)
        mark = QLabel()
        mark.setFixedSize(ICON, ICON)
        if is_done:
            ratio = self.devicePixelRatioF()
            mark.setPixmap(self._icons.pixmap("circle-check", "ok", ratio))
        inside.addWidget(mark)
        inside.addWidget(label(name, wraps=True), 1)
        inside.addWidget(label("done" if is_done else "not yet", "small"))
        return row

    def _begin(self, way: Way, voter: Id | None) -> None:
        vote = self._vote()
        if vote is not None:
            self.begun.emit(vote, way, voter)

    def _on_discard(self) -> None:
        vote = self._vote()
        if vote is not None:
            self._asked = "discard"
            words = (
                f"Discard “{vote.title}” with everything that was handed over? "
                "This cannot be undone."
            )
            self._ask.ask(words, "Discard the round", "Keep it")

    def _on_confirmed(self) -> None:
        vote = self._vote()
        if vote is None:
            return
        if self._asked == "discard":
            self._editing.record(discard_round, vote)
        else:
            self._close_round(vote)

    def _on_declined(self) -> None:
        take_focus(self._discard if self._asked == "discard" else self._close)

    def _close_round(self, vote: Round) -> None:
        self._editing.record(close_round, vote)
        self.closed.emit(vote.id)


def who_is_missing(workshop: Workshop, vote: Round) -> str:
    """Who has not voted, in a sentence that leaves the choice; "" if nobody is missing."""
    if is_counted(workshop, vote):
        return ""
    missing = [person.name for person in missing_voters(workshop, vote)]
    if not missing:
        return ""
    have = "has" if len(missing) == 1 else "have"
    return (
        f"{listed(missing, MOST_NAMED)} {have} not voted. Once the dots are seen, nobody can vote "
        "without knowing them."
    )
