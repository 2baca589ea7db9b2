"""The board as tiles: painted once for each zoom, copied at every repaint, bounded in number."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from motworkshop.canvas.camera import Bounds, Camera

SIZE = 512
"""Device pixels of a tile's side."""
FEWEST_KEPT = 64

DrawTile: TypeAlias = Callable[[QPainter, float, int, int], None]
"""Draws the square of SIZE at device pixels x, y of the board at this scale."""


class Key(NamedTuple):
    """A tile's scale and its place in the endless grid of tiles."""

    scale: float
    column: int
    row: int


@dataclass(slots=True)
class Tile:
    """A painted tile; a stale one is still shown until it has been painted again."""

    pixmap: QPixmap
    is_stale: bool = False


class Tiles:
    """The tiles painted so far, the last used ones; `draw` paints what lies on one."""

    def __init__(self, draw: DrawTile) -> None:
        self._draw = draw
        self._kept: OrderedDict[Key, Tile] = OrderedDict()
        self._most = FEWEST_KEPT

    def paint(self, painter: QPainter, camera: Camera, where: QRectF | None = None) -> None:
        """Copy the tiles that there are, in device pixels."""
        for key in _in_sight(camera, where):
            tile = self._kept.get(key)
            if tile is not None:
                x, y = key.column * SIZE - camera.left, key.row * SIZE - camera.top
                painter.drawPixmap(x, y, tile.pixmap)

    def refresh(self, camera: Camera, seconds: float) -> bool:
        """Paint missing and stale tiles in sight for about so long; whether none is left."""
        keys = list(_in_sight(camera))
        self._most = max(FEWEST_KEPT, 3 * len(keys))
        end = perf_counter() + seconds
        for key in self._needing(keys):
            self._render(key)
            if perf_counter() >= end:
                return not self._needing(keys)
        for key in keys:
            self._kept.move_to_end(key)
        return True

    def has_all(self, camera: Camera) -> bool:
        """Whether every tile in sight is there, if perhaps stale."""
        return all(key in self._kept for key in _in_sight(camera))

    def spoil(self, area: Bounds, scale: float) -> None:
        """What lies there has changed: tiles of this scale become stale, others go."""
        left, top, right, bottom = area
        for key in list(self._kept):
            side = SIZE / key.scale
            x, y = key.column * side, key.row * side
            if x <= right and x + side >= left and y <= bottom and y + side >= top:
                if key.scale == scale:
                    self._kept[key].is_stale = True
                else:
                    del self._kept[key]

    def spoil_all(self, scale: float) -> None:
        """Everything has changed."""
        for key in list(self._kept):
            if key.scale == scale:
                self._kept[key].is_stale = True
            else:
                del self._kept[key]

    def clear(self) -> None:
        """Forget all tiles: nothing of them may be shown any more."""
        self._kept.clear()

    def _needing(self, keys: list[Key]) -> list[Key]:
        """Missing tiles first, then stale ones."""
        missing = [key for key in keys if key not in self._kept]
        return missing + [key for key in keys if key in self._kept and self._kept[key].is_stale]

    def _render(self, key: Key) -> None:
        pixmap = QPixmap(SIZE, SIZE)
        painter = QPainter(pixmap)
        self._draw(painter, key.scale, key.column * SIZE, key.row * SIZE)
        painter.end()
        self._kept[key] = Tile(pixmap)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


def _in_sight(camera: Camera, where: QRectF | None = None) -> Iterator[Key]:
    area = QRectF(QPointF(0, 0), camera.size) if where is None else where
    dpr, scale = camera.dpr, camera.scale
    first_column = (int(area.left() * dpr) + camera.left) // SIZE
    last_column = (int(area.right() * dpr) + camera.left) // SIZE
    first_row = (int(area.top() * dpr) + camera.top) // SIZE
    last_row = (int(area.bottom() * dpr) + camera.top) // SIZE
    for row in range(first_row, last_row + 1):
        for column in range(first_column, last_column + 1):
            yield Key(scale, column, row)
