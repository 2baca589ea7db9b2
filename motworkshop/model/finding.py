"""Finding notes: by some of their words, by their number, and by what they have in common."""

from collections.abc import Iterable, Mapping
from itertools import compress, repeat
from operator import contains

from motworkshop.model.facets import Filter, value_of
from motworkshop.model.lookalikes import plain_text
from motworkshop.model.reading import by_stage
from motworkshop.model.records import Id, Note
from motworkshop.model.workshop import Workshop, lead_of, visible_notes
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for: words that must all be there, and filters.

    Of several filters of one facet one must fit ("Book or Prepare"); every facet must.
    """

    words: str = ""
    filters: tuple[Filter, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is looked for."""
        return not self.words.strip() and not self.filters


def searchable(note: Note) -> str:
    """The text of a note as it is searched: without case and accents."""
    return plain_text(f"{note.text}\n{note.details}")


def found_notes(workshop: Workshop, sought: Sought, texts: Mapping[Id, str]) -> list[Id]:
    """The notes that fit, in no order, those inside clusters too.

    `texts` holds what is searched of every note (`searchable`); notes without one are not found
    by words, only by their number.
    """
    if sought.is_nothing:
        return []
    found: Iterable[Id] = workshop.notes
    for facet in dict.fromkeys(one.facet for one in sought.filters):
        wanted = {one.value for one in sought.filters if one.facet is facet}
        value = value_of(workshop, facet)
        notes = workshop.notes
        found = [note for note in found if value(notes[note]) in wanted]
    for word in plain_text(sought.words).split():
        found = _with_word(workshop, found, word, texts)
    return list(found)


def _with_word(
    workshop: Workshop, among: Iterable[Id], word: str, texts: Mapping[Id, str]
) -> list[Id]:
    number = _number(word)
    notes = workshop.notes
    if number is None and among is notes:  # nearly all of ten thousand may have the first letter
        hits = compress(texts, map(contains, texts.values(), repeat(word)))
        return list(filter(notes.__contains__, hits))
    if number is None:
        return [note for note in among if word in texts.get(note, "")]
    return [note for note in among if notes[note].number == number or word in texts.get(note, "")]


def in_reading_order(workshop: Workshop, found: Iterable[Id], words: str = "") -> list[Id]:
    """Found notes as one reads the board, stage by stage, each cluster once by its lead; the
    note of the number that was searched for comes first."""
    leads = workshop.remember(lead_of)
    wanted = {leads.get(note, note) for note in found}
    number = _number(words.strip())
    order = [
        note
        for notes in workshop.remember(by_stage).values()
        for note in notes
        if note.id in wanted
    ]
    return [note.id for note in sorted(order, key=lambda note: note.number != number)]


def _number(word: str) -> int | None:
    """The number that "17" or "#17" calls; None if that is no number."""
    digits = word.removeprefix("#")
    return int(digits) if digits.isdecimal() and len(digits) <= 9 else None


def note_numbered(workshop: Workshop, words: str) -> Note | None:
    """The note that is called by this number."""
    number = _number(words.strip())
    notes = workshop.notes.values()
    return next((note for note in notes if note.number == number), None) if number else None


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
    text = searchable(note)
    return all(word in text for word in wanted)
