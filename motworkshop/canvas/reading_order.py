"""In which order one reads the board: stage by stage, lane by lane, from the upper left."""

from motworkshop.canvas.card import Card
from motworkshop.canvas.deck import Deck
from motworkshop.model.records import Id


def in_reading_order(deck: Deck) -> list[Id]:
    """All notes on the board; the parking lot comes first, as it lies at the left."""
    columns = {column.stage: place for place, column in enumerate(deck.plan.columns)}
    cards = deck.cards.values()
    order = sorted(
        cards, key=lambda card: (columns[card.cell[0]], *_row(deck, card), card.y, card.x)
    )
    return [card.id for card in order]


def _row(deck: Deck, card: Card) -> tuple[float]:
    return (deck.plan.corner(card.cell)[1],)


def beside(deck: Deck, note: Id | None, step: int) -> Id | None:
    """The next (1) or the one before (−1) in reading order; None at the end."""
    order = in_reading_order(deck)
    if not order:
        return None
    if note not in deck.cards:
        return order[0 if step > 0 else -1]
    place = order.index(note) + step
    return order[place] if 0 <= place < len(order) else None


def first_of(deck: Deck, stage: Id | None) -> Id | None:
    """The first note of a column; None if none is seen there."""
    inside = (card for card in deck.cards.values() if card.cell[0] == stage)
    first = min(inside, key=lambda card: (card.top, card.left), default=None)
    return first.id if first else None


def first_in_row(deck: Deck, lane: Id | None) -> Id | None:
    """The first note of a lane, or of what is in none; None if none is seen there."""
    inside = [
        card for card in deck.cards.values() if card.cell[0] is not None and card.cell[1] == lane
    ]
    columns = {column.stage: place for place, column in enumerate(deck.plan.columns)}
    first = min(inside, key=lambda card: (columns[card.cell[0]], card.y, card.x), default=None)
    return first.id if first else None


def above_or_below(deck: Deck, note: Id, step: int) -> Id | None:
    """The nearest note below (1) or above (−1) in the same column; None at its end."""
    here = deck.cards[note]
    same = [
        card
        for cell, pile in deck.grid.piles.items()
        if cell[0] == here.cell[0] and not pile.is_folded
        for card in pile.order
        if (card.top - here.top) * step > 1
    ]
    if not same:
        return None
    return min(same, key=lambda card: abs(card.top - here.top) + 2 * abs(card.left - here.left)).id
