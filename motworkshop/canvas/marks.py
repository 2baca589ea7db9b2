"""What is painted over the tiles: the hovered note and the focused one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from motworkshop.canvas.card import Card
from motworkshop.canvas.view import View
from motworkshop.look import NOTE_CORNER, category_style


def paint_hover(painter: QPainter, view: View, card: Card) -> None:
    """The outline grows thicker under the pointer."""
    where = view.note_rect(card.id)
    if where is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = 0 if view.scene.painter.is_face_down else card.style
    painter.setPen(QPen(QColor(category_style(style or None).mark), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = max(1.5, NOTE_CORNER * view.zoom())
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


def paint_focus(painter: QPainter, view: View, card: Card) -> None:
    """A dashed ring in ink around the ring of selection: where the keys are."""
    where = view.note_rect(card.id)
    if where is None:
        return
    reach = max(4.0, 9.0 * view.zoom())
    ring = QRectF(where.adjusted(-reach, -reach, reach, reach))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(view.scene.theme.ink), 1.5)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(ring, 6, 6)


def paint_frame(painter: QPainter, view: View) -> None:
    """A frame around the whole board: it has the keys, and no note or header does."""
    painter.setPen(QPen(QColor(view.scene.theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(view.rect()).adjusted(1, 1, -1, -1))
