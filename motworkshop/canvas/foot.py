"""The foot of a note: its number, what lies below it, its dots, its standing, its category.

Drawn in units from the left edge of the sheet and the middle of the foot; see `sheet`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from motworkshop.canvas.card import Card
from motworkshop.canvas.icons import draw_icon
from motworkshop.canvas.sheet import LEFT, STEADY, Sheet
from motworkshop.canvas.standing import draw_word, word_width
from motworkshop.canvas.typeface import bold_face, face
from motworkshop.look import NOTE_INK, CategoryStyle

TYPE = 15
"""Units of the type: 12 pixels on the screen where the foot is smallest."""
SMALL_TYPE = 13
CHIP, BADGE, TALL = 39.0, 19.0, 18.0
LOCK, GAP = 12.0, 5.0
DOT, CLOSEST, APART = 11.5, 7.0, 13.0
"""Units of a dot, and of the distance of two: they may overlap like coins before they are counted.
A dot is as large on every note, or three would look stronger than six."""
TWO_ROWS = 9.5
"""Units from one row of dots to the other."""
IN_A_ROW, MOST = 4, 12
"""More dots than go in a row stand in two; still more are counted."""
PILL, BIG_TYPE = 22.0, 18
"""Units of the height of a count and of its digits: it stands for more than dots can show."""
LOW, EDGE, NEARER = 16.0, 2.0, 2.0
"""Where even that has no room: units of the height of a count, of the ink beside its digits, and by
which it comes nearer to what stands beside it."""
LEFT_PLAIN = 20.0
WHITE = "#FFFFFF"


class Row(NamedTuple):
    """What there is room for: words after the number, the distance of dots (0: counted in digits,
    None: left out), the standing's word, the type of those digits."""

    plus: str
    pitch: float | None
    word: str
    type: int = BIG_TYPE

    @property
    def nearer(self) -> float:
        """By so much dots may come nearer to what stands before and behind them."""
        return NEARER if self.type < BIG_TYPE else 0.0


class FootWriter:
    """Writes what is another thing on every note. Fonts are made once."""

    def __init__(self) -> None:
        self._font = face(TYPE, QFont.Weight.Bold)
        self._small = face(SMALL_TYPE)
        self._counts = {
            size: face(size, QFont.Weight.Bold) for size in (BIG_TYPE, TYPE, SMALL_TYPE)
        }
        self._count_metrics = {size: QFontMetricsF(one) for size, one in self._counts.items()}
        self._metrics = QFontMetricsF(self._font)
        self._small_metrics = QFontMetricsF(self._small)
        self._widths: dict[str, float] = {}

    def write(self, painter: QPainter, card: Card, sheet: Sheet, *, has_number: bool) -> None:
        """Write the row in units; the painter stands at the sheet's left edge, in the foot's
        middle, with a pen in ink."""
        number, x = str(card.number) if has_number else "", row_start(sheet)
        if number:
            painter.setFont(self._font)
            painter.drawText(QPointF(x, TYPE * 0.36), number)
        if card.dots or card.stacked or card.standing:
            self._write_rest(painter, card, sheet, x, number)

    def _write_rest(
        self, painter: QPainter, card: Card, sheet: Sheet, x: float, number: str
    ) -> None:
        right = right_end(sheet, card.style, card.is_locked)
        row = self._row(card, number, x, right)
        x += self._width(number) + GAP if number else 0.0
        if row.plus:
            painter.setFont(self._small)
            painter.drawText(QPointF(x, TYPE * 0.36), row.plus)
            x += self._small_metrics.horizontalAdvance(row.plus) + GAP
        if card.dots and row.pitch is not None:
            spare = right + row.nearer - x - self._needs(card, row)
            x += min(0.0, spare) if row.nearer else 0.0
            self._draw_dots(painter, x, card.dots, row)
        if row.word:
            draw_word(painter, card.standing, right - word_width(card.standing))

    def _row(self, card: Card, number: str, left: float, right: float) -> Row:
        """The fullest row that goes between these ends."""
        room = right - left - (self._width(number) + GAP if number else 0)
        plus = f"+{card.stacked}" if card.stacked and number else ""
        for row in _choices(card, plus):
            if self._needs(card, row) <= room + 2 * row.nearer:
                if not row.pitch:
                    return row
                spare = room - self._needs(card, row._replace(pitch=CLOSEST))
                gaps = max(1, columns_of(len(card.dots)) - 1)
                return row._replace(pitch=min(APART, CLOSEST + spare / gaps))
        return Row("", None, "")

    def _needs(self, card: Card, row: Row) -> float:
        parts = []
        if row.plus:
            parts.append(self._small_metrics.horizontalAdvance(row.plus))
        if card.dots and row.pitch is not None:
            count = len(card.dots)
            drawn = DOT + (columns_of(count) - 1) * (row.pitch or 0)
            parts.append(drawn if row.pitch else self._count_width(count, row.type))
        if row.word:
            parts.append(word_width(card.standing))
        return sum(parts) + GAP * max(0, len(parts) - 1)

    def _width(self, digits: str) -> float:
        found = self._widths.get(digits)
        if found is None:
            found = self._widths[digits] = self._metrics.horizontalAdvance(digits)
        return found

    def _count_width(self, count: int, size: int) -> float:
        wide = self._count_metrics[size].horizontalAdvance(str(count))
        return wide + (DOT + PILL if size == BIG_TYPE else 2 * EDGE)

    def _draw_dots(self, painter: QPainter, x: float, colours: tuple[str, ...], row: Row) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.pitch:
            self._draw_count(painter, x, len(colours), row.type)
            return
        painter.setPen(QPen(QColor(WHITE), 1.0))
        columns = columns_of(len(colours))
        is_double = columns < len(colours)
        for place, colour in enumerate(colours):
            line, column = divmod(place, columns)
            y = (line - 0.5) * TWO_ROWS if is_double else 0.0
            painter.setBrush(QColor(colour or NOTE_INK))
            painter.drawEllipse(QPointF(x + DOT / 2 + column * row.pitch, y), DOT / 2, DOT / 2)

    def _draw_count(self, painter: QPainter, x: float, number: int, size: int) -> None:
        """White digits on ink; a dot says what they count, where there is room for it."""
        high, start = (PILL, 7 + DOT + 5) if size == BIG_TYPE else (LOW, EDGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(NOTE_INK))
        pill = QRectF(x, -high / 2, self._count_width(number, size), high)
        corner = high / 2 if size == BIG_TYPE else high / 4
        painter.drawRoundedRect(pill, corner, corner)
        if size == BIG_TYPE:
            painter.setBrush(QColor(WHITE))
            painter.drawEllipse(QPointF(x + 7 + DOT / 2, 0), DOT / 2, DOT / 2)
        painter.setPen(QColor(WHITE))
        painter.setFont(self._counts[size])
        painter.drawText(QPointF(x + start, size * 0.36), str(number))


def columns_of(dots: int) -> int:
    """How many dots stand side by side."""
    return dots if dots <= IN_A_ROW else (dots + 1) // 2


def _choices(card: Card, plus: str) -> Iterator[Row]:
    """Rows from the fullest on; the frame of the note says its standing without the word, and dots
    are counted only where they cannot be drawn."""
    word, count = card.standing, len(card.dots)
    pitches = [CLOSEST] if count <= MOST else []
    pitches += [0.0] if count > 1 else []
    for pitch in pitches:
        yield Row(plus, pitch, word)
        yield Row("", pitch, word)
        yield Row("", pitch, "")
    for size in (TYPE, SMALL_TYPE) if count else ():
        yield Row("", 0.0 if count > 1 else CLOSEST, "", size)


def row_start(sheet: Sheet) -> float:
    """Where the row begins, in units."""
    return (
        LEFT_PLAIN
        if sheet.zoom >= STEADY
        else max(GAP, LEFT * sheet.zoom / sheet.unit, sheet.rim / sheet.unit)
    )


def right_end(sheet: Sheet, style: int, is_locked: bool) -> float:
    """Where the row must end, because category and lock stand there; in units."""
    right = sheet.whole.width() / sheet.unit - _rim(sheet)
    if style:
        right -= (CHIP if sheet.zoom >= STEADY else BADGE) + GAP
    return right - (LOCK + GAP if is_locked else 0)


def _rim(sheet: Sheet) -> float:
    plain = 8.0 if sheet.zoom >= STEADY else 4.0
    return max(plain, sheet.rim / sheet.unit)


def draw_marks(painter: QPainter, style: CategoryStyle, is_locked: bool, sheet: Sheet) -> None:
    """Category and lock at the right end of the foot; small, the category is its sign alone."""
    right = sheet.whole.width() / sheet.unit - _rim(sheet)
    if style.sign and sheet.zoom >= STEADY:
        _draw_chip(painter, QRectF(right - CHIP, -TALL / 2, CHIP, TALL), style)
        right -= CHIP + GAP
    elif style.sign:
        draw_badge(painter, QRectF(right - BADGE, -BADGE / 2, BADGE, BADGE), style)
        right -= BADGE + GAP
    if is_locked:
        square = QRectF(right - LOCK, -LOCK / 2, LOCK, LOCK)
        draw_icon(painter, "lock", square, style.mark, 2.6)


def _draw_chip(painter: QPainter, where: QRectF, style: CategoryStyle) -> None:
    """The category's icon and sign, white on its mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.mark))
    painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)
    icon = QRectF(where.left() + 6, where.top() + 2, 14, 14)
    draw_icon(painter, style.icon, icon, WHITE, 2.4)
    painter.setPen(QColor(WHITE))
    painter.setFont(bold_face(TYPE))
    painter.drawText(where.adjusted(21, 0, -5, 0), Qt.AlignmentFlag.AlignCenter, style.sign)


def draw_badge(painter: QPainter, where: QRectF, style: CategoryStyle) -> None:
    """The sign alone, white on the category's mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.mark))
    painter.drawEllipse(where)
    painter.setPen(QColor(WHITE))
    painter.setFont(bold_face(TYPE))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, style.sign)
