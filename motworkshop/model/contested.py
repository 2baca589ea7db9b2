"""Where sides see a note so differently that the group should talk about it."""

from motworkshop.model.agreement import side_disagreement, side_shares, side_sizes
from motworkshop.model.counting import counting
from motworkshop.model.records import Id, Round
from motworkshop.model.tally import tally_of
from motworkshop.model.workshop import Workshop

DOTS_APART = 3
"""Fewer dots of one side are the whim of one or two people, not the view of a side."""


@counting
def contested_notes(workshop: Workshop, vote: Round) -> dict[Id, float]:
    """The notes on which sides are far apart, with their disagreement, the largest first.

    Far apart is at least half of the largest share that any side gave to one note, and at least
    what three dots are worth in the side that has fewest. {} where sides cannot be compared.
    """
    shares = side_shares(workshop, vote)
    if len(shares) < 2 or len(side_sizes(workshop, vote)) < 2:
        return {}
    largest = max(max(share.values()) for share in shares.values())
    fewest = min(_dots_of(workshop, vote, side) for side in shares)
    least = max(largest / 2, DOTS_APART / fewest)
    apart = side_disagreement(workshop, vote)
    order = [line.note for line in tally_of(workshop, vote).lines]
    found = [note for note in order if apart[note] >= least - 1e-9]
    return {note: apart[note] for note in sorted(found, key=lambda note: -apart[note])}


def _dots_of(workshop: Workshop, vote: Round, side: str) -> int:
    return sum(line.by_side.get(side, 0) for line in tally_of(workshop, vote).lines)
