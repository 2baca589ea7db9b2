"""Notes that have been painted already, drawn again somewhere: papers, and what is written copied.

Setting a text takes a hundred times as long as copying it.
"""

from collections.abc import Iterable, Set
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from motworkshop.canvas.card import Card
from motworkshop.canvas.note_painter import NotePainter
from motworkshop.look import NOTE_CORNER
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import Id


class Frame(NamedTuple):
    """Which part of the board is drawn: its corner in device pixels at this scale."""

    left: int
    top: int
    scale: float
    dpr: float


def lay_papers(
    painter: QPainter, notes: NotePainter, cards: Iterable[Card], frame: Frame, selected: Set[Id]
) -> None:
    """Draw the bare papers of these cards."""
    lay_spots(painter, notes, map(spot_of, cards), frame, selected)


class Spot(NamedTuple):
    """What is needed to draw a card's paper: where it lies on the board, and its look as a number;
    those of the same number have the same paper, unless it is below 0."""

    note: Id
    x: float
    y: float
    look: int
    card: Card


def spot_of(card: Card) -> Spot:
    """The spot of a card as it is now."""
    is_plain = not (card.stacked or card.standing or card.is_locked)
    look = card.steps * 16 + card.style if is_plain else -1
    return Spot(card.id, card.left, card.top, look, card)


def lay_spots(
    painter: QPainter, notes: NotePainter, spots: Iterable[Spot], frame: Frame, selected: Set[Id]
) -> None:
    """Draw the bare papers of these. Thousands of them go by in a few milliseconds, so this looks
    up as little as it can."""
    draw, (left, top, scale, dpr) = painter.drawPixmap, frame
    known: dict[int, tuple[int, int, QPixmap]] = {}
    for note, x, y, look, card in spots:
        if look not in known or note in selected:
            paper = notes.paper(card, scale, dpr, is_selected=note in selected)
            across, down, pixmap = left + paper.margin, top + paper.margin, paper.pixmap
            if look >= 0 and note not in selected:
                known[look] = (across, down, pixmap)
        else:
            across, down, pixmap = known[look]
        draw(round(x * scale) - across, round(y * scale) - down, pixmap)


def sheets_of(cards: Iterable[Card], frame: Frame) -> QPainterPath:
    """Where something may be written on them: inside their edges."""
    path, (left, top, scale, _dpr) = QPainterPath(), frame
    inset = round(NOTE_CORNER * scale) + 1
    width = max(2, round(NOTE_WIDTH * scale)) - 2 * inset
    for card in cards:
        x, y = round(card.left * scale) - left, round(card.top * scale) - top
        height = max(2, round(card.height * scale)) - 2 * inset
        path.addRect(x + inset, y + inset, width, height)
    return path


def alone_among(cards: Iterable[Card]) -> frozenset[Id]:
    """Those on and under which no other one lies."""
    order = sorted((card.top, card.bottom, card.left, card.id) for card in cards)
    hidden: set[Id] = set()
    for place, (_top, bottom, left, note) in enumerate(order):
        for after in range(place + 1, len(order)):
            top, _bottom, beside, other = order[after]
            if top >= bottom:
                break
            if abs(beside - left) < NOTE_WIDTH:
                hidden |= {note, other}
    return frozenset(note for *_edges, note in order) - hidden
