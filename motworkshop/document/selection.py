"""Which notes are selected: one selection for the board and the panels beside it."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from motworkshop.document.document import Document
from motworkshop.model.change import Change
from motworkshop.model.records import Id


class Selection(QObject):
    """The ids of the selected notes, in the order in which they were selected.

    Signal: `changed` after the selection became another one. Notes that go away leave it.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._notes: tuple[Id, ...] = ()
        document.changed.connect(self._on_document_changed)

    @property
    def notes(self) -> tuple[Id, ...]:
        """The selected notes."""
        return self._notes

    def __contains__(self, note: Id) -> bool:
        return note in self._notes

    def select(self, notes: Iterable[Id]) -> None:
        """Select these notes and no others."""
        chosen = tuple(dict.fromkeys(notes))
        if chosen != self._notes:
            self._notes = chosen
            self.changed.emit()

    def toggle(self, notes: Iterable[Id]) -> None:
        """Add the notes that are not selected, take out those that are."""
        flipped = tuple(dict.fromkeys(notes))
        kept = [note for note in self._notes if note not in flipped]
        self.select([*kept, *(note for note in flipped if note not in self._notes)])

    def clear(self) -> None:
        """Select nothing."""
        self.select(())

    def _on_document_changed(self, change: Change) -> None:
        gone = {old.id for old, new in change if old is not None and new is None}
        if gone:
            self.select(note for note in self._notes if note not in gone)
