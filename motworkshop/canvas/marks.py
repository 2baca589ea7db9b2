"""What is painted over the tiles: the hovered note, the focused one, a hint on an empty board."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from motworkshop.canvas.card import Card
from motworkshop.canvas.typeface import bold_face, face
from motworkshop.canvas.view import View
from motworkshop.look import CORNER, HEADING, NOTE_CORNER, TEXT, category_style


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


def paint_hint(painter: QPainter, view: View) -> None:
    """On a board without notes: what to do first."""
    has_stages = bool(view.scene.deck.plan.stages)
    first = "No notes yet." if has_stages else "No stages yet."
    then = (
        "Double-click where the first one belongs, or type it below."
        if has_stages
        else "Name the first one at “+ Stage”, or type notes below and sort them later."
    )
    theme, middle = view.scene.theme, view.camera.free.center()
    width = min(560.0, view.camera.free.width() - 32)
    card = QRectF(middle.x() - width / 2, middle.y() - 64, width, 112)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(card, CORNER, CORNER)
    painter.setFont(bold_face(HEADING))
    painter.setPen(QColor(theme.ink))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(card.adjusted(16, 22, -16, 0), int(flags), first)
    painter.setFont(face(TEXT))
    painter.setPen(QColor(theme.ink_2))
    painter.drawText(card.adjusted(16, 56, -16, 0), int(flags), then)
