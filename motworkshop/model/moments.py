"""The moments of truth that a vote has found, what each still lacks, and who carries them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from motworkshop.model.arithmetic import gap
from motworkshop.model.records import (
    Action,
    Evidence,
    EvidenceKind,
    Id,
    Metric,
    MomentOfTruth,
    Note,
    Promise,
)
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import Standing, TallyLine, tally_of
from motworkshop.model.voting import person_key
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass


class Lack(StrEnum):
    """What a moment of truth can still lack."""

    ACCOUNTABLE = "accountable"
    IDEAL_EXPERIENCE = "ideal experience"
    FREEDOM = "freedom"
    METRIC = "metric"
    TARGET = "target"
    NEXT_STEP = "next step"


@dataclass(frozen=True, slots=True)
class Moment:
    """A touchpoint above the cut, with what was settled about it (`card` None: nothing yet)."""

    note: Note
    line: TallyLine
    card: MomentOfTruth | None
    metrics: tuple[Metric, ...]
    actions: tuple[Action, ...]


def moments_of(workshop: Workshop, cut: int | None = None) -> list[Moment]:
    """The notes that are in by the deciding round, most dots first; [] before a vote."""
    vote = deciding_round(workshop)
    if vote is None:
        return []
    lines = tally_of(workshop, vote, cut).standing(Standing.IN)
    cards = workshop.remember(cards_by_note)
    return [_moment(workshop, line, cards.get(line.note)) for line in lines]


def cards_by_note(workshop: Workshop) -> Mapping[Id, MomentOfTruth]:
    """What was settled, by note."""
    return {card.note: card for card in workshop.of(MomentOfTruth).values()}


def lacks(moment: Moment) -> list[Lack]:
    """What is missing before somebody can answer for this moment, in the order of the card."""
    card = moment.card
    found = [
        (Lack.ACCOUNTABLE, not (card and card.accountable.strip())),
        (Lack.IDEAL_EXPERIENCE, not (card and card.ideal_experience.strip())),
        (Lack.FREEDOM, not (card and card.freedom.strip())),
        (Lack.METRIC, not moment.metrics),
        (Lack.TARGET, bool(moment.metrics) and all(m.target is None for m in moment.metrics)),
        (Lack.NEXT_STEP, not moment.actions),
    ]
    return [lack for lack, is_missing in found if is_missing]


def load_per_accountable(workshop: Workshop, moments: Iterable[Moment]) -> dict[str, list[Moment]]:
    """Who carries which moments, by name, the heaviest load first; "" carries what nobody does."""
    names: dict[str, str] = {}
    load: dict[str, list[Moment]] = {}
    for moment in moments:
        accountable = moment.card.accountable.strip() if moment.card else ""
        key = person_key(workshop, accountable)
        name = names.setdefault(key, workshop.name_of(accountable))
        load.setdefault(name, []).append(moment)
    return dict(sorted(load.items(), key=lambda item: (-len(item[1]), item[0].casefold())))


def evidence_for(workshop: Workshop, note: Id) -> list[Evidence]:
    """What supports a note, research before gut feeling."""
    order = [EvidenceKind.QUANTITATIVE, EvidenceKind.QUALITATIVE, EvidenceKind.GUT]
    found = workshop.remember(_evidence_by_note).get(note, [])
    return sorted(found, key=lambda one: (order.index(one.kind), one.date, one.text))


def is_gut_feeling_only(evidence: Iterable[Evidence]) -> bool:
    """Whether no research supports it: nothing at all, or only gut feeling."""
    return all(one.kind is EvidenceKind.GUT for one in evidence)


def broken_promises(
    workshop: Workshop, moments: Iterable[Moment]
) -> list[tuple[Promise, list[Moment]]]:
    """Promises with the moments that serve them and fall short of what the customer expects."""
    short: dict[Id, list[Moment]] = {}
    for moment in moments:
        shortfall = gap(moment.note)
        if moment.card and moment.card.promise and shortfall is not None and shortfall > 0:
            short.setdefault(moment.card.promise, []).append(moment)
    return [
        (promise, short[promise.id]) for promise in workshop.ordered(Promise) if promise.id in short
    ]


def _moment(workshop: Workshop, line: TallyLine, card: MomentOfTruth | None) -> Moment:
    key = card.id if card else ""
    return Moment(
        workshop.notes[line.note],
        line,
        card,
        tuple(metric for metric in workshop.ordered(Metric) if metric.moment == key),
        tuple(action for action in workshop.ordered(Action) if action.moment == key),
    )


def _evidence_by_note(workshop: Workshop) -> Mapping[Id, list[Evidence]]:
    found: dict[Id, list[Evidence]] = {}
    for one in workshop.of(Evidence).values():
        if one.note is not None:
            found.setdefault(one.note, []).append(one)
    return found
