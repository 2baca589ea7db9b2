"""A workshop out of records of which some are lost: nothing points to what is not there any more."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from motworkshop.model.records import (
    About,
    Action,
    Ballot,
    Category,
    Cluster,
    Count,
    Evidence,
    Id,
    Lane,
    Metric,
    MomentOfTruth,
    Note,
    Picture,
    Promise,
    Record,
    Round,
    Stage,
    Turnout,
    new_id,
)
from motworkshop.model.workshop import Workshop

NEEDED = {Ballot: ("round",), Turnout: ("round",), Count: ("round", "note")} | {
    MomentOfTruth: ("note",),
    Metric: ("moment",),
    Action: ("moment",),
    Cluster: ("lead",),
}
"""Fields without whose record a record means nothing."""

KIND_OF = {
    "stage": Stage,
    "lane": Lane,
    "category": Category,
    "picture": Picture,
    "note": Note,
    "promise": Promise,
    "decided_in": Round,
    "run_off_of": Round,
}
OPTIONAL = {
    Note: ("stage", "lane", "category", "picture"),
    Evidence: ("note", "stage"),
    MomentOfTruth: ("promise", "decided_in"),
    Round: ("run_off_of",),
}
"""Fields that may be empty."""


def mended(records: Iterable[Record], title: str) -> tuple[Workshop, list[str]]:
    """A sound workshop of these records, and in words what had to be left out or loosened.

    Of records with the same id the first stays; without a title record the workshop is called
    `title`. Notes of a lost stage lie in the parking lot.
    """
    found: dict[Id, Record] = {}
    for record in records:
        found.setdefault(record.id, record)
    told: Counter[str] = Counter()
    _settle_title(found, title, told)
    while lost := [one for one in found.values() if _lacks_needed(one, found)]:
        for one in lost:
            told[f"{_kind(one)} belonged to something that is lost"] += 1
            del found[one.id]
    mended_ = [_loosened(one, found, told) for one in found.values()]
    return Workshop(mended_), [f"{count} {words}" for words, count in told.items()]


def _settle_title(found: dict[Id, Record], title: str, told: Counter[str]) -> None:
    first, *others = [one.id for one in found.values() if isinstance(one, About)] or [""]
    for key in others:
        del found[key]
    if not first:
        about = About(new_id(), title, last_number=_highest(found))
        found[about.id] = about
        told["title, journey and settings of the workshop are lost"] += 1


def _highest(found: dict[Id, Record]) -> int:
    return max((one.number for one in found.values() if isinstance(one, Note)), default=0)


def _lacks_needed(record: Record, found: dict[Id, Record]) -> bool:
    return any(getattr(record, name) not in found for name in NEEDED.get(type(record), ()))


def _loosened(record: Record, found: dict[Id, Record], told: Counter[str]) -> Record:
    empty: dict[str, Any] = {
        name: None
        for name in OPTIONAL.get(type(record), ())
        if getattr(record, name) is not None
        and not isinstance(found.get(getattr(record, name)), KIND_OF[name])
    }
    for name in empty:
        told[f"{_kind(record)} pointed to a {_words(name)} that is lost"] += 1
    if isinstance(record, Cluster):
        members = tuple(one for one in record.members if one in found)
        if len(members) < len(record.members):
            told["cluster lost a part of its notes"] += 1
            record = replace(record, members=members)
    return replace(record, **empty) if empty else record


def _kind(record: Record) -> str:
    return _words("".join(f"_{s.lower()}" if s.isupper() else s for s in type(record).__name__))


def _words(name: str) -> str:
    return name.strip("_").replace("_", " ")
