"""The names of the lanes down the left side of the view, which stay in sight."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.icons import draw_icon
from motworkshop.canvas.plan import Plan, Row
from motworkshop.canvas.typeface import bold_face
from motworkshop.look import CORNER, Theme

WIDTH = 34


class Gutter:
    """Paints lane names turned upright. Drawn once for each place of the camera."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._key: object = None

    def paint(self, painter: QPainter, camera: Camera, plan: Plan, theme: Theme) -> None:
        """Paint in device pixels below the headers; nothing where there are no lanes."""
        if not plan.has_lanes:
            return
        key = (camera.top, camera.scale, camera.size.height(), camera.dpr, plan.rows, theme.name)
        if self._key != key:
            self._key = key
            self._picture = _drawn(camera, plan, theme)
        painter.drawPixmap(0, round(HEIGHT * camera.dpr), self._picture)


def _drawn(camera: Camera, plan: Plan, theme: Theme) -> QPixmap:
    dpr = camera.dpr
    height = max(1.0, camera.size.height() - HEIGHT)
    picture = QPixmap(round(WIDTH * dpr), round(height * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(QColor(theme.board))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in plan.rows:
        _draw_lane(painter, camera, row, height, theme)
    painter.end()
    picture.setDevicePixelRatio(1)
    return picture


def _draw_lane(painter: QPainter, camera: Camera, row: Row, height: float, theme: Theme) -> None:
    top = max(0.0, camera.to_view(0, row.top).y() - HEIGHT)
    bottom = min(height, camera.to_view(0, row.bottom).y() - HEIGHT)
    if bottom - top < 40:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hover))
    painter.drawRoundedRect(QRectF(3, top + 1, WIDTH - 7, bottom - top - 2), CORNER, CORNER)
    font = bold_face(13)
    room = bottom - top - 12
    if row.is_locked:
        corner = QRectF((WIDTH - 1) / 2 - 6, bottom - 18, 12, 12)
        draw_icon(painter, "lock", corner, theme.ink_2, 2.4)
        room -= 28
    name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, room)
    painter.save()
    painter.translate((WIDTH - 1) / 2, (top + bottom) / 2)
    painter.rotate(-90)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink if row.lane else theme.ink_2))
    centred = QRectF(-room / 2, -(WIDTH / 2), room, WIDTH)
    painter.drawText(centred, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()
