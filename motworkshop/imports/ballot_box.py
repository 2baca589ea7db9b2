"""The round that imported ballots go into: an existing one, or a closed one that is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from motworkshop.errors import RefusedError
from motworkshop.imports.outcome import Options
from motworkshop.model.change import Change, Pair
from motworkshop.model.records import Id, Person, Round, RoundStatus
from motworkshop.model.rounds import (
    Terms,
    close_round,
    hand_over,
    reopen_round,
    round_titled,
    start_round,
)
from motworkshop.model.workshop import Workshop

Dots = Mapping[Id, int]


@dataclass(frozen=True)
class BallotBox:
    """Where ballots go. `vote` is the round, or what the round to be made will be like."""

    workshop: Workshop
    vote: Round
    is_new: bool

    def filled(self, ballots: Iterable[tuple[Person, Dots]]) -> Change:
        """What is recorded when these people hand over; nothing tells in which order."""
        papers = list(ballots)
        if not papers:
            return Change()
        change = self._new_round(papers) if self.is_new else self._more_ballots(papers)
        return _shuffled(change)

    def _new_round(self, papers: list[tuple[Person, Dots]]) -> Change:
        """Started now, so that the sides are those of the people whose ballots are taken."""
        started = start_round(
            self.workshop,
            self.vote.title,
            _terms(self.vote),
            self.vote.notes,
            [voter for voter, _ in papers],
        )
        begun = self.workshop.applied(started)
        vote = next(new for _, new in started if isinstance(new, Round))
        return started.then(_taken_and_closed(begun, vote, papers))

    def _more_ballots(self, papers: list[tuple[Person, Dots]]) -> Change:
        """A closed round is opened for a moment: closing it again makes all its ballots alike."""
        if self.vote.status is RoundStatus.OPEN:
            return _handed_over(self.workshop, self.vote, papers)
        reopened = reopen_round(self.workshop, self.vote)
        begun = self.workshop.applied(reopened)
        return reopened.then(_taken_and_closed(begun, begun.of(Round)[self.vote.id], papers))


def box_for(workshop: Workshop, options: Options) -> BallotBox:
    """The box of the round that the options name.

    Raises:
        RefusedError: the round's own terms are others, or it can take no more ballots.
    """
    vote = round_titled(workshop, options.round_title)
    if vote is not None:
        _refuse_other_terms(vote, options)
        if vote.status is RoundStatus.CLOSED:
            reopen_round(workshop, vote)  # refuses while a run-off stands on it
        return BallotBox(workshop, vote, is_new=False)
    cut = Terms().cut if options.cut is None else options.cut
    terms = Terms("", options.budget, options.cap, cut, options.is_secret)
    title = " ".join(options.round_title.split())
    if not title:
        raise RefusedError("The round has no title. Give it one with --round.")
    sketch = start_round(workshop, title, terms)
    return BallotBox(
        workshop, next(new for _, new in sketch if isinstance(new, Round)), is_new=True
    )


def _terms(vote: Round) -> Terms:
    return Terms(vote.question, vote.budget, vote.cap, vote.cut, vote.is_secret)


def _refuse_other_terms(vote: Round, options: Options) -> None:
    asked = (("budget", options.budget), ("cap", options.cap), ("cut", options.cut))
    for what, number in asked:
        own = getattr(vote, what)
        if number is not None and number != own:
            has = f"has no {what}" if own is None else f"has a {what} of {own}"
            raise RefusedError(
                f"The round “{vote.title}” {has}, not {number}. Leave that out, or name another "
                "round."
            )
    if options.is_secret and not vote.is_secret:
        raise RefusedError(
            f"The round “{vote.title}” is open, not secret. Leave that out, or name another round."
        )


def _taken_and_closed(workshop: Workshop, vote: Round, papers: list[tuple[Person, Dots]]) -> Change:
    handed_over = _handed_over(workshop, vote, papers)
    return handed_over.then(close_round(workshop.applied(handed_over), vote))


def _handed_over(workshop: Workshop, vote: Round, papers: list[tuple[Person, Dots]]) -> Change:
    """Each of these people is another one, so all can hand over to the same workshop."""
    return Change.between(
        pair for voter, dots in papers for pair in hand_over(workshop, vote, voter, dots)
    )


def _shuffled(change: Change) -> Change:
    """Rounds first, then by id, which is random: whoever stores it in order tells no order."""
    return Change.between(sorted(change, key=_round_first))


def _round_first(pair: Pair) -> tuple[bool, Id]:
    record = pair[0] if pair[1] is None else pair[1]
    return not isinstance(record, Round), "" if record is None else record.id
