"""The board as tiles: painted once for each zoom, copied at every repaint, bounded in number.

What changes on the board is painted again where it has changed, not whole tiles. A whole tile is
painted beside the one that is shown, and only so far as there is time: no single step takes long
enough to be felt.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from math import ceil, floor, inf
from time import perf_counter
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from motworkshop.canvas.at_rest import AtRest, Sight
from motworkshop.canvas.camera import Bounds, Camera
from motworkshop.canvas.parts import on_screen

SIZE = 512
"""Device pixels of a tile's side."""
WHOLE = QSize(SIZE, SIZE)
MOST_SPARE = 16
"""So many pixmaps are kept to be painted on again: memory that comes anew from the system is as
slow as painting."""
MANY = 60
"""Of more areas at once it is only asked which tiles they touch."""
MOST_PATCHES = 8
"""Of more places that have changed on one tile it is painted anew as a whole."""

DrawTile: TypeAlias = Callable[[QPainter, float, QRect, int, float], int | None]
"""Draws a rectangle of the board, which is in device pixels at this scale: from so many steps on,
until it is so late. Returns how many steps are done, or None if that is all."""
IsBare: TypeAlias = Callable[[float, QRect], bool]
"""Whether nothing is to be drawn in such a rectangle."""


class Key(NamedTuple):
    """A tile's scale and its place in the endless grid of tiles."""

    scale: float
    column: int
    row: int

    @property
    def area(self) -> QRect:
        """Where it lies on the board, in device pixels."""
        return QRect(QPoint(self.column * SIZE, self.row * SIZE), WHOLE)


@dataclass(slots=True)
class Tile:
    """What is shown of a tile (`is_there`: anything at all; None is bare), and what has still to be
    painted of it: all, of which the first steps are on `coming` already, or patches."""

    pixmap: QPixmap | None = None
    is_there: bool = False
    is_spoiled: bool = True
    coming: QPixmap | None = None
    done: int = 0
    patches: list[QRect] = field(default_factory=list)

    @property
    def is_true(self) -> bool:
        """Whether nothing has to be painted."""
        return not (self.is_spoiled or self.patches)

    def spoil(self) -> None:
        """All of it has changed; what was painted beside it, too."""
        self.is_spoiled = True
        self.done = 0
        self.patches = []

    def patch(self, area: QRect) -> None:
        """A part of it has changed."""
        if self.is_spoiled or len(self.patches) >= MOST_PATCHES:
            self.spoil()
        elif area not in self.patches:
            self.patches.append(area)


class Tiles:
    """The tiles painted so far, the last used ones; `draw` paints what lies on one. With `is_bare`
    they can be seen through where nothing is drawn."""

    def __init__(self, draw: DrawTile, is_bare: IsBare | None = None) -> None:
        self._draw = draw
        self._is_bare = is_bare
        self._kept: OrderedDict[Key, Tile] = OrderedDict()
        self._spare: list[QPixmap] = []
        self._waiting: set[Key] = set()
        self._late: set[Key] = set()
        self._rest = AtRest()
        self._true_of: Sight | None = None

    def paint(self, painter: QPainter, camera: Camera, where: QRectF | None = None) -> None:
        """Copy the tiles that there are, in device pixels."""
        sight = Sight.of(camera)
        if self._rest.is_of(sight):
            whole = QRect(0, 0, sight.width, sight.height)
            self._rest.paint(painter, whole if where is None else on_screen(where, camera.dpr))
            return
        self._rest.drop()
        kept, left, top, draw = self._kept, camera.left, camera.top, painter.drawPixmap
        for key in _in_sight(camera, where):
            tile = kept.get(key)
            if tile is not None and tile.pixmap is not None:
                draw(key.column * SIZE - left, key.row * SIZE - top, tile.pixmap)

    def refresh(self, camera: Camera, seconds: float) -> bool:
        """Paint what is missing and stale in sight for about so long; whether nothing is left."""
        sight = Sight.of(camera)
        if self._true_of == sight:
            return True
        keys = list(_in_sight(camera))
        self._use(keys)
        is_done = self._paint_waiting(keys, seconds, camera)
        waiting = set() if is_done else {*self._missing(keys), *self._stale(keys)}
        self._late |= self._waiting - waiting
        self._waiting = waiting
        self._true_of = sight if is_done else None
        return is_done

    def gather(self, camera: Camera) -> None:
        """The view lies still: from now on it is copied as a whole, if all of it is there."""
        sight = Sight.of(camera)
        if self._true_of == sight and not self._rest.is_of(sight):
            found = ((key, self._kept[key].pixmap) for key in _in_sight(camera))
            self._rest.take(
                sight, [(key.area.topLeft(), one) for key, one in found if one is not None]
            )

    def late(self, camera: Camera) -> QRegion:
        """The device pixels of the view where tiles are as they should be, which one refresh or
        more had not come to; to be asked once."""
        found = QRegion()
        for key in self._late:
            found += key.area.translated(-camera.left, -camera.top)
        self._late = set()
        return found

    def prepare(self, camera: Camera, seconds: float) -> bool:
        """Paint what lies around the view, for the hand that pans next; whether all is there."""
        in_sight = set(_in_sight(camera))
        keys = [key for key in _in_sight(camera, None, 1) if key not in in_sight]
        is_done = self._paint_waiting(keys, seconds, camera)
        self._use(in_sight)  # whoever zooms away and comes back sees this first
        return is_done

    def prepare_ahead(self, camera: Camera, way: tuple[int, int], seconds: float) -> bool:
        """Paint what comes into sight next on the way (-1, 0 or 1 across and down)."""
        ahead = copy(camera)
        ahead.left += way[0] * SIZE
        ahead.top += way[1] * SIZE
        in_sight = set(_in_sight(camera))
        keys = [key for key in _in_sight(ahead) if key not in in_sight]
        is_done = self._paint_waiting(keys, seconds, camera)
        self._use(in_sight)
        return is_done

    def missing(self, camera: Camera) -> QRegion:
        """The device pixels of the view where no tile is."""
        found = QRegion()
        for key in _in_sight(camera):
            tile = self._kept.get(key)
            if tile is None or not tile.is_there:
                found += key.area.translated(-camera.left, -camera.top)
        return found

    def has_any(self, camera: Camera) -> bool:
        """Whether one tile in sight is there."""
        found = (self._kept.get(key) for key in _in_sight(camera))
        return any(tile is not None and tile.is_there for tile in found)

    def is_true(self, scale: float, part: QRect) -> bool:
        """Whether the tile on which this part of the board lies is there as it should be."""
        tile = self._kept.get(_key_of(scale, part))
        return tile is not None and tile.is_there and tile.is_true

    def copy(self, painter: QPainter, scale: float, part: QRect) -> None:
        """Draw that tile in its place on the board, in device pixels."""
        key = _key_of(scale, part)
        pixmap = self._kept[key].pixmap
        if pixmap is not None:
            painter.drawPixmap(key.area.topLeft(), pixmap)

    def spoil(self, areas: Sequence[Bounds], scale: float) -> None:
        """What lies there has changed: on tiles of this scale it is painted again, others go."""
        if not areas:
            return
        self._true_of = None
        lefts, tops, rights, bottoms = zip(*areas, strict=True)
        around = (min(lefts), min(tops), max(rights), max(bottoms))
        for key in [key for key in self._kept if key.scale != scale and _meets(key, around)]:
            self._drop(key)
        if len(areas) > MANY:
            for key in self._touched(areas, scale):
                self._kept[key].spoil()
            return
        for key, patch in (found for area in areas for found in _patches(area, scale)):
            tile = self._kept.get(key)
            if tile is not None:
                tile.patch(patch)

    def spoil_all(self, scale: float) -> None:
        """Everything has changed."""
        self._true_of = None
        for key in [key for key in self._kept if key.scale != scale]:
            self._drop(key)
        for tile in self._kept.values():
            tile.spoil()

    def clear(self) -> None:
        """Forget all tiles: nothing of them may be shown any more."""
        self._waiting, self._late = set(), set()
        self._true_of = None
        self._rest.drop()
        for key in list(self._kept):
            self._drop(key)

    def _touched(self, areas: Sequence[Bounds], scale: float) -> set[Key]:
        """The tiles that one of many areas of the board touches."""
        side = SIZE / scale
        places = [
            (int(left // side), int(top // side), int(right // side), int(bottom // side))
            for left, top, right, bottom in areas
        ]
        found = {
            Key(scale, column, row)
            for left, top, right, bottom in set(places)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        return found & self._kept.keys()

    def _use(self, keys: Iterable[Key]) -> None:
        """These are needed more than others."""
        for key in keys:
            if key in self._kept:
                self._kept.move_to_end(key)

    def _paint_waiting(self, keys: list[Key], seconds: float, camera: Camera) -> bool:
        """Missing tiles first, then what has changed."""
        end = perf_counter() + seconds
        for key in self._missing(keys) + self._stale(keys):
            tile = self._kept.get(key) or self._begin(key, camera)
            while not tile.is_true:
                if perf_counter() >= end:
                    return False
                if tile.is_spoiled:
                    self._proceed(key, tile, end)
                else:
                    self._mend(key, tile)
        return True

    def _missing(self, keys: list[Key]) -> list[Key]:
        found = ((key, self._kept.get(key)) for key in keys)
        return [key for key, tile in found if tile is None or not tile.is_there]

    def _stale(self, keys: list[Key]) -> list[Key]:
        found = ((key, self._kept.get(key)) for key in keys)
        return [
            key for key, tile in found if tile is not None and tile.is_there and not tile.is_true
        ]

    def _begin(self, key: Key, camera: Camera) -> Tile:
        self._make_room(camera)
        tile = self._kept[key] = Tile()
        return tile

    def _make_room(self, camera: Camera) -> None:
        """Forget what has not been used for longest. A tile takes a megabyte: so at this scale
        only a view and what lies around it is kept, of all others one view to go back to."""
        columns, rows = _most_in_sight(camera)
        here = [key for key in self._kept if key.scale == camera.scale]
        others = [key for key in self._kept if key.scale != camera.scale]
        too_many = len(here) + 1 - (columns + 2) * (rows + 2)
        for key in here[: max(0, too_many)] + others[: max(0, len(others) - columns * rows)]:
            self._drop(key)

    def _drop(self, key: Key) -> None:
        tile = self._kept.pop(key)
        for pixmap in (tile.pixmap, tile.coming):
            self._put_aside(pixmap)

    def _put_aside(self, pixmap: QPixmap | None) -> None:
        if pixmap is not None and len(self._spare) < MOST_SPARE:
            self._spare.append(pixmap)

    def _proceed(self, key: Key, tile: Tile, end: float) -> None:
        """Paint more of a whole tile; when it is done it is shown."""
        if self._is_bare is not None and self._is_bare(key.scale, key.area):
            self._show(key, tile, None)
            return
        if tile.coming is None:
            tile.coming, tile.done = self._empty(), 0
        elif self._is_bare is not None and not tile.done:
            tile.coming.fill(Qt.GlobalColor.transparent)
        done = self._paint(key, tile.coming, key.area, tile.done, end)
        if done is None:
            self._show(key, tile, tile.coming)
        else:
            tile.done = done

    def _empty(self) -> QPixmap:
        pixmap = self._spare.pop() if self._spare else QPixmap(WHOLE)
        if self._is_bare is not None:
            pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _show(self, key: Key, tile: Tile, pixmap: QPixmap | None) -> None:
        self._put_aside(tile.pixmap)
        tile.pixmap, tile.coming = pixmap, None
        tile.is_there, tile.is_spoiled, tile.done = True, False, 0
        self._lay(key, pixmap, QRect(QPoint(0, 0), WHOLE))

    def _mend(self, key: Key, tile: Tile) -> None:
        """Paint a patch on what is shown, at once: half painted it would flicker."""
        area = tile.patches.pop()
        if tile.pixmap is not None:
            self._paint(key, tile.pixmap, area.translated(key.area.topLeft()), 0, inf)
        self._lay(key, tile.pixmap, area)

    def _lay(self, key: Key, pixmap: QPixmap | None, part: QRect) -> None:
        """Show this on the picture of the view too."""
        if pixmap is None:
            self._rest.drop()
        else:
            self._rest.lay(key.scale, key.area.topLeft(), pixmap, part)

    def _paint(self, key: Key, pixmap: QPixmap, area: QRect, done: int, end: float) -> int | None:
        painter = QPainter(pixmap)
        painter.translate(-key.area.topLeft())
        painter.setClipRect(area)
        after = self._draw(painter, key.scale, area, done, end)
        painter.end()
        return after


def _most_in_sight(camera: Camera) -> tuple[int, int]:
    """Columns and rows of tiles that a view of this size ever shows."""
    size = camera.size * camera.dpr
    return ceil(size.width() / SIZE) + 1, ceil(size.height() / SIZE) + 1


def _key_of(scale: float, part: QRect) -> Key:
    return Key(scale, part.x() // SIZE, part.y() // SIZE)


def _meets(key: Key, area: Bounds) -> bool:
    left, top, right, bottom = area
    side = SIZE / key.scale
    x, y = key.column * side, key.row * side
    return x <= right and x + side >= left and y <= bottom and y + side >= top


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
