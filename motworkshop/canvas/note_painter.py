"""Paints notes on to a tile, a picture or the lifted selection."""

from collections.abc import Callable, Iterable, Set
from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from motworkshop.canvas.card import Card
from motworkshop.canvas.far_text import NEAR, FarTexts
from motworkshop.canvas.foot import FootWriter
from motworkshop.canvas.note_text import NoteTexts
from motworkshop.canvas.paper import ROOMY, Look, Paper, Papers
from motworkshop.canvas.pictures import Pictures
from motworkshop.canvas.sheet import FRAME, MOST_BELOW, READABLE, Sheet, sheet_of
from motworkshop.canvas.typeface import bold_face
from motworkshop.look import NOTE_INK, Theme, category_style
from motworkshop.model.layout import NOTE_WIDTH, STEP
from motworkshop.model.records import Id, Picture
from motworkshop.model.text_room import PICTURE_STEPS

NUMBERED = 0.13
"""The zoom below which a note does not even show its number."""
_DrawRest: TypeAlias = Callable[[QPainter, Card, int, int, float, float], None]


class NotePainter:
    """Draws cards at any scale. Texts are laid out once, papers are drawn once."""

    def __init__(self, theme: Theme, find_picture: Callable[[Id], Picture | None]) -> None:
        self._pictures = Pictures(find_picture)
        self.texts = NoteTexts()
        self._far_texts = FarTexts(self.texts.words)
        self._foot = FootWriter()
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
        papers, draw_rest = self._papers, self._rest_for(scale / dpr)
        painter.setFont(self._number_font(scale, dpr))
        painter.setPen(QColor(NOTE_INK))
        for card in cards:
            paper = papers.get(self._look(card, card.id in selected), scale, dpr)
            x, y = origin[0] + round(card.left * scale), origin[1] + round(card.top * scale)
            painter.drawPixmap(x - paper.margin, y - paper.margin, paper.pixmap)
            if draw_rest is not None:
                draw_rest(painter, card, x, y, scale, dpr)

    def paper(self, card: Card, scale: float, dpr: float, *, is_selected: bool) -> Paper:
        """The paper that is drawn for a card."""
        return self._papers.get(self._look(card, is_selected), scale, dpr)

    def _look(self, card: Card, is_selected: bool) -> Look:
        """What its paper shows; face down that is neither category nor standing."""
        below, locked = min(card.stacked, MOST_BELOW), card.is_locked
        if self.is_face_down:
            return Look(0, card.steps, below, locked, is_selected, is_hidden=True)
        return Look(card.style, card.steps, below, locked, is_selected, card.standing)

    def _number_font(self, scale: float, dpr: float) -> QFont:
        """In device pixels, where the number is all that is written."""
        return bold_face(max(round(10 * dpr), round(36 * scale)))

    def _rest_for(self, zoom: float) -> _DrawRest | None:
        if zoom < NUMBERED:
            return None
        if self.is_face_down:
            return _draw_back_number
        return self._draw_writing if zoom >= READABLE else self._draw_far_number

    def _draw_writing(
        self, painter: QPainter, card: Card, x: int, y: int, scale: float, dpr: float
    ) -> None:
        sheet = _sheet(card, scale / dpr)
        painter.save()
        painter.translate(x, y)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QColor(NOTE_INK))
        self._draw_text(painter, card, sheet, dpr)
        painter.scale(dpr, dpr)
        self._draw_foot(painter, card, sheet, has_number=True)
        painter.restore()

    def _draw_text(self, painter: QPainter, card: Card, sheet: Sheet, dpr: float) -> None:
        """In pixels of the board as long as they can be read, then in those of the screen."""
        painter.save()
        if sheet.zoom >= NEAR:
            painter.scale(sheet.zoom * dpr, sheet.zoom * dpr)
            painter.translate(0, -sheet.inset / 2 / sheet.zoom)
            if card.picture is not None:
                self._pictures.draw(painter, card.picture, category_style(card.style or None).mark)
                painter.translate(0, card.picture_steps * STEP)
            self.texts.fitted(card.text, card.steps - card.picture_steps).draw(painter)
        else:
            painter.scale(dpr, dpr)
            if card.picture is not None:
                sheet = self._draw_small_picture(painter, card.picture, sheet)
            self._far_texts.fitted(card.text, sheet).draw(painter, sheet.text.topLeft())
        painter.restore()

    def _draw_small_picture(self, painter: QPainter, picture: Id, sheet: Sheet) -> Sheet:
        """A picture where the text is in pixels of the screen; the sheet that is left for it."""
        painter.save()
        painter.scale(sheet.zoom, sheet.zoom)
        self._pictures.draw(painter, picture, NOTE_INK)
        painter.restore()
        below = sheet.text.adjusted(0, PICTURE_STEPS * STEP * sheet.zoom, 0, 0)
        return sheet._replace(text=below)

    def _draw_foot(self, painter: QPainter, card: Card, sheet: Sheet, *, has_number: bool) -> None:
        painter.translate(0, sheet.middle)
        painter.scale(sheet.unit, sheet.unit)
        self._foot.write(painter, card, sheet, has_number=has_number)

    def _draw_far_number(
        self, painter: QPainter, card: Card, x: int, y: int, scale: float, dpr: float
    ) -> None:
        size = painter.font().pixelSize()
        inset, top = max(3, round(14 * scale)), max(1, round(6 * scale))
        if card.standing:
            inset, top = max(inset, round(FRAME * dpr)), max(top, round(FRAME * dpr / 2))
        painter.drawText(x + inset, y + size + top, _number(card))
        if not (card.dots or card.standing):
            return
        sheet = _sheet(card, scale / dpr)
        if sheet.whole.height() >= ROOMY:
            painter.save()
            painter.translate(x, y)
            painter.scale(dpr, dpr)
            self._draw_foot(painter, card, sheet, has_number=False)
            painter.restore()


def _sheet(card: Card, zoom: float) -> Sheet:
    return sheet_of(card.steps, card.stacked, zoom, is_framed=bool(card.standing))


def _number(card: Card) -> str:
    return f"{card.number}  +{card.stacked}" if card.stacked else str(card.number)


def _draw_back_number(
    painter: QPainter, card: Card, x: int, y: int, scale: float, _dpr: float
) -> None:
    """The number in the middle, as all that a note says while it lies face down."""
    sheet = QRectF(x, y, NOTE_WIDTH * scale, card.height * scale)
    painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, _number(card))
