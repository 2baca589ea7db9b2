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


IRREGULAR = {
    "about": ("title page", "title pages"),
    "category": ("category", "categories"),
    "count": ("count on paper", "counts on paper"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "moment of truth": ("moment of truth", "moments of truth"),
    "step of the undo history": ("step of the undo history", "steps of the undo history"),
    "turnout": ("mark of who voted", "marks of who voted"),
}
"""Kinds whose words are not their names, for one and for several."""


def counted_kind(count: int, kind: str) -> str:
    """So many records of a kind: “1 note”, “3 moments of truth”."""
    words = kind.replace("_", " ")
    one, several = IRREGULAR.get(words, (words, f"{words}s"))
    return f"{count:,} {one if count == 1 else several}"


def mended(records: Iterable[Record], title: str) -> tuple[Workshop, list[str]]:
    """A sound workshop of these records, and in words what had to be left out or loosened.

    Of records with the same id the first stays; without a title record the workshop is called
    `title`. Notes of a lost stage lie in the parking lot.
    """
    found: dict[Id, Record] = {}
    for record in records:
        found.setdefault(record.id, record)
    told: Counter[tuple[str, str]] = Counter()
    _settle_title(found, title, told)
    while lost := [one for one in found.values() if _lacks_needed(one, found)]:
        for one in lost:
            told[_kind(one), "belonged to something that is lost"] += 1
            del found[one.id]
    mended_ = [_loosened(one, found, told) for one in found.values()]
    words = [f"{counted_kind(count, kind)} {what}" for (kind, what), count in told.items()]
    return Workshop(mended_), words


def _settle_title(found: dict[Id, Record], title: str, told: Counter[tuple[str, str]]) -> None:
    first, *others = [one.id for one in found.values() if isinstance(one, About)] or [""]
    for key in others:
        del found[key]
    if not first:
        about = About(new_id(), title, last_number=_highest(found))
        found[about.id] = about
        told["title page", "with journey and settings is lost"] += 1


def _highest(found: dict[Id, Record]) -> int:
    return max((one.number for one in found.values() if isinstance(one, Note)), default=0)


def _lacks_needed(record: Record, found: dict[Id, Record]) -> bool:
    return any(getattr(record, name) not in found for name in NEEDED.get(type(record), ()))


def _loosened(record: Record, found: dict[Id, Record], told: Counter[tuple[str, str]]) -> Record:
    empty: dict[str, Any] = {
        name: None
        for name in OPTIONAL.get(type(record), ())
        if getattr(record, name) is not None
        and not isinstance(found.get(getattr(record, name)), KIND_OF[name])
    }
    for name in empty:
        told[_kind(record), f"pointed to a {_words(name)} that is lost"] += 1
    if isinstance(record, Cluster):
        members = tuple(one for one in record.members if one in found)
        if len(members) < len(record.members):
            told["cluster", "lost a part of its notes"] += 1
            record = replace(record, members=members)
    return replace(record, **empty) if empty else record


def _kind(record: Record) -> str:
    return _words("".join(f"_{s.lower()}" if s.isupper() else s for s in type(record).__name__))


def _words(name: str) -> str:
    return name.strip("_").replace("_", " ")
