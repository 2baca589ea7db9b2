"""Looking for notes that say nearly the same, on a thread of its own."""

from collections.abc import Mapping
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.lookalikes import LookAlike, look_alikes
from motworkshop.model.records import Cluster, Id, Note
from motworkshop.model.workshop import Workshop, visible_notes

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
        self._mailbox = _Mailbox()
        self._mailbox.arrived.connect(self._on_arrived)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._search)
        editing.document.changed.connect(self._on_changed)

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way or about to begin."""
        return self._searching is not None or self._soon.isActive()

    def pairs(self) -> list[LookAlike]:
        """The pairs that still hold: both notes stand on the board and say what was compared."""
        texts = _texts(self._editing.workshop)
        return [
            pair
            for pair, one, other in self._found
            if texts.get(pair.one) == one
            and texts.get(pair.other) == other
            and frozenset((pair.one, pair.other)) not in self._different
        ]

    def want(self) -> None:
        """Look from now on: somebody sees the hints."""
        self._is_wanted = True
        self._search()

    def rest(self) -> None:
        """Nobody sees the hints."""
        self._is_wanted = False

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
        work = Thread(target=_look, args=(texts, self._mailbox), name="look-alikes", daemon=True)
        work.start()
        self.changed.emit()

    def _on_arrived(self, pairs: list[LookAlike]) -> None:
        texts = self._searching or {}
        self._found = [(pair, texts[pair.one], texts[pair.other]) for pair in pairs]
        self._searched = texts
        self._searching = None
        self._search()
        self.changed.emit()

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(old or new, Note | Cluster) for old, new in change):
            if self._is_wanted:
                self._soon.start()
            self.changed.emit()


class _Mailbox(QObject):
    """Brings a result over from the other thread, which keeps it alive without the window."""

    arrived = Signal(object)


def _look(texts: Mapping[Id, str], box: _Mailbox) -> None:
    box.arrived.emit(look_alikes(texts))


def _texts(workshop: Workshop) -> dict[Id, str]:
    return {note.id: note.text for note in visible_notes(workshop)}
