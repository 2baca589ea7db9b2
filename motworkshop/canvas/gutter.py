"""The names of the lanes down the left side of the view, which stay in sight."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.headers import HEIGHT, Marked
from motworkshop.canvas.icons import draw_icon
from motworkshop.canvas.plan import BETWEEN, Plan, Row
from motworkshop.canvas.typeface import bold_face, face
from motworkshop.look import CORNER, SMALL, TEXT, Theme
from motworkshop.model.voting import counted

WIDTH = 34
WIDEST = 300.0
"""Pixels of the name of a collapsed lane after which it is cut."""
LEAST = 40.0
"""Pixels of a lane below which its name has no room."""
LEAST_FOLDED = 16.0
ARROW = 26.0
FOLD, UNFOLD = "fold-vertical", "unfold-vertical"
NEW_LANE = "+ Lane"
NO_LANE = "no lane"


class Gutter:
    """Paints lane names turned upright. Drawn once for each place of the camera."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._key: object = None

    def paint(
        self, painter: QPainter, camera: Camera, plan: Plan, theme: Theme, marked: Marked
    ) -> None:
        """Paint in device pixels below the headers; nothing where there are no lanes."""
        if not plan.has_lanes:
            return
        key = (camera.top, camera.scale, camera.size.height(), camera.dpr, plan.rows, theme.name)
        if self._key != (key, marked):
            self._key = (key, marked)
            self._picture = _drawn(camera, plan, theme, marked)
        painter.drawPixmap(0, round(HEIGHT * camera.dpr), self._picture)


def lane_rect(camera: Camera, row: Row) -> QRectF:
    """Where the name of a row is on the widget, as far as it is in sight below the headers;
    empty if it is not."""
    top = max(float(HEIGHT), camera.to_view(0, row.top).y())
    bottom = min(camera.size.height(), camera.to_view(0, row.bottom).y())
    least = LEAST_FOLDED if row.is_collapsed else LEAST
    if bottom - top < least:
        return QRectF()
    width = WIDTH - 7.0 + (_label_width(row) if row.is_collapsed else 0.0)
    return QRectF(3, top + 1, width, bottom - top - 2)


def lane_arrow(camera: Camera, row: Row) -> QRectF:
    """Where a lane is collapsed or expanded; empty if nowhere."""
    where = lane_rect(camera, row)
    if where.isEmpty() or row.lane is None:
        return QRectF()
    tall = where.height() if row.is_collapsed else min(ARROW, where.height())
    return QRectF(where.left(), where.top(), WIDTH - 7.0, tall)


def new_lane_rect(camera: Camera, plan: Plan) -> QRectF:
    """Where a new lane is named on the widget: below the last one."""
    top = camera.to_view(0, plan.rows[-1].bottom + BETWEEN).y()
    return QRectF(3, max(HEIGHT + 2.0, top), WIDTH - 7.0, WIDTH - 7.0)


def row_at(point: QPointF, camera: Camera, plan: Plan) -> Row | None:
    """The row whose name is under a point of the widget."""
    if not plan.has_lanes or point.y() < HEIGHT:
        return None
    return next((row for row in plan.rows if lane_rect(camera, row).contains(point)), None)


def is_new_lane(point: QPointF, camera: Camera, plan: Plan) -> bool:
    """Whether the place for a new lane is under a point of the widget."""
    return plan.has_lanes and new_lane_rect(camera, plan).contains(point)


def lane_id(row: Row) -> str:
    """What names a row among all; what is in no lane has a word of its own."""
    return row.lane or NO_LANE


def _label_width(row: Row) -> float:
    """Of the name of a collapsed lane and its count, beside the gutter."""
    name = min(WIDEST, QFontMetricsF(bold_face(TEXT)).horizontalAdvance(row.name))
    count = QFontMetricsF(face(SMALL)).horizontalAdvance(counted(row.count, "note"))
    return name + count + (20.0 if row.is_locked else 0.0) + 26.0


def _drawn(camera: Camera, plan: Plan, theme: Theme, marked: Marked) -> QPixmap:
    dpr = camera.dpr
    height = max(1.0, camera.size.height() - HEIGHT)
    places = [lane_rect(camera, row) for row in plan.rows]
    width = max(float(WIDTH), *(place.right() + 2 for place in places))
    picture = QPixmap(round(width * dpr), round(height * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, WIDTH, height), QColor(theme.board))
    painter.translate(0, -HEIGHT)
    for row, where in zip(plan.rows, places, strict=True):
        if not where.isEmpty():
            _draw_row(painter, where, lane_arrow(camera, row), row, theme, marked)
    _draw_new_lane(painter, new_lane_rect(camera, plan), theme, marked)
    painter.end()
    picture.setDevicePixelRatio(1)
    return picture


def _draw_row(
    painter: QPainter, where: QRectF, arrow: QRectF, row: Row, theme: Theme, marked: Marked
) -> None:
    name, is_hovered = lane_id(row), marked.hovered == lane_id(row)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line if is_hovered and row.lane else theme.hover))
    painter.drawRoundedRect(where, CORNER, CORNER)
    if marked.focused == name:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), CORNER, CORNER)
    if not arrow.isEmpty():
        middle = arrow.center()
        square = QRectF(middle.x() - 8, middle.y() - 8, 16, 16)
        draw_icon(painter, UNFOLD if row.is_collapsed else FOLD, square, theme.ink_2)
    if marked.hidden != name:
        (_draw_folded if row.is_collapsed else _draw_upright)(painter, where, row, theme)


def _draw_folded(painter: QPainter, where: QRectF, row: Row, theme: Theme) -> None:
    """Name and count beside the arrow, in one line."""
    left = where.left() + WIDTH - 5
    if row.is_locked:
        draw_icon(painter, "lock", QRectF(left, where.center().y() - 6, 12, 12), theme.ink_2, 2.4)
        left += 20
    font = bold_face(TEXT)
    name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, WIDEST)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink))
    line = QRectF(left, where.top(), where.right() - left - 8, where.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
    painter.setFont(face(SMALL))
    painter.setPen(QColor(theme.ink_2))
    at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(line, at_right, counted(row.count, "note"))


def _draw_upright(painter: QPainter, where: QRectF, row: Row, theme: Theme) -> None:
    font = bold_face(13)
    above = ARROW if row.lane else 4.0
    below = 22.0 if row.is_locked else 4.0
    room = where.height() - above - below
    if row.is_locked:
        corner = QRectF(where.center().x() - 6, where.bottom() - 18, 12, 12)
        draw_icon(painter, "lock", corner, theme.ink_2, 2.4)
    if room < LEAST / 2:
        return
    name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, room)
    painter.save()
    painter.translate(where.center().x(), where.top() + above + room / 2)
    painter.rotate(-90)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink if row.lane else theme.ink_2))
    centred = QRectF(-room / 2, -(WIDTH / 2), room, WIDTH)
    painter.drawText(centred, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()


def _draw_new_lane(painter: QPainter, where: QRectF, theme: Theme, marked: Marked) -> None:
    """A plus in a dashed frame, as the place for a new stage has it."""
    if marked.hidden == NEW_LANE:
        return
    is_focused, is_hovered = marked.focused == NEW_LANE, marked.hovered == NEW_LANE
    line = QPen(QColor(theme.ink_2), 1, Qt.PenStyle.DashLine)
    painter.setPen(QPen(QColor(theme.accent), 2) if is_focused else line)
    painter.setBrush(QColor(theme.hover if is_hovered else theme.board))
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
    draw_icon(painter, "plus", where.adjusted(6, 6, -6, -6), theme.ink_2, 2.4)
