"""Finding notes by words, numbers and filters, and going from one match to the next."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from motworkshop.document.document import Document
from motworkshop.model.change import Change
from motworkshop.model.facets import Filter, is_standing
from motworkshop.model.finding import Sought, found_notes, in_reading_order, searchable
from motworkshop.model.records import Id, Note
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop

NOTHING = Sought()


class Search(QObject):
    """What is looked for at the moment, kept true while the workshop changes.

    Signals: `matched(ids)` with the notes that fit, None when nothing is looked for;
    `counted(str)` with “7 of 61 notes”, “3 of 7” while one goes from match to match, or that none
    is there; `found(id)` with the note to show; `sought_changed` when it is something else.
    """

    found = Signal(str)
    matched = Signal(object)
    counted = Signal(str)
    sought_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._sought = NOTHING
        self._matches: list[Id] = []
        self._order: list[Id] | None = None
        self._last: Id | None = None
        self._place = 0
        self._texts: dict[Id, str] = {}
        self._unread: set[Id] = set(document.workshop.notes)
        self._is_face_down = False
        document.changed.connect(self._on_changed)

    @property
    def sought(self) -> Sought:
        """The words and filters."""
        return self._sought

    @property
    def is_face_down(self) -> bool:
        """Whether the notes lie face down, so that nobody may find out what is on them."""
        return self._is_face_down

    def seek(self, words: str) -> None:
        """Look for other words, with the filters that there are."""
        self._seek(replace(self._sought, words=words))

    def add(self, chosen: Filter) -> None:
        """Filter by this too."""
        self._seek(self._with_filters(*self._sought.filters, chosen))

    def remove(self, chosen: Filter) -> None:
        """Filter by this no longer."""
        self._seek(self._with_filters(*(one for one in self._sought.filters if one != chosen)))

    def toggle(self, chosen: Filter) -> None:
        """Filter by this, or no longer."""
        (self.remove if chosen in self._sought.filters else self.add)(chosen)

    def only(self, chosen: Filter) -> None:
        """Look for nothing but this."""
        self._seek(Sought("", (chosen,)))

    def clear_filters(self) -> None:
        """Look for the words alone."""
        self._seek(self._with_filters())

    def clear(self) -> None:
        """Look for nothing."""
        self._seek(NOTHING)

    def set_face_down(self, is_face_down: bool) -> None:
        """While the notes lie face down nobody finds out what is written on them."""
        self._is_face_down = is_face_down
        self._last = None
        self._look()

    def read(self) -> None:
        """Take in what was written since the last search, so that the next key finds at once."""
        notes = self._workshop.notes
        for note in self._unread:
            if note in notes:
                self._texts[note] = searchable(notes[note])
        self._unread.clear()

    def find_next(self, step: int = 1) -> None:
        """Show the next match in reading order, or the one before with `step` −1; from the last
        one on to the first."""
        if self._order is None:  # until something else is found
            words = self._sought.words
            self._order = in_reading_order(self._workshop, self._matches, words)
        order = self._order
        if not order:
            return
        self._place = self._place_after(order, step)
        self._last = order[self._place]
        self.found.emit(self._last)
        self.counted.emit(f"{self._place + 1:,} of {len(order):,}")

    def _place_after(self, order: list[Id], step: int) -> int:
        """The place to go to; where the last match fits no longer, what follows it has its place
        (somebody sorts what has no category, one note after the other)."""
        if self._last is None:
            return 0 if step > 0 else len(order) - 1
        if self._last in order:
            return (order.index(self._last) + step) % len(order)
        return (self._place + min(step, 0)) % len(order)

    def _with_filters(self, *filters: Filter) -> Sought:
        return replace(self._sought, filters=tuple(dict.fromkeys(filters)))

    def _seek(self, sought: Sought) -> None:
        if sought == self._sought:
            return
        self._sought = sought
        self._last = None
        self._look()
        self.sought_changed.emit()

    def _look(self) -> None:
        workshop, sought = self._workshop, self._sought
        self._order = None
        if sought.is_nothing:
            self._matches = []
            self.matched.emit(None)
            self.counted.emit("")
            return
        self.read()
        texts = {} if self._is_face_down else self._texts
        self._matches = found_notes(workshop, sought, texts)
        self.matched.emit(self._matches)
        count = f"{len(self._matches):,} of {counted(len(workshop.notes), 'note')}"
        self.counted.emit(count if self._matches else "No note found")

    def _on_changed(self, change: Change) -> None:
        if change.has(Note):
            self._unread.update(change.pairs)  # `read` takes the notes among them
            for key, (old, new) in change.pairs.items():
                if old is not None and new is None:
                    self._texts.pop(key, None)
        if self._sought.is_nothing:
            return
        standing = [one for one in self._sought.filters if is_standing(self._workshop, one)]
        if len(standing) < len(self._sought.filters):
            self._seek(self._with_filters(*standing))
        else:
            self._look()

    @property
    def _workshop(self) -> Workshop:
        return self._document.workshop
