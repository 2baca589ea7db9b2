"""Dragging a header to give its stage another place."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from typing_extensions import override

from motworkshop.canvas.colours import faded
from motworkshop.canvas.headers import HEIGHT, header_rect
from motworkshop.canvas.plan import BETWEEN, Column
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.strip_drag import DragStrip
from motworkshop.canvas.typeface import bold_face
from motworkshop.canvas.view import View
from motworkshop.look import CORNER


class DragStage(DragStrip):
    """A line shows between which stages it would come."""

    def __init__(self, view: View, stages: StripAuthoring, column: Column, point: QPointF) -> None:
        super().__init__(view, stages, column.stage, point)
        self._column = column

    @override
    def paint_top(self, painter: QPainter) -> None:
        if self._point is None:
            return
        view, theme = self._view, self._view.scene.theme
        where = header_rect(view.camera, self._column)
        where.moveLeft(view.camera.to_view(self._column.left + self._shift(), 0).x())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = view.camera.to_view(self._line(), 0).x()
        painter.fillRect(QRectF(x - 1.5, 0, 3, view.height()), QColor(theme.accent))
        painter.fillRect(
            QRectF(where.left(), HEIGHT, where.width(), view.height()), faded(theme.accent, 0.08)
        )
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(where.adjusted(1, 5, -1, -5), CORNER, CORNER)
        font, text = bold_face(15), where.adjusted(12, 0, -12, 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        name = QFontMetricsF(font).elidedText(
            self._column.name, Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)

    @override
    def _along(self, point: QPointF) -> QPointF:
        return QPointF(point.x(), self._view.camera.free.center().y())

    @override
    def _index(self) -> int:
        middle = (self._column.left + self._column.right) / 2 + self._shift()
        return sum(1 for one in self._others() if (one.left + one.right) / 2 < middle)

    def _shift(self) -> float:
        """How far it was dragged, over the board."""
        assert self._point is not None
        return self._view.camera.to_board(self._point).x() - self._start.x()

    def _others(self) -> list[Column]:
        stages = self._view.scene.deck.plan.stages
        return [column for column in stages if column.stage != self._column.stage]

    def _line(self) -> float:
        """The x on the board of the gap where it would come."""
        others, index = self._others(), self._index()
        if index < len(others):
            return others[index].left - BETWEEN / 2
        return others[-1].right + BETWEEN / 2 if others else self._column.left - BETWEEN / 2
