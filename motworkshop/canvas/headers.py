"""The strip of headers over the columns: it stays in sight, in its own size at every zoom."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.header_painter import HeaderPlace, HeaderState, draw_header, draw_new_stage
from motworkshop.canvas.plan import BETWEEN, SLIM, Column, Plan
from motworkshop.look import Theme

HEIGHT = 60
NARROW = 150
"""Pixels of a column below which its name is set smaller, in two lines."""
NEW_STAGE = "+ Stage"
PARKING = "parking"
ARROW = 30.0
"""Pixels of a header at the right that collapse its stage."""


class Marked(NamedTuple):
    """Which header is under the pointer, which is being renamed (not drawn), and which one has
    the keys."""

    hovered: str = ""
    hidden: str = ""
    focused: str = ""


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


def arrow_rect(where: QRectF, column: Column) -> QRectF:
    """Where in the header at `where` its stage is collapsed or expanded; empty if nowhere."""
    if column.is_collapsed:
        return QRectF(where.left(), 4, where.width(), HEIGHT - 4)
    if column.stage is None or where.width() < NARROW:
        return QRectF()
    return QRectF(where.right() - ARROW - 4, 13, ARROW, HEIGHT - 26)


def new_stage_rect(camera: Camera, plan: Plan) -> QRectF:
    """Where the place for a new stage is on the widget; never too narrow to be hit."""
    left = camera.to_view(plan.right + BETWEEN, 0).x()
    return QRectF(left, 10, max(84.0, SLIM * camera.zoom), HEIGHT - 20)


def header_id(column: Column) -> str:
    """What names a column's header among all; the parking lot's is a word of its own."""
    return column.stage or PARKING


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
            is_wide, arrow = where.width() >= NARROW, arrow_rect(where, column)
            place = HeaderPlace(where, arrow, is_wide)
            draw_header(painter, place, column, theme, _state(marked, header_id(column)))
    after = new_stage_rect(camera, plan)
    draw_new_stage(painter, after, NEW_STAGE, theme, _state(marked, NEW_STAGE))
    painter.fillRect(QRectF(0, HEIGHT - 1, width, 1), QColor(theme.line))
    painter.end()
    picture.setDevicePixelRatio(1)
    return picture


def _state(marked: Marked, name: str) -> HeaderState:
    return HeaderState(marked.hovered == name, marked.hidden == name, marked.focused == name)
