"""How one row of the reveal is drawn: rank, note, bar, breadth, sides, and a word."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from motworkshop.look import CORNER, Theme
from motworkshop.model.tally import Standing
from motworkshop.model.voting import counted
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.bars import Bar, Bars
from motworkshop.panels.reveal.words import people_words
from motworkshop.panels.vote.lettering import fitted_lines, sized
from motworkshop.panels.vote.row import paint_chip
from motworkshop.values import dataclass

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
EDGE = 16.0
TYPE, LEAST_TYPE = 0.34, 14.0
"""Size of the type in parts of the height of a row, and in pixels where rows are low."""
TEXT = 0.46
"""The part of the room between number and sides that the text of a note takes."""


@dataclass(frozen=True, slots=True)
class Moment:
    """How far the picture is, each from 0 to 1: grown, sorted, and marks faded in."""

    grown: float
    sorted: float
    marks: float


@dataclass(frozen=True, slots=True)
class Row:
    """One bar, where it stands, and among which others."""

    bar: Bar
    box: QRectF
    bars: Bars
    is_current: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """Left end and width of what stands in a row."""

    rank: QRectF
    chip: QRectF
    text: QRectF
    bar: QRectF
    sides: QRectF
    apart: QRectF


def columns_of(box: QRectF, *, has_sides: bool) -> Columns:
    """Divide a row; widths follow its height, so that the picture scales as a whole."""
    unit = box.height()
    middle = unit * 0.62
    top = box.center().y() - middle / 2
    x = box.left() + EDGE
    rank = QRectF(x, box.top(), unit * 0.75, unit)
    chip = QRectF(rank.right() + unit * 0.2, top, unit * 0.95, middle)
    told = unit * 2.5 if has_sides else 0.0
    apart = QRectF(box.right() - EDGE - told, box.top(), told, unit)
    width = unit * 1.5 if has_sides else 0.0
    sides = QRectF(apart.left() - width, box.top(), width, unit)
    left = chip.right() + unit * 0.3
    room = sides.left() - left
    text = QRectF(left, box.top(), room * TEXT, unit)
    bar = QRectF(text.right() + unit * 0.2, top, room * (1 - TEXT) - unit * 0.4, middle)
    return Columns(rank, chip, text, bar, sides, apart)


def columns_end(row: Row) -> float:
    """Where the room for bar and words ends."""
    return columns_of(row.box, has_sides=bool(row.bars.sides)).sides.left()


class BarPainter:
    """Draws rows and the cut in a theme."""

    def __init__(self, icons: Icons, theme: Theme) -> None:
        self._icons = icons
        self.theme = theme

    @property
    def ground(self) -> QColor:
        """What is behind the bars."""
        return QColor(self.theme.board)

    def paint_row(self, painter: QPainter, row: Row, moment: Moment, face: QFont) -> None:
        """One row at a moment of the reveal."""
        columns = columns_of(row.box, has_sides=bool(row.bars.sides))
        size = _type_in(row.box)
        if row.is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRoundedRect(row.box.adjusted(4, 1, -4, -1), CORNER, CORNER)
        painter.setFont(sized(face, size))
        paint_chip(painter, columns.chip, row.bar.note, row.bar.style)
        self._paint_text(painter, row, columns.text, sized(face, size))
        figure = sized(face, size * 1.15, is_strong=True, is_figure=True)
        self._paint_bar(painter, row, columns.bar, moment, figure)
        if moment.marks <= 0:
            return
        painter.save()
        painter.setOpacity(moment.marks)
        self._paint_figures(painter, row, columns, face)
        if row.bars.sides:
            self._paint_sides(painter, row, columns.sides)
            self._paint_apart(painter, row, columns.apart, face)
        painter.restore()

    def paint_cut(
        self,
        painter: QPainter,
        bars: Bars,
        line: QRectF,
        tied: QRectF,
        moment: Moment,
        face: QFont,
    ) -> None:
        """The line under what is in; notes that are tied at it stand between two dashed ones."""
        painter.save()
        painter.setOpacity(moment.marks)
        theme = self.theme
        is_tied = bool(bars.tally.tied)
        pen = QPen(QColor(theme.warn if is_tied else theme.ink), 2)
        if is_tied:
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.fillRect(tied.adjusted(EDGE - 8, 0, -(EDGE - 8), 0), QColor(theme.hover))
        painter.setPen(pen)
        middle = line.center().y()
        painter.setFont(sized(face, max(13, line.height() * 0.5), is_strong=True))
        words = cut_words(bars)
        width = painter.fontMetrics().horizontalAdvance(words)
        right = line.right() - EDGE - width - 12
        left = line.left() + EDGE + self._paint_tie(painter, bars, line, is_tied=is_tied)
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        if is_tied:
            end = (tied.left() + EDGE, tied.right() - EDGE)
            painter.drawLine(QPointF(end[0], tied.bottom()), QPointF(end[1], tied.bottom()))
        painter.setPen(QColor(theme.warn if is_tied else theme.ink))
        painter.drawText(line.adjusted(0, 0, -EDGE, 0), _RIGHT, words)
        painter.restore()

    def _paint_tie(self, painter: QPainter, bars: Bars, line: QRectF, *, is_tied: bool) -> float:
        """How a tie was settled, at the line; how much of the line it takes."""
        if not bars.tie:
            return 0.0
        painter.save()
        painter.setPen(QColor(self.theme.warn if is_tied else self.theme.ink))
        room = line.width() * 0.6
        words = painter.fontMetrics().elidedText(
            " ".join(bars.tie.split()), Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(line.adjusted(EDGE + 8, 0, 0, 0), _LEFT, words)
        painter.restore()
        return painter.fontMetrics().horizontalAdvance(words) + 20.0

    def paint_bracket(self, painter: QPainter, box: QRectF, bars: Bars, moment: Moment) -> None:
        """What was tied at the cut belongs together, also when some of it is in."""
        painter.save()
        painter.setOpacity(moment.marks)
        colour = self.theme.warn if bars.tally.tied else self.theme.ink
        painter.setPen(QPen(QColor(colour), 2))
        left, reach = box.left() + EDGE - 6, 8.0
        top, bottom = box.top() + 4, box.bottom() - 4
        corners = ((left + reach, top), (left, top), (left, bottom), (left + reach, bottom))
        painter.drawPolyline([QPointF(x, y) for x, y in corners])
        painter.restore()

    def _paint_text(self, painter: QPainter, row: Row, box: QRectF, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self.theme.ink))
        lines = fitted_lines(row.bar.note.text, font, box.width(), 2)
        leading = font.pixelSize() * 1.3
        top = box.center().y() - leading * len(lines) / 2
        for place, words in enumerate(lines):
            line = QRectF(box.left(), top + place * leading, box.width() + 4, leading)
            painter.drawText(line, _LEFT, words)

    def _paint_bar(
        self, painter: QPainter, row: Row, box: QRectF, moment: Moment, font: QFont
    ) -> None:
        dots = row.bar.line.dots
        most = max(1, row.bars.most)
        grown = min(float(dots), moment.grown * most)
        painter.setFont(font)
        figure = f"{round(grown):,}"
        beside = sized(font, font.pixelSize() * 0.85)
        told = QFontMetricsF(beside).horizontalAdvance(_beside(most, row.bars.most_people))
        room = box.width() - painter.fontMetrics().horizontalAdvance(f"{most:,}") - told - 12
        length = max(0.0, room) * grown / most
        if length > 0:
            bar = QRectF(box.left(), box.top(), max(length, 3), box.height())
            painter.setPen(self._edge(row.bar, moment))
            painter.setBrush(self._paper(row.bar, moment))
            painter.drawRoundedRect(bar, 3, 3)
            if row.bar.line.standing is Standing.TIED and moment.marks > 0:
                self._hatch(painter, bar, moment)
        painter.setPen(QColor(self.theme.ink if dots else self.theme.ink_2))
        left = box.left() + (length + 8 if length > 0 else 0)
        painter.drawText(QRectF(left, box.top(), box.width(), box.height()), _LEFT, figure)
        left += painter.fontMetrics().horizontalAdvance(figure)
        people = row.bar.line.breadth if dots and moment.marks > 0 else None
        painter.setFont(beside)
        words = QRectF(left, row.box.top(), max(0.0, columns_end(row) - left), row.box.height())
        said = _beside(round(grown), people)
        if row.bar.word and moment.marks > 0:
            self._paint_word(painter, row, words, said)
        else:
            painter.drawText(words, _LEFT, said)

    def _paint_word(self, painter: QPainter, row: Row, box: QRectF, said: str) -> None:
        """What became of it, right after the count; below it where there is no room."""
        metrics = painter.fontMetrics()
        is_tied = row.bar.line.standing is Standing.TIED
        word = row.bar.word
        is_beside = metrics.horizontalAdvance(f"{said} · {word}") <= box.width()
        if is_beside:
            said = f"{said} · "
        line = float(metrics.height())
        top = box.adjusted(0, 0, 0, 0 if is_beside else -line)
        painter.drawText(top, _LEFT, said)
        painter.setFont(sized(painter.font(), painter.font().pixelSize(), is_strong=True))
        painter.setPen(QColor(self.theme.warn if is_tied else self.theme.ink))
        ahead = metrics.horizontalAdvance(said if is_beside else " ")
        below = box.adjusted(ahead, 0 if is_beside else line, 0, 0)
        painter.drawText(below, _LEFT, word)

    def _edge(self, bar: Bar, moment: Moment) -> QPen:
        """What is out is pale, and needs an edge to be seen on a pale wall."""
        if bar.line.standing is not Standing.OUT or moment.marks <= 0:
            return QPen(Qt.PenStyle.NoPen)
        return QPen(QColor(self.theme.ink_2), 1)

    def _paper(self, bar: Bar, moment: Moment) -> QColor:
        """All bars alike while they grow; what is out goes pale once they are sorted."""
        accent = QColor(self.theme.accent)
        pale = _between(QColor(self.theme.board), QColor(self.theme.ink_2), 0.45)
        ends = {Standing.TIED: QColor(self.theme.warn), Standing.OUT: pale}
        return _between(accent, ends.get(bar.line.standing, accent), moment.marks)

    def _hatch(self, painter: QPainter, bar: QRectF, moment: Moment) -> None:
        """Tied is told by stripes too, not by colour alone."""
        stripes = QColor(self.theme.board)
        stripes.setAlphaF(0.6 * moment.marks)
        painter.save()
        painter.setClipRect(bar)
        painter.setPen(QPen(stripes, 3))
        x = bar.left() - bar.height()
        while x < bar.right():
            painter.drawLine(QPointF(x, bar.bottom()), QPointF(x + bar.height(), bar.top()))
            x += 9
        painter.restore()

    def _paint_figures(self, painter: QPainter, row: Row, columns: Columns, face: QFont) -> None:
        line = row.bar.line
        size = _type_in(row.box)
        is_strong = line.standing is not Standing.OUT
        painter.setFont(sized(face, size * 1.15, is_strong=is_strong, is_figure=True))
        painter.setPen(QColor(self.theme.ink if line.dots else self.theme.ink_2))
        painter.drawText(columns.rank, _RIGHT, str(line.rank) if line.dots else "–")

    def _paint_sides(self, painter: QPainter, row: Row, box: QRectF) -> None:
        """A thin bar for each side: the share of its own dots that it gave this note."""
        sides = row.bars.sides
        largest = row.bars.largest_share or 1.0
        thick = min(13.0, box.height() * 0.8 / len(sides) - 3)
        top = box.center().y() - (thick + 3) * len(sides) / 2
        room = box.width() - box.height() * 0.3
        for place, side in enumerate(sides):
            length = max(1.0, room * row.bar.shares[side] / largest)
            part = QRectF(box.left(), top + place * (thick + 3), length, thick)
            self.paint_side(painter, part, place)

    def _paint_apart(self, painter: QPainter, row: Row, box: QRectF, face: QFont) -> None:
        """A flag with the shares, where sides are far apart."""
        if not row.bar.is_contested:
            return
        mark = min(20.0, box.height() * 0.45)
        flag = QRectF(box.left(), box.center().y() - mark / 2, mark, mark)
        self._icons.paint(painter, "flag", flag, self.theme.warn)
        shares = (row.bar.shares[side] for side in row.bars.sides)
        words = " / ".join(f"{share * 100:.0f}" for share in shares)
        painter.setFont(sized(face, _type_in(row.box) * 0.95, is_figure=True))
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(box.adjusted(mark + 4, 0, 0, 0), _LEFT, f"{words}\u00a0%")

    def paint_side(self, painter: QPainter, box: QRectF, place: int) -> None:
        """The mark of the first side is full, of the second hollow, of others pale."""
        ink = QColor(self.theme.ink_2)
        painter.setPen(QPen(ink, 1))
        pale = _between(QColor(self.theme.board), ink, 0.35)
        fills = (ink, QColor(self.theme.board))
        painter.setBrush(fills[place] if place < len(fills) else pale)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _type_in(box: QRectF) -> float:
    return max(LEAST_TYPE, box.height() * TYPE)


def _beside(dots: int, people: int | None) -> str:
    """What follows the figure of a bar: “ dots, 5 people”."""
    noun = " dot" if dots == 1 else " dots"
    return noun if people is None else f"{noun}, {people_words(people)}"


def cut_words(bars: Bars) -> str:
    """What stands at the line."""
    tally = bars.tally
    if tally.tied:
        return f"{counted(len(tally.tied), 'note')} tied for {counted(tally.places_left, 'place')}"
    inside = bars.count(Standing.IN)
    if inside == tally.cut:
        return f"the cut: {inside} {'is' if inside == 1 else 'are'} in"
    return f"{inside} of {counted(tally.cut, 'place')} taken"


def _between(one: QColor, other: QColor, part: float) -> QColor:
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * part,
        one.greenF() + (other.greenF() - one.greenF()) * part,
        one.blueF() + (other.blueF() - one.blueF()) * part,
    )
