"""After a vote: what came of it, and voting once more for those who want to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.records import Round
from motworkshop.model.tally import DecidedBy, Standing, tally_of
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label, unbroken
from motworkshop.panels.reveal.words import people_words, places_words, settled_lines
from motworkshop.panels.vote.lettering import take_focus


class Voted(QWidget):
    """Signal: `again_wanted`: the terms of one more round."""

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "heading", wraps=True)
        self._how = label("", "quiet", wraps=True)
        self._again = push_button("Vote again")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self._words, self._how, self._again):
            column.addWidget(part)
        self._again.clicked.connect(self.again_wanted)

    def show_result(self, workshop: Workshop, vote: Round) -> None:
        """Tell what this closed round has decided."""
        self._words.setText(voted_words(workshop, vote))
        self._how.setText(unbroken(how_words(workshop, vote)))

    def take_focus(self) -> None:
        """Put the focus back to where one more vote is asked for."""
        take_focus(self._again)


def voted_words(workshop: Workshop, vote: Round) -> str:
    """“10 moments of truth are in”, with what is still tied."""
    tally = tally_of(workshop, vote)
    inside = len(tally.standing(Standing.IN))
    moments = "1 moment of truth is" if inside == 1 else f"{inside} moments of truth are"
    told = f"{moments if inside else 'No moment of truth is'} in"
    if not tally.tied:
        return told
    return f"{told}, {len(tally.tied)} notes are tied for {counted(tally.places_left, 'place')}"


def how_words(workshop: Workshop, vote: Round) -> str:
    """“13 people voted; place 10 settled by a run-off.”"""
    tally = tally_of(workshop, vote)
    is_known = tally.turnout is not None
    told = f"{people_words(tally.turnout or 0)} voted" if is_known else "Counted by hand"
    settled = settled_lines(tally)
    if not settled:
        return f"{told}."
    is_run_off = any(line.decided is DecidedBy.RUN_OFF for line in settled)
    how = "a run-off" if is_run_off else "a decision"
    return f"{told}; {places_words(tally)} settled by {how}."
