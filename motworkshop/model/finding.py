"""Finding notes by some of their words, or by their number."""

from motworkshop.model.lookalikes import plain_text
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop, visible_notes


def notes_with(workshop: Workshop, words: str) -> list[Note]:
    """The notes on the board that hold all of these words, case and accents ignored.

    The note of this number comes first.
    """
    wanted = plain_text(words).split()
    if not wanted:
        return []
    found = [note for note in visible_notes(workshop) if _has(note, wanted)]
    return sorted(found, key=lambda note: (str(note.number) != wanted[0], note.number))


def _has(note: Note, wanted: list[str]) -> bool:
    if len(wanted) == 1 and wanted[0] == str(note.number):
        return True
    text = plain_text(f"{note.text} {note.details}")
    return all(word in text for word in wanted)
