"""How each participant saw the stages, side by side, and how far apart they were."""

from collections.abc import Mapping, Sequence
from functools import partial
from math import ceil
from string import ascii_uppercase

from motworkshop.exports.report.book import Book
from motworkshop.exports.report.columns import (
    HEAD_GAP,
    Block,
    BlockColumn,
    column_width,
    draw_columns,
    fits,
)
from motworkshop.exports.report.look import ACCENT_TINT, TINY
from motworkshop.exports.report.words import in_words, people, share, two_decimals
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.fonts import Fonts
from motworkshop.exports.typeset.palette import ACCENT, INK_2, LINE, ON_ACCENT, PAPER, Pen
from motworkshop.exports.typeset.sheet import Sheet
from motworkshop.exports.typeset.styles import SMALL, Align, TextStyle, Weight
from motworkshop.exports.typeset.wrap import wrap
from motworkshop.model.agreement import stage_key
from motworkshop.model.records import StageProposal
from motworkshop.model.voting import person_key

_SLOTS = 7
_GAP = 8.0
_BLOCK_GAP = 3.0
_NAME = TextStyle(9, 12, Weight.SEMIBOLD)
_STAGE = TextStyle(8.5, 11)
_BADGE = TextStyle(7, 9, Weight.BOLD, ON_ACCENT)
_PAD = 4.0


def draw_proposals(book: Book) -> None:
    """A column per participant; stages that several people named carry the same letter."""
    proposals = book.facts.proposals
    if not proposals:
        book.absent.append("Nobody wrote down the stages before the group talked.")
        return
    flow = book.chapter("How each of us saw the stages", _lead(book), paper=book.sideways)
    signs = _signs(book)
    if signs:
        _draw_key(book, flow, signs)
    people_shown = list(proposals.items())
    pages = ceil(len(people_shown) / _SLOTS)
    slots = max(4, ceil(len(people_shown) / pages))
    width = column_width(flow.width, slots, _GAP)
    for start in range(0, len(people_shown), slots):
        columns = [
            _column(book, flow.fonts, name, stages, signs, width)
            for name, stages in people_shown[start : start + slots]
        ]
        flow.space(12 if start else 0)
        if not fits(columns, flow.room, _BLOCK_GAP):
            flow.need(flow.bottom - flow.margins.top if start else 0)
        draw_columns(flow, columns, slots=slots, gap=_GAP, block_gap=_BLOCK_GAP)


def _lead(book: Book) -> str:
    alignment = book.facts.stage_alignment
    who = people(len(book.facts.proposals))
    if alignment is None:
        return f"{who} wrote down the stages before the group talked."
    return (
        f"Before the group talked, {who} wrote down the stages alone. On average, two of them have "
        f"{share(alignment)} of their stages in common, in the same order (alignment "
        f"{two_decimals(alignment)}; 0 is nothing in common, 1 is the same list)."
    )


def _signs(book: Book) -> dict[str, str]:
    """A letter for each stage that two people and more have named, in the order of frequency."""
    named: dict[str, set[str]] = {}
    for name, stages in book.facts.proposals.items():
        for stage in stages:
            named.setdefault(stage_key(book.facts.workshop, stage.name), set()).add(name)
    shared = sorted(
        (key for key, names in named.items() if len(names) > 1),
        key=lambda key: (-len(named[key]), key),
    )
    return {key: _letter(place) for place, key in enumerate(shared)}


def _letter(place: int) -> str:
    """A … Z, AA, AB …"""
    before, last = divmod(place, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def _draw_key(book: Book, flow: Flow, signs: Mapping[str, str]) -> None:
    """Which names were taken for the same."""
    spellings: dict[str, dict[str, str]] = {}
    for stages in book.facts.proposals.values():
        for stage in stages:
            key = stage_key(book.facts.workshop, stage.name)
            spellings.setdefault(key, {}).setdefault(stage.name.casefold(), stage.name)
    joined = [
        f"{sign}: {' = '.join(spellings[key].values())}"
        for key, sign in signs.items()
        if len(spellings[key]) > 1
    ]
    said = f"A letter marks {in_words(len(signs))} stages that two people or more named."
    if len(signs) == 1:
        said = "A letter marks the one stage that two people or more named."
    if joined:
        said += f" Declared the same by the group: {'; '.join(joined)}."
    flow.paragraph(said, SMALL.coloured(INK_2))
    flow.space(8)


def _column(
    book: Book,
    fonts: Fonts,
    name: str,
    stages: Sequence[StageProposal],
    signs: Mapping[str, str],
    width: float,
) -> BlockColumn:
    department = book.departments.get(person_key(book.facts.workshop, stages[0].participant), "")
    blocks = [
        _chip(fonts, stage, signs.get(stage_key(book.facts.workshop, stage.name), ""), width)
        for stage in stages
    ]
    if not book.facts.names.are_shown:
        department = ""
    return BlockColumn(partial(_head, fonts, name, department, width), blocks)


def _head(fonts: Fonts, name: str, department: str, width: float, is_continued: bool) -> Block:
    shown = f"{name} (continued)" if is_continued else name
    lines = wrap(fonts, shown, _NAME, width - 2 * _PAD, 4)
    below = wrap(fonts, department, TINY, width - 2 * _PAD, 2) if department else []
    height = len(lines) * _NAME.leading + len(below) * TINY.leading + 2 * _PAD

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        y = top + _PAD
        y += sheet.lines(x + _PAD, y, width - 2 * _PAD, lines, _NAME)
        sheet.lines(x + _PAD, y, width - 2 * _PAD, below, TINY)

    return Block(height + HEAD_GAP, draw)


def _chip(fonts: Fonts, stage: StageProposal, sign: str, width: float) -> Block:
    room = width - 2 * _PAD - (18 if sign else 0)
    lines = wrap(fonts, stage.name, _STAGE, room, 8)
    below = wrap(fonts, stage.definition, TINY, width - 2 * _PAD, 12) if stage.definition else []
    height = len(lines) * _STAGE.leading + len(below) * TINY.leading + 2 * _PAD - 1

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        fill, pen = (ACCENT_TINT, Pen(ACCENT, 0.75)) if sign else (PAPER, Pen(LINE, 0.75))
        sheet.rect(x, top, width, height, fill=fill, pen=pen, radius=3)
        y = top + _PAD - 0.5
        if sign:
            badge = x + width - 18
            sheet.rect(badge, y - 0.5, 14, _STAGE.leading, fill=ACCENT, radius=3)
            baseline = y + 0.5 + _BADGE.baseline
            sheet.text(badge + 7, baseline, sign, _BADGE, align=Align.CENTRE)
        y += sheet.lines(x + _PAD, y, room, lines, _STAGE)
        sheet.lines(x + _PAD, y, width - 2 * _PAD, below, TINY)

    return Block(height, draw)
