"""The table of contents: chapters and sections with the pages on which they begin."""

from collections.abc import Sequence

from motworkshop.exports.report.look import CHAPTER
from motworkshop.exports.typeset.document import ContentsEntry
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import LINE, Pen
from motworkshop.exports.typeset.styles import BODY, STRONG, Align, TextStyle
from motworkshop.exports.typeset.wrap import wrap


def draw_contents(flow: Flow, entries: Sequence[ContentsEntry]) -> None:
    """One line per chapter and section, each leading to its page."""
    flow.paragraph("Contents", CHAPTER)
    flow.space(10)
    for entry in entries:
        style = BODY if entry.level else STRONG
        if not entry.level:
            flow.space(7)
        _draw_entry(flow, entry, style)


def _draw_entry(flow: Flow, entry: ContentsEntry, style: TextStyle) -> None:
    indent = 16 * entry.level
    height = style.leading + 4
    flow.need(height + (height if not entry.level else 0))
    baseline = flow.y + 2 + style.baseline
    right = flow.left + flow.width
    room = flow.width - indent - 40
    line = wrap(flow.fonts, entry.title, style, room, max_lines=1)[0]
    flow.sheet.lines(flow.left + indent, flow.y + 2, room, [line], style, align=Align.LEFT)
    start, end = flow.left + indent + line.width + 8, right - 30
    if end > start:
        flow.sheet.line((start, baseline - 1), (end, baseline - 1), Pen(LINE, 0.5, (1, 3)))
    number = TextStyle(style.size, style.leading, style.weight, is_tabular=True)
    flow.sheet.text(right, baseline, str(entry.page), number, align=Align.RIGHT)
    flow.sheet.link(flow.left, flow.y, flow.width, height, entry.place)
    flow.y += height
