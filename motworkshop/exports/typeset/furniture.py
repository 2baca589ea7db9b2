"""The running head and foot of a report's pages."""

from dataclasses import field

from motworkshop.exports.typeset.document import PageNumber
from motworkshop.exports.typeset.palette import LINE, Pen
from motworkshop.exports.typeset.paper import Margins
from motworkshop.exports.typeset.sheet import Sheet
from motworkshop.exports.typeset.styles import CAPTION, Align
from motworkshop.exports.typeset.wrap import wrap
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class RunningLines:
    """Head: `title` left, chapter right. Foot: `note` left, "Page n of N" right."""

    title: str
    note: str = ""
    margins: Margins = field(default_factory=Margins)
    page_words: str = "Page {number} of {count}"

    def __call__(self, sheet: Sheet, page: PageNumber) -> None:
        """Draw them on one page."""
        margins = self.margins
        words = self.page_words.format(number=page.number, count=page.count)
        foot = sheet.height - margins.bottom + 18
        self._row(sheet, margins.top - 30, self.title, page.chapter)
        self._row(sheet, foot + 4, self.note, words)
        for y in (margins.top - 14, foot):
            sheet.line((margins.left, y), (sheet.width - margins.right, y), Pen(LINE))

    def _row(self, sheet: Sheet, top: float, left: str, right: str) -> None:
        margins = self.margins
        width = (sheet.width - margins.left - margins.right - 16) / 2
        x = margins.left + width + 16
        for start, text, align in ((margins.left, left, Align.LEFT), (x, right, Align.RIGHT)):
            lines = wrap(sheet.fonts, text, CAPTION, width, max_lines=1)
            sheet.lines(start, top, width, lines, CAPTION, align=align)
