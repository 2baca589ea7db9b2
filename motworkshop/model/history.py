"""Undo and redo in plain Python, the same for the window and the command line."""

from dataclasses import replace

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Edit
from motworkshop.model.limits import check_limits
from motworkshop.model.records import Id, new_id
from motworkshop.model.references import refuse_loss
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was made, with an id of its own."""

    id: Id
    edit: Edit


@dataclass(frozen=True, slots=True)
class Steps:
    """The list of steps at one moment: the first `done` are done, the others undone."""

    all: tuple[Step, ...] = ()
    done: int = 0


class History:
    """A workshop with the steps that led to it.

    Each change is worked out and checked before it enters the history; what was refused has
    changed nothing. Recorded changes (votes, clocks) pass by and leave no step.
    """

    def __init__(self, workshop: Workshop, steps: Steps = Steps()) -> None:  # noqa: B008 - frozen
        self._workshop = workshop
        self._steps = list(steps.all)
        self._count = steps.done

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._workshop

    @property
    def steps(self) -> Steps:
        """The list of steps as it is now; a value, to be kept in the file."""
        return Steps(tuple(self._steps), self._count)

    @property
    def done(self) -> tuple[str, ...]:
        """The labels of what can be undone, oldest first."""
        return tuple(step.edit.label for step in self._steps[: self._count])

    @property
    def undone(self) -> tuple[str, ...]:
        """The labels of what can be done again, the next one first."""
        return tuple(step.edit.label for step in self._steps[self._count :])

    @property
    def last_done(self) -> str | None:
        """The label of what would be undone."""
        return self._steps[self._count - 1].edit.label if self._count else None

    @property
    def next_undone(self) -> str | None:
        """The label of what would be done again."""
        is_any = self._count < len(self._steps)
        return self._steps[self._count].edit.label if is_any else None

    def remember(self, before: Steps) -> bool:
        """Put the steps of an earlier sitting before those of this one. What was undone then can
        be done again only as long as nothing was done since. Returns whether there are more now."""
        own = self._steps
        if own:
            before = Steps(before.all[: before.done], before.done)
        self._steps = [*before.all, *own]
        self._count += before.done
        return bool(before.all)

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
        if not self._count:
            raise RefusedError("There is nothing to undo.")
        change = self._steps[self._count - 1].edit.change.inverted()
        self._advance(change)
        self._count -= 1
        return change

    def redo(self) -> Change:
        """Do the last undone step again; returns what to save."""
        if self._count == len(self._steps):
            raise RefusedError("There is nothing to do again.")
        change = self._steps[self._count].edit.change
        self._advance(change)
        self._count += 1
        return change

    def _advance(self, change: Change) -> None:
        if not change:
            return
        refuse_loss(self._workshop, change)
        check_limits(change)
        self._workshop = self._workshop.applied(change)

    def _push(self, edit: Edit) -> None:
        last = self._steps[-1] if self._count and self._count == len(self._steps) else None
        del self._steps[self._count :]
        if not (last and edit.fold and last.edit.fold == edit.fold):
            self._steps.append(Step(new_id(), edit))
        else:
            folded = replace(edit, change=last.edit.change.then(edit.change))
            self._steps[-1:] = [Step(last.id, folded)] if folded.change else []
        self._count = len(self._steps)
