"""Dragging a name in the gutter to give its lane another place."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from typing_extensions import override

from motworkshop.canvas.colours import faded
from motworkshop.canvas.gutter import WIDTH
from motworkshop.canvas.plan import BETWEEN, Row
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.strip_drag import DragStrip
from motworkshop.canvas.typeface import bold_face
from motworkshop.canvas.view import View
from motworkshop.look import CORNER


class DragLane(DragStrip):
    """A line shows between which lanes it would come; what is in none stays uppermost."""

    def __init__(self, view: View, lanes: StripAuthoring, row: Row, point: QPointF) -> None:
        super().__init__(view, lanes, row.lane, point)
        self._row = row

    @override
    def paint_top(self, painter: QPainter) -> None:
        if self._point is None:
            return
        view, theme, row = self._view, self._view.scene.theme, self._row
        top = view.camera.to_view(0, row.top + self._shift()).y()
        height = (row.bottom - row.top) * view.camera.zoom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = view.camera.to_view(0, self._line()).y()
        painter.fillRect(QRectF(0, y - 1.5, view.width(), 3), QColor(theme.accent))
        painter.fillRect(QRectF(0, top, view.width(), height), faded(theme.accent, 0.08))
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.setBrush(QColor(theme.panel))
        where = QRectF(3, top + 1, WIDTH - 6, height - 2)
        painter.drawRoundedRect(where, CORNER, CORNER)
        font = bold_face(13)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        painter.translate(where.center())
        painter.rotate(-90)
        room = height - 12
        name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        upright = QRectF(-room / 2, -WIDTH / 2, room, WIDTH)
        painter.drawText(upright, Qt.AlignmentFlag.AlignCenter, name)
        painter.resetTransform()

    @override
    def _along(self, point: QPointF) -> QPointF:
        return QPointF(self._view.camera.free.center().x(), point.y())

    @override
    def _index(self) -> int:
        middle = (self._row.top + self._row.bottom) / 2 + self._shift()
        return sum(1 for one in self._others() if (one.top + one.bottom) / 2 < middle)

    def _shift(self) -> float:
        """How far it was dragged, over the board."""
        assert self._point is not None
        return self._view.camera.to_board(self._point).y() - self._start.y()

    def _others(self) -> list[Row]:
        return [row for row in self._view.scene.deck.plan.lanes if row.lane != self._row.lane]

    def _line(self) -> float:
        """The y on the board of the gap where it would come."""
        others, index = self._others(), self._index()
        if index < len(others):
            return others[index].top - BETWEEN / 2
        return others[-1].bottom + BETWEEN / 2 if others else self._row.top - BETWEEN / 2
