"""Finds the note that a row means, by its text or its number."""

from collections.abc import Mapping

from motworkshop.imports.rows import RowError, whole_number
from motworkshop.imports.sheet import shortened
from motworkshop.model.agreement import plain_name
from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop, lead_of


class NoteFinder:
    """The notes of a workshop by text and by number.

    An exact text goes before one that differs in case or spaces only, and a note that stands by
    itself before one inside a cluster.
    """

    def __init__(self, workshop: Workshop) -> None:
        leads = workshop.remember(lead_of)
        self._numbered = {note.number: note for note in workshop.notes.values()}
        self._exact: list[dict[str, list[Note]]] = [{}, {}]
        self._plain: list[dict[str, list[Note]]] = [{}, {}]
        for note in self._numbered.values():
            inside = int(note.id in leads)
            self._exact[inside].setdefault(note.text.strip(), []).append(note)
            self._plain[inside].setdefault(plain_name(note.text), []).append(note)

    def texts(self, text: str) -> list[Note]:
        """The notes that a text may mean; there may be none or several."""
        return _first(self._exact, text) or _first(self._plain, plain_name(text))

    def numbered(self, text: str) -> Note | None:
        """The note of this number, written as “17” or “#17”."""
        number = whole_number(text.removeprefix("#").strip())
        return None if number is None else self._numbered.get(number)

    def either(self, text: str) -> Note:
        """The one note of this text or number."""
        exact = _first(self._exact, text)
        numbered = None if exact else self.numbered(text)
        found = [numbered] if numbered else self.texts(text)
        if len(found) != 1:
            raise RowError(said_of(text, found))
        return found[0]


def said_of(text: str, found: list[Note]) -> str:
    """Why a text means no one note."""
    if not found:
        return f"There is no note “{shortened(text)}”."
    numbers = sorted(note.number for note in found)
    listed = ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]}"
    return f"“{shortened(text)}” is the text of the notes {listed}; say which by its number."


def _first(groups: list[dict[str, list[Note]]], text: str) -> list[Note]:
    by_text: Mapping[str, list[Note]]
    for by_text in groups:
        if text in by_text:
            return by_text[text]
    return []
