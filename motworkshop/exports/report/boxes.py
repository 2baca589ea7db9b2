"""Blocks that stand by themselves: a note to the reader, a row of figures."""

from collections.abc import Sequence

from motworkshop.exports.report.look import ACCENT_TINT, FIGURE, LABEL, WARN_TINT
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import ACCENT, LINE, WARN, Colour, Pen
from motworkshop.exports.typeset.styles import BODY, STRONG, TextStyle
from motworkshop.exports.typeset.wrap import wrap

_PAD = 10.0


def callout(flow: Flow, head: str, text: str = "", *, is_warning: bool = False) -> None:
    """A tinted box with a bar at its left: what must not be overlooked."""
    colour, tint = (WARN, WARN_TINT) if is_warning else (ACCENT, ACCENT_TINT)
    width = flow.width - 2 * _PAD - 3
    lines = wrap(flow.fonts, head, STRONG, width)
    below = wrap(flow.fonts, text, BODY, width) if text else []
    height = len(lines) * STRONG.leading + len(below) * BODY.leading + 1.2 * _PAD
    if height > flow.bottom - flow.margins.top:  # taller than a page: let it run
        flow.paragraph(head, STRONG)
        flow.paragraph(text, BODY)
        return
    flow.need(height)
    _box(flow, height, colour, tint)
    x, top = flow.left + _PAD + 3, flow.y + 0.6 * _PAD
    top += flow.sheet.lines(x, top, width, lines, STRONG.coloured(colour))
    flow.sheet.lines(x, top, width, below, BODY)
    flow.y += height
    flow.space(10)


def _box(flow: Flow, height: float, colour: Colour, tint: Colour) -> None:
    with flow.sheet.clipped(flow.left, flow.y, flow.width, height, radius=4):
        flow.sheet.rect(flow.left, flow.y, flow.width, height, fill=tint)
        flow.sheet.rect(flow.left, flow.y, 3, height, fill=colour)


def figures(
    flow: Flow, pairs: Sequence[tuple[str, str]], style: TextStyle = FIGURE, columns: int = 0
) -> None:
    """Figures side by side, each over its label, between hairlines."""
    width = flow.width / max(len(pairs), columns)
    labels = [wrap(flow.fonts, label, LABEL, width - 12) for _, label in pairs]
    height = 7 + style.leading + max(map(len, labels)) * LABEL.leading + 7
    flow.need(height)
    for y in (flow.y, flow.y + height):
        flow.sheet.line((flow.left, y), (flow.left + flow.width, y), Pen(LINE))
    for place, ((value, _), lines) in enumerate(zip(pairs, labels, strict=True)):
        x = flow.left + place * width
        flow.sheet.text(x, flow.y + 7 + style.baseline, value, style)
        flow.sheet.lines(x, flow.y + 7 + style.leading, width - 12, lines, LABEL)
    flow.y += height
    flow.space(11)
