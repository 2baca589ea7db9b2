"""What the scores say and the vote did not: touchpoints that matter more than they go well."""

from collections.abc import Iterable

from motworkshop.model.arithmetic import opportunity
from motworkshop.model.moments import Moment
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop, visible_notes


def scored_notes(workshop: Workshop) -> list[Note]:
    """The notes on the board that have both an importance and an experience, by number."""
    return [note for note in visible_notes(workshop) if opportunity(note) is not None]


def overlooked_notes(workshop: Workshop, moments: Iterable[Moment]) -> list[Note]:
    """Notes that were not voted in though they matter more than they go well.

    The greatest opportunity first, then by number.
    """
    voted_in = {moment.note.id for moment in moments}
    found = [
        note
        for note in scored_notes(workshop)
        if note.id not in voted_in and (note.importance or 0) > (note.experience or 0)
    ]
    return sorted(found, key=lambda note: (-(opportunity(note) or 0), note.number))
