"""What a board without notes says in each phase: one sentence, and the one action that helps."""

from PySide6.QtCore import QObject

from motworkshop.app.scenes import Scenes
from motworkshop.app.side_panel import SidePanel
from motworkshop.canvas.board import Board
from motworkshop.document.document import Document
from motworkshop.model.change import Change
from motworkshop.model.records import About, Note, Participant, PhaseKind, Stage, StageProposal
from motworkshop.model.results import Need, first_need
from motworkshop.model.workshop import Workshop
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.phases.guide import LACKING
from motworkshop.values import dataclass

PREPARING = (PhaseKind.FRAME, PhaseKind.ALIGN)
SEEN = (About, Note, Participant, Stage, StageProposal)


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence or two, and what stands on the button; "" for none."""

    words: str
    button: str = ""


def saying(workshop: Workshop, kind: PhaseKind) -> Saying:
    """What helps a group without notes in this phase."""
    if kind is PhaseKind.FRAME:
        return _frame(workshop)
    if kind is PhaseKind.ALIGN:
        return _align(workshop)
    if kind is PhaseKind.BRAINSTORM:
        return Saying("No notes yet. Double-click where the first one belongs, or type it below.")
    return _lacking(Need.NOTES)


def _lacking(need: Need) -> Saying:
    return Saying(LACKING[need].words, LACKING[need].button)


def _frame(workshop: Workshop) -> Saying:
    if not workshop.about.journey.strip():
        words = "Whose journey is it? Give it a name, and say from where to where it goes."
        return Saying(words, "Name the journey")
    if not workshop.of(Participant):
        words = "Who is in the room? Put everybody on the roster, with their department."
        return Saying(words, "Add who is here")
    return Saying("The frame is set. Next, each of you writes down the stages of the journey.")


def _align(workshop: Workshop) -> Saying:
    need = first_need(workshop, PhaseKind.ALIGN)
    if need is not None:
        return _lacking(need)
    if workshop.of(Stage):
        return Saying("No notes yet. They come once you have agreed on the stages.")
    if workshop.of(StageProposal):
        return Saying("No stages yet. Compare what you have written, then agree on one list.")
    # The panel offers the first turn.
    return Saying("No stages yet. Each of you writes down the stages first, alone.")


class EmptyBoard(QObject):
    """Keeps the words on the board in step with the phase, and does what the button says."""

    def __init__(
        self, board: Board, document: Document, clock: Clock, scenes: Scenes, side: SidePanel
    ) -> None:
        super().__init__()
        self._board = board
        self._document = document
        self._clock = clock
        self._scenes = scenes
        self._side = side
        board.empty_pressed.connect(self._on_pressed)
        document.changed.connect(self._on_changed)
        clock.moved.connect(self._follow)
        self._follow()

    def _on_changed(self, change: Change) -> None:
        if change.has(*SEEN):
            self._follow()

    def _follow(self) -> None:
        if not self._document.workshop.notes:
            said = saying(self._document.workshop, self._clock.phase)
            self._board.set_empty_words(said.words, said.button)

    def _on_pressed(self) -> None:
        kind = self._clock.phase
        if kind is PhaseKind.FRAME:
            self._side.show()
            self._scenes.scene(kind).begin()
        elif kind is PhaseKind.ALIGN:
            self._side.show()
            self._scenes.add_people()
        else:
            self._clock.go_to(PhaseKind.BRAINSTORM)
