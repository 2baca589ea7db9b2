"""The icons that lie on notes, as shapes on a square of 24, and how they are drawn.

From Lucide 1.62 (ISC licence, Copyright (c) 2026 Lucide Icons and Contributors; parts MIT,
Copyright (c) 2013-present Cole Bemis). They are drawn in any colour, so only their shapes stand
here.
"""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SHAPES: Mapping[str, str] = {
    "life-buoy": (
        '<circle cx="12" cy="12" r="10"/>'
        '<path d="m4.93 4.93 4.24 4.24"/>'
        '<path d="m14.83 9.17 4.24-4.24"/>'
        '<path d="m14.83 14.83 4.24 4.24"/>'
        '<path d="m9.17 14.83-4.24 4.24"/>'
        '<circle cx="12" cy="12" r="4"/>'
    ),
    "coins": (
        '<path d="M13.744 17.736a6 6 0 1 1-7.48-7.48"/>'
        '<path d="M15 6h1v4"/>'
        '<path d="m6.134 14.768.866-.5 2 3.464"/>'
        '<circle cx="16" cy="8" r="6"/>'
    ),
    "reply": ('<path d="M20 18v-2a4 4 0 0 0-4-4H4"/><path d="m9 17-5-5 5-5"/>'),
    "heart-handshake": (
        '<path d="M19.414 14.414C21 12.828 22 11.5 22 9.5a5.5 5.5 0 0 0-9.591-3.676.6.6 0 0 '
        "1-.818.001A5.5 5.5 0 0 0 2 9.5c0 2.3 1.5 4 3 5.5l5.535 5.362a2 2 0 0 0 2.879.052 "
        "2.12 2.12 0 0 0-.004-3 2.124 2.124 0 1 0 3-3 2.124 2.124 0 0 0 3.004 0 2 2 0 0 0 "
        "0-2.828l-1.881-1.882a2.41 2.41 0 0 0-3.409 0l-1.71 1.71a2 2 0 0 1-2.828 0 2 2 0 0 1 "
        '0-2.828l2.823-2.762"/>'
    ),
    "star": (
        '<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 '
        "1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 "
        "5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 "
        "0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 "
        '.294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>'
    ),
    "flag": (
        '<path d="M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 '
        '1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"/>'
    ),
    "zap": (
        '<path d="M15.914 4a1.5 1.5 0 00-2.474-1.561l-9 9A1.5 1.5 0 005.5 14h4.002a.5.5 0 '
        "01.471.666L8.086 20a1.5 1.5 0 002.475 1.56l9-9A1.5 1.5 0 0018.5 10h-3.997a.5.5 0 "
        '01-.472-.667z"/>'
    ),
    "leaf": (
        '<path d="M11 20a10 10 0 0010-10 25.9 25.9 0 00-1.04-7.281 1 1 0 '
        '00-1.755-.325C15.833 5.5 13 5.5 9.8 6.1A7 7 0 0011 20"/>'
        '<path d="M2 21a5 5 0 012.911-4.544C7.613 15.212 8.351 15.24 11 13"/>'
    ),
    "lock": (
        '<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/>'
        '<path d="M7 11V7a5 5 0 0 1 10 0v4"/>'
    ),
    "chevron-left": ('<path d="m15 18-6-6 6-6"/>'),
    "chevron-right": ('<path d="m9 18 6-6-6-6"/>'),
    "fold-vertical": (
        '<path d="M12 22v-6"/>'
        '<path d="M12 8V2"/>'
        '<path d="M4 12H2"/>'
        '<path d="M10 12H8"/>'
        '<path d="M16 12h-2"/>'
        '<path d="M22 12h-2"/>'
        '<path d="m15 19-3-3-3 3"/>'
        '<path d="m15 5-3 3-3-3"/>'
    ),
    "unfold-vertical": (
        '<path d="M12 22v-6"/>'
        '<path d="M12 8V2"/>'
        '<path d="M4 12H2"/>'
        '<path d="M10 12H8"/>'
        '<path d="M16 12h-2"/>'
        '<path d="M22 12h-2"/>'
        '<path d="m15 19-3 3-3-3"/>'
        '<path d="m15 5-3-3-3 3"/>'
    ),
    "fold-horizontal": (
        '<path d="M2 12h6"/>'
        '<path d="M22 12h-6"/>'
        '<path d="M12 2v2"/>'
        '<path d="M12 8v2"/>'
        '<path d="M12 14v2"/>'
        '<path d="M12 20v2"/>'
        '<path d="m19 9-3 3 3 3"/>'
        '<path d="m5 15 3-3-3-3"/>'
    ),
    "unfold-horizontal": (
        '<path d="M16 12h6"/>'
        '<path d="M8 12H2"/>'
        '<path d="M12 2v2"/>'
        '<path d="M12 8v2"/>'
        '<path d="M12 14v2"/>'
        '<path d="M12 20v2"/>'
        '<path d="m19 15 3-3-3-3"/>'
        '<path d="m5 9-3 3 3 3"/>'
    ),
    "plus": ('<path d="M5 12h14"/><path d="M12 5v14"/>'),
}


def draw_icon(painter: QPainter, name: str, where: QRectF, colour: str, weight: float = 2) -> None:
    """Draw an icon into a square, in one colour; `weight` is its stroke on the square of 24."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
        f'stroke="{colour}" stroke-width="{weight}" stroke-linecap="round" '
        f'stroke-linejoin="round">{_SHAPES[name]}</svg>'
    )
    QSvgRenderer(QByteArray(svg.encode())).render(painter, where)


class IconPictures:
    """Icons that are drawn again and again, each kept as a picture."""

    def __init__(self) -> None:
        self._kept: dict[object, QPixmap] = {}

    def draw(
        self, painter: QPainter, name: str, where: QRectF, colour: str, weight: float = 2
    ) -> None:
        """As `draw_icon`, for a painter that is only scaled and moved."""
        scale = painter.transform().m11()
        side = max(1, round(where.width() * scale))
        key = (name, side, colour, weight)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = QPixmap(side, side)
            found.fill(Qt.GlobalColor.transparent)
            inner = QPainter(found)
            draw_icon(inner, name, QRectF(0, 0, side, side), colour, weight)
            inner.end()
        painter.drawPixmap(where, found, QRectF(found.rect()))
