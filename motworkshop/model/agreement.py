"""How far people agree: overlap and Kendall's W of a vote, sides, and the stages they see."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from motworkshop.model.arithmetic import mean
from motworkshop.model.counting import counting
from motworkshop.model.records import Id, Round, SameStage, StageProposal
from motworkshop.model.tally import ballots_of, dots_by_line, is_counted, line_notes
from motworkshop.model.voting import is_hidden, large_sides, person_key
from motworkshop.model.workshop import Workshop


@counting
def vote_overlap(workshop: Workshop, vote: Round) -> float | None:
    """Mean pairwise Jaccard index of the sets of notes that people voted for.

    Abstainers are left out. None for fewer than two voters, or while the round is hidden.
    """
    choices = [set(dots) for dots in _as_cast(workshop, vote) if dots]
    return mean(len(one & other) / len(one | other) for one, other in combinations(choices, 2))


@counting
def kendall_w(workshop: Workshop, vote: Round) -> float | None:
    """Kendall's coefficient of concordance with tie correction, 0 none … 1 full.

    W = 12·S / (m²(n³−n) − m·ΣT), S = Σ(Rᵢ − R̄)², T = Σ(t³−t) per voter, on mid-ranks of all n
    notes of the ballot (Kendall & Babington Smith 1939; Kendall 1948 for ties). None where it is
    undefined: fewer than two voters or notes, everybody undecided, or a hidden round.
    """
    ballots = _as_cast(workshop, vote)
    voters, size = len(ballots), len(vote.notes)
    if voters < 2 or size < 2:
        return None
    given, below, ties = dict.fromkeys(vote.notes, 0.0), 0.0, 0
    for dots in ballots:
        chosen = {note: number for note, number in dots.items() if number and note in given}
        counts = Counter(chosen.values())
        rank_of, tie = mid_ranks(counts + Counter({0: size - len(chosen)}))
        ties += tie
        last = rank_of.get(0, 0.0)
        below += last  # every note would have this much if nobody had chosen it
        for note, number in chosen.items():
            given[note] += rank_of[number] - last
    middle = voters * (size + 1) / 2
    spread = sum((below + more - middle) ** 2 for more in given.values())
    most = voters**2 * (size**3 - size) - voters * ties
    return 12 * spread / most if most else None


def mid_ranks(counts: Mapping[int, int]) -> tuple[dict[int, float], int]:
    """The rank of each value, given how often there is which: from 1 for the largest, ties sharing
    the middle; and Σ(t³−t) over the ties."""
    rank_of: dict[int, float] = {}
    first = 0
    ties = 0
    for value, size in sorted(counts.items(), reverse=True):
        rank_of[value] = first + (size + 1) / 2
        ties += size**3 - size
        first += size
    return rank_of, ties


@counting
def side_sizes(workshop: Workshop, vote: Round) -> dict[str, int]:
    """Ballots per side that may be compared (`voting.large_sides`), in the order of the round."""
    if is_hidden(vote) or is_counted(workshop, vote):
        return {}
    large = large_sides(ballot.side for ballot in ballots_of(workshop, vote))
    return {side: large[side] for side in vote.sides if side in large}


@counting
def side_disagreement(workshop: Workshop, vote: Round) -> dict[Id, float]:
    """Per line of the tally the largest minus the smallest share of a side's dots, 0 … 1.

    A side without dots has no shares and is left out; {} where sides cannot be compared.
    """
    shares = side_shares(workshop, vote)
    if len(shares) < 2:
        return {}
    notes = set(line_notes(workshop, vote).values())
    return {
        note: max(share.get(note, 0.0) for share in shares.values())
        - min(share.get(note, 0.0) for share in shares.values())
        for note in notes
    }


@counting
def side_shares(workshop: Workshop, vote: Round) -> dict[str, Mapping[Id, float]]:
    """Per comparable side the share of its dots that each line of the tally got."""
    counts_under = line_notes(workshop, vote)
    shares: dict[str, Mapping[Id, float]] = {}
    for side in side_sizes(workshop, vote):
        dots: Counter[Id] = Counter()
        for ballot in ballots_of(workshop, vote):
            if ballot.side == side:
                dots.update(dots_by_line(ballot, counts_under))
        total = dots.total()
        if total:
            shares[side] = {note: given / total for note, given in dots.items()}
    return shares


def stage_alignment(workshop: Workshop) -> float | None:
    """Mean over all pairs of participants of 2·LCS(a, b) / (|a| + |b|) of their stage names.

    LCS is the length of the longest common subsequence; case is ignored, and names that the
    group declared the same count as the same. None for fewer than two proposals.
    """
    lists = [
        [stage_key(workshop, stage.name) for stage in stages]
        for stages in proposals_by_person(workshop).values()
    ]
    return mean(
        2 * longest_common(one, other) / (len(one) + len(other))
        for one, other in combinations(lists, 2)
    )


def proposals_by_person(workshop: Workshop) -> dict[str, list[StageProposal]]:
    """Each participant's proposed stages in order, by the person's name."""
    lists: dict[str, list[StageProposal]] = {}
    names: dict[str, str] = {}
    for stage in workshop.ordered(StageProposal):
        key = person_key(workshop, stage.participant)
        name = names.setdefault(key, workshop.name_of(stage.participant))
        lists.setdefault(name, []).append(stage)
    return dict(sorted(lists.items(), key=lambda item: item[0].casefold()))


def stage_key(workshop: Workshop, name: str) -> str:
    """What stage names that mean the same have in common."""
    plain = plain_name(name)
    return workshop.remember(_declared_same).get(plain, plain)


def plain_name(name: str) -> str:
    """A name without regard to case and spacing."""
    return " ".join(name.casefold().split())


def longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence, by the usual dynamic programme."""
    row = [0] * (len(other) + 1)
    for item in one:
        previous = row
        row = [0]
        for index, candidate in enumerate(other):
            best = previous[index] + 1 if item == candidate else max(row[-1], previous[index + 1])
            row.append(best)
    return row[-1]


def _declared_same(workshop: Workshop) -> Mapping[str, str]:
    """Each declared name to one that stands for it; overlapping declarations join."""
    stands_for: dict[str, str] = {}
    for same in sorted(workshop.of(SameStage).values(), key=lambda record: record.id):
        names = [plain_name(name) for name in same.names]
        roots = {_root(stands_for, name) for name in names}
        first = min(roots)
        for name in roots:
            stands_for[name] = first
    return {name: _root(stands_for, name) for name in stands_for}


def _root(stands_for: Mapping[str, str], name: str) -> str:
    while stands_for.get(name, name) != name:
        name = stands_for[name]
    return name


def _as_cast(workshop: Workshop, vote: Round) -> list[dict[Id, int]]:
    """The dots of each ballot as they were given: merging notes later changes no agreement."""
    if is_hidden(vote) or is_counted(workshop, vote):
        return []
    return [dict(ballot.dots) for ballot in ballots_of(workshop, vote)]
