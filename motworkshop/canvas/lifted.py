"""What somebody holds, as tiles of its own: painted where it comes into sight, then only copied."""

from collections.abc import Iterable, Sequence
from copy import copy
from math import inf

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from motworkshop.canvas.camera import Bounds, Camera
from motworkshop.canvas.card import Card
from motworkshop.canvas.copying import Frame, alone_among, lay_papers, sheets_of
from motworkshop.canvas.note_painter import NUMBERED
from motworkshop.canvas.parts import clip_to, pieces_of
from motworkshop.canvas.scene import Scene
from motworkshop.canvas.tiles import Tiles
from motworkshop.model.records import Id

SLICE = 0.002
"""Seconds that one repaint may spend on what was out of sight when it was lifted."""


class Lifted:
    """Cards that are painted away from their places."""

    def __init__(self, scene: Scene, camera: Camera) -> None:
        self._scene = scene
        self._camera = camera
        self._cards: frozenset[Id] = frozenset()
        self._alone: frozenset[Id] = frozenset()
        self._tiles = Tiles(self._draw, self._is_bare)

    def take(self, cards: Sequence[Card]) -> list[Bounds]:
        """Hold these cards, and no others; the pieces of the board that they cover. To be called
        before they are left out of it: what is in sight of them is copied from there."""
        self.drop()
        scene, camera = self._scene, self._camera
        self._cards = frozenset(card.id for card in cards)
        if not scene.lifted and camera.zoom >= NUMBERED:
            self._alone = alone_among(scene.deck.grid.touching(*camera.seen())) & self._cards
        self._tiles.refresh(camera, inf)
        self._alone = frozenset()
        return pieces_of(card.bounds for card in cards)

    def drop(self) -> None:
        """Hold nothing."""
        self._tiles.clear()
        self._cards = frozenset()

    def paint(self, painter: QPainter, shift: QPointF, parts: Iterable[QRect]) -> bool:
        """Draw them moved over the board in these parts of the widget, in device pixels; whether
        that is all of them."""
        camera = copy(self._camera)
        camera.left -= round(shift.x() * camera.scale)
        camera.top -= round(shift.y() * camera.scale)
        is_all = self._tiles.refresh(camera, SLICE)
        for part in parts:
            clip_to(painter, part, camera.dpr)
            self._tiles.paint(painter, camera, QRectF(part))
        painter.setClipping(False)
        return is_all

    def _found(self, scale: float, part: QRect) -> list[Card]:
        x, y = part.x() / scale, part.y() / scale
        right, bottom = (part.x() + part.width()) / scale, (part.y() + part.height()) / scale
        there = self._scene.deck.grid.touching(x, y, right, bottom)
        return [card for card in there if card.id in self._cards]

    def _is_bare(self, scale: float, part: QRect) -> bool:
        return not self._found(scale, part)

    def _draw(
        self, painter: QPainter, scale: float, part: QRect, _done: int, _end: float
    ) -> int | None:
        cards = self._found(scale, part)
        if self._alone:
            cards = self._copied(painter, scale, part, cards)
        scene = self._scene
        scene.painter.paint(painter, cards, (0, 0), scale, self._camera.dpr, scene.selected)
        return None

    def _copied(
        self, painter: QPainter, scale: float, part: QRect, cards: Sequence[Card]
    ) -> list[Card]:
        """Copy from the board what nothing lies on; what is left to be painted."""
        scene, frame = self._scene, Frame(0, 0, scale, self._camera.dpr)
        alone = [card for card in cards if card.id in self._alone]
        if not scene.tiles.is_true(scale, part):
            return list(cards)
        lay_papers(painter, scene.painter, alone, frame, scene.selected)
        painter.save()
        painter.setClipPath(sheets_of(alone, frame), Qt.ClipOperation.IntersectClip)
        scene.tiles.copy(painter, scale, part)
        painter.restore()
        return [card for card in cards if card.id not in self._alone]
