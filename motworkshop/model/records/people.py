"""Who takes part, and how each of them sees the stages."""

from motworkshop.model.records.ids import Id, Person
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody on the roster, with the department that person comes from."""

    id: Id
    name: str
    department: str = ""
    colour: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """Departments grouped for comparing votes."""

    id: Id
    name: str
    departments: tuple[str, ...]
    position: int = 0


@dataclass(frozen=True, slots=True)
class StageProposal:
    """One stage as one participant sees it, written before the group talks."""

    id: Id
    participant: Person
    name: str
    definition: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class SameStage:
    """Stage names that the group has declared to mean the same."""

    id: Id
    names: tuple[str, ...]
