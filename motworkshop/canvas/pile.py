"""The cards of one cell: in order from above, and what they take of it."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from motworkshop.canvas.card import MARGIN, Card, Corner
from motworkshop.canvas.plan import Extent
from motworkshop.model.layout import COLUMNS, NOTE_WIDTH, STEP
from motworkshop.model.records import Id, Note
from motworkshop.model.room import Sheet, Taken, slot_x

_Y = attrgetter("y")


class Pile:
    """Kept in step card by card, so that an edit costs what it moves and a look what lies near.

    Cards are made, and put in order, when somebody first asks: most cells of a board that opens
    are not seen. All of them have the same `corner`; `is_folded`: its stage or lane is collapsed.
    """

    __slots__ = (
        "_cards",
        "_coming",
        "_deepest",
        "_east",
        "_order",
        "_taken",
        "_tallest",
        "_under",
        "_west",
        "_xs",
        "corner",
        "is_folded",
    )

    def __init__(self, corner: Corner) -> None:
        self.corner = corner
        self._cards: dict[Id, Card] = {}
        self._coming: Callable[[], Iterable[Card]] | None = None
        self.is_folded = False
        self._xs: Counter[float] = Counter()
        self._under = self._tallest = 0
        self._west = self._east = 0.0
        self._deepest: float | None = 0.0
        self._order: list[Card] | None = None
        self._taken: Taken | None = None

    def fill(self, notes: Sequence[Note], under: int, make: Callable[[], Iterable[Card]]) -> None:
        """These came to where none were, and so many lie under them: as `add` of each of their
        cards, which are made when somebody asks for one."""
        self._coming = make
        self._xs = Counter([note.x for note in notes])
        self._under = under
        self._west = min(self._west, *self._xs)
        self._east = max(self._east, max(self._xs) + NOTE_WIDTH)
        self._tallest = max([note.height for note in notes])
        self._deepest = max(0.0, *[note.y + note.height * STEP for note in notes])
        self.forget_order()

    @property
    def cards(self) -> dict[Id, Card]:
        """All of them by note; not to be changed."""
        if self._coming is not None:
            make, self._coming = self._coming, None
            self._cards = {card.id: card for card in make()}
        return self._cards

    def add(self, card: Card) -> None:
        """A card came."""
        card.corner = self.corner
        self.cards[card.id] = card
        self._xs[card.x] += 1
        self._under += card.stacked
        self._west, self._east = min(self._west, card.x), max(self._east, card.x + NOTE_WIDTH)
        self._tallest = max(self._tallest, card.steps)
        if self._deepest is not None:
            self._deepest = max(self._deepest, card.y + card.steps * STEP)
        if self._order is not None:
            insort(self._order, card, key=_Y)
        if self._taken is not None:
            self._taken.add(*sheet_of_card(card))

    def remove(self, card: Card) -> None:
        """A card went."""
        del self.cards[card.id]
        self._xs[card.x] -= 1
        if not self._xs[card.x]:
            del self._xs[card.x]
        self._under -= card.stacked
        if card.y + card.steps * STEP == self._deepest:
            self._deepest = None
        if self._order is not None:
            place = bisect_left(self._order, card.y, key=_Y)
            while self._order[place] is not card:
                place += 1
            del self._order[place]
        if self._taken is not None:
            self._taken.remove(*sheet_of_card(card))

    def forget_order(self) -> None:
        """So many will come or go that it is quicker to put them in order anew."""
        self._order = self._taken = None

    def put_in_order(self) -> bool:
        """Do now what somebody may ask for; whether it was still to be done."""
        if self._order is not None and self._taken is not None:
            return False
        made = (self.order, self.taken)  # by asking for both
        return bool(made)

    @property
    def taken(self) -> Taken:
        """What they take of the cell; to be copied before it is filled further."""
        if self._taken is None:
            self._taken = Taken(map(sheet_of_card, self.cards.values()))
            for slot in range(COLUMNS):
                self._taken.gaps(slot_x(slot))
        return self._taken

    @property
    def order(self) -> list[Card]:
        """All of them from above; not to be changed."""
        if self._order is None:
            self._order = sorted(self.cards.values(), key=_Y)
        return self._order

    def extent(self) -> Extent:
        """How far those reach that are seen, and how many there are."""
        count = self._xs.total() + self._under
        if self.is_folded or not self._xs:
            return Extent(0.0, 0.0, count, self._under)
        if self._deepest is None:
            self._deepest = self.taken.lowest
        return Extent(max(self._xs) + NOTE_WIDTH, self._deepest, count, self._under)

    def xs(self, besides: Iterable[Card] = ()) -> set[float]:
        """Where notes stand from left to right, apart from some."""
        return set(self._xs - Counter(card.x for card in besides))

    def beginning(self, low: float, high: float) -> list[Card]:
        """Those whose upper edge lies there, from above; `high` not included."""
        order = self.order
        first = bisect_left(order, low, key=_Y)
        return order[first : bisect_left(order, high, first, key=_Y)]

    def ending_above(self, y: float) -> int:
        """How many, counted from above, end above this height whatever their own is."""
        return bisect_left(self.order, y - self._tallest * STEP, key=_Y)

    def within(self, low: float, high: float) -> list[Card]:
        """Those that touch the heights from `low` to `high` of the cell, from above."""
        order = self.order
        first = self.ending_above(low)
        last = bisect_right(order, high, first, key=_Y)
        return [card for card in order[first:last] if card.y + card.steps * STEP >= low]

    def touching(self, left: float, top: float, right: float, bottom: float) -> list[Card]:
        """Those of which something may be painted in this rectangle of the board."""
        west, east = left - self.corner.left - MARGIN, right - self.corner.left + MARGIN
        if self.is_folded or east < self._west or west > self._east:
            return []
        start, origin = west - NOTE_WIDTH, self.corner.top
        inside = self.within(top - origin - MARGIN, bottom - origin + MARGIN)
        return [card for card in inside if start <= card.x <= east]


def sheet_of_card(card: Card) -> Sheet:
    """What a card takes of its cell."""
    return card.x, card.y, card.y + card.steps * STEP
