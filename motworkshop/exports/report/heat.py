"""Stage × category: where the touchpoints are, and where there are none."""

from collections.abc import Sequence

from motworkshop.exports.report.book import Book
from motworkshop.exports.report.look import blend
from motworkshop.exports.report.words import listed
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.marks import category_mark
from motworkshop.exports.typeset.palette import ACCENT, INK, LINE, ON_ACCENT, PAPER, Pen
from motworkshop.exports.typeset.styles import (
    BODY,
    CAPTION,
    SMALL,
    SMALL_STRONG,
    STRONG,
    Align,
    TextStyle,
)
from motworkshop.exports.typeset.wrap import wrap
from motworkshop.model.heatmap import HeatMap, heat_map
from motworkshop.model.records import Id

_UPRIGHT = 5  # with more categories the page lies on its side
_ROW = 27.0
_LABEL = 124.0
_COUNT = TextStyle(12, 16, STRONG.weight, is_tabular=True)


def draw_heat_map(book: Book) -> None:
    """A count in every cell, on a tint as strong as the count is high."""
    heat = heat_map(book.facts.workshop)
    if not (heat.stages and heat.categories and heat.counts):
        book.absent.append(
            "The heat map of stages and categories needs stages, categories and touchpoints."
        )
        return
    columns = [(one.name, one.id) for one in heat.categories]
    rows = [(stage.name, stage.id) for stage in heat.stages]
    plain_columns: list[tuple[str, Id | None]] = [*columns]
    plain_rows: list[tuple[str, Id | None]] = [*rows]
    if any(category is None for _, category in heat.counts):
        plain_columns.append(("No category", None))
    if any(stage is None for stage, _ in heat.counts):
        plain_rows.append(("Parking lot", None))
    flow = book.chapter(
        "Stages and categories",
        "How many touchpoints each stage has of each category.",
        paper=book.sideways if len(plain_columns) > _UPRIGHT else None,
    )
    _draw_grid(book, flow, heat, plain_rows, plain_columns)
    flow.space(12)
    flow.paragraph(_empty_cells(heat), BODY)


def _draw_grid(
    book: Book,
    flow: Flow,
    heat: HeatMap,
    rows: Sequence[tuple[str, Id | None]],
    columns: Sequence[tuple[str, Id | None]],
) -> None:
    width = (flow.width - _LABEL) / (len(columns) + 1)
    most = max(heat.counts.values())
    _draw_head(book, flow, columns, width)
    for name, stage in rows:
        lines = wrap(flow.fonts, name, SMALL_STRONG, _LABEL - 12, max_lines=4)
        height = max(_ROW, len(lines) * SMALL_STRONG.leading + 8)
        if height > flow.room:
            flow.new_page()
            _draw_head(book, flow, columns, width)
        top = flow.y + (height - len(lines) * SMALL_STRONG.leading) / 2
        flow.sheet.lines(flow.left, top, _LABEL - 12, lines, SMALL_STRONG)
        counts = [heat.counts[stage, category] for _, category in columns]
        for place, count in enumerate(counts):
            x = flow.left + _LABEL + place * width
            _draw_cell(flow, x, width, height, count, count / most)
        x = flow.left + _LABEL + len(columns) * width
        _put(flow, x + width / 2, height, f"{sum(counts):,}", SMALL)
        flow.y += height
    totals = [sum(heat.counts[stage, category] for _, stage in rows) for _, category in columns]
    if flow.room < 24:
        flow.new_page()
    for place, total in enumerate([*totals, sum(totals)]):
        middle = flow.left + _LABEL + (place + 0.5) * width
        _put(flow, middle, 24, f"{total:,}", SMALL_STRONG if place == len(totals) else SMALL)
    flow.sheet.text(flow.left, flow.y + 12 + 3, "All stages", CAPTION)
    flow.y += 24


def _draw_head(
    book: Book, flow: Flow, columns: Sequence[tuple[str, Id | None]], width: float
) -> None:
    names = [wrap(flow.fonts, name, SMALL_STRONG, width - 6, max_lines=3) for name, _ in columns]
    height = 16 + max(map(len, names)) * SMALL_STRONG.leading + 4
    for place, ((_, category), lines) in enumerate(zip(columns, names, strict=True)):
        x = flow.left + _LABEL + place * width
        category_mark(flow.sheet, book.style(category), x + width / 2 - 6, flow.y, 12)
        top = flow.y + 15
        flow.sheet.lines(x + 3, top, width - 6, lines, SMALL_STRONG, align=Align.CENTRE)
    middle = flow.left + _LABEL + (len(columns) + 0.5) * width
    flow.sheet.text(middle, flow.y + 15 + CAPTION.baseline, "All", CAPTION, align=Align.CENTRE)
    flow.y += height


def _draw_cell(flow: Flow, x: float, width: float, height: float, count: int, part: float) -> None:
    fill = blend(PAPER, ACCENT, 0.12 + 0.78 * part) if count else PAPER
    colour = ON_ACCENT if 0.12 + 0.78 * part > 0.6 and count else INK
    pen = None if count else Pen(LINE, 0.75, (2, 2))
    flow.sheet.rect(x + 1.5, flow.y + 1.5, width - 3, height - 3, fill=fill, pen=pen, radius=3)
    _put(flow, x + width / 2, height, f"{count:,}", _COUNT.coloured(colour if count else INK))


def _put(flow: Flow, middle: float, height: float, text: str, style: TextStyle) -> None:
    baseline = flow.y + (height - style.leading) / 2 + style.baseline
    flow.sheet.text(middle, baseline, text, style, align=Align.CENTRE)


def _empty_cells(heat: HeatMap) -> str:
    if not heat.empty:
        return "No cell is empty: every stage has a touchpoint of every category."
    by_stage: dict[str, list[str]] = {}
    for stage, category in heat.empty:
        by_stage.setdefault(stage.name, []).append(category.name)
    told = [f"no {listed(names)} in “{stage}”" for stage, names in by_stage.items()]
    count = len(heat.empty)
    head = "1 cell is empty" if count == 1 else f"{count:,} cells are empty"
    return f"{head}: {'; '.join(told)}. Did nobody think of one, or is there none?"
