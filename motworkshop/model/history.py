"""Undo and redo in plain Python, the same for the window and the command line."""

from dataclasses import replace

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Edit
from motworkshop.model.limits import check_limits
from motworkshop.model.references import refuse_loss
from motworkshop.model.workshop import Workshop


class History:
    """A workshop with the steps that led to it.

    Each change is worked out and checked before it enters the history; what was refused has
    changed nothing. Recorded changes (votes, clocks) pass by and leave no step.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._workshop

    @property
    def done(self) -> tuple[str, ...]:
        """The labels of what can be undone, oldest first."""
        return tuple(edit.label for edit in self._done)

    @property
    def undone(self) -> tuple[str, ...]:
        """The labels of what can be done again, the next one first."""
        return tuple(edit.label for edit in reversed(self._undone))

    def do(self, edit: Edit) -> Change:
        """Apply an edit as a new step; returns what to save (empty: nothing happened).

        Raises:
            RefusedError: a rule forbids it.
            StaleChangeError: it starts from records that are no longer there.
        """
        if edit.change.is_recorded:
            raise ValueError(f"“{edit.label}” holds a recorded kind and cannot be a step")
        self._advance(edit.change)
        if edit.change:
            self._push(edit)
            self._undone.clear()
        return edit.change

    def record(self, change: Change) -> Change:
        """Apply what a vote or a clock recorded; it leaves no step and keeps redo."""
        foreign = [pair for pair in change if not Change.between([pair]).is_recorded]
        if foreign:
            raise ValueError(f"{foreign[0]} is not of a recorded kind")
        self._advance(change)
        return change

    def undo(self) -> Change:
        """Take back the last step; returns what to save."""
        if not self._done:
            raise RefusedError("There is nothing to undo.")
        change = self._done[-1].change.inverted()
        self._advance(change)
        self._undone.append(self._done.pop())
        return change

    def redo(self) -> Change:
        """Do the last undone step again; returns what to save."""
        if not self._undone:
            raise RefusedError("There is nothing to do again.")
        change = self._undone[-1].change
        self._advance(change)
        self._done.append(self._undone.pop())
        return change

    def _advance(self, change: Change) -> None:
        if not change:
            return
        refuse_loss(self._workshop, change)
        check_limits(change)
        self._workshop = self._workshop.applied(change)

    def _push(self, edit: Edit) -> None:
        last = self._done[-1] if self._done else None
        if not (last and edit.fold and last.fold == edit.fold and not self._undone):
            self._done.append(edit)
            return
        folded = replace(edit, change=last.change.then(edit.change))
        self._done.pop()
        if folded.change:
            self._done.append(folded)
