"""How many notes have something in common, kept up to date note by note."""

from collections import Counter
from collections.abc import Callable, Hashable
from typing import TypeVar

from motworkshop.model.change import Change
from motworkshop.model.memory import MANY, carried, reads
from motworkshop.model.records import Cluster, Note
from motworkshop.model.workshop import Workshop, lead_of, visible_notes

K = TypeVar("K", bound=Hashable)


def counts_by(
    key: Callable[[Note], K], *, has_members: bool = False
) -> Callable[[Workshop], Counter[K]]:
    """Makes the function, to be remembered, that counts the notes on the board by what `key` says
    of each; with `has_members` those inside clusters too. Nobody may change its result."""

    def step(counts: Counter[K], before: Workshop, change: Change) -> Counter[K] | None:
        is_other = change.has(Cluster) and not has_members
        if is_other or len(change.pairs) > MANY:
            return None
        inside = {} if has_members else before.remember(lead_of)
        found: Counter[K] | None = None
        for note, (old, new) in change.pairs.items():
            gone = (key(old),) if isinstance(old, Note) else ()
            came = (key(new),) if isinstance(new, Note) else ()
            if gone != came and note not in inside:
                found = counts.copy() if found is None else found
                for one in came:
                    found[one] += 1
                _take(found, gone)
        return counts if found is None else found

    @reads(Note, Cluster)
    @carried(step)
    def counted(workshop: Workshop) -> Counter[K]:
        notes = workshop.notes.values() if has_members else visible_notes(workshop)
        return Counter([key(note) for note in notes])

    return counted


def _take(counts: Counter[K], keys: tuple[K, ...]) -> None:
    """What is counted no longer is not kept with a zero: equal counts are equal."""
    for key in keys:
        counts[key] -= 1
        if not counts[key]:
            del counts[key]
