"""Copies in a row: the next ones keep the distance that the last ones were given by hand."""

from collections.abc import Iterable, Mapping

from motworkshop.canvas.deck import Deck
from motworkshop.model.records import Id

Spot = tuple[float, float]


class LastCopies:
    """Which notes were copied last, and from which; a view's memory, not a fact."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._sources: Mapping[Id, Id] = {}
        self._given: dict[Id, Spot] = {}

    def remember(self, sources: Mapping[Id, Id], *, is_by_hand: bool) -> None:
        """These notes are copies of those; placed by hand, or beside them as nobody said."""
        self._sources = sources
        self._given = {} if is_by_hand else self._spots(sources)

    def step(self, selected: Iterable[Id]) -> Spot | None:
        """How far the selected notes lie from those they were copied from, where a hand has put
        them; None if they are not the last copies, or lie where nobody has put them."""
        notes = set(selected)
        if not notes or notes != set(self._sources):
            return None
        here, there = self._spots(notes), self._spots(self._sources.values())
        if len(here) < len(notes) or here == self._given:
            return None
        for copy, source in self._sources.items():
            if source in there:
                return here[copy][0] - there[source][0], here[copy][1] - there[source][1]
        return None

    def _spots(self, notes: Iterable[Id]) -> dict[Id, Spot]:
        cards = self._deck.cards
        return {note: (cards[note].left, cards[note].top) for note in notes if note in cards}
