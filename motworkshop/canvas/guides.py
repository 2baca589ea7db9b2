"""Guides: the heights at which neighbours begin, end and have their middles, and lines to them."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF

from motworkshop.canvas.card import Card, Cell
from motworkshop.canvas.deck import Deck
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import Id
from motworkshop.values import dataclass

REACH = 700.0
"""Board pixels beyond which a note is no neighbour any more."""
CLOSE = 240.0
"""Board pixels up to which a line leads to the note above or below."""
EXACT = 0.75


@dataclass(frozen=True, slots=True)
class Guides:
    """The cards beside those that are dragged."""

    deck: Deck
    besides: frozenset[Id]
    _xs: dict[Cell, list[float]]

    @classmethod
    def around(cls, deck: Deck, besides: Iterable[Id]) -> "Guides":
        """The guides of a board while these notes are dragged."""
        return cls(deck, frozenset(besides), {})

    def lines(self, cell: Cell, y: float, height: float) -> list[float]:
        """Where a note of this height near y would be in line with one beside it, in order."""
        corner = self.deck.plan.corner(cell)[1]
        found = set()
        for card in self._beside(cell, corner + y):
            top = card.top - corner
            found |= {top, top + card.height - height, top + (card.height - height) / 2}
        return sorted(found)

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

    def _level(self, cell: Cell, where: QRectF) -> Iterable[QLineF]:
        """To the nearest one at the left and at the right; edges come before middles."""
        level = [
            (card.left - where.left(), y, card)
            for card in self._beside(cell, where.top())
            for y in _shared(card, where)
        ]
        for side in (-1, 1):
            beside = [(far * side, y, card) for far, y, card in level if far * side >= NOTE_WIDTH]
            near = min(beside, key=lambda one: one[0], default=None)
            if near is not None and near[0] < REACH:
                _distance, y, card = near
                start, end = (where.left(), card.right) if side < 0 else (where.right(), card.left)
                yield QLineF(start, y, end, y)

    def _upright(self, cell: Cell, where: QRectF) -> Iterable[QLineF]:
        """To the nearest one above and below that stands at the same x, from middle to middle."""
        same = [
            card
            for card in self._near(cell[0], where.top())
            if abs(card.left - where.left()) < EXACT
        ]
        x = where.center().x()
        above = [card.bottom for card in same if card.bottom <= where.top() + EXACT]
        below = [card.top for card in same if card.top >= where.bottom() - EXACT]
        if above and where.top() - max(above) < CLOSE:
            yield QLineF(x, max(above), x, where.top())
        if below and min(below) - where.bottom() < CLOSE:
            yield QLineF(x, where.bottom(), x, min(below))

    def _beside(self, cell: Cell, top: float) -> list[Card]:
        """The cards around a height of the board, in this column and in those beside it."""
        columns = self.deck.plan.columns
        names = [column.stage for column in columns]
        place = names.index(cell[0])
        return [
            card
            for stage in names[max(0, place - 1) : place + 2]
            for card in self._near(stage, top)
        ]

    def _near(self, stage: Id | None, top: float) -> list[Card]:
        """The cards of a column around a height of the board, from above."""
        found = []
        for cell, pile in self.deck.grid.piles.items():
            if cell[0] == stage and not pile.is_folded:
                corner = pile.corner.top
                found += pile.beginning(top - REACH - corner, top + REACH - corner)
        found = [card for card in found if card.id not in self.besides]
        return sorted(found, key=_top) if self.deck.plan.has_lanes else found


def _top(card: Card) -> float:
    return card.top


def _shared(card: Card, where: QRectF) -> list[float]:
    """The heights that a card has in common with a sheet: an edge, else the middle."""
    if abs(card.top - where.top()) < EXACT:
        return [where.top()]
    if abs(card.bottom - where.bottom()) < EXACT:
        return [where.bottom()]
    middle = where.center().y()
    return [middle] if abs((card.top + card.bottom) / 2 - middle) < EXACT else []
