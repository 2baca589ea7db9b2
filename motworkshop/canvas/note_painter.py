"""Paints notes on to a tile, a picture or the lifted selection."""

from collections.abc import Callable, Iterable, Set
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from motworkshop.canvas.card import Card
from motworkshop.canvas.dots import MOST_DRAWN
from motworkshop.canvas.note_text import LEFT, NoteTexts
from motworkshop.canvas.paper import LEGIBLE, Look, Papers
from motworkshop.canvas.typeface import bold_face, face
from motworkshop.look import NOTE_INK, Theme
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import Id

NUMBERED = 0.13
"""Device pixels per board pixel below which a note does not even show its number."""
NUMBER = 15
"""The number's size on the board; it is called out, so it shrinks later than the note does."""
LARGEST_NUMBER, LEAST_SEEN = 19, 11
FOOT = 9.5
"""Board pixels below a number."""
DOT = 10.0
DOT_MIDDLE = 1.5
_DrawRest: TypeAlias = Callable[[QPainter, Card, int, int, float, QFont], None]


class NotePainter:
    """Draws cards at any scale. Texts are laid out once, papers are drawn once."""

    def __init__(self, theme: Theme) -> None:
        self.texts = NoteTexts()
        self.is_face_down = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._papers = Papers(theme)

    def paint(
        self,
        painter: QPainter,
        cards: Iterable[Card],
        origin: tuple[int, int],
        scale: float,
        dpr: float,
        selected: Set[Id] = frozenset(),
    ) -> None:
        """Draw cards in device pixels; `origin` is where the board's 0, 0 would lie."""
        papers, draw_rest = self._papers, self._rest_for(scale)
        font = self._number_font(scale, dpr)
        painter.setFont(font)
        painter.setPen(QColor(NOTE_INK))
        for card in cards:
            paper = papers.get(self._look(card, card.id in selected), scale, dpr)
            x, y = origin[0] + round(card.left * scale), origin[1] + round(card.top * scale)
            painter.drawPixmap(x - paper.margin, y - paper.margin, paper.pixmap)
            if draw_rest is not None:
                draw_rest(painter, card, x, y, scale, font)

    def _look(self, card: Card, is_selected: bool) -> Look:
        """What its paper shows; face down that is neither category nor standing."""
        stacked, locked = card.stacked > 0, card.is_locked
        if self.is_face_down:
            return Look(0, card.steps, stacked, locked, is_selected, is_hidden=True)
        return Look(card.style, card.steps, stacked, locked, is_selected, card.standing)

    def _number_font(self, scale: float, dpr: float) -> QFont:
        """In board pixels where notes can be read, else in device pixels."""
        if self.is_face_down or scale < LEGIBLE:
            return bold_face(max(round(10 * dpr), round(36 * scale)))
        seen = round(LEAST_SEEN * dpr / scale)
        return face(max(NUMBER, min(LARGEST_NUMBER, seen)), QFont.Weight.Bold)

    def _rest_for(self, scale: float) -> _DrawRest | None:
        if self.is_face_down:
            return _draw_back_number if scale >= NUMBERED else None
        if scale >= LEGIBLE:
            return self._draw_writing
        return _draw_far_number if scale >= NUMBERED else None

    def _draw_writing(
        self, painter: QPainter, card: Card, x: int, y: int, scale: float, font: QFont
    ) -> None:
        painter.save()
        painter.translate(x, y)
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QColor(NOTE_INK))
        self.texts.fitted(card.text, card.steps).draw(painter)
        _draw_number(painter, card, font)
        if card.dots:
            draw_dots(painter, card.dots)
        painter.restore()


def _number(card: Card) -> str:
    return f"{card.number}  +{card.stacked}" if card.stacked else str(card.number)


def _draw_number(painter: QPainter, card: Card, font: QFont) -> None:
    """In ink, because it is called out; what lies below the note is said less loudly."""
    painter.setFont(font)
    place = QPointF(LEFT, card.height - FOOT)
    painter.drawText(place, str(card.number))
    if card.stacked:
        after = painter.fontMetrics().horizontalAdvance(str(card.number)) + 6
        painter.setFont(face(font.pixelSize() - 2))
        painter.drawText(place + QPointF(after, 0), f"+{card.stacked}")


def _draw_back_number(
    painter: QPainter, card: Card, x: int, y: int, scale: float, font: QFont
) -> None:
    """The number in the middle, as all that a note says while it lies face down."""
    sheet = QRectF(x, y, NOTE_WIDTH * scale, card.height * scale)
    painter.setFont(font)
    painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, _number(card))


def _draw_far_number(
    painter: QPainter, card: Card, x: int, y: int, scale: float, font: QFont
) -> None:
    size = font.pixelSize()
    inset = max(3, round(14 * scale))
    painter.drawText(x + inset, y + size + max(1, round(6 * scale)), _number(card))
    if card.dots:
        painter.save()
        painter.translate(x, y)
        painter.scale(scale, scale)
        draw_dots(painter, card.dots)
        painter.restore()
        painter.setFont(font)
        painter.setPen(QColor(NOTE_INK))


def draw_dots(painter: QPainter, colours: tuple[str, ...]) -> None:
    """Stick dots on the upper edge of the note at the origin; too many are one dot and a number."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if len(colours) > MOST_DRAWN:
        _draw_many(painter, len(colours))
        return
    painter.setPen(QPen(QColor("#FFFFFF"), 1.4))
    for place, colour in enumerate(colours):
        painter.setBrush(QColor(colour or NOTE_INK))
        middle = NOTE_WIDTH - 12 - (len(colours) - 1 - place) * (DOT + 2.4)
        painter.drawEllipse(QPointF(middle, DOT_MIDDLE), DOT / 2, DOT / 2)


def _draw_many(painter: QPainter, count: int) -> None:
    text = f"● {count}"
    painter.setFont(bold_face(12))
    width = painter.fontMetrics().horizontalAdvance(text) + 16
    pill = QRectF(NOTE_WIDTH - 8 - width, DOT_MIDDLE - 13, width, 20)
    painter.setPen(QPen(QColor("#FFFFFF"), 1.4))
    painter.setBrush(QColor(NOTE_INK))
    painter.drawRoundedRect(pill, 10, 10)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
