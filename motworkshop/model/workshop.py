"""The workshop as a value: ids mapped to records, never changed in place."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.records import (
    KINDS,
    About,
    Cluster,
    Id,
    Note,
    Participant,
    Person,
    Record,
    new_id,
)

R = TypeVar("R", bound=Record)
T = TypeVar("T")
_EMPTY: Mapping[Id, Any] = MappingProxyType({})


class StaleChangeError(WorkshopError):
    """A change starts from records that are no longer as it knew them; nothing was applied."""

    def __init__(self) -> None:
        super().__init__("This step no longer fits what is there now, so it was left undone.")


class Workshop:
    """All records of one workshop by kind and id.

    A value: `applied` gives another workshop and leaves this one as it is, so views, threads and
    child processes can read one without a lock. Equal records make equal workshops.
    """

    __slots__ = ("_memory", "_tables")

    def __init__(self, records: Iterable[Record]) -> None:
        tables: dict[type[Record], dict[Id, Record]] = {}
        for record in records:
            tables.setdefault(type(record), {})[record.id] = record
        self._tables: Mapping[type[Record], Mapping[Id, Record]] = tables
        self._memory: dict[Callable[[Workshop], object], object] = {}

    @classmethod
    def titled(cls, title: str) -> "Workshop":
        """An empty workshop with its title record and nothing else."""
        return cls([About(new_id(), title)])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Workshop):
            return NotImplemented
        return all(self.of(kind) == other.of(kind) for kind in KINDS)

    def __hash__(self) -> int:
        return hash(frozenset(self.of(About)))

    def of(self, kind: type[R]) -> Mapping[Id, R]:
        """The records of one kind by id; read it, do not change it."""
        table: Mapping[Id, Any] = self._tables.get(cast("type[Record]", kind), _EMPTY)
        return table

    def ordered(self, kind: type[R]) -> list[R]:
        """The records of a kind that has a position, in that order."""
        return sorted(self.of(kind).values(), key=lambda record: (_position(record), record.id))

    def find(self, record_id: Id) -> Record | None:
        """The record with this id, whatever its kind."""
        for table in self._tables.values():
            if record_id in table:
                return table[record_id]
        return None

    def records(self) -> Iterable[Record]:
        """All records, kind by kind."""
        for kind in KINDS:
            yield from self._tables.get(kind, _EMPTY).values()

    @property
    def about(self) -> About:
        """The title record; every workshop has exactly one."""
        return next(iter(self.of(About).values()))

    @property
    def notes(self) -> Mapping[Id, Note]:
        """All notes by id, those inside clusters too."""
        return self.of(Note)

    def name_of(self, person: Person) -> str:
        """The name of a participant, or the free text itself."""
        participant = self.of(Participant).get(person)
        return participant.name if participant else person

    def remember(self, work: Callable[["Workshop"], T]) -> T:
        """The result of a pure function of this workshop, worked out once."""
        if work not in self._memory:
            self._memory[work] = work(self)
        return cast("T", self._memory[work])

    def applied(self, change: Change) -> "Workshop":
        """The workshop after `change`, all or nothing.

        Raises:
            StaleChangeError: a record is not the one from which the change starts.
        """
        tables = dict(self._tables)
        touched: dict[type[Record], dict[Id, Record]] = {}
        for key, (old, new) in change.pairs.items():
            kind = type(old if old is not None else cast("Record", new))
            if kind not in touched:
                touched[kind] = dict(self._tables.get(kind, _EMPTY))
            if touched[kind].get(key) != old:
                raise StaleChangeError
            if new is None:
                del touched[kind][key]
            else:
                touched[kind][key] = new
        after = Workshop(())
        after._tables = {**tables, **touched}
        return after


def lead_of(workshop: Workshop) -> Mapping[Id, Id]:
    """For each note inside a cluster, but not leading it, the id of its lead."""
    return {
        member: cluster.lead
        for cluster in workshop.of(Cluster).values()
        for member in cluster.members
    }


def cluster_led_by(workshop: Workshop) -> Mapping[Id, Cluster]:
    """The clusters by the id of their lead note."""
    return {cluster.lead: cluster for cluster in workshop.of(Cluster).values()}


def visible_notes(workshop: Workshop) -> list[Note]:
    """The notes that stand on the board by themselves: all but members, by number."""
    leads = workshop.remember(lead_of)
    return sorted(
        (note for note in workshop.notes.values() if note.id not in leads),
        key=lambda note: note.number,
    )


def _position(record: Record) -> float:
    position: float = getattr(record, "position", 0)
    return position
