"""The whole board in one picture: stage names as headers, notes, frames around some of them."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from motworkshop.canvas.card import Card
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.ground import paint_ground
from motworkshop.canvas.note_painter import NotePainter
from motworkshop.canvas.plan import BETWEEN, Column
from motworkshop.canvas.typeface import bold_face
from motworkshop.look import Theme
from motworkshop.model.records import Id

LEAST_NAMED = 360
"""A picture that is less high, such as the one of a recent workshop, has no names."""
NAME_PARTS = 30
"""A name is at least so small a part of the picture's height."""
LINES = 2
NARROWEST = 3.0
"""Sizes of the type below which a column's name is turned instead of cut."""


class Overview:
    """Draws the board of a deck in a picture of one size."""

    def __init__(self, deck: Deck, painter: NotePainter, theme: Theme, size: QSize) -> None:
        self._deck = deck
        self._notes = painter
        self._theme = theme
        self._size = size
        is_named = size.height() >= LEAST_NAMED
        self._font = bold_face(max(12, round(size.height() / NAME_PARTS)))
        self._head = self._line() * LINES + self._font.pixelSize() if is_named else 0.0
        left, top, right, bottom = deck.content()
        if is_named and deck.plan.stages and not deck.plan.columns[0].count:
            left = deck.plan.stages[0].left
        side = BETWEEN / 2 if is_named else 0.0
        self._bounds = (left - side, top, right + side, bottom)
        self._ring = max(3.0, size.height() / 160)
        self._top = self._head + 3 * self._ring if is_named else 0.0
        room = max(1.0, size.height() - self._top)
        across = self._bounds[2] - self._bounds[0]
        self._scale = min(1.0, size.width() / across, room / max(1.0, bottom - top))

    def draw(self, marked: Iterable[Id] = ()) -> QImage:
        """The picture, with a frame around these notes."""
        image = QImage(self._size, QImage.Format.Format_RGB32)
        scale, width = self._scale, self._size.width()
        left, top, right, _bottom = self._bounds
        x = round(left * scale - (width - (right - left) * scale) / 2)
        y = round(top * scale - self._top)
        painter = QPainter(image)
        painter.translate(-x, -y)
        area = QRectF(x, y, width, self._size.height())
        painter.fillRect(area, QColor(self._theme.board))
        shown = QRectF(left * scale, y, (right - left) * scale, self._size.height())
        painter.setClipRect(shown)  # a parking lot that is left out is not seen beside it either
        paint_ground(painter, self._deck.plan, self._theme, scale, shown, 1)
        painter.setClipping(False)
        lowest = (y + self._size.height()) / scale
        cards = self._deck.grid.touching(left, top, right, lowest)
        self._notes.paint(painter, cards, (0, 0), scale, 1)
        framed = [self._deck.cards[note] for note in marked if note in self._deck.cards]
        for card in framed:
            self._draw_frame(painter, card)
        self._notes.paint(painter, framed, (0, 0), scale, 1)
        if self._head:
            self._draw_heads(painter, area)
        painter.end()
        return image

    def _line(self) -> float:
        return QFontMetricsF(self._font).lineSpacing()

    def _draw_frame(self, painter: QPainter, card: Card) -> None:
        """Ink around white around the note: thick, so that it is seen without its colour."""
        scale = self._scale
        sheet = QRectF(
            card.left * scale, card.top * scale,
            (card.right - card.left) * scale, card.height * scale,
        )  # fmt: skip
        width = self._ring
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for reach, colour in ((0.5, self._theme.panel), (1.5, self._theme.ink)):
            painter.setPen(QPen(QColor(colour), width))
            grown = reach * width
            ring = sheet.adjusted(-grown, -grown, grown, grown)
            painter.drawRoundedRect(ring, grown, grown)

    def _draw_heads(self, painter: QPainter, area: QRectF) -> None:
        head = QRectF(area.left(), area.top(), area.width(), self._head)
        painter.fillRect(head, QColor(self._theme.board))
        painter.fillRect(head.adjusted(0, self._head - 1, 0, 0), QColor(self._theme.line))
        for column in self._deck.plan.columns:
            if column.left >= self._bounds[0]:
                self._draw_name(painter, column, area.top())

    def _draw_name(self, painter: QPainter, column: Column, top: float) -> None:
        size = self._font.pixelSize()
        where = QRectF(column.left * self._scale, top, 0, self._head)
        where.setRight(column.right * self._scale)
        painter.setPen(QColor(self._theme.ink if column.stage else self._theme.ink_2))
        if where.width() < NARROWEST * size:
            self._draw_turned(painter, column, where)
            return
        painter.setFont(self._font)
        text = where.adjusted(size / 4, 0, -size / 4, 0)
        lines = _lines(column.name, self._font, text.width())
        first = text.top() + (self._head - len(lines) * self._line()) / 2
        for number, words in enumerate(lines):
            line = QRectF(text.left(), first + number * self._line(), text.width(), self._line())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_turned(self, painter: QPainter, column: Column, where: QRectF) -> None:
        """The name of a narrow column downward, below the header."""
        font = bold_face(max(10, min(self._font.pixelSize(), round(where.width() * 0.8))))
        painter.save()
        painter.setFont(font)
        painter.translate(where.center().x(), where.bottom() + font.pixelSize() / 2)
        painter.rotate(90)
        painter.drawText(QPointF(0, font.pixelSize() * 0.36), column.name)
        painter.restore()


def _lines(name: str, font: QFont, width: float) -> list[str]:
    """The name in at most LINES lines, broken between words, the last one cut if it must be."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    rest = name.split()
    while rest and len(lines) < LINES - 1:
        count = len(rest)
        while count > 1 and metrics.horizontalAdvance(" ".join(rest[:count])) > width:
            count -= 1
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    lines += [" ".join(rest)] if rest else []
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
