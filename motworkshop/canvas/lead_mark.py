"""What shows under which note the dragged ones would come to lie."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from motworkshop.canvas.card import Card
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.typeface import bold_face
from motworkshop.canvas.view import View
from motworkshop.look import CORNER, NOTE_CORNER, TEXT

LABEL = 28.0
REACH = LABEL + 16
"""Pixels around the note that are painted again with the mark."""
WIDEST = 170.0


def lead_area(view: View, lead: Card) -> QRectF:
    """All that the mark of a lead covers, in pixels of the widget."""
    where = view.note_rect(lead.id)
    if where is None:
        return QRectF()
    wide = max(0.0, WIDEST - where.width())
    return where.adjusted(-REACH, -REACH, REACH + wide, REACH)


def paint_lead(painter: QPainter, view: View, lead: Card) -> None:
    """A stack drawn in outlines under the note, a ring around it, and the words."""
    where = view.note_rect(lead.id)
    if where is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = QColor(view.scene.theme.accent)
    corner = max(2.0, NOTE_CORNER * view.zoom())
    step = max(4.0, 6.0 * view.zoom())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, 1.5))
    for layer in (2, 1):
        lower = where.translated(layer * step, layer * step)
        painter.drawPolyline(_visible_edge(lower, step))
    painter.setPen(QPen(accent, 3))
    painter.drawRoundedRect(where.adjusted(-1.5, -1.5, 1.5, 1.5), corner, corner)
    _paint_words(painter, view, where, f"Merge under {lead.number}")


def _visible_edge(sheet: QRectF, step: float) -> list[QPointF]:
    """The edge of a lower sheet as far as it looks out from under the one above."""
    return [
        QPointF(sheet.right() - step, sheet.top()),
        sheet.topRight(),
        sheet.bottomRight(),
        sheet.bottomLeft(),
        QPointF(sheet.left(), sheet.bottom() - step),
    ]


def _paint_words(painter: QPainter, view: View, note: QRectF, words: str) -> None:
    """In a label over the note, or below it where the headers are in the way."""
    theme, font = view.scene.theme, bold_face(TEXT)
    width = QFontMetricsF(font).horizontalAdvance(words) + 20
    above = note.top() - LABEL - 6
    top = above if above > HEIGHT + 2 else note.bottom() + 14
    left = max(4.0, min(note.left(), view.width() - width - 4))
    label = QRectF(left, top, width, LABEL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(label, CORNER, CORNER)
    painter.setFont(font)
    painter.setPen(QColor(theme.on_accent))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
