"""How a note shows where it stands to the cut: a frame inside its edge, and a word in its foot."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from motworkshop.canvas.typeface import bold_face
from motworkshop.look import NOTE_INK

FRAME, APART = 3.0, 1.0
"""Screen pixels of the frame, and of the paper between it and the note's outline: on a dark board
the frame would else look like the end of the note."""
HALO = 2.0
"""Screen pixels of the frame around the note on a dark board."""
TALL, SIDE, TYPE = 18.0, 5.0, 15
WORDS = {"in": "In", "tied": "Tied"}
WHITE = "#FFFFFF"


def draw_frame(painter: QPainter, standing: str, sheet: QRectF, dpr: float) -> None:
    """Ink inside the note's outline: unbroken for what is in, dashed for what is tied; on paper,
    so that it is seen whatever lies around the note."""
    width = FRAME * dpr
    inset = (1 + APART) * dpr + width / 2
    _draw_round(painter, standing, sheet.adjusted(inset, inset, -inset, -inset), width, NOTE_INK)


def draw_halo(painter: QPainter, standing: str, sheet: QRectF, dpr: float, ink: str) -> None:
    """The same again around the note, in the light ink of a dark board: from afar dark ink on
    paper looks there like the end of the paper."""
    width = HALO * dpr
    reach = width / 2
    _draw_round(painter, standing, sheet.adjusted(-reach, -reach, reach, reach), width, ink)


def _draw_round(painter: QPainter, standing: str, where: QRectF, width: float, colour: str) -> None:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if standing != "in":
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(where)


def word_width(standing: str) -> float:
    """Units that the word takes with its label."""
    return QFontMetricsF(bold_face(TYPE)).horizontalAdvance(WORDS[standing]) + 2 * SIDE


def draw_word(painter: QPainter, standing: str, left: float) -> None:
    """The word in a label, filled with ink or outlined, so that they differ without colour."""
    is_in = standing == "in"
    ground, ink = (NOTE_INK, WHITE) if is_in else (WHITE, NOTE_INK)
    label = QRectF(left, -TALL / 2, word_width(standing), TALL)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(NOTE_INK), 1.4))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(label, 4, 4)
    painter.setPen(QColor(ink))
    painter.setFont(bold_face(TYPE))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, WORDS[standing])
