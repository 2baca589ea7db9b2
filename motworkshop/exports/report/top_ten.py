"""The moments of truth on one page: what a director reads first."""

from motworkshop.exports.facts import RoundFacts
from motworkshop.exports.report.book import Book, place_of_moment
from motworkshop.exports.report.boxes import callout
from motworkshop.exports.report.look import FIGURE, LABEL, MISSING, SECTION
from motworkshop.exports.report.ties import settled_sentences, tied_sentence
from motworkshop.exports.report.words import in_words, listed, people
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.marks import category_mark
from motworkshop.exports.typeset.palette import ACCENT, DANGER, INK_2, LINE, Pen
from motworkshop.exports.typeset.styles import (
    CAPTION,
    SMALL,
    SMALL_STRONG,
    Align,
    TextStyle,
    Weight,
)
from motworkshop.exports.typeset.wrap import Line, wrap
from motworkshop.model.moments import Moment, lacks
from motworkshop.model.tally import Tally, TallyLine

_TEXT = TextStyle(11, 15, Weight.SEMIBOLD)
_RANK = 34.0
_DOTS = 96.0
_PAD = 9.0
_SPLIT = 0.4  # of the line under a text: category and stage before it, accountable behind


def draw_top_ten(book: Book) -> None:
    """The notes that are in, most dots first, and what became of a tie at the cut."""
    deciding = book.facts.deciding
    if deciding is None or deciding.tally is None:
        book.absent.append("No vote has been closed yet, so there are no moments of truth.")
        return
    tally = deciding.tally
    if not (book.facts.moments or tally.tied):
        book.absent.append(f"In “{deciding.round.title}” no note got a dot.")
        return
    flow = book.chapter(f"The top {in_words(tally.cut)}", _lead(book, deciding))
    for place, moment in enumerate(book.facts.moments):
        _draw_row(book, flow, moment, is_first=place == 0)
    flow.space(12)
    for said in settled_sentences(book, deciding):
        flow.paragraph(said, SMALL)
        flow.space(3)
    _draw_tied(book, flow, tally)


def _lead(book: Book, deciding: RoundFacts) -> str:
    found = len(book.facts.moments)
    tally = deciding.tally
    if tally is None:
        return ""
    voters = "" if deciding.turnout is None else f" {people(deciding.turnout)} voted."
    lacking = sum(1 for moment in book.facts.moments if lacks(moment))
    complete = (
        f" All {in_words(found)} have somebody who answers for them and all that goes with it."
        if found and not lacking
        else f" {in_words(lacking).capitalize()} of them still "
        f"{'lacks' if lacking == 1 else 'lack'} something."
    )
    chosen = f"{in_words(found).capitalize()} of {len(tally.lines):,} touchpoints were chosen as"
    return f"{chosen} moments of truth.{voters}{complete if found else ''}"


def _draw_row(book: Book, flow: Flow, moment: Moment, *, is_first: bool) -> None:
    width = flow.width - _RANK - _DOTS - 12
    text = f"{moment.note.number}   {moment.note.text}"
    lines = wrap(flow.fonts, text, _TEXT, width, max_lines=3)
    missing = [str(lack) for lack in lacks(moment)]
    lacking = wrap(flow.fonts, f"Missing: {listed(missing)}", MISSING, width) if missing else []
    told = _accountable(book, flow, moment, width * (1 - _SPLIT) - 18)
    below = (len(told) + len(lacking)) * SMALL.leading
    height = max(_PAD + len(lines) * _TEXT.leading + 3 + below + _PAD, 50)
    flow.need(height)
    if is_first or flow.is_at_top:
        flow.sheet.line((flow.left, flow.y), (flow.left + flow.width, flow.y), Pen(LINE))
    rank = str(moment.line.rank)
    flow.sheet.text(flow.left, flow.y + _PAD - 4 + FIGURE.baseline, rank, FIGURE.coloured(ACCENT))
    x, top = flow.left + _RANK, flow.y + _PAD
    top += flow.sheet.lines(x, top, width, lines, _TEXT) + 3
    _draw_meta(book, flow, moment, top, width)
    is_named = bool(moment.card and moment.card.accountable.strip())
    style = SMALL_STRONG if is_named else SMALL_STRONG.coloured(DANGER)
    left = x + width * _SPLIT + 18
    top += flow.sheet.lines(left, top, width, told, style, align=Align.LEFT)
    flow.sheet.lines(x, top, width, lacking, MISSING)
    _draw_dots(flow, moment.line)
    flow.sheet.link(flow.left, flow.y, flow.width, height, place_of_moment(moment.note.id))
    flow.y += height
    flow.sheet.line((flow.left, flow.y), (flow.left + flow.width, flow.y), Pen(LINE))


def _draw_meta(book: Book, flow: Flow, moment: Moment, top: float, width: float) -> None:
    """The mark of the category, its name and the stage, on one line."""
    x = flow.left + _RANK
    category_mark(flow.sheet, book.style(moment.note.category), x, top + 1.5, 9)
    category = book.facts.category_name(moment.note.category) or "No category"
    stage = book.facts.stage_name(moment.note.stage) or "No stage"
    said = wrap(flow.fonts, f"{category}  ·  {stage}", CAPTION, width * _SPLIT, max_lines=1)
    flow.sheet.lines(x + 14, top, width, said, CAPTION, align=Align.LEFT)


def _accountable(book: Book, flow: Flow, moment: Moment, room: float) -> list[Line]:
    name = book.facts.names.shown(moment.card.accountable) if moment.card else ""
    said = f"Accountable: {name}" if name else "Nobody accountable"
    return wrap(flow.fonts, said, SMALL_STRONG, room, max_lines=2)


def _draw_dots(flow: Flow, line: TallyLine) -> None:
    right = flow.left + flow.width
    dots = f"{line.dots:,}"
    flow.sheet.text(right, flow.y + _PAD - 4 + FIGURE.baseline, dots, FIGURE, align=Align.RIGHT)
    unit = "dot" if line.dots == 1 else "dots"
    giver = "breadth unknown" if line.breadth is None else f"from {people(line.breadth)}"
    baseline = flow.y + _PAD - 3 + FIGURE.leading + LABEL.baseline
    style = CAPTION
    flow.sheet.text(right, baseline, f"{unit} {giver}", style, align=Align.RIGHT)


def _draw_tied(book: Book, flow: Flow, tally: Tally) -> None:
    said = tied_sentence(tally)
    if not said:
        return
    flow.space(6)
    flow.need(90)
    callout(
        flow, said, "A run-off among them alone, or a written reason, settles it.", is_warning=True
    )
    flow.paragraph("Tied", SECTION)
    flow.space(4)
    for line in tally.tied:
        style = book.style(book.facts.workshop.notes[line.note].category)
        lines: list[Line] = wrap(
            flow.fonts,
            f"{book.number(line.note)}   {book.text(line.note)}",
            _TEXT,
            flow.width - _RANK - _DOTS,
            max_lines=3,
        )
        flow.need(len(lines) * _TEXT.leading + 6)
        category_mark(flow.sheet, style, flow.left, flow.y + 2, 10)
        dots = f"{line.dots:,} {'dot' if line.dots == 1 else 'dots'}"
        right = flow.left + flow.width
        baseline = flow.y + CAPTION.baseline
        flow.sheet.text(right, baseline, dots, CAPTION.coloured(INK_2), align=Align.RIGHT)
        flow.y += flow.sheet.lines(flow.left + _RANK, flow.y, flow.width, lines, _TEXT) + 6
