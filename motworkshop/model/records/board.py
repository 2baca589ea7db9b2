"""What lies on the board: stages, lanes, categories, notes, clusters and pictures."""

from enum import StrEnum

from motworkshop.model.records.ids import Id, Person
from motworkshop.values import dataclass


class Control(StrEnum):
    """How far the organisation controls a touchpoint."""

    DIRECT = "direct"
    INFLUENCE = "influence"
    NONE = "none"


class MomentType(StrEnum):
    """Optional tag: looks it up, first meets it, uses it, speaks of it, shares it."""

    ZMOT = "ZMOT"
    FMOT = "FMOT"
    SMOT = "SMOT"
    TMOT = "TMOT"
    UMOT = "UMOT"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the journey: a column of the board, with what the group means by it."""

    id: Id
    name: str
    definition: str = ""
    position: int = 0
    is_collapsed: bool = False
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """An optional row of the board: a channel or an actor."""

    id: Id
    name: str
    definition: str = ""
    position: int = 0
    is_collapsed: bool = False
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """What kind of moment a note is; `style` 1–8 gives its key, paper, icon and pattern."""

    id: Id
    name: str
    style: int
    definition: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note lies: its cell (None, None is the parking lot) and x, y from its corner."""

    stage: Id | None = None
    lane: Id | None = None
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """A touchpoint on the board.

    `number` never changes. Scores are 1–5, `emotion` is −2…+2, None is "not scored". `x`, `y`
    are board pixels at 100 % from the corner of the cell, `height` is in whole steps
    (`layout.STEP`). `category`, `stage`, `lane` and `picture` are ids.
    """

    id: Id
    number: int
    text: str
    details: str = ""
    author: Person = ""
    department: str = ""
    category: Id | None = None
    channel: str = ""
    control: Control | None = None
    moment_type: MomentType | None = None
    emotion: int | None = None
    expectation: int | None = None
    experience: int | None = None
    importance: int | None = None
    colour: str = ""
    picture: Id | None = None
    link: str = ""
    is_locked: bool = False
    stage: Id | None = None
    lane: Id | None = None
    x: float = 0.0
    y: float = 0.0
    height: int = 3


@dataclass(frozen=True, slots=True)
class Cluster:
    """Notes that say the same: `members` lie under `lead`, which is not among them."""

    id: Id
    lead: Id
    members: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that lies on a note, as PNG or JPEG; `width` and `height` in pixels."""

    id: Id
    media_type: str
    content: bytes
    width: int
    height: int
