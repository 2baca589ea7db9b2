"""The veil over notes that do not match, with the matches on top of it.

It lies over the tiles and leaves them as they are: a search among ten thousand notes has nothing
to paint but papers, and copies what is written on them from the tiles. Painting the matches anew
took three times as long.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import islice
from operator import attrgetter
from time import perf_counter
from typing import TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from motworkshop.canvas.camera import Bounds, Camera
from motworkshop.canvas.card import Card
from motworkshop.canvas.colours import faded
from motworkshop.canvas.copying import Frame, Spot, lay_papers, lay_spots, sheets_of, spot_of
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
    """Which notes are bright; None while there is no veil. It keeps no facts of the workshop."""

    def __init__(self, deck: Deck, painter: NotePainter, camera: Camera) -> None:
        self.bright: Set[Id] | None = None
        self._deck = deck
        self._painter = painter
        self._camera = camera
        self._overlapping: dict[Id, bool] = {}
        self._spots: list[Spot] | None = None
        self._is_ready = False
        self._coming: Iterator[Card] = iter(())

    def follow(self, damage: Damage) -> None:
        """These notes lie elsewhere now, or look otherwise."""
        self._overlapping.clear()
        is_whole = damage.is_whole or len(damage.notes) > AT_ONCE
        if is_whole or not self._is_ready or not all(map(self._follow_note, damage.notes)):
            self.forget()

    def forget(self) -> None:
        """Notes lie elsewhere now, or look otherwise."""
        self._overlapping.clear()
        self._spots = None
        self._is_ready = False

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
        """Gather spots for about so long, for the first letter of a search; whether all are."""
        end = perf_counter() + seconds
        if self._spots is None:
            self._spots = []
            self._coming = iter(sorted(self._deck.cards.values(), key=_NUMBER))
        while some := list(islice(self._coming, AT_ONCE)):
            self._spots += map(spot_of, some)
            if perf_counter() >= end:
                return False
        self._is_ready = True
        return True

    def spots(self) -> Sequence[Spot]:
        """All notes of the board, the uppermost last."""
        while not self.prepare(1.0):
            pass
        return self._spots or []

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        where: QRectF,
        board: PaintBoard,
        besides: Set[Id],
        selected: Set[Id],
    ) -> None:
        """Lay it over what is painted there (pixels of the widget), and bright notes on it, but
        not those of `besides`."""
        if self.bright is None:
            return
        camera = self._camera
        dpr = camera.dpr
        painter.fillRect(
            QRectF(where.topLeft() * dpr, where.size() * dpr), faded(theme.board, VEIL)
        )
        bright = self.bright - besides if besides else self.bright
        frame = Frame(camera.left, camera.top, camera.scale, dpr)
        if camera.zoom < NUMBERED and len(bright) >= FEW:
            spots = [spot for spot in self.spots() if spot[0] in bright]
            lay_spots(painter, self._painter, spots, frame, selected)
            return  # nothing is written on papers so far away
        cards = self._cards(bright, camera.seen(where))
        alone = [card for card in cards if not self._overlaps(card)]
        lay_papers(painter, self._painter, alone, frame, selected)
        painter.save()
        painter.setClipPath(sheets_of(alone, frame))
        board(painter)  # what is written on notes that nothing lies on is on it already
        painter.restore()
        if len(alone) < len(cards):
            others = [card for card in cards if self._overlaps(card)]
            origin = (-camera.left, -camera.top)
            self._painter.paint(painter, others, origin, camera.scale, dpr, selected)

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
