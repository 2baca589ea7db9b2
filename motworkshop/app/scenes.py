"""The scenes of the phases: made when they are first needed, and introduced to one another."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.records import Id, PhaseKind
from motworkshop.panels.align.scene import AlignScene
from motworkshop.panels.brainstorm.scene import BrainstormScene
from motworkshop.panels.categorise.scene import CategoriseScene
from motworkshop.panels.cluster.scene import ClusterScene
from motworkshop.panels.frame.scene import FrameScene
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.scene import OwnScene
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.report.scene import ReportScene
from motworkshop.panels.reveal.scene import RevealScene
from motworkshop.panels.vote.scene import VoteScene


class Scene(Protocol):
    """What a phase puts into the panel, and into the middle while it wants that."""

    centre_wanted: SignalInstance

    @property
    def contents(self) -> Sequence[QWidget]:
        """The parts of the panel."""

    @property
    def centre(self) -> QWidget | None:
        """What takes the place of the board."""

    @property
    def is_centre_wanted(self) -> bool:
        """Whether it does so now."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme."""


class Scenes(QObject):
    """All scenes of a desk.

    Signals: `centre_changed` when something else is to stand in the middle; `notes_chosen(ids)`
    to be seen on the board; `turn_began` and `turn_ended`: in between a voter is alone;
    `curtain_wanted(bool)` while what others wrote is to be hidden; `proposals_shown(bool)` and
    `round_revealed(round id)`: all may see them now; `export_wanted(kind, path, paper,
    with_names)` and `cancel_wanted` from the report.
    """

    centre_changed = Signal()
    notes_chosen = Signal(object)
    turn_began = Signal()
    turn_ended = Signal()
    curtain_wanted = Signal(bool)
    proposals_shown = Signal(bool)
    round_revealed = Signal(object)
    export_wanted = Signal(str, str, str, bool)
    cancel_wanted = Signal()

    def __init__(
        self,
        editing: Editing,
        selection: Selection,
        clock: Clock,
        icons: Icons,
        theme: Theme,
        file: Callable[[], Path | None],
    ) -> None:
        super().__init__()
        self._given = (editing, selection, icons)
        self._clock = clock
        self._theme = theme
        self._file = file
        self._made: dict[PhaseKind, Scene] = {}
        self._vote: VoteScene | None = None
        self.report: ReportScene | None = None
        clock.moved.connect(self.centre_changed)

    @property
    def centre(self) -> QWidget | None:
        """What stands in the middle now; None for the board."""
        scene = self.scene(self._clock.phase)
        return scene.centre if scene.is_centre_wanted else None

    @property
    def is_in_turn(self) -> bool:
        """Whether a voter gives dots at this moment."""
        return self._vote is not None and self._vote.is_in_turn

    def scene(self, kind: PhaseKind) -> Scene:
        """The scene of a phase."""
        if kind not in self._made:
            scene = self._make(kind)
            scene.centre_wanted.connect(self._on_centre_wanted)
            self._made[kind] = scene
        return self._made[kind]

    def set_theme(self, theme: Theme) -> None:
        """Draw every scene in the colours of another theme."""
        self._theme = theme
        for scene in self._made.values():
            scene.set_theme(theme)

    def _on_centre_wanted(self) -> None:
        self.centre_changed.emit()

    def _make(self, kind: PhaseKind) -> Scene:
        make: dict[PhaseKind, Callable[[], Scene]] = {
            PhaseKind.FRAME: lambda: FrameScene(*self._given, self._theme),
            PhaseKind.ALIGN: self._make_align,
            PhaseKind.BRAINSTORM: self._make_brainstorm,
            PhaseKind.CLUSTER: self._make_cluster,
            PhaseKind.CATEGORISE: self._make_categorise,
            PhaseKind.VOTE: self._make_vote,
            PhaseKind.REVEAL: self._make_reveal,
            PhaseKind.OWN: self._make_own,
            PhaseKind.REPORT: self._make_report,
        }
        return make[kind]()

    def _make_align(self) -> AlignScene:
        scene = AlignScene(*self._given, self._theme)
        scene.curtain_wanted.connect(self.curtain_wanted)
        scene.curtain_wanted.connect(self._on_alone)
        scene.proposals_shown.connect(self.proposals_shown)
        return scene

    def _make_brainstorm(self) -> BrainstormScene:
        scene = BrainstormScene(*self._given, self._theme)
        scene.phase_wanted.connect(self._clock.go_to)
        scene.curtain_wanted.connect(self.curtain_wanted)
        scene.notes_chosen.connect(self.notes_chosen)
        return scene

    def _make_cluster(self) -> ClusterScene:
        scene = ClusterScene(*self._given, self._theme)
        scene.notes_chosen.connect(self.notes_chosen)
        return scene

    def _make_categorise(self) -> CategoriseScene:
        scene = CategoriseScene(*self._given, self._theme)
        scene.notes_chosen.connect(self.notes_chosen)
        return scene

    def _make_vote(self) -> VoteScene:
        scene = VoteScene(*self._given, self._theme)
        scene.round_closed.connect(partial(self._show_round, is_played=True))
        scene.reveal_wanted.connect(partial(self._show_round, is_played=False))
        scene.phase_wanted.connect(self._clock.go_to)
        scene.turn_began.connect(lambda _name: self.turn_began.emit())
        scene.turn_ended.connect(self.turn_ended)
        self._vote = scene
        return scene

    def _make_reveal(self) -> RevealScene:
        scene = RevealScene(*self._given, self._theme)
        scene.notes_chosen.connect(self.notes_chosen)
        scene.round_revealed.connect(self.round_revealed)
        scene.run_off_started.connect(lambda _vote: self._clock.go_to(PhaseKind.VOTE))
        return scene

    def _make_own(self) -> OwnScene:
        scene = OwnScene(*self._given, self._theme)
        scene.notes_chosen.connect(self.notes_chosen)
        scene.phase_wanted.connect(self._clock.go_to)
        return scene

    def _make_report(self) -> ReportScene:
        scene = ReportScene(*self._given, self._theme, self._file)
        scene.export_wanted.connect(self.export_wanted)
        scene.cancel_wanted.connect(self.cancel_wanted)
        scene.moment_wanted.connect(self._on_moment_wanted)
        self.report = scene
        return scene

    def _on_alone(self, is_alone: bool) -> None:
        """Somebody writes stages alone: nobody else's are within reach, by undo or otherwise."""
        (self.turn_began if is_alone else self.turn_ended).emit()

    def ask_to_leave(self) -> None:
        """Ask the voter who is giving dots whether they may be thrown away."""
        if self._vote is not None:
            self._vote.ask_to_leave()

    def take_focus(self) -> bool:
        """Put the cursor where the phase at hand is worked on; whether it has such a place."""
        scene = self.scene(self._clock.phase)
        if isinstance(scene, BrainstormScene):
            scene.take_focus()
            return True
        return False

    def _show_round(self, vote: Id, *, is_played: bool) -> None:
        """The group looks at what it has voted; right after the close the bars grow."""
        reveal = self.scene(PhaseKind.REVEAL)
        self._clock.go_to(PhaseKind.REVEAL)
        if isinstance(reveal, RevealScene):
            reveal.show_round(vote, is_played=is_played)

    def _on_moment_wanted(self, note: Id) -> None:
        own = self.scene(PhaseKind.OWN)
        self._clock.go_to(PhaseKind.OWN)
        if isinstance(own, OwnScene):
            own.show_moment(note)
