"""The tally of one round as a table: dots as bars, breadth, sides, and the cut as a line."""

from collections.abc import Iterator, Sequence

from motworkshop.exports.facts import RoundFacts
from motworkshop.exports.report.book import Book, place_of_moment
from motworkshop.exports.report.look import STRONG_FIGURES
from motworkshop.exports.report.ties import tied_sentence
from motworkshop.exports.report.words import in_words
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import ACCENT, LINE, WARN, Colour
from motworkshop.exports.typeset.styles import (
    FIGURES,
    SMALL,
    SMALL_STRONG,
    STRONG,
    Align,
    TextStyle,
    Weight,
)
from motworkshop.exports.typeset.table import BarCell, Cell, Column, Divider, Row, StyledCell, Table
from motworkshop.model.tally import DecidedBy, Standing, Tally, TallyLine

_ORDER = {Standing.IN: 0, Standing.TIED: 1, Standing.OUT: 2}
_PER_PARAGRAPH = 50
_WORD = TextStyle(8.5, 12, Weight.SEMIBOLD)


def draw_tally(book: Book, flow: Flow, vote: RoundFacts) -> None:
    """Every note with a dot, most first; those without a dot as a list below."""
    tally = vote.tally
    if tally is None:
        return
    lines = sorted(tally.lines, key=lambda line: (line.rank, _ORDER[line.standing]))
    with_dots = [line for line in lines if line.dots]
    if with_dots:
        columns = _columns(vote, tally)
        Table(columns).draw(flow, _rows(book, vote, tally, with_dots))
        if vote.disagreement:
            flow.space(6)
            flow.paragraph(_sides_sentence(vote), SMALL)
    _draw_without_dots(book, flow, [line for line in lines if not line.dots])


def _columns(vote: RoundFacts, tally: Tally) -> list[Column]:
    sides = [Column(side, _share(side), Align.RIGHT, FIGURES) for side in vote.sides]
    apart = [Column("Apart", 10, Align.RIGHT, FIGURES)] if vote.disagreement else []
    return [
        Column("Rank", 8, Align.RIGHT, FIGURES),
        Column("No.", 8, Align.RIGHT, FIGURES),
        Column("Touchpoint", 52),
        Column("Dots", 26 if sides else 42, Align.LEFT, STRONG_FIGURES),
        Column("People", 13, Align.RIGHT, FIGURES),
        *sides,
        *apart,
        Column("", 24 if any(line.decided for line in tally.lines) else 8),
    ]


def _share(side: str) -> float:
    """Wide enough for the longest word of a head."""
    return min(24.0, max(10.0, 1.7 * max(map(len, side.split()), default=0)))


def _rows(book: Book, vote: RoundFacts, tally: Tally, lines: Sequence[TallyLine]) -> Iterator[Row]:
    most = max(line.dots for line in lines)
    was_in = True
    for line in lines:
        if was_in and line.standing is not Standing.IN:
            yield _cut(tally)
        was_in = line.standing is Standing.IN
        yield _cells(book, vote, line, most)


def _cut(tally: Tally) -> Divider:
    inside = len(tally.standing(Standing.IN))
    said = tied_sentence(tally)
    if said:
        places = f"{inside} of {tally.cut} places are taken"
        return Divider(f"Cut: {places}. {said}.", SMALL_STRONG.coloured(WARN))
    places = "one place" if tally.cut == 1 else f"{in_words(tally.cut)} places"
    return Divider(f"Cut: {places}", SMALL_STRONG.coloured(ACCENT))


def _cells(book: Book, vote: RoundFacts, line: TallyLine, most: int) -> list[Cell]:
    is_in = line.standing is Standing.IN
    target = place_of_moment(line.note) if is_in and line.note in book.moments else ""
    text = StyledCell(book.text(line.note), SMALL_STRONG if is_in else SMALL, target)
    bar = BarCell(f"{line.dots:,}", line.dots / most, ACCENT if is_in else _bar(line))
    breadth = "unknown" if line.breadth is None else f"{line.breadth:,}"
    sides = [f"{line.by_side.get(side, 0):,}" for side in vote.sides]
    apart = [_points(vote.disagreement.get(line.note, 0.0))] if vote.disagreement else []
    number = str(book.number(line.note))
    return [str(line.rank), number, text, bar, breadth, *sides, *apart, _standing(line)]


def _bar(line: TallyLine) -> Colour:
    return WARN if line.standing is Standing.TIED else LINE


def _standing(line: TallyLine) -> Cell:
    if line.standing is Standing.TIED:
        return StyledCell("tied", _WORD.coloured(WARN))
    how = {DecidedBy.RUN_OFF: ", by run-off", DecidedBy.DECISION: ", by reason"}
    suffix = how[line.decided] if line.decided else ""
    if line.standing is Standing.IN:
        return StyledCell(f"in{suffix}", _WORD.coloured(ACCENT))
    return f"out{suffix}" if suffix else ""


def _points(apart: float) -> str:
    return f"{apart * 100:.0f}"


def _sides_sentence(vote: RoundFacts) -> str:
    voters = ", ".join(f"{side} ({size} voters)" for side, size in vote.sides.items())
    return (
        f"Sides: {voters}, each with its dots. Apart: by how many percentage points the shares "
        "that the sides gave to a touchpoint differ; the higher, the less the sides agree."
    )


def _draw_without_dots(book: Book, flow: Flow, lines: Sequence[TallyLine]) -> None:
    if not lines:
        return
    flow.space(14)
    count = "One touchpoint" if len(lines) == 1 else f"{len(lines):,} touchpoints"
    flow.paragraph(f"{count} on the ballot got no dot", STRONG, keep=30)
    flow.space(3)
    notes = sorted(lines, key=lambda line: book.number(line.note))
    told = [f"{book.number(line.note)} {book.text(line.note)}" for line in notes]
    for start in range(0, len(told), _PER_PARAGRAPH):
        flow.paragraph("  ·  ".join(told[start : start + _PER_PARAGRAPH]), SMALL)
        flow.space(4)
