"""What stands in the middle during a vote: warning, curtain, one voter's ballot, paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import Theme
from motworkshop.model.records import Id, Person, Round, RoundStatus
from motworkshop.model.rounds import count_dots, hand_over
from motworkshop.model.turnout import missing_voters
from motworkshop.model.voting import has_handed_over, person_named
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.curtain import Curtain
from motworkshop.panels.vote.paper_page import PaperPage
from motworkshop.panels.vote.screen_warning import ScreenWarning
from motworkshop.panels.vote.totals_page import TotalsPage
from motworkshop.panels.vote.turn import Turn
from motworkshop.panels.vote.turn_page import TurnPage
from motworkshop.panels.vote.ways import Way
from motworkshop.panels.vote.words import time_needed


class VoteCentre(QStackedWidget):
    """Leads through the ballots of one round.

    Signals: `left` when the group goes back to the board; `turn_began(name)` and `turn_ended`
    around each voter's turn; `finished(round id)` when everybody is done and the round is to be
    closed.
    """

    left = Signal()
    turn_began = Signal(str)
    turn_ended = Signal()
    finished = Signal(object)

    def __init__(self, editing: Editing, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._editing = editing
        self._round: Id | None = None
        self._way = Way.KEYBOARD
        self._voter: Person | None = None
        self._out_of_sight: set[Id] = set()
        self._warning = ScreenWarning(theme)
        self._curtain = Curtain(icons, theme)
        self._turn = TurnPage(icons, theme)
        self._paper = PaperPage(icons, theme)
        self._totals = TotalsPage(theme)
        self._pages = (self._warning, self._curtain, self._turn, self._paper, self._totals)
        for page in self._pages:
            self.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        self._warning.hidden_away.connect(self._on_hidden_away)
        self._curtain.begun.connect(self._on_begun)
        self._curtain.finished.connect(lambda: self.finished.emit(self._round))
        self._turn.handed_over.connect(self._on_handed_over)
        self._turn.left.connect(self._on_left)
        self._turn.began.connect(self.turn_began)
        self._turn.ended.connect(self.turn_ended)
        self._paper.handed_over.connect(self._on_paper)
        self._totals.counted_up.connect(self._on_counted_up)
        for stopped in (
            self._warning.declined,
            self._curtain.stopped,
            self._paper.stopped,
            self._totals.stopped,
        ):
            stopped.connect(self.left)
        self._editing.document.changed.connect(self._on_changed)

    @property
    def is_in_turn(self) -> bool:
        """Whether somebody is giving dots at this moment; leaving would throw them away."""
        return self._turn.is_running

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of another theme."""
        for page in self._pages:
            page.set_theme(theme)

    def begin(self, vote: Round, way: Way, voter: Person | None = None) -> None:
        """Take in ballots of this round; `voter` is whose turn it is, if that was chosen."""
        if self.is_in_turn:  # nobody's dots go away unasked
            self.ask_to_leave()
            return
        self._round = vote.id
        self._way = way
        self._voter = voter
        self._curtain.say("")
        if vote.is_secret and way is not Way.TOTALS and vote.id not in self._out_of_sight:
            people = len(missing_voters(self._editing.workshop, vote))
            is_timed = way is Way.KEYBOARD and people > 0
            self._show(self._warning)
            self._warning.ask(time_needed(people) if is_timed else "")
            return
        self._go_on(vote)

    def ask_to_leave(self) -> None:
        """Leave a turn; somebody who gave dots is told and asked first."""
        self._turn.ask_to_leave()

    def _vote(self) -> Round | None:
        """The round at hand while it takes votes."""
        vote = self._editing.workshop.of(Round).get(self._round or "")
        return vote if vote is not None and vote.status is RoundStatus.OPEN else None

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)

    def _go_on(self, vote: Round) -> None:
        workshop = self._editing.workshop
        if self._way is Way.PAPER:
            self._show(self._paper)
            self._paper.begin(workshop, vote)
        elif self._way is Way.TOTALS:
            self._show(self._totals)
            self._totals.begin(workshop, vote)
        elif self._voter is not None:
            self._on_begun(self._voter)
        else:
            self._show_curtain()

    def _show_curtain(self) -> None:
        vote = self._vote()
        if vote is None:
            self.left.emit()
            return
        self._show(self._curtain)
        self._curtain.show_round(self._editing.workshop, vote)

    def _on_hidden_away(self) -> None:
        vote = self._vote()
        if vote is not None:
            self._out_of_sight.add(vote.id)
            self._go_on(vote)

    def _on_begun(self, voter: Person) -> None:
        workshop, vote = self._editing.workshop, self._vote()
        if vote is None:
            return
        self._voter = None
        person = person_named(workshop, voter)
        name = workshop.name_of(person)
        if has_handed_over(workshop, vote, person):
            self._editing.refused.emit(f"{name} has handed over already.")
            self._show_curtain()
            return
        self._show(self._turn)
        self._turn.begin(workshop, Turn(vote, person, name))

    def _on_handed_over(self, turn: Turn) -> None:
        if self._is_taken_in(turn):
            self._curtain.say(f"{turn.name} has handed over. Thank you.")
            self._turn.forget()
            self._show_curtain()

    def _on_left(self, name: str) -> None:
        self._curtain.say(f"{name} left without handing over. The dots were thrown away.")
        self._show_curtain()

    def _on_paper(self, turn: Turn) -> None:
        if self._is_taken_in(turn):
            said = f"{turn.name} is in."
            self._paper.begin(self._editing.workshop, turn.vote, said)

    def _is_taken_in(self, turn: Turn) -> bool:
        """Record a ballot; a refusal is told by `editing`, and the dots stay in the hand."""
        was_in = has_handed_over(self._editing.workshop, turn.vote, turn.voter)
        self._editing.record(hand_over, turn.vote, turn.voter, turn.dots)
        return not was_in and has_handed_over(self._editing.workshop, turn.vote, turn.voter)

    def _on_counted_up(self, dots: dict[Id, int], voters: int) -> None:
        vote = self._vote()
        if vote is not None:
            before = self._editing.workshop
            self._editing.record(count_dots, vote, dots, voters)
            if self._editing.workshop is not before:
                self.left.emit()

    def _on_changed(self) -> None:
        if self._round is None:
            return
        if self._vote() is None:  # closed or discarded meanwhile
            self._round = None
            self._turn.forget()
            self._paper.forget()
            self.left.emit()
        elif self.currentWidget() is self._curtain and self.isVisible():
            self._show_curtain()
