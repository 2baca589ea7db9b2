"""The picture of the result: bars that grow together and sort, the cut, and ties in words."""

from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPen

from motworkshop.model.tally import Standing
from motworkshop.model.workshop import Workshop
from motworkshop.panels.projector.wall import LEFT, RIGHT, Type, Wall
from motworkshop.panels.reveal.bar_painter import Moment, cut_words
from motworkshop.panels.reveal.bars import Bar, Bars
from motworkshop.panels.reveal.words import numbers_of, round_sentence, tie_sentence
from motworkshop.values import dataclass

GROWN, SHOWN = 0.55, 0.9
"""Until here the bars grow, then they sort; from here on ranks, the cut and words fade in."""
HEAD, CUT, FOOT = 3.6, 1.5, 1.9
STRONG = Type(1.3, 1.0, is_strong=True, lines=1)
PLAIN = Type(1.1, 1.0, lines=2)
MOST_TOLD = 2
"""So many sentences about a tie, besides the one that names it; the panel tells them all."""
MOST_OUT = 3
"""So many notes that were tied and are out are shown before anything else below the cut."""
LEAST_TEXT, LEAST_BAR = 0.6, 6.0
"""The texts of notes take at least this part of the room between number and figures, more if the
longest needs it; but so many parts of the height are left for the bars."""
LOWEST, HIGHEST = 1.3, 2.1
"""How high a row may be, in parts of the height."""


@dataclass(frozen=True, slots=True)
class RevealPage:
    """A closed round at one moment of its reveal; `progress` runs from 0 to 1."""

    bars: Bars
    sentence: str
    progress: float = 1.0
    has_clock: bool = False

    @classmethod
    def of(cls, workshop: Workshop, bars: Bars) -> "RevealPage":
        """The result as it stands in the end."""
        return cls(bars, round_sentence(workshop, bars.tally))

    @property
    def moment(self) -> Moment:
        """How far bars are grown and sorted and marks are faded in."""
        sorting = max(0.0, (self.progress - GROWN) / (1 - GROWN))
        return Moment(
            _eased(min(1.0, self.progress / GROWN), QEasingCurve.Type.OutCubic),
            _eased(min(1.0, sorting), QEasingCurve.Type.InOutCubic),
            max(0.0, min(1.0, (self.progress - SHOWN) / (1 - SHOWN))),
        )

    def paint(self, wall: Wall) -> None:
        """The question, the rows that fit, the line under what is in, and the tie."""
        unit, room = wall.unit, wall.room
        vote = self.bars.tally.round
        head = QRectF(room.left(), room.top() - 0.6 * unit, room.width(), 2.6 * unit)
        top = head.top() + wall.write(
            vote.question or vote.title, head, Type(1.9, 1.2, is_strong=True, lines=1)
        )
        below = QRectF(room.left(), top, room.width(), 1.6 * unit)
        wall.write(self.sentence, below, Type(1.05, 1.0, role="ink_2", lines=1))
        foot = self._foot()
        height = self._foot_height(wall, foot)
        rows = _Rows(self, wall, room.adjusted(0, HEAD * unit, 0, 0), height)
        rows.paint()
        if not foot and rows.below:
            foot = [(f"and {rows.below} more; {cut_words(self.bars)}", STRONG)]
        self._paint_foot(wall, foot, height or FOOT * unit)

    def _foot(self) -> list[tuple[str, Type]]:
        """What is tied at the cut; or how that was settled, with reason and result."""
        bars = self.bars
        tied = [row.note for row in bars.rows if row.line.standing is Standing.TIED]
        head = bars.settled
        if tied:
            head = f"{tie_sentence(bars.tally)} They are {numbers_of(tied)}."
        strong = replace(STRONG, role="warn" if tied else "ink")
        told = [*bars.reasons, *bars.run_offs][:MOST_TOLD]
        return [(head, strong), *((words, PLAIN) for words in told)] if head else []

    def _foot_height(self, wall: Wall, foot: list[tuple[str, Type]]) -> float:
        """What the words about a tie take below the rows; 0 without any."""
        if not foot:
            return 0.0
        room = QSizeF(wall.room.width(), 3 * wall.unit)
        heights = (wall.measure(words, room, how).height for words, how in foot)
        return sum(heights, 0.7 * wall.unit)

    def _paint_foot(self, wall: Wall, foot: list[tuple[str, Type]], height: float) -> None:
        unit, room = wall.unit, wall.room
        top = room.bottom() - height + 0.5 * unit
        wall.painter.save()
        wall.painter.setOpacity(self.moment.marks)
        for words, how in foot if self.moment.marks > 0 else ():
            top += wall.write(words, QRectF(room.left(), top, room.width(), 3 * unit), how)
        wall.painter.restore()


class _Rows:
    """The rows of one picture, and how high they are."""

    def __init__(self, page: RevealPage, wall: Wall, box: QRectF, foot: float) -> None:
        self._page, self._wall = page, wall
        self._bars, self._moment = page.bars, page.moment
        unit = wall.unit
        self._inside = page.bars.count(Standing.IN)
        inside = page.bars.count(Standing.IN, Standing.TIED)
        wanted = max(1, inside, min(page.bars.bracket.stop, inside + MOST_OUT))
        is_long = box.height() - CUT * unit < inside * LOWEST * unit
        self._box = box.adjusted(0, 0, 0, -(foot or (FOOT * unit if is_long else 0.0)))
        each = (self._box.height() - CUT * unit) / wanted
        self._each = max(LOWEST * unit, min(HIGHEST * unit, each))
        self._most_words = max(
            (self._width(bar.word, 1.05) for bar in page.bars.rows[: wanted + 3]), default=0.0
        )
        texts = (bar.note.text for bar in page.bars.rows[: wanted + 3])
        self._longest = max((self._width(words, self._size) for words in texts), default=0.0)
        self._has_breadth = any(bar.line.breadth is not None for bar in page.bars.rows)

    @property
    def _size(self) -> float:
        """The type of the rows, in parts of the height."""
        return max(1.0, min(1.2, self._each / self._wall.unit / 1.4))

    @property
    def below(self) -> int:
        """How many that are in or tied do not fit on the wall."""
        places = range(self._bars.count(Standing.IN, Standing.TIED))
        return sum(1 for place in places if not self._is_whole(place))

    def paint(self) -> None:
        """All rows that can be seen whole, and the cut."""
        wall = self._wall
        wall.painter.save()
        wall.painter.setClipRect(self._box.adjusted(-wall.unit, -1, wall.unit, 1))
        has_cut = self._bars.count(Standing.IN, Standing.TIED) and self._is_cut_seen
        if self._moment.marks > 0 and has_cut:
            self._paint_cut()
        is_sorting = 0 < self._moment.sorted < 1
        for place, bar in reversed(list(enumerate(self._bars.rows))):
            row = self._row(place, bar)
            if row is None:
                continue
            if is_sorting:  # the winners pass in front of the others
                wall.painter.fillRect(row, wall.colour("board"))
            self._paint_row(bar, row)
        if self._moment.marks > 0:
            self._paint_bracket()
        wall.painter.restore()

    def _paint_bracket(self) -> None:
        """What was tied at the cut belongs together, also when some of it is in."""
        seen = [place for place in self._bars.bracket if self._is_whole(place)]
        if not seen:
            return
        wall, unit = self._wall, self._wall.unit
        role = "warn" if self._bars.tally.tied else "ink"
        top, bottom = self._top(seen[0]), self._top(seen[-1]) + self._each
        left, inset = self._box.left() - 0.7 * unit, 0.15 * unit
        wall.painter.save()
        wall.painter.setOpacity(self._moment.marks)
        wall.painter.setPen(QPen(wall.colour(role), unit / 10))
        ends = ((0.5 * unit, top + inset), (0, top + inset), (0, bottom - inset))
        corners = [*ends, (0.5 * unit, bottom - inset)]
        wall.painter.drawPolyline([QPointF(left + x, y) for x, y in corners])
        wall.painter.restore()

    def _row(self, place: int, bar: Bar) -> QRectF | None:
        """Where a row is at this moment; None if it is not in sight. What is far below comes from
        and goes to just below the edge, so that all are under way together."""
        below = self._box.bottom() + self._each
        end = min(self._top(place), below)
        start = min(self._box.top() + bar.start * self._each, below)
        top = start + (end - start) * self._moment.sorted
        is_seen = top < self._box.bottom() and (self._moment.sorted < 1 or self._is_whole(place))
        return QRectF(self._box.left(), top, self._box.width(), self._each) if is_seen else None

    def _is_whole(self, place: int) -> bool:
        return self._top(place) + self._each <= self._box.bottom() + 1

    @property
    def _is_cut_seen(self) -> bool:
        cut = self._box.top() + self._inside * self._each + CUT * self._wall.unit
        return cut <= self._box.bottom() + 1

    def _top(self, place: int) -> float:
        cut = CUT * self._wall.unit if place >= self._inside else 0.0
        return self._box.top() + place * self._each + cut

    def _paint_row(self, bar: Bar, row: QRectF) -> None:
        unit, wall = self._wall.unit, self._wall
        size = self._size
        pad = min(0.25 * unit, row.height() * 0.12)
        rank = QRectF(row.left(), row.top(), 1.9 * unit, row.height())
        chip = QRectF(
            rank.right() + 0.6 * unit, row.top() + pad, 2.5 * unit, row.height() - 2 * pad
        )
        wall.chip(bar.note.number, bar.style, chip)
        ends = row.right() - (self._most_words + 0.6 * unit if self._most_words else 0.0)
        breadth = 4.0 * unit if self._has_breadth else 0.0
        room = ends - breadth - chip.right() - 1.2 * unit
        wide = max(LEAST_TEXT * room, min(self._longest + 1, room - LEAST_BAR * unit))
        text = QRectF(chip.right() + 0.6 * unit, row.top(), wide, row.height())
        wall.write(bar.note.text, text, Type(size, 1.0, lines=1, is_middle=True))
        column = QRectF(text.right() + 0.6 * unit, row.top(), 0, row.height())
        column.setWidth(room - wide - 0.6 * unit)
        self._paint_bar(bar, column, pad, size)
        if self._moment.marks > 0:
            wall.painter.setOpacity(self._moment.marks)
            beside = QRectF(ends - breadth, row.top(), breadth, row.height())
            word = QRectF(row.right() - self._most_words, row.top(), self._most_words, row.height())
            self._paint_figures(bar, rank, beside, word, size)
            wall.painter.setOpacity(1.0)

    def _paint_bar(self, bar: Bar, box: QRectF, pad: float, size: float) -> None:
        wall, unit = self._wall, self._wall.unit
        most = max(1, self._bars.most)
        grown = min(float(bar.line.dots), self._moment.grown * most)
        room = box.width() - self._width(f"{most:,}", size * 1.1, is_strong=True) - 0.5 * unit
        length = max(0.0, room) * grown / most
        if length > 0:
            sheet = QRectF(box.left(), box.top() + pad, max(length, 3.0), box.height() - 2 * pad)
            wall.painter.setPen(Qt.PenStyle.NoPen)
            wall.painter.setBrush(self._paper(bar))
            wall.painter.drawRoundedRect(sheet, unit / 8, unit / 8)
            if bar.line.standing is Standing.TIED and self._moment.marks > 0:
                self._hatch(sheet)
        left = box.left() + (length + 0.35 * unit if length > 0 else 0.0)
        figure = QRectF(left, box.top(), box.right() - left + unit, box.height())
        role = "ink" if bar.line.dots else "ink_2"
        how = Type(size * 1.1, 1.0, is_strong=True, role=role, lines=1, is_middle=True)
        wall.write(f"{round(grown):,}", figure, how)

    def _paint_figures(
        self, bar: Bar, rank: QRectF, beside: QRectF, word: QRectF, size: float
    ) -> None:
        line, wall = bar.line, self._wall
        is_tied = line.standing is Standing.TIED
        how = Type(size * 1.05, 1.0, lines=1, is_strong=True, across=RIGHT, is_middle=True)
        wall.write(str(line.rank) if line.dots else "–", rank, how)
        if line.breadth is not None and line.dots:
            quiet = Type(1.0, role="ink_2", lines=1, across=LEFT, is_middle=True)
            wall.write(f"from {line.breadth}", beside, quiet)
        role = "warn" if is_tied else "ink_2"
        wall.write(bar.word, word, Type(1.05, 1.0, False, role, 1, LEFT, True))

    def _paint_cut(self) -> None:
        """The line under what is in; what is tied stands on a shade of its own below it."""
        wall, unit = self._wall, self._wall.unit
        is_tied = bool(self._bars.tally.tied)
        role = "warn" if is_tied else "ink"
        top = self._box.top() + self._inside * self._each
        wall.painter.save()
        wall.painter.setOpacity(self._moment.marks)
        if is_tied:
            height = self._bars.count(Standing.TIED) * self._each
            shade = QRectF(self._box.left(), top + CUT * unit, self._box.width(), height)
            wall.painter.fillRect(
                shade.adjusted(-0.6 * unit, 0, 0.6 * unit, 0), wall.colour("hover")
            )
        line = QRectF(self._box.left(), top, self._box.width(), CUT * unit)
        words = f"{self._inside} in so far" if is_tied else cut_words(self._bars)
        wide = self._width(words, 1.0, is_strong=True)
        how = Type(1.0, is_strong=True, role=role, lines=1, across=RIGHT, is_middle=True)
        wall.write(words, line, how)
        pen = QPen(wall.colour(role), unit / 12)
        if is_tied:
            pen.setStyle(Qt.PenStyle.DashLine)
        wall.painter.setPen(pen)
        middle = line.center().y()
        end = line.right() - wide - 0.6 * unit
        wall.painter.drawLine(QPointF(line.left(), middle), QPointF(end, middle))
        wall.painter.restore()

    def _paper(self, bar: Bar) -> QColor:
        """All bars alike while they grow; what is tied or out is another once they are sorted."""
        wall, marks = self._wall, self._moment.marks
        if bar.line.standing is Standing.TIED:
            return wall.mix("accent", "warn", marks)
        if bar.line.standing is Standing.OUT:
            pale = wall.mix("board", "ink_2", 0.45)
            return wall.mix("accent", pale.name(), marks)
        return wall.colour("accent")

    def _hatch(self, sheet: QRectF) -> None:
        """Tied is told by stripes too, not by colour alone."""
        painter, step = self._wall.painter, 0.45 * self._wall.unit
        stripes = self._wall.colour("board")
        stripes.setAlphaF(0.55 * self._moment.marks)
        painter.save()
        painter.setClipRect(sheet, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(stripes, step / 3))
        x = sheet.left() - sheet.height()
        while x < sheet.right():
            painter.drawLine(QPointF(x, sheet.bottom()), QPointF(x + sheet.height(), sheet.top()))
            x += step
        painter.restore()

    def _width(self, words: str, size: float, *, is_strong: bool = False) -> float:
        how = Type(size, size, is_strong=is_strong, lines=1)
        return self._wall.measure(words, QSizeF(1e6, 1e6), how).width


def _eased(part: float, kind: QEasingCurve.Type) -> float:
    return QEasingCurve(kind).valueForProgress(part)
