"""The workshop as a value: ids mapped to records, never changed in place."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar, cast

from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.memory import MANY, Memory, carried, reads
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
        self._memory = Memory()

    @classmethod
    def titled(cls, title: str) -> "Workshop":
        """An empty workshop with its title record and nothing else."""
        return cls([About(new_id(), title)])

    def __reduce__(self) -> tuple[type["Workshop"], tuple[tuple[Record, ...]]]:
        """What is remembered stays here: another process works it out for itself."""
        return Workshop, (tuple(self.records()),)

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

    def taken(self, ids: Mapping[Id, object]) -> set[Id]:
        """Those of the ids that a record has, whatever its kind."""
        return set().union(*(table.keys() & ids.keys() for table in self._tables.values()))

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

    def remember(self, work: Callable[..., T], *given: Hashable) -> T:
        """The result of a pure function of this workshop (and `given`), worked out once."""
        return self._memory.result(self, work, given)

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
            found = touched[kind].get(key)
            if found is not old and found != old:
                raise StaleChangeError
            if new is None:
                del touched[kind][key]
            else:
                touched[kind][key] = new
        after = Workshop(())
        after._tables = {**tables, **touched}
        after._memory = self._memory.after(self, change)
        return after


@reads(Cluster)
def lead_of(workshop: Workshop) -> Mapping[Id, Id]:
    """For each note inside a cluster, but not leading it, the id of its lead."""
    return {
        member: cluster.lead
        for cluster in workshop.of(Cluster).values()
        for member in cluster.members
    }


@reads(Cluster)
def cluster_led_by(workshop: Workshop) -> Mapping[Id, Cluster]:
    """The clusters by the id of their lead note."""
    return {cluster.lead: cluster for cluster in workshop.of(Cluster).values()}


def visible_notes(workshop: Workshop) -> list[Note]:
    """The notes that stand on the board by themselves: all but members, by number."""
    return list(workshop.remember(_visible_notes))


_NUMBER = attrgetter("number")


def _visible_after(
    notes: tuple[Note, ...], before: Workshop, change: Change
) -> tuple[Note, ...] | None:
    """Each note keeps its place by number; with other clusters other notes stand there."""
    if change.has(Cluster) or len(change.pairs) > MANY:
        return None
    leads, found = before.remember(lead_of), list(notes)
    pairs = (pair for key, pair in change.pairs.items() if key not in leads)
    both = (pair for pair in pairs if isinstance(pair[0] or pair[1], Note))
    if all(_is_put(found, cast("Note", old), cast("Note", new)) for old, new in both):
        return tuple(found)
    return None


def _is_put(notes: list[Note], old: Note | None, new: Note | None) -> bool:
    """Put `new` where `old` stood among notes by number; not where two have the same number."""
    if old is not None:
        place = bisect_left(notes, old.number, key=_NUMBER)
        if notes[place].id != old.id:
            return False
        if new is not None and new.number == old.number:
            notes[place] = new
            return True
        del notes[place]
    if new is not None:
        place = bisect_left(notes, new.number, key=_NUMBER)
        if place < len(notes) and notes[place].number == new.number:
            return False
        notes.insert(place, new)
    return True


@reads(Note, Cluster)
@carried(_visible_after)
def _visible_notes(workshop: Workshop) -> tuple[Note, ...]:
    leads, notes = workshop.remember(lead_of), workshop.notes.values()
    seen = [note for note in notes if note.id not in leads] if leads else list(notes)
    seen.sort(key=_NUMBER)
    return tuple(seen)


def _position(record: Record) -> float:
    position: float = getattr(record, "position", 0)
    return position
