"""Where cards lie: a uniform grid, so that looking somewhere costs nothing elsewhere."""

from collections.abc import Iterator, Set

from motworkshop.canvas.card import Card
from motworkshop.model.records import Id

SIZE = 512
"""Board pixels of one square of the grid."""


class Grid:
    """Cards by the squares that they touch; see notes on the tile engine in DESIGN.md."""

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], dict[Id, Card]] = {}

    def add(self, card: Card) -> None:
        """Put a card where it lies now."""
        for square in _squares(*card.bounds):
            self._squares.setdefault(square, {})[card.id] = card

    def remove(self, card: Card) -> None:
        """Take out a card, which still says where it was put."""
        for square in _squares(*card.bounds):
            self._squares[square].pop(card.id)

    def touching(self, left: float, top: float, right: float, bottom: float) -> list[Card]:
        """The cards of which something may be painted in this rectangle, lower numbers first."""
        found: dict[Id, Card] = {}
        for square in _squares(left, top, right, bottom):
            cards = self._squares.get(square)
            if cards:
                found.update(cards)
        inside = [card for card in found.values() if _meet(card, left, top, right, bottom)]
        inside.sort(key=_number)
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


def _number(card: Card) -> int:
    return card.number


def _meet(card: Card, left: float, top: float, right: float, bottom: float) -> bool:
    west, north, east, south = card.bounds
    return west <= right and east >= left and north <= bottom and south >= top


def _squares(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(int(left // SIZE), int(right // SIZE) + 1):
        for row in range(int(top // SIZE), int(bottom // SIZE) + 1):
            yield column, row
