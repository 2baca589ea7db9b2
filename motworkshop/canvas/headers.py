"""The strip of headers over the columns: it stays in sight, in its own size at every zoom."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QTextLayout, QTextOption

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.plan import BETWEEN, SLIM, Column, Plan
from motworkshop.canvas.typeface import bold_face, face
from motworkshop.look import CORNER, SMALL, Theme
from motworkshop.model.voting import counted

HEIGHT = 60
NARROW = 150
"""Pixels of a column below which its name is set smaller, in two lines."""
NEW_STAGE = "+ Stage"


class Marked(NamedTuple):
    """Which header is under the pointer, and which is being renamed or dragged (not drawn)."""

    hovered: str = ""
    hidden: str = ""


class HeaderStrip:
    """Paints the headers and knows which one is where. Drawn once for each place of the camera."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._key: object = None

    def paint(
        self, painter: QPainter, camera: Camera, plan: Plan, theme: Theme, marked: Marked
    ) -> None:
        """Paint in device pixels at the top of the widget."""
        key = (camera.left, camera.scale, camera.size.width(), camera.dpr, plan.columns, theme.name)
        if self._key != (key, marked):
            self._key = (key, marked)
            self._picture = _drawn(camera, plan, theme, marked)
        painter.drawPixmap(0, 0, self._picture)

    def column_at(self, point: QPointF, camera: Camera, plan: Plan) -> Column | None:
        """The column whose header is under a point of the widget."""
        if not 0 <= point.y() < HEIGHT:
            return None
        x = camera.to_board(point).x()
        return next((one for one in plan.columns if one.left <= x < one.right), None)

    def is_new_stage(self, point: QPointF, camera: Camera, plan: Plan) -> bool:
        """Whether the place for a new stage is under a point of the widget."""
        return 0 <= point.y() < HEIGHT and new_stage_rect(camera, plan).contains(point)


def header_rect(camera: Camera, column: Column) -> QRectF:
    """Where the header of a column is on the widget."""
    left, right = camera.to_view(column.left, 0).x(), camera.to_view(column.right, 0).x()
    return QRectF(left, 0, right - left, HEIGHT)


def new_stage_rect(camera: Camera, plan: Plan) -> QRectF:
    """Where the place for a new stage is on the widget; never too narrow to be hit."""
    left = camera.to_view(plan.right + BETWEEN, 0).x()
    return QRectF(left, 10, max(84.0, SLIM * camera.zoom), HEIGHT - 20)


def header_id(column: Column) -> str:
    """What names a column's header among all; the parking lot's is a word of its own."""
    return column.stage or "parking"


def _drawn(camera: Camera, plan: Plan, theme: Theme, marked: Marked) -> QPixmap:
    dpr = camera.dpr
    picture = QPixmap(round(camera.size.width() * dpr), round(HEIGHT * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(QColor(theme.board))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = camera.size.width()
    for column in plan.columns:
        where = header_rect(camera, column)
        if where.right() > 0 and where.left() < width:
            _draw_header(painter, where, column, theme, marked)
    _draw_new_stage(painter, new_stage_rect(camera, plan), theme, marked)
    painter.fillRect(QRectF(0, HEIGHT - 1, width, 1), QColor(theme.line))
    painter.end()
    picture.setDevicePixelRatio(1)
    return picture


def _draw_header(
    painter: QPainter, where: QRectF, column: Column, theme: Theme, marked: Marked
) -> None:
    name = header_id(column)
    if marked.hovered == name:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover))
        painter.drawRoundedRect(where.adjusted(0, 6, 0, -4), CORNER, CORNER)
    if marked.hidden == name or where.width() < 20:
        return
    inset = 12.0 if where.width() >= NARROW else 4.0
    left = max(where.left() + inset, 8.0)
    text = QRectF(left, 0, where.right() - inset - left, HEIGHT)
    if text.width() < (28 if where.left() >= 0 else 60):
        return
    if where.width() >= NARROW:
        _draw_wide(painter, text, column, theme)
    else:
        _draw_narrow(painter, text, column, theme)


def _draw_wide(painter: QPainter, text: QRectF, column: Column, theme: Theme) -> None:
    font = bold_face(15)
    font.setItalic(column.stage is None)
    name = QFontMetricsF(font).elidedText(column.name, Qt.TextElideMode.ElideRight, text.width())
    painter.setFont(font)
    painter.setPen(QColor(theme.ink if column.stage else theme.ink_2))
    painter.drawText(QPointF(text.left(), 28), name)
    painter.setFont(face(SMALL))
    painter.setPen(QColor(theme.ink_2))
    painter.drawText(QPointF(text.left(), 46), counted(column.count, "note"))


def _draw_narrow(painter: QPainter, text: QRectF, column: Column, theme: Theme) -> None:
    """The name in two short lines, the bare count below."""
    painter.setPen(QColor(theme.ink if column.stage else theme.ink_2))
    font = bold_face(SMALL)
    font.setItalic(column.stage is None)
    top = 7.0
    layout = QTextLayout(column.name, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(text.width())
    first = column.name[: line.textLength()].rstrip() if line.isValid() else ""
    layout.endLayout()
    rest = column.name[len(first) :].strip()
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for words in filter(None, (first, rest)):
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(QPointF(text.left(), top + 12), shown)
        top += 15
    painter.setFont(face(SMALL))
    painter.setPen(QColor(theme.ink_2))
    painter.drawText(QPointF(text.left(), top + 13), f"{column.count:,}")


def _draw_new_stage(painter: QPainter, where: QRectF, theme: Theme, marked: Marked) -> None:
    if marked.hidden == NEW_STAGE:
        return
    pen = QPen(QColor(theme.ink_2), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    is_hovered = marked.hovered == NEW_STAGE
    painter.setBrush(QColor(theme.hover) if is_hovered else QColor(theme.board))
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
    painter.setPen(QColor(theme.ink_2))
    painter.setFont(bold_face(13))
    painter.drawText(QRect(where.toRect()), Qt.AlignmentFlag.AlignCenter, NEW_STAGE)
