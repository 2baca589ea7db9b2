"""Guides: the heights at which neighbours begin, end and have their middles, and lines to them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF

from motworkshop.canvas.card import Cell
from motworkshop.canvas.deck import Deck
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import Id
from motworkshop.values import dataclass

REACH = 700.0
"""Board pixels beyond which a note is no neighbour any more."""
CLOSE = 240.0
"""Board pixels up to which a line leads to the note above or below."""
EXACT = 0.75


class Sheet(NamedTuple):
    """Where a neighbour lies on the board."""

    top: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Guides:
    """The notes beside those that are dragged. What lies on a stretch of the board as high as
    their reach is looked up once for each drag: it is asked for at every move."""

    deck: Deck
    besides: frozenset[Id]
    _xs: dict[Cell, list[float]]
    _sheets: dict[tuple[Id | None, int], list[Sheet]]
    _lines: dict[tuple[Cell, int, float], list[float]]

    @classmethod
    def around(cls, deck: Deck, besides: Iterable[Id]) -> "Guides":
        """The guides of a board while these notes are dragged."""
        return cls(deck, frozenset(besides), {}, {}, {})

    def lines(self, cell: Cell, y: float, height: float) -> list[float]:
        """Where a note of this height near y would be in line with one beside it, in order."""
        corner = self.deck.plan.corner(cell)[1]
        key = (cell, _stretch(corner + y), height)
        if key not in self._lines:
            found = set()
            for top, bottom, _left in self._beside(cell, corner + y):
                found |= {top, bottom - height, (top + bottom - height) / 2}
            self._lines[key] = sorted(line - corner for line in found)
        return self._lines[key]

    def across(self, cell: Cell) -> list[float]:
        """Where notes of a cell stand apart from its slots."""
        if cell not in self._xs:
            pile = self.deck.grid.piles.get(cell)
            gone = (pile.cards.get(note) for note in self.besides) if pile is not None else ()
            self._xs[cell] = sorted(pile.xs(filter(None, gone))) if pile is not None else []
        return self._xs[cell]

    def to_neighbours(self, cell: Cell, where: QRectF) -> list[QLineF]:
        """Lines on the board from a note that would lie at `where` to those in line with it."""
        return [*self._level(cell, where), *self._upright(cell, where)]

    def _level(self, cell: Cell, where: QRectF) -> Iterator[QLineF]:
        """To the nearest one at the left and at the right; edges come before middles."""
        top, bottom, left = where.top(), where.bottom(), where.left()
        near: dict[bool, tuple[float, float, float]] = {}
        for sheet in self._beside(cell, top):
            apart = abs(sheet.left - left)
            if NOTE_WIDTH <= apart < REACH:
                y, is_right = _shared(sheet, top, bottom), sheet.left > left
                if y is not None and (is_right not in near or apart < near[is_right][0]):
                    near[is_right] = (apart, y, sheet.left)
        if False in near:
            _apart, y, other = near[False]
            yield QLineF(left, y, other + NOTE_WIDTH, y)
        if True in near:
            _apart, y, other = near[True]
            yield QLineF(where.right(), y, other, y)

    def _upright(self, cell: Cell, where: QRectF) -> Iterator[QLineF]:
        """To the nearest one above and below that stands at the same x, from middle to middle."""
        top, bottom, left = where.top(), where.bottom(), where.left()
        same = [one for one in self._near(cell[0], top) if abs(one.left - left) < EXACT]
        x = where.center().x()
        above = max((one.bottom for one in same if one.bottom <= top + EXACT), default=None)
        below = min((one.top for one in same if one.top >= bottom - EXACT), default=None)
        if above is not None and top - above < CLOSE:
            yield QLineF(x, above, x, top)
        if below is not None and below - bottom < CLOSE:
            yield QLineF(x, bottom, x, below)

    def _beside(self, cell: Cell, top: float) -> Iterator[Sheet]:
        """What lies around a height of the board, in this column and in those beside it."""
        names = [column.stage for column in self.deck.plan.columns]
        place = names.index(cell[0])
        for stage in names[max(0, place - 1) : place + 2]:
            yield from self._near(stage, top)

    def _near(self, stage: Id | None, top: float) -> list[Sheet]:
        """What lies in a column around a height of the board, from above: on the stretch there and
        on those before and after it."""
        key = (stage, _stretch(top))
        if key not in self._sheets:
            low = (key[1] - 1) * REACH
            self._sheets[key] = sorted(self._beginning(stage, low, low + 3 * REACH))
        return self._sheets[key]

    def _beginning(self, stage: Id | None, low: float, high: float) -> Iterator[Sheet]:
        """What begins in a column between two heights of the board."""
        for cell, pile in self.deck.grid.piles.items():
            if cell[0] == stage and not pile.is_folded:
                corner = pile.corner.top
                for card in pile.beginning(low - corner, high - corner):
                    if card.id not in self.besides:
                        yield Sheet(card.top, card.bottom, card.left)


def _stretch(y: float) -> int:
    return int(y // REACH)


def _shared(sheet: Sheet, top: float, bottom: float) -> float | None:
    """The height that a neighbour has in common with what lies between these: an edge, else the
    middle."""
    if abs(sheet.top - top) < EXACT:
        return top
    if abs(sheet.bottom - bottom) < EXACT:
        return bottom
    middle = (top + bottom) / 2
    return middle if abs((sheet.top + sheet.bottom) / 2 - middle) < EXACT else None
