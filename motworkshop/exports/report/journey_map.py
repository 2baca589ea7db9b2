"""The journey as a map: stages as columns, touchpoints as paper notes under them."""

from collections.abc import Sequence
from functools import partial
from itertools import chain
from math import ceil

from motworkshop.exports.report.book import Book, place_of_note
from motworkshop.exports.report.columns import (
    HEAD_GAP,
    Block,
    BlockColumn,
    column_width,
    draw_columns,
    fits,
)
from motworkshop.exports.report.look import TINY
from motworkshop.exports.report.note_card import NoteCard
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.fonts import Fonts
from motworkshop.exports.typeset.marks import category_mark
from motworkshop.exports.typeset.palette import ACCENT, INK, NO_CATEGORY, Pen
from motworkshop.exports.typeset.sheet import Sheet
from motworkshop.exports.typeset.styles import CAPTION, TextStyle, Weight
from motworkshop.exports.typeset.wrap import wrap
from motworkshop.model.records import Id, Lane, Note
from motworkshop.model.voting import counted
from motworkshop.values import dataclass

MOST_NOTES = 12
"""More notes than this in a stage, and the map shows only the top ones, and how many are left."""
_FEWEST = 6
_SLOTS = 7
_GAP = 8.0
_BLOCK_GAP = 3.5
_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
_NAME = TextStyle(9.5, 12, Weight.BOLD, is_kerned=True)
_PAD = 6.0


@dataclass(frozen=True, slots=True)
class _Stage:
    """A column of the map: a stage, or the parking lot."""

    name: str
    definition: str
    notes: Sequence[Note]


def draw_journey_map(book: Book) -> None:
    """One landscape page for every seven stages, more where the notes need them."""
    stages = _stages(book)
    if not stages:
        book.absent.append("There are no stages and no touchpoints yet, so there is no map.")
        return
    flow = book.chapter("The journey as a map", paper=book.sideways)
    flow.space(6)
    _draw_legend(book, flow)
    slots, size, is_whole = _layout(book, flow, stages)
    width = column_width(flow.width, slots, _GAP)
    for start in range(0, len(stages), slots):
        if start:
            flow.new_page()
        part = stages[start : start + slots]
        columns = [_column(book, flow.fonts, stage, width, size, MOST_NOTES) for stage in part]
        if not is_whole:
            room = flow.room - max(column.head(False).height for column in columns)
            counts = [_count_that_fits(column, room) for column in columns]
            columns = [
                _column(book, flow.fonts, stage, width, size, count)
                for stage, count in zip(part, counts, strict=True)
            ]
        draw_columns(flow, columns, slots=slots, gap=_GAP, block_gap=_BLOCK_GAP)


def _stages(book: Book) -> list[_Stage]:
    by_stage: dict[Id | None, list[Note]] = {}
    for note in book.facts.lead_notes:
        by_stage.setdefault(note.stage, []).append(note)
    stages = [
        _Stage(stage.name, stage.definition, by_stage.pop(stage.id, []))
        for stage in book.facts.stages
    ]
    loose = sorted(chain(*by_stage.values()), key=lambda note: note.number)
    if loose:
        stages.append(_Stage("Parking lot", "Not placed in a stage", loose))
    return stages


def _layout(book: Book, flow: Flow, stages: Sequence[_Stage]) -> tuple[int, float, bool]:
    """Columns on a page, size of type, and whether every stage then ends on its page: as many
    columns as do, in the largest type in which they do."""
    for most in (_SLOTS, 5, 4):
        slots = max(4, ceil(len(stages) / ceil(len(stages) / most)))
        width = column_width(flow.width, slots, _GAP)
        for size in _SIZES:
            columns = (
                _column(book, flow.fonts, stage, width, size, MOST_NOTES) for stage in stages
            )
            if fits(columns, flow.room, _BLOCK_GAP):
                return slots, size, True
    return slots, _SIZES[1], False


def _count_that_fits(column: BlockColumn, room: float) -> int:
    """How many of the top notes of a full stage end on the page; some in any case."""
    room -= 30  # the line that counts the rest
    for count, block in enumerate(column.blocks):
        room -= block.height + _BLOCK_GAP
        if room < 0:
            return max(count, _FEWEST)
    return MOST_NOTES


def _column(
    book: Book, fonts: Fonts, stage: _Stage, width: float, size: float, most: int
) -> BlockColumn:
    """All notes of a stage that has few enough, else `most` of them and how many are left."""
    is_full = len(stage.notes) > MOST_NOTES
    shown = _top(book, stage.notes)[:most] if is_full else stage.notes
    blocks = [_card(book, note).block(fonts, width, size) for note in shown]
    said = counted(len(stage.notes), "note")
    if is_full:
        blocks.append(_rest(fonts, len(stage.notes) - len(shown), width))
        said = f"{len(shown)} of {said}, {'most dots first' if book.lines else 'by number'}"
    return BlockColumn(partial(_head, fonts, stage.name, stage.definition, said, width), blocks)


def _top(book: Book, notes: Sequence[Note]) -> list[Note]:
    def order(note: Note) -> tuple[int, int]:
        line = book.lines.get(note.id)
        return (-line.dots if line else 0, note.number)

    return sorted(notes, key=order)


def _card(book: Book, note: Note) -> NoteCard:
    lane = book.facts.workshop.of(Lane).get(note.lane or "")
    return NoteCard(
        str(note.number),
        note.text,
        lane.name if lane else "",
        book.style(note.category),
        note.id in book.moments,
        place_of_note(note.id),
    )


def _rest(fonts: Fonts, left: int, width: float) -> Block:
    style = TextStyle(8, 11, Weight.SEMIBOLD, ACCENT)
    lines = wrap(fonts, f"and {left:,} more, in the list of all notes", style, width - 8)

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        sheet.lines(x + 4, top + 3, width - 8, lines, style)

    return Block(len(lines) * style.leading + 6, draw)


def _head(
    fonts: Fonts, name: str, definition: str, said: str, width: float, is_continued: bool
) -> Block:
    inner = width - 2 * _PAD
    names = wrap(fonts, f"{name} (continued)" if is_continued else name, _NAME, inner, 6)
    told = [] if is_continued else wrap(fonts, definition, TINY, inner, 14) if definition else []
    counts = wrap(fonts, said, TINY, inner)
    height = _PAD * 2 + len(names) * _NAME.leading + (len(told) + len(counts)) * TINY.leading + 3

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        y = top + _PAD
        inner = width - 2 * _PAD
        y += sheet.lines(x + _PAD, y, inner, names, _NAME)
        y += sheet.lines(x + _PAD, y, inner, counts, TINY.coloured(ACCENT)) + 3
        sheet.lines(x + _PAD, y, inner, told, TINY)

    return Block(height + HEAD_GAP, draw)


def _draw_legend(book: Book, flow: Flow) -> None:
    """The marks of the categories, and the outline of a moment of truth."""
    x = flow.left
    top = flow.y - 4
    styles = [(one.name, book.style(one.id)) for one in book.facts.categories]
    if any(book.style(note.category) == NO_CATEGORY for note in book.facts.lead_notes):
        styles.append(("No category", NO_CATEGORY))
    for name, style in styles:
        line = wrap(flow.fonts, name, CAPTION, 120, max_lines=1)
        if x + 14 + line[0].width > flow.left + flow.width:
            x, top = flow.left, top + 14
        category_mark(flow.sheet, style, x, top + 1.5, 9)
        flow.sheet.lines(x + 13, top, 120, line, CAPTION)
        x += 13 + line[0].width + 16
    if book.moments:
        if x + 110 > flow.left + flow.width:
            x, top = flow.left, top + 14
        flow.sheet.rect(x, top + 1.5, 14, 9, pen=Pen(INK, 1.6), radius=2)
        flow.sheet.text(x + 19, top + CAPTION.baseline, "Moment of truth", CAPTION)
    flow.y = top + 22
