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
        self._is_pointed_out = False
        document.changed.connect(self._on_document_changed)

    @property
    def notes(self) -> tuple[Id, ...]:
        """The selected notes."""
        return self._notes

    @property
    def is_pointed_out(self) -> bool:
        """Whether the panel that the group works in selected them, to be looked at beside it."""
        return self._is_pointed_out

    def __contains__(self, note: Id) -> bool:
        return note in self._notes

    def select(self, notes: Iterable[Id]) -> None:
        """Select these notes and no others."""
        self._become(notes, is_pointed_out=False)

    def point_out(self, notes: Iterable[Id]) -> None:
        """Select these notes so that they are seen; nobody has picked them on the board."""
        self._become(notes, is_pointed_out=True)

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
            left = [note for note in self._notes if note not in gone]
            self._become(left, is_pointed_out=self._is_pointed_out)

    def _become(self, notes: Iterable[Id], *, is_pointed_out: bool) -> None:
        chosen = tuple(dict.fromkeys(notes))
        is_pointed_out = is_pointed_out and bool(chosen)
        if (chosen, is_pointed_out) != (self._notes, self._is_pointed_out):
            self._notes, self._is_pointed_out = chosen, is_pointed_out
            self.changed.emit()
