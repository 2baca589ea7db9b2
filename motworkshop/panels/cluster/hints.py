"""Looking for notes that say nearly the same, on a thread of its own."""

from collections.abc import Mapping
from threading import Event, Thread
from time import sleep

from PySide6.QtCore import QObject, QTimer, Signal

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.lookalikes import LookAlike, look_alikes
from motworkshop.model.records import Cluster, Id, Note
from motworkshop.model.workshop import Workshop, lead_of, visible_notes

BREATH = 0.0002
"""Seconds that the search rests after each note. The window's thread would else wait for a whole
turn of the interpreter's lock, five milliseconds, whenever it wants to paint."""
SOON_MS = 300
"""How long the notes must rest before they are looked at again."""


class Hints(QObject):
    """The pairs that look alike now, the most alike first, without those set aside as different.

    Only notes that stand on the board by themselves are compared. A result that comes back after
    a note changed is checked against the notes as they are. Which pairs are not the same is known
    for this sitting only. Signal: `changed` when there are other pairs, or the search begins or
    ends.
    """

    changed = Signal()

    def __init__(self, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._found: list[tuple[LookAlike, str, str]] = []
        self._different: set[frozenset[Id]] = set()
        self._searching: dict[Id, str] | None = None
        self._searched: dict[Id, str] | None = None
        self._is_wanted = False
        self._is_given_up = Event()
        self._mailbox = _Mailbox()
        self._mailbox.arrived.connect(self._on_arrived)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._on_rested)
        editing.document.changed.connect(self._on_changed)

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way or about to begin."""
        return self._searching is not None or self._soon.isActive()

    def pairs(self) -> list[LookAlike]:
        """The pairs that still hold: both notes stand on the board and say what was compared."""
        workshop = self._editing.workshop
        notes, inside = workshop.notes, workshop.remember(lead_of)

        def says(note: Id, text: str) -> bool:
            found = notes.get(note)
            return found is not None and found.text == text and note not in inside

        return [
            pair
            for pair, one, other in self._found
            if says(pair.one, one)
            and says(pair.other, other)
            and frozenset((pair.one, pair.other)) not in self._different
        ]

    def want(self) -> None:
        """Look from now on: somebody sees the hints."""
        self._is_wanted = True
        self._is_given_up.clear()
        self._search()

    def rest(self) -> None:
        """Nobody sees the hints; a search that is under way ends."""
        self._is_wanted = False
        self._is_given_up.set()

    def set_aside(self, pair: LookAlike) -> None:
        """The group says that these two are not the same."""
        self._different.add(frozenset((pair.one, pair.other)))
        self.changed.emit()

    @property
    def set_aside_count(self) -> int:
        """How many pairs were set aside."""
        return len(self._different)

    def bring_back(self) -> None:
        """Show the pairs that were set aside again."""
        self._different.clear()
        self.changed.emit()

    def _search(self) -> None:
        texts = _texts(self._editing.workshop)
        if self._searching is not None or texts == self._searched or not self._is_wanted:
            return
        self._searching = texts
        self._is_given_up = Event()
        given = (texts, self._mailbox, self._is_given_up)
        work = Thread(target=_look, args=given, name="look-alikes", daemon=True)
        work.start()
        self.changed.emit()

    def _on_rested(self) -> None:
        """Also where there is nothing new to look for: nobody is to wait for it any longer."""
        self._search()
        self.changed.emit()

    def _on_arrived(self, pairs: list[LookAlike] | None) -> None:
        texts, self._searching = self._searching or {}, None
        if pairs is None:
            self._search()
            self.changed.emit()
            return
        self._found = [(pair, texts[pair.one], texts[pair.other]) for pair in pairs]
        self._searched = texts
        self._search()
        self.changed.emit()

    def _on_changed(self, change: Change) -> None:
        if change.has(Note, Cluster):
            if self._is_wanted:
                self._soon.start()
            self.changed.emit()


class _Mailbox(QObject):
    """Brings a result over from the other thread, which keeps it alive without the window."""

    arrived = Signal(object)


def _look(texts: Mapping[Id, str], box: _Mailbox, is_given_up: Event) -> None:
    """Sends the pairs, or None if the search was given up."""
    has_ended = False

    def go_on() -> bool:
        nonlocal has_ended
        sleep(BREATH)
        has_ended = is_given_up.is_set()
        return not has_ended

    pairs = look_alikes(texts, go_on=go_on)
    box.arrived.emit(None if has_ended else pairs)


def _texts(workshop: Workshop) -> dict[Id, str]:
    return {note.id: note.text for note in visible_notes(workshop)}
