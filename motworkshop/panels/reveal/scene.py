"""The phase Reveal and decide: its panel, and the bars in the middle."""

from PySide6.QtCore import Signal
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.records import (
    Ballot,
    Category,
    Cluster,
    Count,
    Id,
    MomentOfTruth,
    Note,
    Participant,
    PhaseKind,
    Round,
    Turnout,
)
from motworkshop.panels.controls.refreshing import WhenSeen
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.bars import bars_of
from motworkshop.panels.reveal.centre import RevealCentre
from motworkshop.panels.reveal.panel import RevealPanel
from motworkshop.panels.scene import Scene

_SEEN = (
    Ballot, Category, Cluster, Count, MomentOfTruth, Note, Participant, Round, Turnout,
)  # fmt: skip


class RevealScene(Scene):
    """Closes rounds, shows them, and settles ties.

    Signals: `run_off_started(round id)`: the group votes again, in the phase Vote;
    `round_chosen(round id)` when the person turned to another round, for all to see;
    `round_revealed(round id)` when the bars of a round begin to grow here.
    """

    run_off_started = Signal(object)
    round_chosen = Signal(object)
    round_revealed = Signal(object)
    centre: RevealCentre

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, theme: Theme) -> None:
        super().__init__(editing, selection)
        self._is_wanted = False
        self.panel = RevealPanel(editing, icons)
        self.centre = RevealCentre(icons, theme)
        self.painted = (self.centre,)
        self.contents = (self.panel,)
        self.panel.round_shown.connect(self._show_bars)
        self.panel.round_chosen.connect(self.round_chosen)
        self.panel.revealed.connect(self._on_revealed)
        self.panel.played.connect(self._on_played)
        self.panel.picture_wanted.connect(self._on_wanted)
        self.panel.opened.connect(self._on_opened)
        self.panel.vote_wanted.connect(lambda: self.phase_wanted.emit(PhaseKind.VOTE))
        self.panel.notes_chosen.connect(self.notes_chosen)
        self.panel.tie.run_off_started.connect(self.run_off_started)
        self.centre.chosen.connect(lambda note: self.notes_chosen.emit([note]))
        self._seen = WhenSeen(self, (self.panel, self.centre), self.panel.refresh)
        self._bars_seen = WhenSeen(self, (self.centre,), self._show_bars)
        editing.document.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selection_changed)
        self._show_bars()

    @property
    @override
    def is_centre_wanted(self) -> bool:
        """Whether the bars stand in the middle."""
        return self.panel.is_large

    def set_animated(self, is_animated: bool) -> None:
        """With False the bars stand still at once (reduced motion)."""
        self.centre.set_animated(is_animated)

    def show_round(self, vote: Id, *, is_played: bool = False) -> None:
        """Look at this closed round, or at the one that it decides; with `is_played` the bars
        grow, as after closing it."""
        self.panel.choose_decided(vote)
        self.panel.show_large(is_large=True)
        if is_played:
            self._on_played()

    def _show_bars(self) -> None:
        vote = self.panel.vote
        if vote is not None:
            workshop = self._editing.workshop
            self.centre.show_bars(workshop, bars_of(workshop, vote))

    def _on_revealed(self, vote: Id) -> None:
        self.centre.play()
        self.round_revealed.emit(vote)

    def _on_played(self) -> None:
        self.panel.show_large(is_large=True)
        if self.panel.vote is not None:
            self._on_revealed(self.panel.vote.id)

    def _on_opened(self) -> None:
        self._on_wanted(self.panel.is_large)

    def _on_wanted(self, is_wanted: bool) -> None:
        self._is_wanted = is_wanted
        self.centre_wanted.emit(is_wanted)

    def _on_selection_changed(self) -> None:
        for note in self._selection.notes[:1]:
            self.centre.chart.go_to_note(note)

    def _on_changed(self, change: Change) -> None:
        pairs = [pair for pair in change if isinstance(pair[0] or pair[1], _SEEN)]
        reworded = [new.id for old, new in pairs if isinstance(old, Note) and isinstance(new, Note)]
        if len(reworded) < len(pairs) or self.panel.names_any(reworded):
            self._seen.want()
        elif reworded:
            self._bars_seen.want()
        if pairs and self._is_wanted and not self.panel.is_large:  # the only closed round is gone
            self._on_wanted(False)
