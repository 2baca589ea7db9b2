"""What a hand on a header or on the gutter does to the stages and lanes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from motworkshop.canvas.authoring import Authoring
from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits import stages as edits
from motworkshop.model.edits.locking import refuse_locked_strip
from motworkshop.model.edits.making import quoted
from motworkshop.model.records import Id, Lane, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class StripEdits:
    """The edits of stages, or those of lanes."""

    kind: type[Stage] | type[Lane]
    add: Callable[[Workshop, str], Edit]
    edit: Callable[..., Edit]
    move: Callable[[Workshop, Id, int], Edit]
    delete: Callable[[Workshop, Id], Edit]

    @classmethod
    def of_stages(cls) -> "StripEdits":
        """For the columns of the board."""
        return cls(Stage, edits.add_stage, edits.edit_stage, edits.move_stage, edits.delete_stage)

    @classmethod
    def of_lanes(cls) -> "StripEdits":
        """For the rows of the board."""
        return cls(Lane, edits.add_lane, edits.edit_lane, edits.move_lane, edits.delete_lane)


class StripAuthoring:
    """Edits of stages or of lanes made on the board; refusals are told where all others are."""

    def __init__(self, authoring: Authoring, strip_edits: StripEdits) -> None:
        self._authoring = authoring
        self._edits = strip_edits

    def add(self, name: str) -> Edit | None:
        """A new one after the last; None if it was refused."""
        return self._authoring.attempt(lambda workshop: self._edits.add(workshop, name))

    def rename(self, strip: Id, name: str) -> Edit | None:
        """Another name; None if it was refused."""
        return self._authoring.attempt(
            lambda workshop: self._edits.edit(workshop, strip, name=name)
        )

    def move(self, strip: Id, index: int) -> None:
        """Another place among its like."""
        self._authoring.attempt(lambda workshop: self._edits.move(workshop, strip, index))

    def shift(self, strip: Id, step: int) -> None:
        """One place on (1) or back (−1); beyond the ends nothing happens."""
        order = [one.id for one in self._authoring.workshop.ordered(self._edits.kind)]
        place = order.index(strip) + step
        if 0 <= place < len(order):
            self.move(strip, place)

    def may_change(self, strip: Id, purpose: str) -> bool:
        """Whether it is not locked; tells why not: “Unlock it to move it”."""
        try:
            refuse_locked_strip(self._record(strip), purpose)
        except RefusedError as error:
            self._authoring.refused.emit(str(error))
            return False
        return True

    def remove(self, strip: Id) -> None:
        """Remove it; its notes go to the parking lot, or to where there is no lane."""
        self._authoring.attempt(lambda workshop: self._edits.delete(workshop, strip))

    def turn(self, strip: Id) -> None:
        """Collapse it, or expand it again."""
        is_collapsed = self._record(strip).is_collapsed
        self._set(strip, "Expand" if is_collapsed else "Collapse", is_collapsed=not is_collapsed)

    def expand(self, strip: Id | None) -> None:
        """Expand it if it is collapsed."""
        record = self._authoring.workshop.of(self._edits.kind).get(strip or "")
        if record is not None and record.is_collapsed:
            self.turn(record.id)

    def turn_lock(self, strip: Id) -> None:
        """Lock it in its place, or unlock it."""
        is_locked = self._record(strip).is_locked
        self._set(strip, "Unlock" if is_locked else "Lock", is_locked=not is_locked)

    def _record(self, strip: Id) -> Stage | Lane:
        return self._authoring.workshop.of(self._edits.kind)[strip]

    def _set(self, strip: Id, verb: str, **flag: Any) -> None:
        record = self._record(strip)
        word = type(record).__name__.lower()
        self._authoring.attempt(
            lambda workshop: replace(
                self._edits.edit(workshop, strip, **flag),
                label=f"{verb} {word} {quoted(record.name)}",
            )
        )
