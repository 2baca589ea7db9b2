"""What frames a workshop: its title page, promises and phases."""

from enum import StrEnum

from motworkshop.model.records.ids import Id
from motworkshop.values import dataclass


class JourneyKind(StrEnum):
    """Whose journey is mapped."""

    CUSTOMER = "customer"
    EMPLOYEE = "employee"
    PARTNER = "partner"
    BUSINESS = "business"


class PhaseKind(StrEnum):
    """The nine phases, in the order in which a group goes through them."""

    FRAME = "frame"
    ALIGN = "align"
    BRAINSTORM = "brainstorm"
    CLUSTER = "cluster"
    CATEGORISE = "categorise"
    VOTE = "vote"
    REVEAL = "reveal"
    OWN = "own"
    REPORT = "report"


class PhaseStatus(StrEnum):
    """How far the group is with a phase."""

    TO_COME = "to come"
    CURRENT = "current"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class About:
    """The one title record of a workshop; its id is the id of the document.

    `date` is ISO 8601 or "". `last_number` is the highest note number ever given, so that a
    number is never given twice. `prompts` are the cards for missed moments.
    """

    id: Id
    title: str
    organisation: str = ""
    facilitator: str = ""
    place: str = ""
    date: str = ""
    journey_kind: JourneyKind = JourneyKind.CUSTOMER
    journey: str = ""
    segment: str = ""
    journey_start: str = ""
    journey_end: str = ""
    expected_departments: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    last_number: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """What the brand promises, in a sentence."""

    id: Id
    text: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Phase:
    """The plan of one phase: minutes and the facilitator's notes.

    `planned` are the minutes of the whole phase; `planned_second` are those of them that belong
    to its second time box, where it has two (see `model/phases.py`).
    """

    id: Id
    kind: PhaseKind
    planned: int
    notes: str = ""
    planned_second: int = 0


@dataclass(frozen=True, slots=True)
class PhaseClock:
    """What one phase has used so far, in seconds. Recorded: it stands outside undo.

    `used_second` are the seconds of `used` that went by in the second time box; `is_second` says
    that the group is in it.
    """

    id: Id
    kind: PhaseKind
    used: float = 0.0
    status: PhaseStatus = PhaseStatus.TO_COME
    used_second: float = 0.0
    is_second: bool = False
