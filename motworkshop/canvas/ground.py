"""What lies behind the notes: the board, a band for each stage, another one for the parking lot."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from motworkshop.canvas.colours import band, parking_band
from motworkshop.canvas.plan import BETWEEN, SHALLOW, SLIM, Column, Plan
from motworkshop.look import Theme


def paint_ground(
    painter: QPainter, plan: Plan, theme: Theme, scale: float, area: QRectF, dpr: float
) -> None:
    """Fill `area`, which is in device pixels of the board at `scale`."""
    painter.fillRect(area, QColor(theme.board))
    for column in plan.between(area.left() / scale, area.right() / scale):
        _paint_stage(painter, plan, column, theme, scale, area)
    if theme.board == theme.panel:
        _part(painter, plan, theme, scale, area, dpr)
    _paint_parking(painter, plan, theme, scale, area, dpr)
    _paint_new_stage(painter, plan, theme, scale, area, dpr)


def _paint_stage(
    painter: QPainter, plan: Plan, column: Column, theme: Theme, scale: float, area: QRectF
) -> None:
    strip = _strip(column.left, column.right, scale, area)
    if not strip.intersects(area):
        return
    if not plan.has_lanes:
        painter.fillRect(strip, band(theme))
        return
    for row in plan.rows:
        top, bottom = round(row.top * scale), round(row.bottom * scale)
        cell = QRectF(strip.left(), top, strip.width(), bottom - top)
        if cell.intersects(area):
            painter.fillRect(cell, band(theme))


def _part(
    painter: QPainter, plan: Plan, theme: Theme, scale: float, area: QRectF, dpr: float
) -> None:
    """One line between two stages or lanes where the theme has no shades."""
    width, colour = max(1.0, float(round(dpr))), QColor(theme.line)
    for column in plan.stages[:-1]:
        x = round((column.right + BETWEEN / 2) * scale - width / 2)
        painter.fillRect(QRectF(x, area.top(), width, area.height()) & area, colour)
    if not plan.stages:
        return
    left = round(plan.stages[0].left * scale)
    right = round(plan.right * scale)
    for row in plan.rows[:-1]:
        y = round((row.bottom + BETWEEN / 2) * scale - width / 2)
        painter.fillRect(QRectF(left, y, right - left, width) & area, colour)


def _paint_parking(
    painter: QPainter, plan: Plan, theme: Theme, scale: float, area: QRectF, dpr: float
) -> None:
    column = plan.columns[0]
    strip = _ending(_strip(column.left, column.right, scale, area), plan, scale)
    if strip.intersects(area):
        painter.fillRect(strip, parking_band(theme))
        _dashed_sides(painter, strip, QColor(theme.line), dpr)


def _paint_new_stage(
    painter: QPainter, plan: Plan, theme: Theme, scale: float, area: QRectF, dpr: float
) -> None:
    left = plan.right + BETWEEN
    strip = _ending(_strip(left, left + SLIM, scale, area), plan, scale)
    if strip.intersects(area):
        _dashed_sides(painter, strip, QColor(theme.line), dpr)


def _strip(left: float, right: float, scale: float, area: QRectF) -> QRectF:
    x = round(left * scale)
    return QRectF(x, area.top(), round(right * scale) - x, area.height())


def _ending(strip: QRectF, plan: Plan, scale: float) -> QRectF:
    """On a board without notes the strip ends above the words that stand on it."""
    if not plan.is_empty:
        return strip
    bottom = min(strip.bottom(), round(SHALLOW * scale))
    return QRectF(strip.left(), strip.top(), strip.width(), max(0.0, bottom - strip.top()))


def _dashed_sides(painter: QPainter, strip: QRectF, colour: QColor, dpr: float) -> None:
    """Dashes down both sides; they begin at a multiple of their period, so that tiles meet."""
    width = max(1.0, float(round(dpr)))
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    start = strip.top() - strip.top() % (8 * width)
    for x in (strip.left() + width / 2, strip.right() - width / 2):
        painter.drawLine(QLineF(x, start, x, strip.bottom()))
