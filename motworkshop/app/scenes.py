"""The scenes of the phases: made when they are first needed, and introduced to one another.

Nor are their modules read before: it takes a third of the time until a workshop is on the screen.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.records import Id, PhaseKind
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock, as_clock
from motworkshop.panels.scene import Scene

if TYPE_CHECKING:
    from motworkshop.panels.align.scene import AlignScene
    from motworkshop.panels.brainstorm.scene import BrainstormScene
    from motworkshop.panels.frame.scene import FrameScene
    from motworkshop.panels.own.scene import OwnScene
    from motworkshop.panels.report.scene import ReportScene
    from motworkshop.panels.reveal.scene import RevealScene
    from motworkshop.panels.vote.scene import VoteScene

BESIDE_THE_BOARD = frozenset(
    {
        PhaseKind.FRAME,
        PhaseKind.ALIGN,
        PhaseKind.CLUSTER,
        PhaseKind.CATEGORISE,
        PhaseKind.VOTE,
        PhaseKind.REPORT,
    }
)
"""Phases that begin with the board in the middle, and with the keys."""


class Scenes(QObject):
    """All scenes of a desk.

    Signals: `centre_changed` when something else is to stand in the middle; `notes_chosen(ids)`
    to be seen on the board; `turn_began` and `turn_ended`: in between a voter is alone;
    `curtain_wanted(bool)` while what others wrote is to be hidden, everywhere; `proposals_shown`
    (bool), `round_chosen` and `round_revealed(round id)`, `prompt_shown(card)` and `spoken_of`
    (note, "" for none): all may see them now; `export_wanted(kind, path, paper, with_names)` and
    `cancel_wanted` from the report.
    """

    centre_changed = Signal()
    notes_chosen = Signal(object)
    turn_began = Signal()
    turn_ended = Signal()
    curtain_wanted = Signal(bool)
    proposals_shown = Signal(bool)
    round_chosen = Signal(object)
    round_revealed = Signal(object)
    prompt_shown = Signal(str)
    spoken_of = Signal(object)
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
        self._frame: FrameScene | None = None
        self._brainstorm: BrainstormScene | None = None
        self._vote: VoteScene | None = None
        self._reveal: RevealScene | None = None
        self._own: OwnScene | None = None
        self.report: ReportScene | None = None
        self._is_curtained = False
        self._is_animated = True
        self.wings = QWidget()  # for what has not been on the stage yet; the desk takes it
        self.wings.hide()
        clock.moved.connect(self._on_moved)

    @property
    def centre(self) -> QWidget | None:
        """What stands in the middle now; None for the board."""
        if self._can_wait:
            return None
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
            self._adopt(scene)
            scene.centre_wanted.connect(self.centre_changed)
            scene.curtain_wanted.connect(self._follow_curtain)
            scene.notes_chosen.connect(self.notes_chosen)
            scene.phase_wanted.connect(self._clock.go_to)
            self._made[kind] = scene
        return self._made[kind]

    def make_ahead(self, kind: PhaseKind) -> bool:
        """Make the scene of a phase that nobody has turned to; whether there was none."""
        is_missing = kind not in self._made
        self.scene(kind)
        return is_missing

    def _adopt(self, scene: Scene) -> None:
        """Nothing of a scene may be without an owner: signals that lead to one another would keep
        it, and the whole workshop with it, after the window was closed."""
        scene.setParent(self)
        for widget in (*scene.contents, *([scene.centre] if scene.centre else [])):
            if widget.parent() is None:
                widget.setParent(self.wings)

    @property
    def is_curtained(self) -> bool:
        """Whether what others wrote is hidden now."""
        return self._is_curtained

    def tell_all(self) -> None:
        """Tell once more what the scene of this phase shows to all."""
        scene = self.scene(self._clock.phase)
        if scene is self._brainstorm:
            self.prompt_shown.emit(self._brainstorm.prompt)
        elif scene is self._own:
            self.spoken_of.emit(self._own.open_card)
        elif scene is self._reveal and self._reveal.panel.vote is not None:
            self.round_chosen.emit(self._reveal.panel.vote.id)

    def set_theme(self, theme: Theme) -> None:
        """Draw every scene in the colours of another theme."""
        self._theme = theme
        for scene in self._made.values():
            scene.set_theme(theme)

    def set_animated(self, is_animated: bool) -> None:
        """Whether what the scenes show moves."""
        self._is_animated = is_animated
        if self._reveal is not None:
            self._reveal.set_animated(is_animated)

    def _make(self, kind: PhaseKind) -> Scene:
        make: dict[PhaseKind, Callable[[], Scene]] = {
            PhaseKind.FRAME: self._make_frame,
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

    def _make_frame(self) -> Scene:
        from motworkshop.panels.frame.scene import FrameScene

        self._frame = FrameScene(*self._given, self._theme)
        return self._frame

    def _make_cluster(self) -> Scene:
        from motworkshop.panels.cluster.scene import ClusterScene

        return ClusterScene(*self._given, self._theme)

    def _make_categorise(self) -> Scene:
        from motworkshop.panels.categorise.scene import CategoriseScene

        return CategoriseScene(*self._given, self._theme)

    def _make_align(self) -> "AlignScene":
        from motworkshop.panels.align.scene import AlignScene

        scene = AlignScene(*self._given, self._theme)
        scene.curtain_wanted.connect(self._on_alone)
        scene.proposals_shown.connect(self.proposals_shown)
        scene.proposals_shown.connect(self._on_compared)
        return scene

    def _make_brainstorm(self) -> "BrainstormScene":
        from motworkshop.panels.brainstorm.scene import BrainstormScene

        scene = self._brainstorm = BrainstormScene(*self._given, self._theme)
        scene.prompt_shown.connect(self.prompt_shown)
        scene.way_changed.connect(partial(self._go_to_box, PhaseKind.BRAINSTORM))
        scene.silence_begun.connect(partial(self._clock.begin_box, 0))
        scene.people_wanted.connect(self.add_people)
        self._clock.ticked.connect(partial(self._tell_silence, scene))
        self._tell_silence(scene)
        return scene

    def _tell_silence(self, scene: "BrainstormScene") -> None:
        """What the clock shows while all write stands large in the middle."""
        if self._clock.phase is PhaseKind.BRAINSTORM and self._clock.place == 0:
            left = self._clock.left
            scene.tell_time(as_clock(left), is_begun=self._clock.is_begun, is_over=left <= 0)

    def add_people(self) -> None:
        """Put whoever is here on the roster; the phase takes the focus first."""
        self.scene(PhaseKind.FRAME)
        self._clock.go_to(PhaseKind.FRAME)
        if self._frame is not None:
            QTimer.singleShot(0, self._frame, self._frame.add_people)

    def _make_own(self) -> "OwnScene":
        from motworkshop.panels.own.scene import OwnScene

        scene = self._own = OwnScene(*self._given, self._theme)
        scene.card_opened.connect(self._on_card_opened)
        return scene

    def _make_vote(self) -> "VoteScene":
        from motworkshop.panels.vote.scene import VoteScene

        scene = VoteScene(*self._given, self._theme)
        scene.round_closed.connect(self._show_round)
        scene.turn_began.connect(lambda _name: self.turn_began.emit())
        scene.turn_ended.connect(self.turn_ended)
        self._vote = scene
        return scene

    def _make_reveal(self) -> "RevealScene":
        from motworkshop.panels.reveal.scene import RevealScene

        scene = self._reveal = RevealScene(*self._given, self._theme)
        scene.set_animated(self._is_animated)
        scene.round_chosen.connect(self.round_chosen)
        scene.round_revealed.connect(self.round_revealed)
        scene.run_off_started.connect(lambda _vote: self._clock.go_to(PhaseKind.VOTE))
        return scene

    def _make_report(self) -> "ReportScene":
        from motworkshop.panels.report.scene import ReportScene

        scene = ReportScene(*self._given, self._theme, self._file)
        scene.export_wanted.connect(self.export_wanted)
        scene.cancel_wanted.connect(self.cancel_wanted)
        scene.moment_wanted.connect(self._on_moment_wanted)
        self.report = scene
        return scene

    def _on_moved(self) -> None:
        self.centre_changed.emit()
        self._follow_curtain()
        self.tell_all()

    def _follow_curtain(self) -> None:
        """The curtain belongs to the phase in which it was drawn; another one is seen without."""
        is_wanted = self.scene(self._clock.phase).is_curtain_wanted
        if is_wanted != self._is_curtained:
            self._is_curtained = is_wanted
            self.curtain_wanted.emit(is_wanted)

    def _go_to_box(self, kind: PhaseKind, place: int) -> None:
        """The time box that is counted is the one that the group is in."""
        if self._clock.phase is kind:
            self._clock.go_to_box(place)

    def _on_compared(self, are_shown: bool) -> None:
        if are_shown:
            self._go_to_box(PhaseKind.ALIGN, 1)

    def _on_card_opened(self, note: Id) -> None:
        if self._clock.phase is PhaseKind.OWN:
            self.spoken_of.emit(note)

    def _on_alone(self, is_alone: bool) -> None:
        """Somebody writes stages alone: nobody else's are within reach, by undo or otherwise."""
        (self.turn_began if is_alone else self.turn_ended).emit()

    def ask_to_leave(self) -> None:
        """Ask the voter who is giving dots whether they may be thrown away."""
        if self._vote is not None:
            self._vote.ask_to_leave()

    def take_focus(self) -> bool:
        """Put the cursor where the phase at hand is worked on; whether it has such a place."""
        return not self._can_wait and self.scene(self._clock.phase).take_focus()

    @property
    def _can_wait(self) -> bool:
        """Whether the scene of this phase is not there yet and would say that the board stays, so
        that the board need not wait for it."""
        return self._clock.phase in BESIDE_THE_BOARD and self._clock.phase not in self._made

    def _show_round(self, vote: Id) -> None:
        """The group looks at what it has voted, and the bars grow."""
        self.scene(PhaseKind.REVEAL)
        self._clock.go_to(PhaseKind.REVEAL)
        if self._reveal is not None:
            self._reveal.show_round(vote, is_played=True)

    def _on_moment_wanted(self, note: Id) -> None:
        self.scene(PhaseKind.OWN)
        self._clock.go_to(PhaseKind.OWN)
        if self._own is not None:
            self._own.show_moment(note)
