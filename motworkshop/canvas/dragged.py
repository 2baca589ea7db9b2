"""How it looks what is dragged: the lifted picture, where it would lie, and the guides."""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QLine, QLineF, QMarginsF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from motworkshop.canvas.card import Card
from motworkshop.canvas.colours import faded
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.lead_mark import lead_area, paint_lead
from motworkshop.canvas.parts import region_of
from motworkshop.canvas.stamps import Stamps
from motworkshop.canvas.view import View
from motworkshop.look import NOTE_CORNER
from motworkshop.model.layout import NOTE_WIDTH

SEE_THROUGH = 0.6
"""How much is seen of what is dragged while it is held over its lead."""
SHADOW = 14
"""Pixels around what is dragged that are painted again with it."""
EDGE = 8
"""The same around where it would lie, and around the guides."""
BADGE = 22.0
"""Pixels of the sign that says a copy is dragged."""
TICK = 4
"""Half the length of the strokes that end a guide."""


class Dragged:
    """Paints one drag; `show` says how it stands, in board pixels."""

    def __init__(self, view: View, cards: Sequence[Card]) -> None:
        self._view = view
        self._cards = cards
        self._pieces = view.hand.take(cards)
        self._stamps = Stamps()
        self._shift = QPointF()
        self._lands: Sequence[QRectF] = ()
        self._guides: Sequence[QLineF] = ()
        self._lead: Card | None = None
        self._is_copy = False

    def show(
        self,
        shift: QPointF,
        *,
        lands: Sequence[QRectF] = (),
        guides: Sequence[QLineF] = (),
        lead: Card | None = None,
        is_copy: bool = False,
    ) -> None:
        """Draw it moved by `shift`, with these landing places and guides, or over a lead."""
        areas = [*self._swept(shift), *self._marks()]
        self._shift, self._lands, self._guides = shift, lands, guides
        self._lead, self._is_copy = lead, is_copy
        areas += self._marks()
        self._view.update(region_of(areas) & self._free())

    def _free(self) -> QRect:
        """Where notes can be seen."""
        return self._view.rect().adjusted(0, HEIGHT, 0, 0)

    def _swept(self, shift: QPointF) -> Iterator[QRectF]:
        """What the notes cover and will cover, piece by piece, in pixels of the widget."""
        x1, x2 = sorted((self._shift.x(), shift.x()))
        y1, y2 = sorted((self._shift.y(), shift.y()))
        west, north, east, south = self._view.camera.seen()
        for left, top, right, bottom in self._pieces:
            if left + x1 < east and right + x2 > west and top + y1 < south and bottom + y2 > north:
                first, last = QPointF(left + x1, top + y1), QPointF(right + x2, bottom + y2)
                yield self._on_view(QRectF(first, last)).marginsAdded(_around(SHADOW))

    def _marks(self) -> list[QRectF]:
        """What is painted around them, in pixels of the widget."""
        guides = (QRectF(line.p1(), line.p2()).normalized() for line in self._guides)
        marks = map(self._on_view, chain(self._lands, guides))
        found = [mark.marginsAdded(_around(EDGE)) for mark in marks]
        if self._lead is not None:
            found.append(lead_area(self._view, self._lead))
        return found

    def paint(self, painter: QPainter) -> None:
        """Draw in pixels of the widget."""
        dpr = self._view.camera.dpr
        for lands in map(self._on_view, self._lands):
            self._stamps.put(painter, "landing", lands, self._draw_landing, reach=EDGE, dpr=dpr)
        self._paint_shadow(painter)
        self._paint_lifted(painter)
        if self._lead is not None:
            paint_lead(painter, self._view, self._lead)
        self._paint_guides(painter)
        if self._is_copy:
            self._paint_badge(painter)

    def _paint_lifted(self, painter: QPainter) -> None:
        view, dpr = self._view, self._view.camera.dpr
        painter.save()
        painter.scale(1 / dpr, 1 / dpr)
        painter.setOpacity(1.0 if self._lead is None else SEE_THROUGH)
        if not view.hand.paint(painter, self._shift, view.painted):
            view.follow_up()
        painter.restore()

    def _on_view(self, rect: QRectF) -> QRectF:
        camera = self._view.camera
        return QRectF(
            camera.to_view(rect.left(), rect.top()), camera.to_view(rect.right(), rect.bottom())
        )

    def _draw_landing(self, painter: QPainter, lands: QRectF) -> None:
        accent = self._view.scene.theme.accent
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(accent), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(faded(accent, 0.10))
        painter.drawRoundedRect(lands, NOTE_CORNER, NOTE_CORNER)

    def _paint_guides(self, painter: QPainter) -> None:
        """Thin lines with a short stroke at each end."""
        lines = []
        for guide in self._guides:
            first = self._view.camera.to_view(guide.x1(), guide.y1()).toPoint()
            last = self._view.camera.to_view(guide.x2(), guide.y2()).toPoint()
            across = QPoint(0, TICK) if first.y() == last.y() else QPoint(TICK, 0)
            lines.append(QLine(first, last))
            lines += [QLine(end - across, end + across) for end in (first, last)]
        if lines:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(faded(self._view.scene.theme.accent, 0.75), 1))
            painter.drawLines(lines)

    def _paint_shadow(self, painter: QPainter) -> None:
        """A deeper shadow: it is held above the board."""
        if len(self._cards) != 1:
            return
        card, dpr = self._cards[0], self._view.camera.dpr
        place = QPointF(card.left, card.top) + self._shift
        sheet = self._on_view(QRectF(place.x(), place.y(), NOTE_WIDTH, card.height))
        self._stamps.put(painter, "shadow", sheet, _draw_shadow, reach=SHADOW, dpr=dpr)

    def _paint_badge(self, painter: QPainter) -> None:
        """A plus on the upper left corner: the notes stay, copies come."""
        card = self._cards[0]
        corner = QPointF(card.left, card.top) + self._shift
        middle = self._view.camera.to_view(corner.x(), corner.y())
        where = QRectF(middle.x() - BADGE / 2, middle.y() - BADGE / 2, BADGE, BADGE)
        theme = self._view.scene.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.panel), 2))
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(where)
        painter.setPen(QPen(QColor(theme.on_accent), 2))
        painter.drawLine(QLineF(middle.x() - 5, middle.y(), middle.x() + 5, middle.y()))
        painter.drawLine(QLineF(middle.x(), middle.y() - 5, middle.x(), middle.y() + 5))


def _draw_shadow(painter: QPainter, sheet: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded("#000000", 0.05))
    for reach in (2, 5, 8):
        grown = sheet.adjusted(-reach + 1, -reach + 4, reach - 1, reach + 4)
        painter.drawRoundedRect(grown, 4 + reach, 4 + reach)


def _around(reach: float) -> QMarginsF:
    return QMarginsF(reach, reach, reach, reach)
