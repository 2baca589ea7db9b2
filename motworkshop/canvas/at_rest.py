"""What is in sight, as one picture: to copy it takes half as long as to copy its tiles."""

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

from motworkshop.canvas.camera import Camera


class Sight(NamedTuple):
    """What a camera sees, in device pixels of the board at this scale."""

    scale: float
    left: int
    top: int
    width: int
    height: int

    @classmethod
    def of(cls, camera: Camera) -> "Sight":
        """All that this camera sees now."""
        size = camera.size * camera.dpr
        return cls(camera.scale, camera.left, camera.top, ceil(size.width()), ceil(size.height()))


class AtRest:
    """A view as its tiles show it: taken when it has come to rest, good until it moves. What a
    tile shows anew meanwhile is laid on it."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._sight: Sight | None = None

    def take(self, sight: Sight, tiles: Iterable[tuple[QPoint, QPixmap]]) -> None:
        """Show these tiles, which cover all that is in sight, each with its corner on the board."""
        if (self._picture.width(), self._picture.height()) != (sight.width, sight.height):
            self._picture = QPixmap(sight.width, sight.height)
        self._sight = sight
        painter = QPainter(self._picture)
        painter.translate(-sight.left, -sight.top)
        for corner, pixmap in tiles:
            painter.drawPixmap(corner, pixmap)
        painter.end()

    def lay(self, scale: float, corner: QPoint, pixmap: QPixmap, part: QRect) -> None:
        """This part of the tile at that corner of the board shows something else."""
        sight = self._sight
        if sight is None or sight.scale != scale:
            return
        painter = QPainter(self._picture)
        painter.translate(-sight.left, -sight.top)
        painter.drawPixmap(corner + part.topLeft(), pixmap, part)
        painter.end()

    def drop(self) -> None:
        """It is not to be shown any more."""
        self._sight = None

    def is_of(self, sight: Sight) -> bool:
        """Whether it shows this."""
        return self._sight == sight

    def paint(self, painter: QPainter, where: QRect) -> None:
        """Copy a part of it, in device pixels of the view."""
        painter.drawPixmap(where.topLeft(), self._picture, where)
