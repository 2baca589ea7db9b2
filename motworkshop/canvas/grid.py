"""Where cards lie: uniform grids, so that looking somewhere costs nothing elsewhere."""

from collections.abc import Iterator, Set
from operator import attrgetter

from motworkshop.canvas.card import MARGIN, Card, Cell
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import Id

SIZE = 512
"""Board pixels of one square of a grid."""
_NUMBER = attrgetter("number")


class Grid:
    """Cards by the squares that they touch, a grid for each cell, counted from its corner: where a
    stage or a lane moves, nothing has to be laid again."""

    def __init__(self) -> None:
        self._cells: dict[Cell, _CellGrid] = {}

    def add(self, card: Card) -> None:
        """Put a card where it lies now."""
        self._cells.setdefault(card.cell, _CellGrid()).add(card)

    def remove(self, card: Card) -> None:
        """Take out a card, which still says where it was put."""
        cell = self._cells[card.cell]
        cell.remove(card)
        if not cell.cards:
            del self._cells[card.cell]

    def touching(self, left: float, top: float, right: float, bottom: float) -> list[Card]:
        """The cards of which something may be painted in this rectangle, lower numbers first."""
        inside = [
            card
            for card in self._near(left, top, right, bottom)
            if _meet(card, left, top, right, bottom)
        ]
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

    def _near(self, left: float, top: float, right: float, bottom: float) -> Iterator[Card]:
        """Every card in the squares that a rectangle touches, once."""
        for cell in self._cells.values():
            corner = cell.corner
            west, north = left - corner.left, top - corner.top
            east, south = right - corner.left, bottom - corner.top
            is_across = west <= cell.right and east >= cell.left
            if is_across and north <= cell.bottom and south >= cell.top:
                yield from cell.near(west, north, east, south).values()


class _CellGrid:
    """The cards of one cell; its edges are those of what has ever lain there."""

    __slots__ = (
        "_loose",
        "_places",
        "_squares",
        "bottom",
        "cards",
        "corner",
        "left",
        "right",
        "top",
    )

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], dict[Id, Card]] = {}
        self._places: dict[Id, tuple[tuple[int, int], ...]] = {}
        self._loose: dict[Id, Card] = {}
        self.cards: dict[Id, Card] = {}
        self.left = self.right = self.top = self.bottom = 0.0

    def add(self, card: Card) -> None:
        """Squares are found when somebody looks: most cells of a board that opens are not seen."""
        self.corner = card.corner
        self.cards[card.id] = self._loose[card.id] = card
        west, north, east, south = _reach(card)
        self.left, self.right = min(self.left, west), max(self.right, east)
        self.top, self.bottom = min(self.top, north), max(self.bottom, south)

    def remove(self, card: Card) -> None:
        del self.cards[card.id]
        if self._loose.pop(card.id, None) is None:
            for square in self._places.pop(card.id):
                del self._squares[square][card.id]

    def near(self, left: float, top: float, right: float, bottom: float) -> dict[Id, Card]:
        found: dict[Id, Card] = {}
        if self._loose:
            self._find_squares()
        left, right = max(left, self.left), min(right, self.right)
        top, bottom = max(top, self.top), min(bottom, self.bottom)
        for square in _squares(left, top, right, bottom):
            cards = self._squares.get(square)
            if cards:
                found.update(cards)
        return found

    def _find_squares(self) -> None:
        for card in self._loose.values():
            places = self._places[card.id] = tuple(_squares(*_reach(card)))
            for square in places:
                self._squares.setdefault(square, {})[card.id] = card
        self._loose = {}


def _reach(card: Card) -> tuple[float, float, float, float]:
    """What is painted of a card, counted from the corner of its cell."""
    x, y = card.x, card.y
    return (x - MARGIN, y - MARGIN, x + NOTE_WIDTH + MARGIN, y + card.height + MARGIN)


def _meet(card: Card, left: float, top: float, right: float, bottom: float) -> bool:
    west, north, east, south = card.bounds
    return west <= right and east >= left and north <= bottom and south >= top


def _squares(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(int(left // SIZE), int(right // SIZE) + 1):
        for row in range(int(top // SIZE), int(bottom // SIZE) + 1):
            yield column, row
