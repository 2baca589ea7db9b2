"""The open workshop: the only one who applies edits, and the one `changed` signal for all views."""

from PySide6.QtCore import QObject, Signal

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Edit
from motworkshop.model.history import History, Steps
from motworkshop.model.records import PhaseClock
from motworkshop.model.workshop import Workshop


class Document(QObject):
    """A workshop with its history.

    Signals: `changed(Change)` once after each applied change, undo and redo included (the
    workshop is already the new one); `history_changed` when what can be undone or redone is
    another. A refusal raises `RefusedError` to whoever asked, and nothing has happened.
    """

    changed = Signal(object)
    history_changed = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(workshop)
        self._why_closed = ""

    @property
    def is_closed(self) -> bool:
        """Whether the workshop can only be looked at."""
        return bool(self._why_closed)

    def close_to_changes(self, why: str) -> None:
        """Refuse all that would change the workshop from now on, with this sentence."""
        self._why_closed = why

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now; a value, so it may be kept."""
        return self._history.workshop

    @property
    def done(self) -> tuple[str, ...]:
        """The labels of what can be undone, oldest first."""
        return self._history.done

    @property
    def undone(self) -> tuple[str, ...]:
        """The labels of what can be done again, the next one first."""
        return self._history.undone

    @property
    def last_done(self) -> str | None:
        """The label of what would be undone; None if there is nothing."""
        return self._history.last_done

    @property
    def next_undone(self) -> str | None:
        """The label of what would be done again; None if there is nothing."""
        return self._history.next_undone

    @property
    def steps(self) -> Steps:
        """The whole list of steps, to be kept in the file."""
        return self._history.steps

    def remember(self, before: Steps) -> None:
        """Put the steps of an earlier sitting before those of this one."""
        if self._history.remember(before):
            self.history_changed.emit()

    def do(self, edit: Edit) -> None:
        """Apply an edit as a new step; an edit that changes nothing is no step."""
        self._refuse_if_closed()
        self._announce(self._history.do(edit))

    def record(self, change: Change) -> None:
        """Apply what a vote or a clock recorded; it leaves no step. Which phase is looked at is no
        change of a workshop that is only looked at."""
        if change.kinds - {PhaseClock}:
            self._refuse_if_closed()
        self._announce(self._history.record(change))

    def undo(self) -> None:
        """Take back the last step."""
        self._refuse_if_closed()
        self._announce(self._history.undo())

    def redo(self) -> None:
        """Do the last undone step again."""
        self._refuse_if_closed()
        self._announce(self._history.redo())

    def step_to(self, count: int) -> None:
        """Undo or redo until `count` steps are done, as the list of steps offers."""
        while len(self.done) > count:
            self.undo()
        while len(self.done) < count and self.undone:
            self.redo()

    def _refuse_if_closed(self) -> None:
        if self._why_closed:
            raise RefusedError(self._why_closed)

    def _announce(self, change: Change) -> None:
        if change:
            self.changed.emit(change)
            self.history_changed.emit()
