"""Where cards lie: a pile for each cell, so that looking somewhere costs nothing elsewhere."""

from collections.abc import Set
from itertools import chain
from operator import attrgetter

from motworkshop.canvas.card import Card, Cell, Corner
from motworkshop.canvas.pile import Pile
from motworkshop.model.records import Id

_NUMBER = attrgetter("number")


class Grid:
    """Cards by their cells, counted from its corner: where a stage or a lane moves, nothing has
    to be laid again."""

    def __init__(self) -> None:
        self.piles: dict[Cell, Pile] = {}

    def pile(self, cell: Cell) -> Pile:
        """What lies in a cell, to be added to."""
        found = self.piles.get(cell)
        if found is None:
            found = self.piles[cell] = Pile(Corner())
        return found

    def touching(self, left: float, top: float, right: float, bottom: float) -> list[Card]:
        """The cards of which something may be painted in this rectangle, lower numbers first."""
        inside = self._near(left, top, right, bottom)
        inside.sort(key=_NUMBER)
        return inside

    def at(self, x: float, y: float, besides: Set[Id] = frozenset()) -> Card | None:
        """The uppermost card under a point, apart from some."""
        for card in reversed(self.touching(x, y, x, y)):
            if (
                card.id not in besides
                and card.left <= x < card.right
                and card.top <= y < card.bottom
            ):
                return card
        return None

    def overlaps(self, card: Card) -> bool:
        """Whether another card lies on or under this one, apart from what reaches over edges."""
        left, top, right, bottom = card.left, card.top, card.right, card.bottom
        for other in self._near(left, top, right, bottom):
            is_beside = other.left >= right or other.right <= left
            if not (is_beside or other.top >= bottom or other.bottom <= top or other is card):
                return True
        return False

    def _near(self, left: float, top: float, right: float, bottom: float) -> list[Card]:
        """Every card that may be painted there, pile by pile."""
        piles = self.piles.values()
        return list(
            chain.from_iterable([pile.touching(left, top, right, bottom) for pile in piles])
        )
