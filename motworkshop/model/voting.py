"""The limits of a vote: suggested dots, what a ballot may hold, which sides there are."""

from collections import Counter
from collections.abc import Iterable, Mapping

from motworkshop.errors import RefusedError
from motworkshop.model.arithmetic import half_up
from motworkshop.model.limits import DOTS
from motworkshop.model.records import Id, Participant, Person, Round, RoundStatus, Side, Turnout
from motworkshop.model.workshop import Workshop

SIDE_SIZE = 3
"""The fewest voters of a side."""
VOTERS_FOR_SIDES = 6
"""With fewer voters there are no sides."""


class BallotError(RefusedError):
    """A ballot breaks a limit of its round; says which."""


def suggested_budget(notes: int) -> int:
    """Dots per voter for a ballot of this many notes: a quarter, half up, 3 to 15."""
    return min(15, max(3, half_up(notes / 4)))


def is_hidden(vote: Round) -> bool:
    """Whether nothing but the turnout of this round may be shown: it is secret and open."""
    return vote.is_secret and vote.status is RoundStatus.OPEN


def dots_left(vote: Round, dots: Mapping[Id, int]) -> int | None:
    """How many dots the voter has still to give; None where there is no budget."""
    return None if vote.budget is None else vote.budget - sum(dots.values())


def refusal_of_dot(vote: Round, dots: Mapping[Id, int], note: Id) -> str | None:
    """Why one more dot cannot go on this note, or None if it can."""
    if note not in vote.notes:
        return "This note is not on the ballot."
    left = dots_left(vote, dots)
    if left is not None and left <= 0:
        return f"All {vote.budget} dots are given. Take one back first."
    if vote.cap is not None and dots.get(note, 0) >= vote.cap:
        return f"At most {counted(vote.cap, 'dot')} may lie on one note."
    return None


def check_ballot(vote: Round, dots: Mapping[Id, int]) -> None:
    """Refuse a ballot that breaks a limit of its round; an empty one abstains and is good.

    Raises:
        BallotError: over budget or cap, a note that is not on the ballot, less than one dot.
    """
    on_ballot = set(vote.notes)
    for note, given in dots.items():
        if note not in on_ballot:
            raise BallotError("A note is not on the ballot of this round.")
        if not 1 <= given <= DOTS:
            raise BallotError(f"{given} is not a number of dots.")
        if vote.cap is not None and given > vote.cap:
            raise BallotError(
                f"{counted(given, 'dot')} on one note; at most {vote.cap} may lie there."
            )
    total = sum(dots.values())
    if vote.budget is not None and total > vote.budget:
        raise BallotError(
            f"{counted(total, 'dot')} given; the budget is {vote.budget} for each voter."
        )


def counted(number: int, noun: str) -> str:
    """A number with its noun: “1 dot”, “8 dots”."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def merged_words(notes: int, merged: int) -> str:
    """How many notes were written, and as how many they count: “61 notes, 59 after merging”, or
    only “61 notes” where none was merged."""
    words = counted(notes, "note")
    return words if merged == notes else f"{words}, {merged:,} after merging"


def has_handed_over(workshop: Workshop, vote: Round, voter: Person) -> bool:
    """Whether this person's ballot of the round is in."""
    return person_key(workshop, voter) in workshop.remember(_who_handed_over).get(vote.id, ())


def _who_handed_over(workshop: Workshop) -> Mapping[Id, set[str]]:
    """The keys of the people whose ballots are in, by round."""
    keys: dict[Id, set[str]] = {}
    for seen in workshop.of(Turnout).values():
        keys.setdefault(seen.round, set()).add(person_key(workshop, seen.voter))
    return keys


def same_person(workshop: Workshop, one: Person, other: Person) -> bool:
    """Whether two mentions mean the same person: the same id, or the same name, case ignored."""
    return one == other or person_key(workshop, one) == person_key(workshop, other)


def person_key(workshop: Workshop, person: Person) -> str:
    """What two mentions of one person have in common: the name, case and spaces ignored."""
    return " ".join(workshop.name_of(person).casefold().split())


def person_named(workshop: Workshop, name: str) -> Person:
    """The id of the one participant of this name, or the name itself as free text."""
    found = workshop.remember(_participants_by_name).get(" ".join(name.casefold().split()), ())
    return found[0] if len(found) == 1 else name


def _participants_by_name(workshop: Workshop) -> Mapping[str, list[Id]]:
    named: dict[str, list[Id]] = {}
    for participant in workshop.of(Participant).values():
        named.setdefault(person_key(workshop, participant.name), []).append(participant.id)
    return named


def sides_for(workshop: Workshop, voters: Iterable[Person]) -> dict[Person, str]:
    """The side of each voter, or {} where sides may not be told apart.

    Sides are fixed only if there are two or more of them with at least three voters each, and
    six voters in all; a voter of no such side has "" (METHOD.md, disagreement between sides).
    """
    told = {voter: side_of(workshop, voter) for voter in voters}
    large = large_sides(told.values())
    return {voter: side if side in large else "" for voter, side in told.items()} if large else {}


def large_sides(sides: Iterable[str]) -> dict[str, int]:
    """The voters of each side that may be told apart, from the side of each voter ("" is none).

    Only sides of three and more, at least two of them, and six voters in all; else {}.
    """
    sizes = Counter(side for side in sides if side)
    large = {side: size for side, size in sizes.items() if size >= SIDE_SIZE}
    return large if len(large) > 1 and sum(large.values()) >= VOTERS_FOR_SIDES else {}


def side_of(workshop: Workshop, voter: Person) -> str:
    """The name of the side that this person's department belongs to, or ""."""
    by_department = workshop.remember(_sides_by_department)
    return by_department.get(department_of(workshop, voter).casefold(), "")


def _sides_by_department(workshop: Workshop) -> Mapping[str, str]:
    return {
        department.casefold(): side.name
        for side in workshop.ordered(Side)
        for department in side.departments
    }


def department_of(workshop: Workshop, person: Person) -> str:
    """The department a person on the roster comes from; "" for others."""
    participant = workshop.of(Participant).get(person_named(workshop, person))
    if participant is None:
        participant = workshop.of(Participant).get(person)
    return participant.department if participant else ""
