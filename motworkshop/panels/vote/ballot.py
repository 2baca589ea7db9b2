"""The notes of a ballot in the order in which everybody sees them: stage by stage."""

import re

from motworkshop.errors import RefusedError
from motworkshop.model.records import Id, Note, Round, Stage
from motworkshop.model.workshop import Workshop

PARKED = "Not on a stage"
_TYPED = re.compile(r"(\d{1,7})(?:\s*[x×*]\s*(\d{1,4}))?")


def ballot_by_stage(workshop: Workshop, vote: Round) -> list[tuple[str, list[Note]]]:
    """Stage names with their notes by number; the same for every voter, so nobody is favoured."""
    notes = sorted(
        (workshop.notes[note] for note in vote.notes if note in workshop.notes),
        key=lambda note: note.number,
    )
    stages: list[tuple[str | None, str]] = [
        (stage.id, stage.name) for stage in workshop.ordered(Stage)
    ]
    groups = [
        (name, [note for note in notes if note.stage == stage])
        for stage, name in [*stages, (None, PARKED)]
    ]
    return [(name, group) for name, group in groups if group]


def matches(note: Note, words: str) -> bool:
    """Whether a note is meant by what somebody typed: its number, or words of its text."""
    wanted = words.casefold().split()
    text = f"{note.text} {note.details}".casefold()
    return all(part in text or str(note.number) == part for part in wanted)


def dots_typed(workshop: Workshop, vote: Round, typed: str) -> list[Id]:
    """The notes meant by “3 17 17 22x2”, one mention for each dot.

    Raises:
        RefusedError: something is no number, or no note of the ballot has it.
    """
    by_number = {workshop.notes[note].number: note for note in vote.notes if note in workshop.notes}
    if left := _TYPED.sub("", typed).strip(" ,;.\t"):
        raise RefusedError(f"“{left}” is no number. Write note numbers, such as 3 17 22x2.")
    notes: list[Id] = []
    for number, times in _TYPED.findall(typed):
        if int(number) not in by_number:
            raise RefusedError(f"There is no note {number} on this ballot.")
        notes += [by_number[int(number)]] * int(times or 1)
    return notes
