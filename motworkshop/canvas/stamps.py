"""Shapes that move with the pointer: drawn once, then copied, which takes a tenth of the time."""

from collections.abc import Callable
from math import ceil
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

Draw: TypeAlias = Callable[[QPainter, QRectF], None]
"""Draws a shape into a rectangle, in pixels of the widget."""
MOST = 4_000_000
"""Device pixels; what is larger is drawn where it is."""


class _Key(NamedTuple):
    name: str
    width: int
    height: int
    dpr: float


class Stamps:
    """The shapes of one gesture, by name and size; they lie on whole device pixels."""

    def __init__(self) -> None:
        self._kept: dict[_Key, QPixmap] = {}

    def put(
        self, painter: QPainter, name: str, where: QRectF, draw: Draw, *, reach: int, dpr: float
    ) -> None:
        """Show a shape of this name, which reaches so many pixels over the rectangle. `painter` is
        in pixels of the widget."""
        width, height = round(where.width() * dpr), round(where.height() * dpr)
        if width * height > MOST:
            draw(painter, where)
            return
        key, margin = _Key(name, width, height, dpr), ceil(reach * dpr)
        pixmap = self._kept.get(key)
        if pixmap is None:
            pixmap = self._kept[key] = _drawn(draw, key, margin)
        painter.save()
        painter.scale(1 / dpr, 1 / dpr)
        left, top = round(where.left() * dpr), round(where.top() * dpr)
        painter.drawPixmap(left - margin, top - margin, pixmap)
        painter.restore()


def _drawn(draw: Draw, key: _Key, margin: int) -> QPixmap:
    pixmap = QPixmap(key.width + 2 * margin, key.height + 2 * margin)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.translate(margin, margin)
    painter.scale(key.dpr, key.dpr)
    draw(painter, QRectF(0, 0, key.width / key.dpr, key.height / key.dpr))
    painter.end()
    return pixmap
