"""Promises that are not kept, and how much each accountable person carries."""

from collections.abc import Sequence

from motworkshop.exports.report.book import Book, place_of_moment
from motworkshop.exports.report.look import STRONG_FIGURES
from motworkshop.exports.report.words import listed
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import ACCENT, DANGER
from motworkshop.exports.typeset.styles import (
    FIGURES,
    SMALL,
    SMALL_STRONG,
    Align,
    TextStyle,
    Weight,
)
from motworkshop.exports.typeset.table import BarCell, Cell, Column, StyledCell, Table
from motworkshop.model.arithmetic import gap
from motworkshop.model.moments import Moment, broken_promises, load_per_accountable
from motworkshop.model.records import Promise
from motworkshop.model.voting import counted

_QUOTE = TextStyle(11, 16, Weight.ITALIC)


def draw_carrying(book: Book) -> None:
    """Only where there are moments of truth to speak of."""
    moments = book.facts.moments
    if not moments:
        return
    flow = book.chapter("Promises and people")
    flow.y -= 8  # the first section belongs closer to its chapter
    _draw_promises(book, flow, moments)
    _draw_load(book, flow, moments)


def _draw_promises(book: Book, flow: Flow, moments: Sequence[Moment]) -> None:
    workshop = book.facts.workshop
    broken = broken_promises(workshop, moments)
    if not broken:
        book.section(flow, "Promises that are not kept", _why_none(book, moments), keep=20)
        return
    said = "A promise is not kept where a moment that serves it falls short of what is expected."
    book.section(flow, "Promises that are not kept", said)
    for promise, short in broken:
        flow.paragraph(f"“{promise.text}”", _QUOTE, keep=60)
        flow.space(2)
        columns = (
            Column("No.", 7, Align.RIGHT, FIGURES),
            Column("Moment of truth", 62),
            Column("Expected", 12, Align.RIGHT, FIGURES),
            Column("Experienced", 13, Align.RIGHT, FIGURES),
            Column("Falls short by", 15, Align.RIGHT, STRONG_FIGURES),
        )
        short = sorted(short, key=lambda moment: -(gap(moment.note) or 0))
        Table(columns).draw(flow, [_short(moment) for moment in short])
        flow.space(14)
    kept = [one for one in workshop.ordered(Promise) if one not in [told for told, _ in broken]]
    if kept:
        names = listed([f"“{promise.text}”" for promise in kept])
        flow.paragraph(f"No moment of truth is known to fall short of {names}.", SMALL)


def _why_none(book: Book, moments: Sequence[Moment]) -> str:
    if not book.facts.workshop.ordered(Promise):
        return "No promises were written down, so none can be held against the moments of truth."
    if not any(moment.card and moment.card.promise for moment in moments):
        return "No moment of truth has been tied to a promise yet."
    return "No moment of truth that serves a promise is known to fall short of what is expected."


def _short(moment: Moment) -> list[Cell]:
    note = moment.note
    text = StyledCell(note.text, SMALL, place_of_moment(note.id))
    scores = (note.expectation, note.experience, gap(note))
    return [str(note.number), text, *map(str, scores)]


def _draw_load(book: Book, flow: Flow, moments: Sequence[Moment]) -> None:
    load = load_per_accountable(book.facts.workshop, moments)
    nobody = load.pop("", [])
    book.section(flow, "Who carries how many moments", _load_sentence(book, load, nobody))
    if not (load or nobody):
        return
    most = max(len(carried) for carried in (*load.values(), nobody))
    columns = (
        Column("Accountable", 34),
        Column("Moments", 26, Align.LEFT, STRONG_FIGURES),
        Column("", 70),
    )
    rows: list[list[Cell]] = [
        [
            book.facts.names.shown(name),
            BarCell(str(len(carried)), len(carried) / most, ACCENT),
            _numbers(carried),
        ]
        for name, carried in load.items()
    ]
    if nobody:
        who = StyledCell("Nobody yet", SMALL_STRONG.coloured(DANGER))
        bar = BarCell(str(len(nobody)), len(nobody) / most, DANGER)
        rows.append([who, bar, _numbers(nobody)])
    Table(columns).draw(flow, rows)


def _numbers(moments: Sequence[Moment]) -> str:
    return "\n".join(f"{moment.note.number}  {_short_text(moment.note.text)}" for moment in moments)


def _short_text(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else f"{line[:89]}…"


def _load_sentence(book: Book, load: dict[str, list[Moment]], nobody: Sequence[Moment]) -> str:
    said = ""
    if load:
        most = max(map(len, load.values()))
        top = [name for name, carried in load.items() if len(carried) == most]
        names = listed([book.facts.names.shown(name) for name in top])
        each = " each" if len(top) > 1 else ""
        verb = "carry" if len(top) > 1 else "carries"
        said = f"{names} {verb} the most: {counted(most, 'moment')}{each}. "
    if nobody:
        said += f"Nobody answers yet for {counted(len(nobody), 'moment')}."
    elif load:
        said += "Every moment of truth has somebody who answers for it."
    return said.strip()
