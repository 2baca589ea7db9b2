"""Ballots that were filled in on paper, entered one by one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from typing_extensions import override

from motworkshop.errors import RefusedError
from motworkshop.look import SPACE, Theme
from motworkshop.model.records import Person, Round
from motworkshop.model.tally import turnout_of
from motworkshop.model.turnout import PAPER, next_paper_ballot
from motworkshop.model.voting import counted, person_named
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.rows import beside
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.ballot import dots_typed
from motworkshop.panels.vote.ballot_page import BallotPage
from motworkshop.panels.vote.lettering import take_focus
from motworkshop.panels.vote.turn import Turn

HINT = "Type the ticked numbers and press Enter; Enter on an empty line takes the ballot in."


class PaperPage(BallotPage):
    """One ballot at a time, the next one right after.

    Signals: `handed_over(turn)`; `stopped` when no more ballots are entered.
    """

    handed_over = Signal(object)
    stopped = Signal()

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__(icons, theme, HINT)
        self._workshop: Workshop | None = None
        self._voter = LineField("Number or name, if there is one")
        self._voter.setAccessibleName("Number or name on the ballot")
        self._voter.setFixedWidth(248)
        self._numbers = LineField("Note numbers with a tick, such as 3 17 22x2")
        self._numbers.setAccessibleName("Note numbers with a tick")
        self._take_in = push_button(
            "Take in this ballot", icons.icon("check", "on_accent"), is_primary=True
        )
        self._clear = push_button("Start it again")
        self._stop = push_button("Back to the board")
        entry = beside(self._voter, self._numbers, wide=self._numbers, spacing=SPACE)
        self._lay_out(entry, (self._stop, self._clear, self._take_in))
        self._connect()

    def _connect(self) -> None:
        self._voter.returnPressed.connect(lambda: take_focus(self._numbers))
        self._numbers.returnPressed.connect(self._on_numbers)
        self._view.typed.connect(self._on_typed)
        self._take_in.clicked.connect(self.finish)
        self._clear.clicked.connect(self._on_cleared)
        self._stop.clicked.connect(self.stopped)
        send = QShortcut(QKeySequence("Ctrl+Return"), self)
        send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        send.activated.connect(self.finish)

    def begin(self, workshop: Workshop, vote: Round, said: str = "") -> None:
        """An empty ballot; `said` tells what became of the one before."""
        self.forget()
        self._workshop = workshop
        self._title.setText(f"Paper ballots: {vote.title}")
        done = turnout_of(workshop, vote) or 0
        self._told.setText(f"{counted(done, 'ballot')} handed over so far")
        self._voter.clear()
        self._numbers.clear()
        self._show_turn(workshop, Turn(vote, next_paper_ballot(workshop, vote), ""))
        self._refresh()
        if said:
            self._say(said, "good")
        take_focus(self._numbers)

    def finish(self) -> None:
        """Take the ballot in, an empty one too: that is an abstention."""
        if self._turn is not None and self._workshop is not None:
            self._turn.voter = self._named(self._workshop, self._turn.vote)
            self._turn.name = self._workshop.name_of(self._turn.voter)
            self.handed_over.emit(self._turn)

    def _named(self, workshop: Workshop, vote: Round) -> Person:
        """Whose ballot it is: a name, its number, or the next number that is free."""
        written = " ".join(self._voter.text().split())
        if written.isdecimal():
            return f"{PAPER} {int(written)}"
        return person_named(workshop, written) if written else next_paper_ballot(workshop, vote)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _on_numbers(self) -> None:
        if self._turn is None or self._workshop is None:
            return
        if not self._numbers.text().strip():
            self.finish()
            return
        try:
            notes = dots_typed(self._workshop, self._turn.vote, self._numbers.text())
        except RefusedError as refusal:
            self._say(str(refusal))
            return
        self._numbers.clear()
        for note in notes:
            self._turn.add(note)

    def _on_typed(self, text: str) -> None:
        self._numbers.setText(self._numbers.text() + text)
        take_focus(self._numbers)

    def _on_cleared(self) -> None:
        if self._turn is not None and self._workshop is not None:
            self.begin(self._workshop, self._turn.vote)
