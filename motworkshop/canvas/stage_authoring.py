"""What a hand on a header does to the stages."""

from dataclasses import replace

from motworkshop.canvas.authoring import Authoring
from motworkshop.model.change import Edit
from motworkshop.model.edits.making import quoted
from motworkshop.model.edits.stages import add_stage, delete_stage, edit_stage, move_stage
from motworkshop.model.records import Id, Stage


class StageAuthoring:
    """Edits of stages made on the board; refusals are told where all others are."""

    def __init__(self, authoring: Authoring) -> None:
        self._authoring = authoring

    def add(self, name: str) -> Edit | None:
        """A new stage after the last one; None if it was refused."""
        return self._authoring.attempt(lambda workshop: add_stage(workshop, name))

    def rename(self, stage: Id, name: str) -> Edit | None:
        """Another name for a stage; None if it was refused."""
        return self._authoring.attempt(lambda workshop: edit_stage(workshop, stage, name=name))

    def move(self, stage: Id, index: int) -> None:
        """Another place for a stage among the stages."""
        if self.may_move(stage):
            self._authoring.attempt(lambda workshop: move_stage(workshop, stage, index))

    def shift(self, stage: Id, step: int) -> None:
        """One place to the right (1) or to the left (−1)."""
        order = [one.id for one in self._authoring.workshop.ordered(Stage)]
        self.move(stage, order.index(stage) + step)

    def may_move(self, stage: Id) -> bool:
        """Whether it is not locked; tells why it cannot be moved."""
        record = self._authoring.workshop.of(Stage)[stage]
        if record.is_locked:
            words = f"Stage {quoted(record.name)} is locked. Unlock it to move it."
            self._authoring.refused.emit(words)
        return not record.is_locked

    def remove(self, stage: Id) -> None:
        """Remove a stage; its notes go to the parking lot."""
        self._authoring.attempt(lambda workshop: delete_stage(workshop, stage))

    def turn(self, stage: Id) -> None:
        """Collapse a stage to a narrow column, or expand it again."""
        is_collapsed = self._authoring.workshop.of(Stage)[stage].is_collapsed
        self._set(stage, "Expand" if is_collapsed else "Collapse", is_collapsed=not is_collapsed)

    def expand(self, stage: Id | None) -> None:
        """Expand a stage if it is collapsed."""
        record = self._authoring.workshop.of(Stage).get(stage or "")
        if record is not None and record.is_collapsed:
            self.turn(record.id)

    def turn_lock(self, stage: Id) -> None:
        """Lock a stage in its place, or unlock it."""
        is_locked = self._authoring.workshop.of(Stage)[stage].is_locked
        self._set(stage, "Unlock" if is_locked else "Lock", is_locked=not is_locked)

    def _set(self, stage: Id, verb: str, **flag: bool) -> None:
        name = self._authoring.workshop.of(Stage)[stage].name
        self._authoring.attempt(
            lambda workshop: replace(
                edit_stage(workshop, stage, **flag), label=f"{verb} stage {quoted(name)}"
            )
        )
