"""Importance × experience beside the vote: what the scores say, and what the dots say."""

from collections.abc import Sequence

from motworkshop.exports.report.book import Book, place_of_note
from motworkshop.exports.report.look import ACCENT_TINT, STRONG_FIGURES, blend
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import (
    ACCENT,
    BOARD,
    INK,
    INK_2,
    LINE,
    ON_ACCENT,
    PAPER,
    Pen,
)
from motworkshop.exports.typeset.styles import (
    CAPTION,
    FIGURES,
    SMALL,
    SMALL_STRONG,
    Align,
    TextStyle,
    Weight,
)
from motworkshop.exports.typeset.table import Cell, Column, MarkedCell, StyledCell, Table
from motworkshop.model.arithmetic import opportunity
from motworkshop.model.records import Note

_CELL_HEIGHT = 53.0
_AXIS = 64.0
_TAG = TextStyle(7, 10, Weight.SEMIBOLD, is_tabular=True)
_TAG_HEIGHT = 12.0
_MOST_LISTED = 10

Cells = dict[tuple[int, int], list[Note]]


def draw_matrix(book: Book) -> None:
    """Each touchpoint by its number in the cell of its two scores."""
    scored = [note for note in book.facts.lead_notes if opportunity(note) is not None]
    if not scored:
        book.absent.append(
            "Importance and experience were not scored, so the vote cannot be held against them."
        )
        return
    lead = "Top left is where it matters and goes badly. Each tag is the number of a touchpoint."
    flow = book.chapter("Importance and experience, beside the vote", lead)
    _draw_legend(book, flow)
    crowded = _draw_grid(book, flow, scored)
    for said in crowded:
        flow.paragraph(said, SMALL)
    missing = len(book.facts.lead_notes) - len(scored)
    if missing:
        verb = "touchpoint has" if missing == 1 else "touchpoints have"
        flow.space(4)
        flow.paragraph(f"{missing:,} {verb} no score for one or both and cannot stand here.", SMALL)
    _draw_overlooked(book, flow, scored)


def _draw_legend(book: Book, flow: Flow) -> None:
    if not book.moments:
        return
    x, top = flow.left + _AXIS, flow.y
    for words, is_in in (("voted in", True), ("not voted in", False)):
        _draw_tag(flow, x, top, 20, "17", is_in=is_in)
        x += 26 + flow.sheet.text(x + 26, top + CAPTION.baseline, words, CAPTION) + 18
    flow.y += 20


def _draw_tag(flow: Flow, x: float, top: float, width: float, text: str, *, is_in: bool) -> None:
    fill, colour = (ACCENT, ON_ACCENT) if is_in else (PAPER, INK)
    pen = Pen(ACCENT if is_in else INK_2, 0.6)
    flow.sheet.rect(x, top, width, _TAG_HEIGHT, fill=fill, pen=pen, radius=5)
    style = _TAG.coloured(colour)
    baseline = top + (_TAG_HEIGHT - _TAG.leading) / 2 + _TAG.baseline
    flow.sheet.text(x + width / 2, baseline, text, style, align=Align.CENTRE)


def _draw_grid(book: Book, flow: Flow, notes: Sequence[Note]) -> list[str]:
    """The grid; sentences with the numbers of cells that hold more than can be drawn."""
    cells: Cells = {}
    for note in notes:
        if note.importance is not None and note.experience is not None:
            cells.setdefault((note.importance, note.experience), []).append(note)
    width = (flow.width - _AXIS) / 5
    top = flow.y
    crowded = []
    for importance in range(5, 0, -1):
        for experience in range(1, 6):
            x = flow.left + _AXIS + (experience - 1) * width
            y = top + (5 - importance) * _CELL_HEIGHT
            height = importance + max(importance - experience, 0)
            fill = (
                blend(PAPER, BOARD, height / 9)
                if height < 6
                else blend(PAPER, ACCENT_TINT, height / 9)
            )
            flow.sheet.rect(x, y, width, _CELL_HEIGHT, fill=fill, pen=Pen(LINE, 0.75))
            found = cells.get((importance, experience), [])
            if _draw_tags(book, flow, found, x + 5, y + 5, width - 10):
                numbers = ", ".join(str(note.number) for note in found)
                where = f"Importance {importance}, experience {experience}"
                crowded.append(f"{where}: all of {numbers}.")
    _draw_axes(flow, top, width)
    return crowded


def _draw_tags(
    book: Book, flow: Flow, notes: Sequence[Note], x: float, top: float, width: float
) -> int:
    """Tags in rows, those that are in first, then by number; how many found no room."""
    ordered = sorted(notes, key=lambda note: (note.id not in book.moments, note.number))
    longest = max((flow.fonts.width(str(note.number), _TAG) for note in notes), default=0)
    tag = max(20.0, longest + 8)
    per_row = int((width + 3) // (tag + 3))
    room = per_row * int((_CELL_HEIGHT - 10 + 2.5) // (_TAG_HEIGHT + 2.5))
    shown = ordered if len(ordered) <= room else ordered[: room - 1]
    for place, note in enumerate(shown):
        row, column = divmod(place, per_row)
        left, y = x + column * (tag + 3), top + row * (_TAG_HEIGHT + 2.5)
        _draw_tag(flow, left, y, tag, str(note.number), is_in=note.id in book.moments)
        flow.sheet.link(left, y, tag, _TAG_HEIGHT, place_of_note(note.id))
    hidden = len(ordered) - len(shown)
    if hidden:
        row, column = divmod(len(shown), per_row)
        baseline = top + row * (_TAG_HEIGHT + 2.5) + 1 + _TAG.baseline
        flow.sheet.text(x + column * (tag + 3), baseline, f"+{hidden}", _TAG)
    return hidden


def _draw_axes(flow: Flow, top: float, width: float) -> None:
    for value in range(1, 6):
        y = top + (5.5 - value) * _CELL_HEIGHT
        flow.sheet.text(flow.left + _AXIS - 8, y + 3, str(value), FIGURES, align=Align.RIGHT)
        x = flow.left + _AXIS + (value - 0.5) * width
        below = top + 5 * _CELL_HEIGHT + 12
        flow.sheet.text(x, below, str(value), FIGURES, align=Align.CENTRE)
    for words, y, style in (
        ("Importance", top + 8, SMALL_STRONG),
        ("very", top + 20, CAPTION),
        ("high", top + 30, CAPTION),
        ("very", top + 5 * _CELL_HEIGHT - 12, CAPTION),
        ("low", top + 5 * _CELL_HEIGHT - 2, CAPTION),
    ):
        flow.sheet.text(flow.left, y, words, style)
    bottom = top + 5 * _CELL_HEIGHT + 26
    centre = flow.left + _AXIS + 2.5 * width
    flow.sheet.text(centre, bottom, "Experience", SMALL_STRONG, align=Align.CENTRE)
    flow.sheet.text(flow.left + _AXIS, bottom, "very bad", CAPTION)
    flow.sheet.text(flow.left + flow.width, bottom, "very good", CAPTION, align=Align.RIGHT)
    flow.y = bottom + 8


# What the scores say and the vote did not


def _draw_overlooked(book: Book, flow: Flow, scored: Sequence[Note]) -> None:
    if not book.lines:
        return
    overlooked = [
        note
        for note in scored
        if note.id not in book.moments and (note.importance or 0) > (note.experience or 0)
    ]
    overlooked.sort(key=lambda note: (-(opportunity(note) or 0), note.number))
    title = "The gap says so, the vote did not"
    if not overlooked:
        said = "Every touchpoint that goes worse than it matters was voted in."
        book.section(flow, title, said, keep=20)
        return
    shown = overlooked[:_MOST_LISTED]
    said = (
        "Touchpoints that matter more than they go well and were not voted in, the greatest "
        "opportunity first. Opportunity = importance + (importance − experience)."
    )
    if len(overlooked) > len(shown):
        said += f" These are the first ten of {len(overlooked):,}."
    book.section(flow, title, said)
    columns = (
        Column("No.", 7, Align.RIGHT, FIGURES),
        Column("Touchpoint", 48),
        Column("Category", 20),
        Column("Importance", 16, Align.RIGHT, FIGURES),
        Column("Experience", 16, Align.RIGHT, FIGURES),
        Column("Opportunity", 17, Align.RIGHT, STRONG_FIGURES),
        Column("Dots", 7, Align.RIGHT, FIGURES),
    )
    Table(columns).draw(flow, [_row(book, note) for note in shown])


def _row(book: Book, note: Note) -> list[Cell]:
    line = book.lines.get(note.id)
    return [
        str(note.number),
        StyledCell(note.text, SMALL, place_of_note(note.id)),
        MarkedCell(book.facts.category_name(note.category) or "None", book.style(note.category)),
        str(note.importance),
        str(note.experience),
        str(opportunity(note)),
        f"{line.dots:,}" if line else "–",
    ]
