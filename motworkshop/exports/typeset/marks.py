"""How a category is told on paper, without colour too: sign, and pattern of the edge."""

from motworkshop.exports.typeset.palette import ON_ACCENT, CategoryStyle, Pen
from motworkshop.exports.typeset.patterns import fill_with_pattern
from motworkshop.exports.typeset.sheet import Sheet
from motworkshop.exports.typeset.styles import Align, TextStyle, Weight


def category_mark(sheet: Sheet, style: CategoryStyle, x: float, top: float, size: float) -> None:
    """The sign in a rounded square of the mark's colour; an empty dashed square for none."""
    if not style.sign:
        left, right, bottom = x + 0.3, x + size - 0.3, top + size - 0.3
        corners = [(left, top + 0.3), (right, top + 0.3), (right, bottom), (left, bottom)]
        sheet.polyline([*corners, corners[0]], Pen(style.mark, 0.6, (1.5, 1.5)))
        return
    sheet.rect(x, top, size, size, fill=style.mark, radius=size * 0.22)
    text = TextStyle(size * 0.7, size, Weight.BOLD, ON_ACCENT)
    sheet.text(x + size / 2, top + text.baseline, style.sign, text, align=Align.CENTRE)


def category_strip(
    sheet: Sheet, style: CategoryStyle, x: float, top: float, width: float, height: float
) -> None:
    """The pattern in the mark's colour on the category's paper: an edge, a bar, a key."""
    sheet.rect(x, top, width, height, fill=style.paper)
    fill_with_pattern(sheet, style, x, top, width, height)


def category_note(
    sheet: Sheet, style: CategoryStyle, x: float, top: float, width: float, height: float
) -> None:
    """An empty note: paper, pattern along the left edge, outline in the mark's colour."""
    sheet.rect(x, top, width, height, fill=style.paper, radius=3)
    if style.sign:
        with sheet.clipped(x, top, width, height, radius=3):
            category_strip(sheet, style, x, top, min(8, width / 8), height)
    sheet.rect(x, top, width, height, pen=Pen(style.mark, 0.75), radius=3)
