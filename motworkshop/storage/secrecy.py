"""When a file must be rewritten so that nothing older can be matched to secret ballots."""

from collections.abc import Mapping

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change
from motworkshop.model.records import Ballot, Id, Record, Round, RoundStatus, Turnout
from motworkshop.model.workshop import Workshop


def leaves_traces(change: Change, before: Workshop, after: Workshop) -> bool:
    """Whether a change closes, discards or reopens a secret round, or touches the ballots or the
    turnout of one that is not open: its pages then still show what came when (METHOD.md, rules of
    the vote). While a round is open nothing is rewritten; its close does it."""
    if not change.has(Round, Ballot, Turnout):
        return False
    rounds = {**before.of(Round), **after.of(Round)}
    return any(
        _is_turn(old, new) or _is_late(old, rounds) or _is_late(new, rounds) for old, new in change
    )


def has_open_secret(workshop: Workshop) -> bool:
    """Whether a secret round is open."""
    votes = workshop.of(Round).values()
    return any(vote.is_secret and vote.status is RoundStatus.OPEN for vote in votes)


def refuse_copy_of_open_vote(workshop: Workshop) -> None:
    """Refuse a copy of a workshop in which a secret round is open: two such copies would show what
    was voted between them, and so by whom."""
    if has_open_secret(workshop):
        raise RefusedError("A secret vote is open. Close it first, so that it stays secret.")


def _is_turn(old: Record | None, new: Record | None) -> bool:
    one = old if old is not None else new
    if not isinstance(one, Round) or not one.is_secret:
        return False
    was = old.status if isinstance(old, Round) else None
    becomes = new.status if isinstance(new, Round) else None
    return was != becomes and not (was is None and becomes is RoundStatus.OPEN)


def _is_late(record: Record | None, rounds: Mapping[Id, Round]) -> bool:
    if not isinstance(record, (Ballot, Turnout)):
        return False
    held = rounds.get(record.round)
    return held is not None and held.is_secret and held.status is not RoundStatus.OPEN
