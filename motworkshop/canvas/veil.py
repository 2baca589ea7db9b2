"""The veil over notes that do not match, with the matches on top of it.

It lies over the tiles and leaves them as they are: a search among ten thousand notes has nothing
to paint but papers, and copies what is written on them from the tiles. Painting the matches anew
took three times as long.
"""

from collections.abc import Callable, Set
from operator import attrgetter
from typing import TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from motworkshop.canvas.camera import Bounds, Camera
from motworkshop.canvas.card import Card
from motworkshop.canvas.colours import faded
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.grid import SIZE as SQUARE
from motworkshop.canvas.note_painter import NUMBERED, NotePainter
from motworkshop.look import NOTE_CORNER, Theme
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import Id

VEIL = 0.72
"""How much of what lies below the veil takes away, 0 to 1."""
FEW = 200
"""So many notes are painted without asking which of them are in sight."""
CROWD = 16
"""Notes for each square of the grid in a part of the board that is worth looking up."""
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

    def forget(self) -> None:
        """Notes lie elsewhere now."""
        self._overlapping.clear()

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
        cards = self._cards(bright, camera.seen(where))
        if camera.zoom < NUMBERED:  # nothing is written on papers so far away
            self._lay_papers(painter, cards, selected)
            return
        alone = [card for card in cards if not self._overlaps(card)]
        self._lay_papers(painter, alone, selected)
        self._copy_sheets(painter, alone, board)
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

    def _lay_papers(self, painter: QPainter, cards: list[Card], selected: Set[Id]) -> None:
        """Thousands of them go by in a few milliseconds, so this looks up as little as it can."""
        camera, draw = self._camera, painter.drawPixmap
        scale, left, top = camera.scale, camera.left, camera.top
        known: dict[int, tuple[int, QPixmap]] = {}
        for card in cards:
            is_selected = card.id in selected
            is_plain = not (card.stacked or card.standing or card.is_locked or is_selected)
            kind = card.steps * 16 + card.style if is_plain else -1
            paper = known.get(kind)
            if paper is None:
                one = self._painter.paper(card, scale, camera.dpr, is_selected=is_selected)
                paper = (one.margin, one.pixmap)
                if is_plain:
                    known[kind] = paper
            margin, pixmap = paper
            x, y = round(card.left * scale) - left, round(card.top * scale) - top
            draw(x - margin, y - margin, pixmap)

    def _copy_sheets(self, painter: QPainter, cards: list[Card], board: PaintBoard) -> None:
        """What is written on notes that nothing lies on is on the board already."""
        camera, path = self._camera, QPainterPath()
        scale, left, top = camera.scale, camera.left, camera.top
        inset = round(NOTE_CORNER * scale) + 1
        width = max(2, round(NOTE_WIDTH * scale)) - 2 * inset
        for card in cards:
            x, y = round(card.left * scale) - left, round(card.top * scale) - top
            height = max(2, round(card.height * scale)) - 2 * inset
            path.addRect(x + inset, y + inset, width, height)
        painter.save()
        painter.setClipPath(path)
        board(painter)
        painter.restore()

    def _overlaps(self, card: Card) -> bool:
        known = self._overlapping.get(card.id)
        if known is None:
            known = self._overlapping[card.id] = self._deck.grid.overlaps(card)
        return known
