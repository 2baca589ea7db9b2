"""The board as tiles: painted once for each zoom, copied at every repaint, bounded in number.

What changes on the board is painted again where it has changed, not whole tiles; and a tile is
painted in parts, so that no single step takes long enough to be felt.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from time import perf_counter
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from motworkshop.canvas.camera import Bounds, Camera

SIZE = 512
"""Device pixels of a tile's side."""
PART = 256
"""Device pixels of the parts in which a tile is painted."""
FEWEST_KEPT = 64
MANY = 60
"""Of more areas at once it is only asked which tiles they touch."""
MOST_PATCHES = 8
"""Of more places that have changed on one tile it is painted anew as a whole."""

DrawTile: TypeAlias = Callable[[QPainter, float, QRect], None]
"""Draws a rectangle of the board, which is in device pixels at this scale."""


class Key(NamedTuple):
    """A tile's scale and its place in the endless grid of tiles."""

    scale: float
    column: int
    row: int


@dataclass(slots=True)
class Tile:
    """A tile and what has still to be painted of it, from its corner; a stale one is shown until
    that has been done, but not one that has never been `whole`."""

    pixmap: QPixmap
    waiting: list[QRect] = field(default_factory=list)
    is_whole: bool = False


class Tiles:
    """The tiles painted so far, the last used ones; `draw` paints what lies on one."""

    def __init__(self, draw: DrawTile) -> None:
        self._draw = draw
        self._kept: OrderedDict[Key, Tile] = OrderedDict()

    def paint(self, painter: QPainter, camera: Camera, where: QRectF | None = None) -> None:
        """Copy the tiles that there are, in device pixels."""
        kept, left, top, draw = self._kept, camera.left, camera.top, painter.drawPixmap
        for key in _in_sight(camera, where):
            tile = kept.get(key)
            if tile is not None and tile.is_whole:
                draw(key.column * SIZE - left, key.row * SIZE - top, tile.pixmap)

    def refresh(self, camera: Camera, seconds: float) -> bool:
        """Paint what is missing and stale in sight for about so long; whether nothing is left."""
        keys = list(_in_sight(camera))
        for key in keys:
            if key in self._kept:
                self._kept.move_to_end(key)
        return self._paint_waiting(keys, seconds, max(FEWEST_KEPT, 4 * len(keys)))

    def prepare(self, camera: Camera, seconds: float) -> bool:
        """Paint what lies around the view, for the hand that pans next; whether all is there."""
        around = _in_sight(camera, None, 1)
        in_sight = set(_in_sight(camera))
        keys = [key for key in around if key not in in_sight]
        return self._paint_waiting(keys, seconds, max(FEWEST_KEPT, 4 * len(in_sight)))

    def has_all(self, camera: Camera) -> bool:
        """Whether every tile in sight is there, if perhaps stale."""
        found = (self._kept.get(key) for key in _in_sight(camera))
        return all(tile is not None and tile.is_whole for tile in found)

    def has_any(self, camera: Camera) -> bool:
        """Whether one tile in sight is there."""
        found = (self._kept.get(key) for key in _in_sight(camera))
        return any(tile is not None and tile.is_whole for tile in found)

    def spoil(self, areas: Sequence[Bounds], scale: float) -> None:
        """What lies there has changed: on tiles of this scale it is painted again, others go."""
        if len(areas) > MANY:
            for key in {key for area in areas for key in _touched(area, scale)} & self._kept.keys():
                self._kept[key].waiting = _parts()
        else:
            for key, patch in (found for area in areas for found in _patches(area, scale)):
                tile = self._kept.get(key)
                if tile is not None and patch not in tile.waiting:
                    tile.waiting.append(patch)
        if areas:
            lefts, tops, rights, bottoms = zip(*areas, strict=True)
            around = (min(lefts), min(tops), max(rights), max(bottoms))
            for key in [key for key in self._kept if key.scale != scale and _meets(key, around)]:
                del self._kept[key]

    def spoil_all(self, scale: float) -> None:
        """Everything has changed."""
        for key in [key for key in self._kept if key.scale != scale]:
            del self._kept[key]
        for tile in self._kept.values():
            tile.waiting = _parts()

    def clear(self) -> None:
        """Forget all tiles: nothing of them may be shown any more."""
        self._kept.clear()

    def _paint_waiting(self, keys: list[Key], seconds: float, most: int) -> bool:
        """Missing tiles first, then what has changed."""
        end = perf_counter() + seconds
        for key in (*self._missing(keys), *self._stale(keys)):
            tile = self._kept.get(key) or self._begin(key, most)
            if len(tile.waiting) > MOST_PATCHES:
                tile.waiting = _parts()
            while tile.waiting:
                if perf_counter() >= end:
                    return False
                self._render(key, tile)
            tile.is_whole = True
        return True

    def _missing(self, keys: list[Key]) -> list[Key]:
        found = ((key, self._kept.get(key)) for key in keys)
        return [key for key, tile in found if tile is None or not tile.is_whole]

    def _stale(self, keys: list[Key]) -> list[Key]:
        found = ((key, self._kept.get(key)) for key in keys)
        return [key for key, tile in found if tile is not None and tile.is_whole and tile.waiting]

    def _begin(self, key: Key, most: int) -> Tile:
        tile = self._kept[key] = Tile(QPixmap(SIZE, SIZE), _parts())
        while len(self._kept) > most:
            self._kept.popitem(last=False)
        return tile

    def _render(self, key: Key, tile: Tile) -> None:
        area = tile.waiting.pop()
        painter = QPainter(tile.pixmap)
        painter.setClipRect(area)
        left, top = key.column * SIZE, key.row * SIZE
        painter.translate(-left, -top)
        self._draw(painter, key.scale, area.translated(left, top))
        painter.end()


def _parts() -> list[QRect]:
    """A tile in parts, the upper left one to be taken first."""
    steps = range(SIZE - PART, -1, -PART)
    return [QRect(x, y, PART, PART) for y in steps for x in steps]


def _meets(key: Key, area: Bounds) -> bool:
    left, top, right, bottom = area
    side = SIZE / key.scale
    x, y = key.column * side, key.row * side
    return x <= right and x + side >= left and y <= bottom and y + side >= top


def _touched(area: Bounds, scale: float) -> Iterator[Key]:
    """The tiles that an area of the board touches."""
    side = SIZE / scale
    for row in range(int(area[1] // side), int(area[3] // side) + 1):
        for column in range(int(area[0] // side), int(area[2] // side) + 1):
            yield Key(scale, column, row)


def _patches(area: Bounds, scale: float) -> Iterator[tuple[Key, QRect]]:
    """The tiles that an area of the board touches, with where it lies on each."""
    left, top = floor(area[0] * scale) - 1, floor(area[1] * scale) - 1
    right, bottom = ceil(area[2] * scale) + 1, ceil(area[3] * scale) + 1
    whole = QRect(0, 0, SIZE, SIZE)
    for row in range(top // SIZE, bottom // SIZE + 1):
        for column in range(left // SIZE, right // SIZE + 1):
            patch = QRect(left - column * SIZE, top - row * SIZE, right - left, bottom - top)
            yield Key(scale, column, row), patch.intersected(whole)


def _in_sight(camera: Camera, where: QRectF | None = None, more: int = 0) -> Iterator[Key]:
    """The tiles of a part of the widget, or of all of it with so many rows and columns around."""
    area = QRectF(QPointF(0, 0), camera.size) if where is None else where
    dpr, scale = camera.dpr, camera.scale
    first_column = (int(area.left() * dpr) + camera.left) // SIZE - more
    last_column = (int(area.right() * dpr) + camera.left) // SIZE + more
    first_row = (int(area.top() * dpr) + camera.top) // SIZE - more
    last_row = (int(area.bottom() * dpr) + camera.top) // SIZE + more
    for row in range(first_row, last_row + 1):
        for column in range(first_column, last_column + 1):
            yield Key(scale, column, row)
