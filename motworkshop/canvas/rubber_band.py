"""Selecting notes by drawing a rectangle around them."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from motworkshop.canvas.colours import faded
from motworkshop.canvas.gesture import THRESHOLD, AutoScroll, Gesture
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.layout import NOTE_WIDTH


class RubberBand(Gesture):
    """Selects what the rectangle touches; with `adds` what was selected before stays so."""

    def __init__(self, view: View, selection: Selection, point: QPointF, adds: bool) -> None:
        self._view = view
        self._selection = selection
        self._before = selection.notes
        self._kept = selection.notes if adds else ()
        self._press = point
        self._start = view.camera.to_board(point)
        self._end: QPointF | None = None
        self._scroll = AutoScroll(view, self)
        if not adds:
            selection.clear()

    @override
    def move(self, point: QPointF) -> None:
        if self._end is None and (point - self._press).manhattanLength() < THRESHOLD:
            return
        self._end = self._view.camera.to_board(point)
        self._scroll.follow(point)
        self._selection.select((*self._kept, *self._inside()))
        self._view.update()

    @override
    def release(self, point: QPointF) -> None:
        self._scroll.stop()
        self._view.update()

    @override
    def cancel(self) -> None:
        self._scroll.take_back()
        self._selection.select(self._before)
        self._view.update()

    @override
    def paint_over(self, painter: QPainter) -> None:
        if self._end is None:
            return
        camera = self._view.camera
        first = camera.to_view(self._start.x(), self._start.y())
        last = camera.to_view(self._end.x(), self._end.y())
        accent = self._view.scene.theme.accent
        painter.setPen(QPen(QColor(accent), 1))
        painter.setBrush(faded(accent, 0.12))
        painter.drawRect(QRectF(first, last).normalized())

    def _inside(self) -> list[str]:
        if self._end is None:
            return []
        area = QRectF(self._start, self._end).normalized()
        bounds = (area.left(), area.top(), area.right(), area.bottom())
        return [
            card.id
            for card in self._view.scene.deck.grid.touching(*bounds)
            if QRectF(card.left, card.top, NOTE_WIDTH, card.height).intersects(area)
        ]
