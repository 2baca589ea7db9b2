"""A place on the page that moves down and on to the next sheet."""

from collections.abc import Callable, Sequence

from motworkshop.exports.typeset.fonts import Fonts
from motworkshop.exports.typeset.paper import Margins
from motworkshop.exports.typeset.sheet import Sheet
from motworkshop.exports.typeset.styles import Align, TextStyle
from motworkshop.exports.typeset.wrap import Line, wrap


class Flow:
    """Text and blocks under each other between the margins; `next_sheet` gives the next page."""

    def __init__(self, next_sheet: Callable[[], Sheet], margins: Margins) -> None:
        self._next_sheet = next_sheet
        self.margins = margins
        self.sheet = next_sheet()
        self.y = margins.top

    @property
    def fonts(self) -> Fonts:
        """The fonts of the document."""
        return self.sheet.fonts

    @property
    def left(self) -> float:
        """Where lines begin."""
        return self.margins.left

    @property
    def width(self) -> float:
        """From margin to margin."""
        return self.sheet.width - self.margins.left - self.margins.right

    @property
    def bottom(self) -> float:
        """Below it the page is full."""
        return self.sheet.height - self.margins.bottom

    @property
    def room(self) -> float:
        """What is left of this page."""
        return self.bottom - self.y

    @property
    def is_at_top(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= self.margins.top

    def new_page(self) -> None:
        """Go to the top of the next page, even from an empty one."""
        self.sheet = self._next_sheet()
        self.y = self.margins.top

    def need(self, height: float) -> None:
        """Go to the next page if a block of this height would not fit on this one."""
        if height > self.room + 0.01 and not self.is_at_top:
            self.new_page()

    def space(self, height: float) -> None:
        """Leave a gap, but none at the top of a page."""
        if not self.is_at_top:
            self.y = min(self.y + height, self.bottom)

    def paragraph(
        self,
        text: str,
        style: TextStyle,
        *,
        indent: float = 0,
        align: Align = Align.START,
        max_lines: int | None = None,
        keep: float = 0,
    ) -> None:
        """Wrapped text over as many pages as it takes, never one line alone on a page.

        `keep` is the height that must still fit below it, for headings.
        """
        width = self.width - indent
        lines = wrap(self.fonts, text, style, width, max_lines)
        self.need(min(len(lines), 2) * style.leading + keep)
        while lines:
            count = _lines_that_fit(len(lines), int((self.room + 0.01) // style.leading))
            self._put(lines[:count], style, indent, align)
            lines = lines[count:]
            if lines:
                self.new_page()

    def _put(
        self,
        lines: Sequence[Line],
        style: TextStyle,
        indent: float,
        align: Align,
    ) -> None:
        x, width = self.left + indent, self.width - indent
        self.y += self.sheet.lines(x, self.y, width, lines, style, align=align)


def _lines_that_fit(lines: int, room: int) -> int:
    """How many go on this page: at least one, and not leaving a single one for the next."""
    if lines <= room:
        return lines
    return max(1, room - 1 if lines - room == 1 and room > 2 else room)
