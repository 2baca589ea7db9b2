"""Notes that have been painted already, drawn again somewhere: papers, and what is written copied.

Setting a text takes a hundred times as long as copying it.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Set
from itertools import compress
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


def lay_papers(
    painter: QPainter, notes: NotePainter, cards: Iterable[Card], frame: Frame, selected: Set[Id]
) -> None:
    """Draw the bare papers of these cards."""
    for _spot, x, y, paper in _laid(notes, map(spot_of, cards), frame, selected):
        painter.drawPixmap(x, y, paper)


def _laid(
    notes: NotePainter, spots: Iterable[Spot], frame: Frame, selected: Set[Id]
) -> Iterator[tuple[Spot, int, int, QPixmap]]:
    """Where the papers of these lie, in device pixels. Thousands of them go by in a few
    milliseconds, so this looks up as little as it can."""
    left, top, scale, dpr = frame
    known: dict[int, tuple[int, int, QPixmap]] = {}
    for spot in spots:
        note, x, y, look, card = spot
        if look not in known or note in selected:
            paper = notes.paper(card, scale, dpr, is_selected=note in selected)
            across, down, pixmap = left + paper.margin, top + paper.margin, paper.pixmap
            if look >= 0 and note not in selected:
                known[look] = (across, down, pixmap)
        else:
            across, down, pixmap = known[look]
        yield spot, round(x * scale) - across, round(y * scale) - down, pixmap


class LaidPapers:
    """The bare papers of many spots where they lie in a frame, some of which are drawn at every key
    of a search: to work out where takes longer than to draw them."""

    def __init__(self, notes: NotePainter, frame: Frame, selected: Set[Id]) -> None:
        self.frame, self.selected = frame, selected
        self._painter = notes
        self._notes: list[Id] = []
        self._across: list[int] = []
        self._down: list[int] = []
        self._papers: list[QPixmap] = []

    def __len__(self) -> int:
        return len(self._notes)

    def add(self, spots: Iterable[Spot]) -> None:
        """Lay these too."""
        for spot, x, y, paper in _laid(self._painter, spots, self.frame, self.selected):
            self._notes.append(spot.note)
            self._across.append(x)
            self._down.append(y)
            self._papers.append(paper)

    def draw(self, painter: QPainter, bright: Set[Id]) -> None:
        """Draw those of these notes."""
        wanted = list(map(bright.__contains__, self._notes))
        chosen = (compress(those, wanted) for those in (self._across, self._down, self._papers))
        deque(map(painter.drawPixmap, *chosen), maxlen=0)


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
