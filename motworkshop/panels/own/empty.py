"""What stands in place of the card while no vote has found a moment of truth."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.records import PhaseKind, Round, RoundStatus
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import tally_of
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.values import dataclass

TO_VOTE = "Go to Vote"
WIDTH = 520
"""As wide as the box that an empty board shows."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why there are no moments of truth: what is so, what to do, and the phase where it is done."""

    title: str
    advice: str
    button: str
    phase: PhaseKind


def why_empty(workshop: Workshop) -> Why:
    """What a group without moments of truth does next."""
    to_reveal, reveal = "Go to Reveal and decide", PhaseKind.REVEAL
    vote = deciding_round(workshop)
    is_open = any(one.status is RoundStatus.OPEN for one in workshop.of(Round).values())
    if vote is None and is_open:
        advice = "Close it and look at the dots together. What lies above the cut comes here."
        return Why("The vote is still open.", advice, to_reveal, reveal)
    if vote is not None:
        tied = tally_of(workshop, vote).tied
        if tied:
            title = f"{counted(len(tied), 'note')} tied, and nothing is in yet."
            return Why(title, "Settle the tie with a run-off or a reason.", to_reveal, reveal)
        advice = "A note without a dot is not a moment of truth. Vote once more."
        return Why(f"Nobody gave a dot in “{vote.title}”.", advice, TO_VOTE, PhaseKind.VOTE)
    if not workshop.notes:
        advice = "Write touchpoints first, one on each note."
        return Why("No notes yet.", advice, "Go to Brainstorm", PhaseKind.BRAINSTORM)
    advice = "The notes above the cut become the moments of truth, and each gets a card."
    return Why("No vote yet.", advice, TO_VOTE, PhaseKind.VOTE)


class Empty(QWidget):
    """One sentence and the one thing to do. Signal: `phase_wanted(PhaseKind)`."""

    phase_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._why: Why | None = None
        self._title = label("", "heading", wraps=True)
        self._advice = label("", wraps=True)
        self._button = push_button("", is_primary=True)
        self._button.clicked.connect(self._on_clicked)
        box = QFrame()
        box.setObjectName("own_empty")
        box.setFixedWidth(WIDTH)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        inside.setSpacing(SPACE)
        for words in (self._title, self._advice):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(words)
        inside.addSpacing(SPACE)
        inside.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_why(self, why: Why) -> None:
        """Say why there is nothing yet."""
        self._why = why
        self._title.setText(why.title)
        self._advice.setText(why.advice)
        self._button.setText(why.button)

    def _on_clicked(self) -> None:
        if self._why is not None:
            self.phase_wanted.emit(self._why.phase)
