"""Finding notes by their text or number, one after the other."""

from PySide6.QtCore import QObject, Signal

from motworkshop.document.document import Document
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop, lead_of


def matches(workshop: Workshop, wanted: str) -> list[Id]:
    """The notes whose number, text or details fit, by number; a note in a cluster is its lead."""
    words = " ".join(wanted.casefold().split())
    if not words:
        return []
    leads = workshop.remember(lead_of)
    found = [
        leads.get(note.id, note.id)
        for note in sorted(workshop.notes.values(), key=lambda note: note.number)
        if words == str(note.number)
        or words in " ".join(note.text.casefold().split())
        or words in " ".join(note.details.casefold().split())
    ]
    return list(dict.fromkeys(found))


class Search(QObject):
    """Goes from one match to the next.

    Signals: `found(id)` with the note to show; `counted(str)` with “2 of 7”, or that none is there;
    `matched(ids)` with all that fit while somebody types, None when nothing is searched for.
    """

    found = Signal(str)
    matched = Signal(object)
    counted = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._words = ""
        self._last: Id | None = None

    def mark(self, words: str) -> None:
        """Tell which notes fit what is typed so far."""
        is_searching = bool(words.strip())
        self.matched.emit(matches(self._document.workshop, words) if is_searching else None)

    def find_next(self, words: str, step: int = 1) -> None:
        """Go to the next match, or back with `step` -1; from the last one on to the first."""
        found = matches(self._document.workshop, words)
        if words != self._words:
            self._words = words
            self._last = None
        if not found:
            self._last = None
            self.counted.emit("No note found" if words.strip() else "")
            return
        if self._last in found:
            place = (found.index(self._last) + step) % len(found)
        else:
            place = 0
        self._last = found[place]
        self.found.emit(self._last)
        self.counted.emit(f"{place + 1} of {len(found)}")
