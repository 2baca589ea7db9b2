"""How edits are put together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Edit, Pair
from motworkshop.model.records import Id, Record
from motworkshop.model.workshop import Workshop

R = TypeVar("R", bound=Record)


def edit(
    workshop: Workshop, label: str, put: Iterable[Record] = (), drop: Iterable[Record] = ()
) -> Edit:
    """An edit that adds or replaces the records of `put` and removes those of `drop`."""
    pairs: list[Pair] = [(old_of(workshop, record), record) for record in put]
    pairs += [(record, None) for record in drop]
    return Edit(label, Change.between(pairs))


def old_of(workshop: Workshop, record: Record) -> Record | None:
    """What stands under the id of `record` now."""
    return workshop.of(type(record)).get(record.id)


def fresh(workshop: Workshop, records: Iterable[R]) -> list[R]:
    """New records, none of which has the id of another one or of something that is there."""
    several = list(records)
    ids = Counter(record.id for record in several)
    taken = workshop.taken(ids)
    for key, count in ids.items() if taken or len(ids) < len(several) else ():
        if count > 1 or key in taken:
            raise RefusedError(f"The id {key} is taken already. Give another one, or none.")
    return several


def one(workshop: Workshop, kind: type[R], record_id: Id) -> R:
    """The record of this kind and id, which must be there."""
    record = workshop.of(kind).get(record_id)
    if record is None:
        raise RefusedError(f"There is no such {words_for(kind)} any more.")
    return record


def with_fields(record: R, values: dict[str, Any], fixed: Iterable[str] = ()) -> R:
    """The record with these fields replaced; an unknown or fixed field is refused."""
    check_fields(type(record), values, fixed)
    return replace(record, **values)


def check_fields(kind: type, values: Iterable[str], fixed: Iterable[str] = ()) -> None:
    """Refuse names that are no fields of this kind of record, or may not be changed."""
    known = _changeable(kind)
    if not fixed and known.issuperset(values):
        return
    unknown = sorted(name for name in values if name not in known or name in fixed)
    if unknown:
        allowed = sorted(known - set(fixed))
        raise RefusedError(
            f"A {words_for(kind)} has no field “{unknown[0]}” to change; "
            f"it has {', '.join(allowed)}."
        )


@cache
def _changeable(kind: type) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind)) - {"id"}


def words_for(kind: type) -> str:
    """The kind of record as people read it: “stage proposal”."""
    spaced = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind.__name__)
    return spaced.strip()


def needed(text: str, what: str) -> str:
    """The text without white space around it; refused when nothing is left."""
    stripped = text.strip()
    if not stripped:
        raise RefusedError(f"The {what} is empty. Write something first.")
    return stripped


def next_position(records: Iterable[Record]) -> int:
    """The position after the last of these records."""
    return max((getattr(record, "position", 0) for record in records), default=0) + 1


def quoted(text: str, most: int = 40) -> str:
    """A text in quotes for a label, cut when long."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= most else f"“{line[: most - 1]}…”"
