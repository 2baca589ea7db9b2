"""The veil over notes that do not match, with the matches on top of it.

It lies over the tiles and leaves them as they are: a search among ten thousand notes has nothing
to paint but papers, and copies what is written on them from the tiles. Painting the matches anew
took three times as long.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Set
from itertools import islice
from operator import attrgetter
from time import perf_counter
from typing import TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from motworkshop.canvas.camera import Bounds, Camera
from motworkshop.canvas.card import Card
from motworkshop.canvas.colours import faded
from motworkshop.canvas.copying import (
    Frame,
    LaidPapers,
    Spot,
    lay_papers,
    sheets_of,
    spot_of,
)
from motworkshop.canvas.deck import Damage, Deck
from motworkshop.canvas.note_painter import NUMBERED, NotePainter
from motworkshop.look import Theme
from motworkshop.model.records import Id

VEIL = 0.72
"""How much of what lies below the veil takes away, 0 to 1."""
FEW = 200
"""So many notes are painted without asking which of them are in sight."""
SQUARE, CROWD = 512.0, 16
"""So many notes for each square of so many board pixels: in a part of the board that holds less
it is worth to look them up."""
AT_ONCE = 500
_NUMBER = attrgetter("number")

PaintBoard: TypeAlias = Callable[[QPainter], None]
"""Paints the board without a veil, in device pixels."""


class Veil:
    """Which notes are bright (None while there is no veil) and which of them drawn as selected. It
    keeps no facts of the workshop."""

    def __init__(self, deck: Deck, painter: NotePainter, camera: Camera) -> None:
        self.bright: Set[Id] | None = None
        self.selected: Set[Id] = frozenset()
        self._deck = deck
        self._painter = painter
        self._camera = camera
        self._overlapping: dict[Id, bool] = {}
        self._spots: list[Spot] | None = None
        self._is_ready = False
        self._coming: Iterator[Card] = iter(())
        self._stale: set[Id] = set()
        self._laid: LaidPapers | None = None

    def follow(self, damage: Damage) -> None:
        """These notes lie elsewhere now, or look otherwise; `prepare` looks at them."""
        self._overlapping.clear()
        self._laid = None
        self._stale |= damage.notes
        if damage.is_whole or len(self._stale) > AT_ONCE or not self._is_ready:
            self.forget()

    def forget(self) -> None:
        """Notes lie elsewhere now, or look otherwise."""
        self._overlapping.clear()
        self._laid = None
        self._spots = None
        self._is_ready = False
        self._stale = set()

    def _follow_note(self, note: Id) -> bool:
        """Bring the spot of a note up to date; not where notes have come or gone."""
        spots, card = self._spots, self._deck.cards.get(note)
        if spots is None or card is None:
            return False
        place = bisect_left(spots, card.number, key=_number_of)
        is_there = place < len(spots) and spots[place].note == note
        if is_there:
            spots[place] = spot_of(card)
        return is_there

    def prepare(self, seconds: float) -> bool:
        """Get ready for the next letter of a search for about so long; whether all is."""
        end = perf_counter() + seconds
        return self._gather(end) and (not self._is_far() or self._lay(end))

    def _gather(self, end: float) -> bool:
        """The spots of all notes, the uppermost last; whether there was time for all."""
        if not all(map(self._follow_note, self._stale)):
            self.forget()
        self._stale = set()
        if self._spots is None:
            self._spots = []
            self._coming = iter(sorted(self._deck.cards.values(), key=_NUMBER))
        while some := list(islice(self._coming, AT_ONCE)):
            self._spots += map(spot_of, some)
            if perf_counter() >= end:
                return False
        self._is_ready = True
        return True

    def _lay(self, end: float) -> bool:
        """Their papers where they lie now; the board stands still while somebody types."""
        spots, laid, frame = self._spots or [], self._laid, self._frame()
        if laid is None or laid.frame != frame or laid.selected is not self.selected:
            laid = self._laid = LaidPapers(self._painter, frame, self.selected)
        while len(laid) < len(spots):
            laid.add(spots[len(laid) : len(laid) + AT_ONCE])
            if perf_counter() >= end:
                return False
        return True

    def _is_far(self) -> bool:
        """Whether nothing is written on the papers, so far away are they."""
        return self._camera.zoom < NUMBERED

    def _frame(self) -> Frame:
        camera = self._camera
        return Frame(camera.left, camera.top, camera.scale, camera.dpr)

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        where: QRectF,
        board: PaintBoard,
        besides: Set[Id],
    ) -> None:
        """Lay it over what is painted there (pixels of the widget), and bright notes on it, but
        not those of `besides`."""
        if self.bright is None:
            return
        dpr, frame, selected = self._camera.dpr, self._frame(), self.selected
        painter.fillRect(
            QRectF(where.topLeft() * dpr, where.size() * dpr), faded(theme.board, VEIL)
        )
        bright = self.bright - besides if besides else self.bright
        if self._is_far() and len(bright) >= FEW:
            self._draw_all(painter, bright)
            return
        cards = self._cards(bright, self._camera.seen(where))
        alone = [card for card in cards if not self._overlaps(card)]
        lay_papers(painter, self._painter, alone, frame, selected)
        painter.save()
        painter.setClipPath(sheets_of(alone, frame))
        board(painter)  # what is written on notes that nothing lies on is on it already
        painter.restore()
        if len(alone) < len(cards):
            others = [card for card in cards if self._overlaps(card)]
            origin = (-frame.left, -frame.top)
            self._painter.paint(painter, others, origin, frame.scale, dpr, selected)

    def _draw_all(self, painter: QPainter, bright: Set[Id]) -> None:
        while not self.prepare(1.0):
            pass
        if self._laid is not None:
            self._laid.draw(painter, bright)

    def _cards(self, bright: Set[Id], area: Bounds) -> list[Card]:
        """At least the bright notes in a part of the board, the uppermost last: one by one if they
        are few, by their place in a small part of the board, or else from all notes."""
        cards = self._deck.cards
        if len(bright) < FEW:
            return sorted((cards[note] for note in bright if note in cards), key=_NUMBER)
        left, top, right, bottom = area
        squares = ((right - left) / SQUARE + 1) * ((bottom - top) / SQUARE + 1)
        if squares * CROWD < len(cards):
            return [card for card in self._deck.grid.touching(*area) if card.id in bright]
        return sorted((card for card in cards.values() if card.id in bright), key=_NUMBER)

    def _overlaps(self, card: Card) -> bool:
        known = self._overlapping.get(card.id)
        if known is None:
            known = self._overlapping[card.id] = self._deck.grid.overlaps(card)
        return known


def _number_of(spot: Spot) -> int:
    return spot.card.number
