"""The parts of a widget that are painted again: a few rectangles, each painted by itself.

Into a rectangle Qt copies a picture line by line; into a region of several it goes pixel by pixel,
which takes three times as long.
"""

from collections.abc import Iterable
from typing import NamedTuple, cast

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from motworkshop.canvas.camera import Bounds

MOST = 16
"""Of more rectangles the one around them is painted."""
SIDE = 512.0
"""Board pixels: what lies in one square of this size is painted as one piece."""
WASTE = 1.2
"""Pieces are one where that is not more than so many times what they hold."""
LOOK_BACK = 4
"""A piece is compared with so many before it, as thousands of notes may be held."""


def rectangles(region: QRegion) -> list[QRect]:
    """All rectangles of a region; that one can go through them is not declared."""
    return list(cast("Iterable[QRect]", region))


def parts_of(region: QRegion) -> list[QRect]:
    """The rectangles of a region, one by one."""
    if region.rectCount() > MOST:
        return [region.boundingRect()]
    return rectangles(region)


def region_of(areas: Iterable[QRectF]) -> QRegion:
    """All of these; as one rectangle where that is hardly more."""
    region = QRegion()
    for area in areas:
        region += area.toAlignedRect()
    around = region.boundingRect()
    sizes = (rect.width() * rect.height() for rect in rectangles(region))
    is_one = around.width() * around.height() <= WASTE * sum(sizes)
    return QRegion(around) if is_one or region.rectCount() > MOST else region


def clip_to(painter: QPainter, part: QRect, dpr: float) -> QRect:
    """Paint in this part of the widget alone, with a painter in device pixels; the part in them."""
    inside = on_screen(QRectF(part), dpr)
    painter.setClipRect(inside)
    return inside


def on_screen(part: QRectF, dpr: float) -> QRect:
    """The device pixels of a part of the widget."""
    return QRectF(part.topLeft() * dpr, part.size() * dpr).toAlignedRect()


def pieces_of(areas: Iterable[Bounds]) -> list[Bounds]:
    """A few rectangles that hold all of these, without much of what lies between them."""
    squares: dict[tuple[int, int], Bounds] = {}
    for area in areas:
        key = (int(area[1] // SIDE), int(area[0] // SIDE))
        squares[key] = _around(squares[key], area) if key in squares else area
    pieces = [_Piece(squares[key], _size(squares[key])) for key in sorted(squares)]
    fewer = _joined(pieces)
    while len(fewer) < len(pieces):
        pieces, fewer = fewer, _joined(fewer)
    return [piece.bounds for piece in fewer]


class _Piece(NamedTuple):
    """A rectangle, and how much of it is not empty."""

    bounds: Bounds
    filled: float


def _joined(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Each with one of those just before it that lies close to it."""
    found: list[_Piece] = []
    for piece in pieces:
        for place in range(max(0, len(found) - LOOK_BACK), len(found)):
            both = _around(piece.bounds, found[place].bounds)
            filled = piece.filled + found[place].filled
            if _size(both) <= WASTE * filled:
                found[place] = _Piece(both, filled)
                break
        else:
            found.append(piece)
    return found


def _around(one: Bounds, other: Bounds) -> Bounds:
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
    )  # fmt: skip


def _size(bounds: Bounds) -> float:
    return (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
