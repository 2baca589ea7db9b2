"""What a file keeps beside the workshop itself: the undo history, and versions that were named.

Not records: no edit holds them, and nobody needs them to show the board. They stand in tables of
their own, with checksums and ledgers like all others.
"""

from motworkshop.model.records import Id
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class KeptStep:
    """One step of the undo history; `position` counts from the oldest, `content` is the packed change."""

    id: Id
    position: int
    is_done: bool
    label: str
    content: bytes


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """The whole workshop as it was when somebody gave it a name; `made` is ISO 8601, UTC."""

    id: Id
    name: str
    made: str
    notes: int
    content: bytes


KEPT: tuple[type[KeptStep] | type[KeptVersion], ...] = (KeptStep, KeptVersion)
