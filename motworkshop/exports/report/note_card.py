"""A note as paper: category, number, text; its type shrinks a little and the card grows."""

from motworkshop.exports.report.columns import Block
from motworkshop.exports.typeset.fonts import Fonts
from motworkshop.exports.typeset.marks import category_mark, category_note
from motworkshop.exports.typeset.palette import INK, CategoryStyle, Pen
from motworkshop.exports.typeset.sheet import Sheet
from motworkshop.exports.typeset.styles import Align, TextStyle, Weight
from motworkshop.exports.typeset.wrap import Line, wrap
from motworkshop.values import dataclass

_MOST_LINES = 26
_EDGE = 8.0
_GUTTER = 18.0
"""The least room for the number."""
_PAD = 3.5


@dataclass(frozen=True, slots=True)
class NoteCard:
    """What stands on one card of the map. A text of more lines than a card may have ends in "…";
    the card then says that the list of all notes has the whole, and leads there."""

    number: str
    text: str
    lane: str
    style: CategoryStyle
    is_moment: bool
    target: str

    def block(self, fonts: Fonts, width: float, size: float) -> Block:
        """The card as a block of this width, in type of this size."""
        text_style = TextStyle(size, size * 1.27)
        small = TextStyle(size - 1.5, (size - 1.5) * 1.3, Weight.ITALIC)
        figures = TextStyle(size, size * 1.27, Weight.BOLD, is_tabular=True)
        gutter = max(_GUTTER, fonts.width(self.number, figures) + 5)
        room = width - _EDGE - gutter - 2 * _PAD
        lines = wrap(fonts, self.text, text_style, room)
        tail = [self.lane] if self.lane else []
        if len(lines) > _MOST_LINES:
            lines = wrap(fonts, self.text, text_style, room, _MOST_LINES)
            tail.append("whole text in the list of all notes")
        below = [line for part in tail for line in wrap(fonts, part, small, room)]
        inner = len(lines) * text_style.leading + len(below) * small.leading
        height = max(inner, 2 * text_style.leading) + 2 * _PAD
        face = _Face(self, text_style, small, figures, gutter, lines, below, height)
        return Block(height, face.draw)


@dataclass(frozen=True, slots=True)
class _Face:
    card: NoteCard
    style: TextStyle
    small: TextStyle
    figures: TextStyle
    gutter: float
    lines: list[Line]
    below: list[Line]
    height: float

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        card = self.card
        category_note(sheet, card.style, x, top, width, self.height)
        if card.is_moment:
            sheet.rect(x, top, width, self.height, pen=Pen(INK, 1.6), radius=3)
        left = x + _EDGE + _PAD
        middle = left + self.gutter / 2 - 3
        size = self.style.size
        baseline = top + _PAD + self.style.baseline
        sheet.text(middle, baseline, card.number, self.figures, align=Align.CENTRE)
        if card.style.sign:
            mark_top = top + _PAD + self.style.leading + 1
            category_mark(sheet, card.style, middle - size / 2, mark_top, size)
        left += self.gutter
        room = width - _EDGE - self.gutter - 2 * _PAD
        y = top + _PAD
        y += sheet.lines(left, y, room, self.lines, self.style)
        sheet.lines(left, y, room, self.below, self.small)
        sheet.link(x, top, width, self.height, card.target)
