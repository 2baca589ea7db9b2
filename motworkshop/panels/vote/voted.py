"""After a vote: what came of it, and voting once more for those who want to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.records import Id, Round
from motworkshop.model.tally import Standing, tally_of
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.lettering import take_focus


class Voted(QWidget):
    """Signals: `reveal_wanted(round id)`; `again_wanted`: the terms of one more round."""

    reveal_wanted = Signal(object)
    again_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._round: Id = ""
        self._words = label("", "heading", wraps=True)
        self._title = label("", "small", wraps=True)
        self._look = push_button("Look at the result", icons.icon("table"))
        self._again = push_button("Vote again", icons.icon("refresh-cw"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self._words, self._title, self._look, self._again):
            column.addWidget(part)
        self._look.clicked.connect(lambda: self.reveal_wanted.emit(self._round))
        self._again.clicked.connect(self.again_wanted)

    def show_result(self, workshop: Workshop, vote: Round) -> None:
        """Tell what this closed round has decided."""
        self._round = vote.id
        self._words.setText(voted_words(workshop, vote))
        self._title.setText(f"By “{vote.title}”.")

    def take_focus(self) -> None:
        """Put the focus back to where one more vote is asked for."""
        take_focus(self._again)


def voted_words(workshop: Workshop, vote: Round) -> str:
    """ "Voted: 10 are in", with what is still tied."""
    tally = tally_of(workshop, vote)
    inside = len(tally.standing(Standing.IN))
    told = f"Voted: {inside or 'none'} {'is' if inside == 1 else 'are'} in"
    if not tally.tied:
        return told
    return f"{told}, {len(tally.tied)} tied for {counted(tally.places_left, 'place')}"
