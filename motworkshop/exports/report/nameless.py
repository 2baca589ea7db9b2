"""Names of people on the roster in what others wrote, where a report is to be without names.

Without this a note of the facilitator ("Hedda will ask them") would tell who was in the room. A
name or first name is replaced where it stands as a word of its own, written as on the roster.
"""

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from motworkshop.exports.facts import Facts, gather
from motworkshop.model.records import Participant, Record
from motworkshop.model.workshop import Workshop

_KEPT = frozenset({"id", "facilitator", "author", "participant", "voter", "accountable", "who"})


def without_names(facts: Facts) -> tuple[Facts, int]:
    """The facts of the same workshop with aliases for names in texts, and in how many texts."""
    workshop = facts.workshop
    aliases = _aliases(facts)
    if not aliases:
        return facts, 0
    longest_first = sorted(aliases, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    replacing = _Replacing(pattern, aliases)
    records = list(replacing.over(workshop.records()))
    if not replacing.count:
        return facts, 0
    return gather(Workshop(records), with_names=False, cut=_cut_asked_for(facts)), replacing.count


def _cut_asked_for(facts: Facts) -> int | None:
    """The cut with which the facts were gathered, if it was not the rounds' own."""
    for vote in facts.rounds:
        if vote.tally and not vote.round.run_off_of and vote.tally.cut != vote.round.cut:
            return vote.tally.cut
    return None


def _aliases(facts: Facts) -> dict[str, str]:
    """What stands for each full name and first name; a first name of two people is somebody."""
    people = facts.workshop.ordered(Participant)
    full = {one.name.strip(): facts.names.shown(one.id) for one in people if one.name.strip()}
    first: dict[str, str] = {}
    for name, alias in full.items():
        given = name.split()[0]
        first[given] = "somebody" if given in first else alias
    facilitator = facts.workshop.about.facilitator.strip()
    leading = {facilitator: "the facilitator"} if facilitator else {}
    return {**first, **leading, **full}


class _Replacing:
    """Replaces names in the texts of records and counts the texts that it changed."""

    def __init__(self, pattern: re.Pattern[str], aliases: dict[str, str]) -> None:
        self._pattern = pattern
        self._aliases = aliases
        self.count = 0

    def over(self, records: Iterable[Record]) -> Iterable[Record]:
        for record in records:
            yield record if isinstance(record, Participant) else self._record(record)

    def _record(self, record: Record) -> Record:
        changed: dict[str, Any] = {}
        for field in fields(record):
            value = getattr(record, field.name)
            if type(value) is str and field.name not in _KEPT and self._pattern.search(value):
                changed[field.name] = self._pattern.sub(self._alias, value)
        self.count += len(changed)
        return replace(record, **changed) if changed else record

    def _alias(self, found: re.Match[str]) -> str:
        return self._aliases[found.group()]
