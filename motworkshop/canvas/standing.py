"""The sign and word that tell where a note stands to the cut."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from motworkshop.canvas.typeface import bold_face
from motworkshop.look import NOTE_INK

HEIGHT = 18.0
WORDS = {"in": "In", "tied": "Tied"}


def draw_standing(
    painter: QPainter, standing: str, corner: QPointF, scale: float, *, has_word: bool
) -> None:
    """A label over a note's lower edge, at `corner`: ink with a tick, or white with two bars.

    One is filled and the other outlined, so that they differ without colour too.
    """
    painter.save()
    painter.translate(corner)
    painter.scale(scale, scale)
    font = bold_face(12)
    word = WORDS[standing] if has_word else ""
    width = 24 + (QFontMetricsF(font).horizontalAdvance(word) + 7 if word else 0)
    is_in = standing == "in"
    ground, ink = (NOTE_INK, "#FFFFFF") if is_in else ("#FFFFFF", NOTE_INK)
    painter.setPen(QPen(QColor(ink), 1.4))
    painter.setBrush(QColor(ground))
    rise = HEIGHT / 2 + 1 if has_word else HEIGHT + 3
    label = QRectF(0 if has_word else 3, -rise, width, HEIGHT)
    painter.drawRoundedRect(label, HEIGHT / 2, HEIGHT / 2)
    _draw_sign(painter, label, ink, is_in=is_in)
    painter.setFont(font)
    painter.drawText(label.adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
    painter.restore()


def _draw_sign(painter: QPainter, label: QRectF, ink: str, *, is_in: bool) -> None:
    pen = QPen(QColor(ink), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = label.left() + 12, label.center().y()
    if is_in:
        tick = [QPointF(x - 4, y), QPointF(x - 1.2, y + 3), QPointF(x + 4.4, y - 3.4)]
        painter.drawPolyline(QPolygonF(tick))
    else:
        for bar in (-2.4, 2.4):
            painter.drawLine(QLineF(x - 4, y + bar, x + 4, y + bar))
