"""The names of collapsed stages, turned, below their headers; they stay in sight like those."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.headers import HEIGHT, header_rect
from motworkshop.canvas.plan import Plan
from motworkshop.canvas.typeface import bold_face
from motworkshop.look import Theme

LONGEST = 300.0
"""Pixels of a name after which it is cut."""
NARROWEST = 15.0
"""Pixels of a column below which its name has no room."""
KEPT = 60


class TurnedNames:
    """Paints the names downward. Each is drawn once for its theme and screen."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, QPixmap] = OrderedDict()

    def paint(self, painter: QPainter, camera: Camera, plan: Plan, theme: Theme) -> None:
        """Paint in device pixels below the headers."""
        dpr = camera.dpr
        for column in plan.between(*camera.across(0, camera.size.width())):
            if not column.is_collapsed:
                continue
            where = header_rect(camera, column)
            if where.width() < NARROWEST:
                continue
            picture = self._picture(column.name, theme, dpr)
            middle = round(where.center().x() * dpr) - picture.width() // 2
            painter.drawPixmap(middle, round((HEIGHT + 10) * dpr), picture)

    def _picture(self, name: str, theme: Theme, dpr: float) -> QPixmap:
        key = (name, theme.name, dpr)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = _drawn(name, theme, dpr)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found


def _drawn(name: str, theme: Theme, dpr: float) -> QPixmap:
    font = bold_face(15)
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, LONGEST)
    length, across = metrics.horizontalAdvance(words) + 4, metrics.height()
    picture = QPixmap(round(across * dpr), round(length * dpr))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(dpr, dpr)
    painter.translate(across, 2)
    painter.rotate(90)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink))
    painter.drawText(QPointF(0, metrics.ascent()), words)
    painter.end()
    return picture
