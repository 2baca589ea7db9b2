"""Remembering what is worked out of a round: a note's text, place or category is no part of it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from motworkshop.model.memory import reads
from motworkshop.model.records import (
    Ballot,
    Cluster,
    Count,
    MomentOfTruth,
    Note,
    Round,
    Turnout,
)
from motworkshop.model.workshop import Workshop

T = TypeVar("T")


def counting(work: Callable[[Workshop, Round], T]) -> Callable[[Workshop, Round], T]:
    """Marks a pure function of a workshop and a round that asks for nothing but rounds, ballots,
    counts, turnout, clusters, moments, and which notes there are. It is worked out once until one
    of these changes; nobody may change the result."""

    @reads(Round, Ballot, Count, Turnout, Cluster, MomentOfTruth, ids_of=(Note,))
    def found(workshop: Workshop, vote: str) -> T:
        return work(workshop, workshop.of(Round)[vote])

    @wraps(work)
    def remembered(workshop: Workshop, vote: Round) -> T:
        if workshop.of(Round).get(vote.id) is vote:
            return workshop.remember(found, vote.id)
        return work(workshop, vote)

    return remembered
