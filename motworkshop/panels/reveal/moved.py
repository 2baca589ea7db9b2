"""A second round beside the first: what moved."""

from PySide6.QtCore import Signal

from motworkshop.model.movement import moves_between
from motworkshop.model.records import Round
from motworkshop.model.tally import Standing, TallyLine
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import LinkRow, Section
from motworkshop.panels.reveal.words import move_words

MOST = 25


class MovedSection(Section):
    """The notes near the top of either round, with the way they went. Signal: `chosen(note)`."""

    chosen = Signal(object)

    def __init__(self, workshop: Workshop, before: Round, after: Round) -> None:
        super().__init__(f"What moved since “{before.title}”")
        moves = moves_between(workshop, before, after)
        seen = [move for move in moves if _is_in(move.before) or _is_in(move.after)][:MOST]
        for move in seen:
            note = workshop.notes[move.note]
            row = LinkRow(f"{note.number}  {note.text}", move_words(move))
            row.chosen.connect(lambda note=note.id: self.chosen.emit(note))
            self.rows.addWidget(row)
        others = len(moves) - len(seen)
        if others:
            words = f"{counted(others, 'other note')} got dots below the cut."
            self.rows.addWidget(label(words, "small", wraps=True))


def _is_in(line: TallyLine | None) -> bool:
    return line is not None and line.standing is not Standing.OUT
