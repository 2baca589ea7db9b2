"""What the group settles about each moment of truth, and what supports it."""

from enum import StrEnum

from motworkshop.model.records.ids import Id, Person
from motworkshop.values import dataclass


class EvidenceKind(StrEnum):
    """How a claim is supported."""

    GUT = "gut"
    QUALITATIVE = "qualitative"
    QUANTITATIVE = "quantitative"


class Sentiment(StrEnum):
    """How the person quoted felt."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Decision(StrEnum):
    """What the group decided about a tied note."""

    IN = "in"
    OUT = "out"


class ActionStatus(StrEnum):
    """How far a next step is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that supports a note or a stage, or waits in the pool. `date` is ISO 8601 or ""."""

    id: Id
    text: str
    kind: EvidenceKind = EvidenceKind.QUALITATIVE
    source: str = ""
    date: str = ""
    note: Id | None = None
    stage: Id | None = None
    sentiment: Sentiment | None = None


@dataclass(frozen=True, slots=True)
class MomentOfTruth:
    """What was decided about a note: its place if it was tied, and who answers for it.

    `decision`, `reason` and `decided_in` (a round's id) hold a written decision about a tie.
    `freedom` is what the front line may do without asking.
    """

    id: Id
    note: Id
    decision: Decision | None = None
    reason: str = ""
    decided_in: Id | None = None
    promise: Id | None = None
    ideal_experience: str = ""
    freedom: str = ""
    accountable: Person = ""
    responsible: tuple[Person, ...] = ()
    consulted: tuple[Person, ...] = ()
    informed: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """How a moment is measured; `threshold` is the value that warns."""

    id: Id
    moment: Id
    name: str
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    threshold: float | None = None
    source: str = ""
    how_often: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Action:
    """A next step: what, who, until when. `due` is ISO 8601 or ""."""

    id: Id
    moment: Id
    what: str
    who: Person = ""
    due: str = ""
    status: ActionStatus = ActionStatus.OPEN
    position: int = 0
