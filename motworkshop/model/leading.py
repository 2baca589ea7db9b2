"""Which of the notes that say the same should lead, once a vote has weighed them."""

from collections.abc import Iterable, Mapping

from motworkshop.model.records import Id, Note
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import Standing, TallyLine, tally_of
from motworkshop.model.turnout import open_rounds
from motworkshop.model.workshop import Workshop


def likely_lead(workshop: Workshop, notes: Iterable[Note]) -> Note:
    """The note with the most dots, or a moment of truth would vanish under one that nobody chose;
    without dots, or with as many, the lower number: it was said first."""
    lines = _lines(workshop)

    def dots(note: Note) -> int:
        return lines[note.id].dots if note.id in lines else 0

    return min(notes, key=lambda note: (-dots(note), note.number))


def moments_among(workshop: Workshop, notes: Iterable[Note]) -> list[Note]:
    """Those that are moments of truth, by number; none while a round is open, which is not to be
    led by an earlier one."""
    if open_rounds(workshop):
        return []
    lines = _lines(workshop)
    found = (note for note in notes if note.id in lines and lines[note.id].standing is Standing.IN)
    return sorted(found, key=lambda note: note.number)


def _lines(workshop: Workshop) -> Mapping[Id, TallyLine]:
    vote = deciding_round(workshop)
    return {} if vote is None else tally_of(workshop, vote).by_note
