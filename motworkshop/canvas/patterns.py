"""The eight patterns on the edge of a note, which tell categories apart without colour."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from motworkshop.look import Pattern

_STEP = 5.0


def draw_pattern(painter: QPainter, pattern: Pattern, colour: str, where: QRectF) -> None:
    """Fill a rectangle with a pattern in one colour, cut off at its edges."""
    strokes = _STROKES.get(pattern)
    if strokes is None:
        return
    painter.save()
    painter.setClipRect(where, Qt.ClipOperation.IntersectClip)
    painter.translate(where.topLeft())
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    strokes(painter, where.width(), where.height())
    painter.restore()


def _diagonal(painter: QPainter, width: float, height: float) -> None:
    for down in _steps(-width, height + width):
        painter.drawLine(QLineF(0, down + width, width, down))


def _crossed(painter: QPainter, width: float, height: float) -> None:
    for down in _steps(-width, height + width, 6):
        painter.drawLine(QLineF(0, down + width, width, down))
        painter.drawLine(QLineF(0, down, width, down + width))


def _vertical(painter: QPainter, width: float, height: float) -> None:
    for across in (width * 0.2, width * 0.5, width * 0.8):
        painter.drawLine(QLineF(across, 0, across, height))


def _horizontal(painter: QPainter, width: float, height: float) -> None:
    for down in _steps(2, height, 4):
        painter.drawLine(QLineF(0, down, width, down))


def _dots(painter: QPainter, width: float, height: float) -> None:
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for row, down in enumerate(_steps(2.5, height)):
        for across in (width * 0.28, width * 0.78) if row % 2 else (width * 0.53,):
            painter.drawEllipse(QPointF(across, down), 1.5, 1.5)


def _rings(painter: QPainter, width: float, height: float) -> None:
    for down in _steps(5, height, 8.5):
        painter.drawEllipse(QPointF(width / 2, down), 2.6, 2.6)


def _checked(painter: QPainter, width: float, height: float) -> None:
    half = width / 2
    for row, down in enumerate(_steps(0, height, half)):
        painter.fillRect(QRectF(half * (row % 2), down, half, half), painter.pen().color())


def _waves(painter: QPainter, width: float, height: float) -> None:
    path = QPainterPath()
    for down in _steps(1, height + 4):
        path.moveTo(0, down)
        path.cubicTo(width * 0.35, down - 5, width * 0.65, down + 5, width, down)
    painter.drawPath(path)


def _steps(start: float, end: float, step: float = _STEP) -> list[float]:
    return [start + step * number for number in range(int((end - start) / step) + 1)]


_STROKES: Mapping[Pattern, Callable[[QPainter, float, float], None]] = {
    Pattern.DIAGONAL: _diagonal,
    Pattern.VERTICAL: _vertical,
    Pattern.DOTS: _dots,
    Pattern.WAVES: _waves,
    Pattern.CROSSED: _crossed,
    Pattern.HORIZONTAL: _horizontal,
    Pattern.RINGS: _rings,
    Pattern.CHECKED: _checked,
}
