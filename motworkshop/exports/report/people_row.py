"""Responsible, consulted and informed, side by side."""

from motworkshop.exports.report.book import Book
from motworkshop.exports.report.look import LABEL
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.styles import BODY
from motworkshop.exports.typeset.wrap import wrap
from motworkshop.model.records import MomentOfTruth


def draw_people(book: Book, flow: Flow, card: MomentOfTruth) -> None:
    """Three columns; nothing where nobody is named."""
    shown = book.facts.names.shown
    told = (
        ("Responsible", [shown(person) for person in card.responsible]),
        ("Consulted", [shown(person) for person in card.consulted]),
        ("Informed", [shown(person) for person in card.informed]),
    )
    if not any(names for _, names in told):
        return
    width = flow.width / 3
    cells = [
        wrap(flow.fonts, "\n".join(name for name in names if name) or "–", BODY, width - 16)
        for _, names in told
    ]
    height = LABEL.leading + max(map(len, cells)) * BODY.leading + 2
    if height > flow.bottom - flow.margins.top:
        for label, names in told:
            flow.paragraph(label, LABEL)
            flow.paragraph(", ".join(names) or "–", BODY)
        return
    flow.need(height)
    for place, ((label, _), lines) in enumerate(zip(told, cells, strict=True)):
        x = flow.left + place * width
        flow.sheet.text(x, flow.y + LABEL.baseline, label, LABEL)
        flow.sheet.lines(x, flow.y + LABEL.leading + 1, width - 16, lines, BODY)
    flow.y += height
    flow.space(10)
