"""The strip of headers over the columns: it stays in sight, in its own size at every zoom."""

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.header_painter import HeaderPlace, HeaderState, draw_header, draw_new_stage
from motworkshop.canvas.icons import IconPictures
from motworkshop.canvas.plan import BETWEEN, SLIM, Column, Plan
from motworkshop.look import Theme

HEIGHT = 60
NARROW = 150
"""Pixels of a column below which its name is set smaller, in two lines."""
KEPT_BYTES = 4_000_000
"""Several strips of a wide view. It is not a number of headers: from afar a hundred are narrow."""
NEW_STAGE = "+ Stage"
PARKING = "parking"
ARROW = 30.0
"""Pixels of a header at the right that collapse its stage."""


class Marked(NamedTuple):
    """Which header is under the pointer, which is being renamed (not drawn), which one has the
    keys, and the pixels at the ends of the strip that something else stands on."""

    hovered: str = ""
    hidden: str = ""
    focused: str = ""
    taken: tuple[float, float] = (0.0, 0.0)


class HeaderStrip:
    """Paints the headers and knows which one is where.

    The strip is put together once for each place of the camera, out of headers that are each
    drawn once for their width.
    """

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._key: object = None
        self._headers: OrderedDict[object, QPixmap] = OrderedDict()
        self._bytes = 0
        self._icons = IconPictures()

    def paint(
        self, painter: QPainter, camera: Camera, plan: Plan, theme: Theme, marked: Marked
    ) -> None:
        """Paint in device pixels at the top of the widget."""
        key = (camera.left, camera.scale, camera.size.width(), camera.dpr, plan.columns, theme.name)
        if self._key != (key, marked):
            self._key = (key, marked)
            self._put_together(camera, plan, theme, marked)
        painter.drawPixmap(0, 0, self._picture)

    def _put_together(self, camera: Camera, plan: Plan, theme: Theme, marked: Marked) -> None:
        dpr, width = camera.dpr, camera.size.width()
        size = QSize(round(width * dpr), round(HEIGHT * dpr))
        if self._picture.size() != size:
            self._picture = QPixmap(size)
        self._picture.fill(QColor(theme.board))
        painter = QPainter(self._picture)
        first, last = marked.taken[0], width - marked.taken[1]
        painter.setClipRect(QRectF(first * dpr, 0, (last - first) * dpr, HEIGHT * dpr))
        for column in (plan.columns[0], *plan.between(*camera.across(first, last))):
            where = header_rect(camera, column)
            if where.right() > first and where.left() < last:
                picture = self._header(camera, column, theme, marked)
                painter.drawPixmap(round(where.left() * dpr), 0, picture)
        painter.scale(dpr, dpr)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        after = new_stage_rect(camera, plan)
        if after.left() < last:
            draw_new_stage(painter, after, NEW_STAGE, theme, _state(marked, NEW_STAGE))
        painter.setClipping(False)
        painter.fillRect(QRectF(0, HEIGHT - 1, width, 1), QColor(theme.line))
        painter.end()

    def _header(self, camera: Camera, column: Column, theme: Theme, marked: Marked) -> QPixmap:
        """The header of a column, drawn for what of its width is in sight."""
        dpr, left = camera.dpr, camera.to_view(column.left, 0).x()
        width = round(camera.to_view(column.right, 0).x() * dpr) - round(left * dpr)
        first = max(0, round(marked.taken[0] - left))
        last = min(width, round((camera.size.width() - marked.taken[1] - left) * dpr))
        state = _state(marked, header_id(column))
        counts = (column.count, column.merged)
        looks = (column.name, counts, column.stage is None, column.is_collapsed)
        exact = header_rect(camera, column)
        is_wide = exact.width() >= NARROW  # columns of one width look alike, however they round
        key = (looks, column.is_locked, width, is_wide, first, last, state, theme.name, dpr)
        found = self._headers.get(key)
        if found is None:
            seen = (float(first), last / dpr)
            where = QRectF(0, 0, exact.width(), HEIGHT)
            place = HeaderPlace(where, arrow_rect(where, column), is_wide, *seen)
            found = self._headers[key] = self._drawn(column, width, place, dpr, theme, state)
            self._bytes += _size(found)
            while self._bytes > KEPT_BYTES and len(self._headers) > 1:
                self._bytes -= _size(self._headers.popitem(last=False)[1])
        else:
            self._headers.move_to_end(key)
        return found

    def _drawn(
        self, column: Column, width: int, place: HeaderPlace, dpr: float, theme: Theme,
        state: HeaderState,
    ) -> QPixmap:  # fmt: skip
        picture = QPixmap(max(1, width), round(HEIGHT * dpr))
        picture.fill(QColor(theme.board))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(dpr, dpr)
        draw_header(painter, place, column, theme, state, self._icons)
        painter.end()
        return picture

    def column_at(self, point: QPointF, camera: Camera, plan: Plan) -> Column | None:
        """The column whose header is under a point of the widget."""
        if not 0 <= point.y() < HEIGHT:
            return None
        x = camera.to_board(point).x()
        return next((one for one in plan.columns if one.left <= x < one.right), None)

    def is_new_stage(self, point: QPointF, camera: Camera, plan: Plan) -> bool:
        """Whether the place for a new stage is under a point of the widget."""
        return 0 <= point.y() < HEIGHT and new_stage_rect(camera, plan).contains(point)


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4


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


def _state(marked: Marked, name: str) -> HeaderState:
    return HeaderState(marked.hovered == name, marked.hidden == name, marked.focused == name)
