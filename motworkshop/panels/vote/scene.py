"""The phase Vote: its panel, and what stands in the middle while ballots come in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE, Theme
from motworkshop.model.change import Change
from motworkshop.model.records import (
    Cluster,
    Id,
    MomentOfTruth,
    Note,
    Participant,
    Person,
    Record,
    Round,
    Side,
    Turnout,
)
from motworkshop.model.rounds import deciding_round
from motworkshop.model.turnout import open_rounds
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.icons import Icons
from motworkshop.panels.scene import Scene
from motworkshop.panels.vote.centre import VoteCentre
from motworkshop.panels.vote.open_round import OpenRound
from motworkshop.panels.vote.rounds_list import ClosedRounds
from motworkshop.panels.vote.setup import RoundSetup
from motworkshop.panels.vote.voted import Voted
from motworkshop.panels.vote.ways import Way

_SEEN = (Cluster, MomentOfTruth, Note, Participant, Round, Side, Turnout)


class VoteScene(Scene):
    """Sets up rounds and takes in ballots; the middle is where they come in.

    Signals: `round_closed(round id)` after a round was closed here: it can be revealed;
    `turn_began(name)` and `turn_ended`: in between nothing else should be within reach.
    """

    round_closed = Signal(object)
    turn_began = Signal(str)
    turn_ended = Signal()
    centre: VoteCentre

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, theme: Theme) -> None:
        super().__init__(editing, selection)
        self.panel = VotePanel(editing, selection, icons)
        self.centre = VoteCentre(editing, icons, theme)
        self.painted = (self.centre,)
        self.contents = (self.panel,)
        self.panel.open_round.begun.connect(self._on_begun)
        self.panel.open_round.closed.connect(self.round_closed)
        self.centre_wanted.connect(self.panel.open_round.set_under_way)
        self.centre.turn_began.connect(self._on_turn_began)
        self.centre.turn_ended.connect(self._on_turn_ended)
        self.centre.left.connect(lambda: self._want_centre(is_wanted=False))
        self.centre.finished.connect(lambda _round: self.panel.open_round.ask_to_close())

    @property
    def is_in_turn(self) -> bool:
        """Whether somebody gives dots at this moment; hiding the centre throws them away."""
        return self.centre.is_in_turn

    def ask_to_leave(self) -> None:
        """Ask the voter, in the centre, whether the dots may be thrown away."""
        self.centre.ask_to_leave()

    def _on_turn_began(self, name: str) -> None:
        self.panel.setEnabled(False)
        self.turn_began.emit(name)

    def _on_turn_ended(self) -> None:
        self.panel.setEnabled(True)
        self.turn_ended.emit()

    def _on_begun(self, vote: Round, way: Way, voter: Person | None) -> None:
        self._want_centre(is_wanted=True)
        self.centre.begin(vote, way, voter)


class VotePanel(QWidget):
    """The round that is open; or what was voted, and the terms of the next round."""

    def __init__(self, editing: Editing, selection: Selection, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._shown: Id = ""
        self._choice = ChoiceField()
        self._choice.setAccessibleName("Open round")
        self._is_again = False
        self.voted = Voted()
        self.setup = RoundSetup(editing, selection, icons)
        self.open_round = OpenRound(editing, icons)
        self.closed_rounds = ClosedRounds(editing, icons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        for part in (
            self._choice,
            self.open_round,
            self.voted,
            self.setup,
            self.closed_rounds,
        ):
            column.addWidget(part)
        self._choice.edited.connect(self._on_chosen)
        self.setup.started.connect(self._on_started)
        self.voted.again_wanted.connect(self._on_again)
        self.setup.cancelled.connect(self._on_not_again)
        editing.document.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        if any(_is_seen(old, new) for old, new in change):
            self._refresh()

    def _on_chosen(self, vote: Id) -> None:
        self._shown = vote
        self._refresh()

    def _on_started(self, vote: Id, way: Way) -> None:
        self._is_again = False
        if way is Way.PAPER:
            self.open_round.prefer_paper(vote)
        self._on_chosen(vote)

    def _on_again(self) -> None:
        self._is_again = True
        self._refresh()
        self.setup.take_focus()

    def _on_not_again(self) -> None:
        self._is_again = False
        self._refresh()
        self.voted.take_focus()

    def _refresh(self) -> None:
        votes = open_rounds(self._editing.workshop)
        shown = next((vote for vote in votes if vote.id == self._shown), None)
        shown = shown or (votes[-1] if votes else None)
        self._choice.setVisible(len(votes) > 1)
        self._choice.set_options([(vote.id, vote.title) for vote in votes])
        self._show_next_round(is_between=shown is None)
        self.open_round.setVisible(shown is not None)
        self.closed_rounds.refresh()
        if shown is not None:
            self._choice.show_value(shown.id)
            self.open_round.show_round(shown)

    def _show_next_round(self, *, is_between: bool) -> None:
        """Between rounds: what was voted; the terms of one more round when they are asked for."""
        workshop = self._editing.workshop
        voted = deciding_round(workshop)
        is_told = is_between and voted is not None and not self._is_again
        is_asked = is_between and not is_told
        self.voted.setVisible(is_told)
        self.setup.setVisible(is_asked and bool(workshop.notes))
        self.setup.offer_to_cancel(is_offered=voted is not None)
        if voted is not None:
            self.voted.show_result(workshop, voted)


def _is_seen(old: Record | None, new: Record | None) -> bool:
    """Whether it may change what the panel tells; what is written on a note does not."""
    is_same_note = isinstance(old, Note) and isinstance(new, Note)
    return isinstance(old or new, _SEEN) and not is_same_note
