"""Lists of stages side by side: equal ones in the same row, as far as their orders allow it."""

from collections.abc import Sequence
from itertools import pairwise

Spot = tuple[int, int]
"""The place of one name: which list, which item of it."""


def line_up(lists: Sequence[Sequence[str]]) -> list[list[int]]:
    """The row of each item, growing within a list; no row is wasted.

    Names that most lists share are brought into one row first. Where two lists hold the same
    names in another order, a name that would have to stand both above and below another one
    keeps a row of its own.
    """
    rows = _Rows(lists)
    for spots in _shared(lists):
        first, *others = spots
        for spot in others:
            rows.join(first, spot)
    return rows.numbers()


def _shared(lists: Sequence[Sequence[str]]) -> list[list[Spot]]:
    """The first place of each name in each list, for names of two lists and more."""
    found: dict[str, list[Spot]] = {}
    for column, names in enumerate(lists):
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append((column, list(names).index(name)))
    return sorted((spots for spots in found.values() if len(spots) > 1), key=lambda s: -len(s))


class _Rows:
    """Groups of places that stand in one row, and which group comes above which."""

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        self._lists = [
            [(column, item) for item in range(len(names))] for column, names in enumerate(lists)
        ]
        self._group = {spot: spot for spots in self._lists for spot in spots}

    def join(self, one: Spot, other: Spot) -> None:
        """Put two places into one row unless that would turn an order round."""
        kept = dict(self._group)
        old, new = self._group[other], self._group[one]
        self._group = {spot: new if at == old else at for spot, at in kept.items()}
        if self._depths() is None:
            self._group = kept

    def numbers(self) -> list[list[int]]:
        """The row of each place."""
        depths = self._depths() or {}
        return [[depths[self._group[spot]] for spot in spots] for spots in self._lists]

    def _depths(self) -> dict[Spot, int] | None:
        """The longest way down to each group (Kahn 1962); None if groups stand in a circle."""
        below: dict[Spot, list[Spot]] = {group: [] for group in self._group.values()}
        open_ways = dict.fromkeys(below, 0)
        for spots in self._lists:
            for upper, lower in pairwise(spots):
                below[self._group[upper]].append(self._group[lower])
                open_ways[self._group[lower]] += 1
        depths = {group: 0 for group, ways in open_ways.items() if not ways}
        ready = list(depths)
        while ready:
            group = ready.pop()
            for lower in below[group]:
                depths[lower] = max(depths.get(lower, 0), depths[group] + 1)
                open_ways[lower] -= 1
                if not open_ways[lower]:
                    ready.append(lower)
        return None if any(open_ways.values()) else depths
