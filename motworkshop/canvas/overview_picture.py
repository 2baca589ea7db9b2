"""The board at the size of a stamp, kept up to date piece by piece.

At that size a note is a spot of colour. What an edit touches is drawn again at once; where the
whole picture has become another one it is made anew in slices, beside the one that is shown.
"""

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from motworkshop.canvas.camera import Bounds
from motworkshop.canvas.colours import mixed
from motworkshop.canvas.ground import paint_ground
from motworkshop.canvas.scene import Scene
from motworkshop.look import category_style
from motworkshop.model.layout import NOTE_HEIGHT, NOTE_WIDTH

STRIP = 8
"""Pixels of the strips in which it is made anew."""
MOST_PATCHES = 60
"""Of more places that have changed the picture is made anew."""
THINNEST = 48
"""Pixels; a board that is much longer than wide, or wider than long, is not shown as a thread."""


class Mapping:
    """Where places of the board lie on a picture of at most this size."""

    def __init__(self, bounds: Bounds, most: QSize) -> None:
        left, top, right, bottom = bounds
        width, height = max(1.0, right - left), max(1.0, bottom - top)
        scale = min(most.width() / width, most.height() / height)
        self.left, self.top = left, top
        self.size = QSize(
            max(THINNEST, round(width * scale)), max(THINNEST, round(height * scale))
        ).boundedTo(most)
        self.across = self.size.width() / width
        self.down = self.size.height() / height

    def rect(self, bounds: Bounds) -> QRectF:
        """A part of the board on the picture."""
        left, top, right, bottom = bounds
        return QRectF(
            (left - self.left) * self.across,
            (top - self.top) * self.down,
            (right - left) * self.across,
            (bottom - top) * self.down,
        )

    def bounds(self, rect: QRect) -> Bounds:
        """A part of the picture on the board."""
        return (
            self.left + rect.left() / self.across,
            self.top + rect.top() / self.down,
            self.left + (rect.right() + 1) / self.across,
            self.top + (rect.bottom() + 1) / self.down,
        )


class OverviewPicture:
    """The picture of a scene's board, in a size of at most so many pixels."""

    def __init__(self, scene: Scene, most: QSize) -> None:
        self._scene = scene
        self._most = most
        self._dpr = 1.0
        self._next: QPixmap | None = None
        self._drawn = 0
        self._patches: list[Bounds] = []
        self.pixmap: QPixmap | None = None
        self.mapping = self._coming = Mapping(scene.deck.content(), most)

    @property
    def shown(self) -> QPixmap | None:
        """What there is to see: the first one already while it is being made."""
        return self._next if self.pixmap is None else self.pixmap

    def suit(self, dpr: float) -> None:
        """Be there, and right for a screen of this density."""
        if dpr != self._dpr or (self.pixmap is None and self._next is None):
            self.begin(dpr)

    def begin(self, dpr: float) -> None:
        """Make it anew for a screen of this density; the old one is shown until then, and before
        there is any the bands of the stages, which cost next to nothing."""
        self._dpr = dpr
        self._coming = Mapping(self._scene.deck.content(), self._most)
        self._next = QPixmap(self._coming.size * dpr)
        self._next.setDevicePixelRatio(dpr)
        self._drawn = 0
        self._patches = []
        if self.pixmap is None:
            self.mapping = self._coming
            painter = QPainter(self._next)
            self._draw_ground(painter, self._coming, QRect(QPoint(0, 0), self._coming.size))
            painter.end()

    def touch(self, areas: Sequence[Bounds]) -> None:
        """Something has changed there; it is drawn again when one proceeds."""
        self._patches += [area for area in areas if area not in self._patches]
        if len(self._patches) > MOST_PATCHES or not self._fits():
            self.begin(self._dpr)

    def proceed(self, seconds: float) -> bool:
        """Draw for about so long what is not yet drawn; whether nothing is left."""
        end = perf_counter() + seconds
        while self._next is not None:
            height = self._coming.size.height()
            self._draw(self._next, self._coming, QRect(self._drawn, 0, STRIP, height))
            self._drawn += STRIP
            if self._drawn >= self._coming.size.width():
                self.pixmap, self.mapping, self._next = self._next, self._coming, None
            if perf_counter() >= end:
                break
        while self._next is None and self._patches and perf_counter() < end:
            self._patch(self._patches.pop())
        return self._next is None and not self._patches

    def _patch(self, area: Bounds) -> None:
        if self.pixmap is not None:
            spot = self.mapping.rect(area).toAlignedRect().adjusted(-1, -1, 1, 1)
            whole = QRect(QPoint(0, 0), self.mapping.size)
            self._draw(self.pixmap, self.mapping, spot.intersected(whole))

    def _fits(self) -> bool:
        """Whether the board is still as large as when this was drawn."""
        mapping = Mapping(self._scene.deck.content(), self._most)
        now = self._coming
        return (mapping.left, mapping.across, mapping.down) == (now.left, now.across, now.down)

    def _draw(self, picture: QPixmap, mapping: Mapping, where: QRect) -> None:
        if where.isEmpty():
            return
        painter = QPainter(picture)
        painter.setClipRect(where)
        self._draw_ground(painter, mapping, where)
        across, down, west, north = mapping.across, mapping.down, mapping.left, mapping.top
        papers, is_dark = self._papers(), self._scene.painter.is_face_down
        width = max(1.0, NOTE_WIDTH * across)
        fill, spots = painter.fillRect, set()
        is_dust = NOTE_HEIGHT * down < 1  # of many notes on one pixel one is drawn
        for card in self._scene.deck.grid.touching(*mapping.bounds(where)):
            x, y = (card.left - west) * across, (card.top - north) * down
            if is_dust:
                spot = (int(x), int(y), card.style)
                if spot in spots:
                    continue
                spots.add(spot)
            paper = papers[0 if is_dark else card.style]
            fill(QRectF(x, y, width, max(1.0, card.height * down)), paper)
        painter.end()

    def _draw_ground(self, painter: QPainter, mapping: Mapping, where: QRect) -> None:
        """Bands of stages; drawn at the board's own shape and drawn out like the notes."""
        scene = self._scene
        left, top, right, bottom = mapping.bounds(where)
        painter.save()
        painter.scale(1, mapping.down / mapping.across)
        scale = mapping.across
        painter.translate(-mapping.left * scale, -mapping.top * scale)
        area = QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
        paint_ground(painter, scene.deck.plan, scene.theme, scale, area, 1)
        painter.restore()

    def _papers(self) -> list[QColor]:
        """A paper for each style, a little darker, so that a spot stands out without an outline."""
        styles = [category_style(number or None) for number in range(9)]
        return [mixed(style.paper, style.mark, 0.25) for style in styles]
