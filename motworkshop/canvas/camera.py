"""Which part of the board is seen, and how large: all arithmetic between board and screen."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

from motworkshop.values import dataclass

LEAST, MOST = 0.01, 4.0
"""How far one can zoom out and in."""

IN_SIGHT = 80.0
"""Pixels of the board that always stay in sight."""

COARSE = 2.0**20
"""Added and taken away again it leaves of a scale what is larger than 2⁻³²: less than a pixel on any
board, and more than what is lost by reckoning, so that in and out again is the same scale."""

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shot:
    """A camera at one moment: `left`, `top` are the screen's corner in device pixels."""

    zoom: float
    left: float
    top: float


class Camera:
    """Maps board pixels to the widget: device = round(board × zoom × dpr) − (left, top).

    `left` and `top` are whole device pixels, so that tiles always lie on the pixel grid. The
    free part of the widget is what headers and the entry line leave (`insets`, logical pixels:
    left, top, right, bottom).
    """

    def __init__(self) -> None:
        self.zoom = 1.0
        self.dpr = 1.0
        self.left = 0
        self.top = 0
        self.size = QSizeF(1, 1)
        self.insets = (0.0, 0.0, 0.0, 0.0)
        self.bounds: Bounds = (0.0, 0.0, 1.0, 1.0)

    @property
    def scale(self) -> float:
        """Device pixels per board pixel."""
        return self.zoom * self.dpr + COARSE - COARSE

    @property
    def free(self) -> QRectF:
        """The part of the widget in which the board can be seen."""
        left, top, right, bottom = self.insets
        width, height = self.size.width() - left - right, self.size.height() - top - bottom
        return QRectF(left, top, max(1.0, width), max(1.0, height))

    def to_board(self, point: QPointF) -> QPointF:
        """The place on the board under a point of the widget."""
        return QPointF(
            (point.x() * self.dpr + self.left) / self.scale,
            (point.y() * self.dpr + self.top) / self.scale,
        )

    def to_view(self, x: float, y: float) -> QPointF:
        """The point of the widget over a place on the board."""
        return QPointF(
            (x * self.scale - self.left) / self.dpr, (y * self.scale - self.top) / self.dpr
        )

    def across(self, left: float, right: float) -> tuple[float, float]:
        """The places of the board over which a stretch of the widget lies."""
        return (
            (left * self.dpr + self.left) / self.scale,
            (right * self.dpr + self.left) / self.scale,
        )

    def seen(self, rect: QRectF | None = None) -> Bounds:
        """The part of the board under a rectangle of the widget, or under all of it."""
        rect = QRectF(QPointF(0, 0), self.size) if rect is None else rect
        first, last = self.to_board(rect.topLeft()), self.to_board(rect.bottomRight())
        return (first.x(), first.y(), last.x(), last.y())

    def shot(self) -> Shot:
        """Where the camera is now."""
        return Shot(self.zoom, self.left, self.top)

    def take(self, shot: Shot) -> None:
        """Go where it was or is to be."""
        self.zoom, self.left, self.top = shot.zoom, round(shot.left), round(shot.top)

    def pan(self, dx: float, dy: float) -> None:
        """Move the board by logical pixels, as far as something of it stays in sight."""
        self.left -= round(dx * self.dpr)
        self.top -= round(dy * self.dpr)
        self.keep_in_sight()

    def zoomed(self, zoom: float, at: QPointF) -> Shot:
        """Another zoom that keeps the place under `at` where it is."""
        zoom = min(MOST, max(LEAST, zoom))
        place = self.to_board(at)
        scale = zoom * self.dpr
        left, top = place.x() * scale - at.x() * self.dpr, place.y() * scale - at.y() * self.dpr
        return Shot(zoom, left, top)

    def framing(self, bounds: Bounds, most: float = 1.0, margin: float = 16.0) -> Shot:
        """The zoom, at most `most`, and place that show these bounds of the board whole."""
        left, top, right, bottom = bounds
        free = self.free.adjusted(margin, margin, -margin, -margin)
        width, height = max(1.0, right - left), max(1.0, bottom - top)
        zoom = min(most, free.width() / width, free.height() / height)
        zoom = min(MOST, max(LEAST, zoom))
        middle = QPointF((left + right) / 2, (top + bottom) / 2)
        return self.centred(middle, zoom)

    def centred(self, place: QPointF, zoom: float) -> Shot:
        """This place of the board in the middle of what is free."""
        middle, scale = self.free.center(), zoom * self.dpr
        return Shot(
            zoom,
            place.x() * scale - middle.x() * self.dpr,
            place.y() * scale - middle.y() * self.dpr,
        )

    def keep_in_sight(self) -> None:
        """Come back if less than a corner of the board would be seen."""
        left, top, right, bottom = self.bounds
        west, north, east, south = self.seen(self.free)
        corner = IN_SIGHT / self.zoom
        self.left += round(_back(west, east, left + corner, right - corner) * self.scale)
        self.top += round(_back(north, south, top + corner, bottom - corner) * self.scale)


def _back(first: float, last: float, low: float, high: float) -> float:
    """How far a view from `first` to `last` must move to reach up to `low`, down to `high`."""
    if last < low:
        return low - last
    return min(0.0, high - first)
