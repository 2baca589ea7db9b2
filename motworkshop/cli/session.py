"""A workshop file open for writing, with its history: what the window's document is there."""

from types import TracebackType

from motworkshop.model.change import Change, Edit
from motworkshop.model.history import History
from motworkshop.model.workshop import Workshop
from motworkshop.storage.store import Store


class Session:
    """Applies edits to a workshop and saves each before it returns."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._history = History(store.workshop, store.steps)

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._store.close()

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._history.workshop

    def do(self, edit: Edit) -> None:
        """Apply and save an edit."""
        self._save(self._history.do(edit))

    def record(self, change: Change) -> None:
        """Apply and save what a vote or a clock recorded."""
        self._save(self._history.record(change))

    def undo(self) -> None:
        """Take back the last step and save that."""
        self._save(self._history.undo())

    def redo(self) -> None:
        """Do the last undone step again and save that."""
        self._save(self._history.redo())

    def _save(self, change: Change) -> None:
        if change:
            self._store.save(change, self._history.steps)
