"""The ballot of a round to print and fill in by hand: numbers, touchpoints, boxes to tick."""

from collections.abc import Sequence
from pathlib import Path

from motworkshop.exports.export import Export
from motworkshop.exports.report.check import check_pdf
from motworkshop.exports.report.losses import losses
from motworkshop.exports.typeset.document import Document, Imprint
from motworkshop.exports.typeset.fonts import Fonts
from motworkshop.exports.typeset.palette import INK, INK_2, LINE, Pen
from motworkshop.exports.typeset.paper import Paper, paper_named
from motworkshop.exports.typeset.sheet import Sheet
from motworkshop.exports.typeset.styles import (
    BODY,
    CAPTION,
    HEADING,
    SMALL,
    STRONG,
    Align,
    TextStyle,
    Weight,
)
from motworkshop.exports.typeset.wrap import Line, wrap
from motworkshop.files import written_aside
from motworkshop.model.records import Note, Round
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

_MARGIN = 34.0
_BETWEEN = 18.0  # columns of a ballot
_BOX = 10.0
_NUMBER = 26.0
_PAD = 3.5
_HEAD_GAP = 10.0
_FOOT = 16.0
LONGEST = 300
"""Characters of a note on a ballot; nobody reads more with a pencil in hand."""
MOST_BOXES = 5
"""With a higher cap, or none, the number of dots is written into one wide box."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A note as it will stand."""

    number: int
    lines: list[Line]
    height: float


@dataclass(frozen=True, slots=True)
class _Form:
    """How a ballot is set: on which area, in how many columns, in which type."""

    width: float
    height: float
    columns: int
    style: TextStyle

    @property
    def column(self) -> float:
        return (self.width - _BETWEEN * (self.columns - 1)) / self.columns


def write_ballot_sheet(
    workshop: Workshop, vote: Round, target: Path, *, paper: str = "a4"
) -> Export:
    """Write the ballot to `target`, or leave what stands there as it was.

    A short ballot stands twice on a page turned sideways, to be cut. `paper` is "a4" or "letter".

    Raises:
        WriteFailedError: the disk does not let us write.
    """
    document = ballot_sheet_of(workshop, vote, paper=paper)
    pages = 0
    with (
        written_aside(target, lambda part: check_pdf(part, pages)) as part,
        part.open("wb") as file,
    ):
        pages = document.write(file)
    return Export(target, _changes(workshop, vote, document.fonts))


def ballot_sheet_of(
    workshop: Workshop, vote: Round, *, paper: str = "a4", is_invariant: bool = False
) -> Document:
    """The ballot, drawn and ready to be written; `is_invariant` leaves out the clock."""
    size = paper_named(paper)
    imprint = Imprint(f"Ballot: {vote.title}", subject=workshop.about.title)
    document = Document(imprint, paper=size, is_invariant=is_invariant)
    ballot = _Ballot(workshop, vote, document.fonts)
    half = Paper(size.height / 2, size.width)
    small = _form(half, 1, BODY)
    if len(ballot.pages(small)) == 1:
        sheet = document.add_page(size.sideways)
        for left in (0.0, half.width):
            ballot.draw(sheet, left, small, ballot.pages(small)[0], "")
        cut = Pen(INK_2, 0.5, (2, 3))
        sheet.line((half.width, 12), (half.width, half.height - 12), cut)
        return document
    form = ballot.best_form([_form(size, 2, style) for style in (BODY, SMALL)])
    pages = ballot.pages(form)
    for number, page in enumerate(pages, start=1):
        foot = f"Page {number} of {len(pages)}" if len(pages) > 1 else ""
        ballot.draw(document.add_page(), 0, form, page, foot)
    return document


class _Ballot:
    """What stands on one ballot."""

    def __init__(self, workshop: Workshop, vote: Round, fonts: Fonts) -> None:
        self._vote = vote
        self._title = workshop.about.title
        self._fonts = fonts
        found = (workshop.notes[note] for note in vote.notes if note in workshop.notes)
        self._notes: list[Note] = sorted(found, key=lambda note: note.number)

    def best_form(self, forms: Sequence[_Form]) -> _Form:
        """The first form that saves a page, else the first, which is the easiest to read."""
        fewest = min(len(self.pages(form)) for form in forms)
        return next(form for form in forms if len(self.pages(form)) == fewest)

    def pages(self, form: _Form) -> list[list[list[_Row]]]:
        """The rows of each column of each page."""
        rows = [self._row(note, form) for note in self._notes]
        room = form.height - self._head_height(form) - _FOOT
        pages: list[list[list[_Row]]] = []
        while rows:
            columns: list[list[_Row]] = []
            for _ in range(form.columns):
                count = _fitting(rows, room)
                columns.append(rows[:count])
                rows = rows[count:]
            pages.append(columns)
        if pages:
            pages[-1] = _balanced(pages[-1])
        return pages

    def draw(
        self, sheet: Sheet, left: float, form: _Form, columns: list[list[_Row]], foot: str
    ) -> None:
        """One page, or one half of it that begins at `left`."""
        x = left + _MARGIN
        top = _MARGIN
        for text, style, gap in self._head():
            top += sheet.paragraph(x, top, form.width, text, style) + gap
        top = _MARGIN + self._head_height(form)
        sheet.line((x, top - 4), (x + form.width, top - 4), Pen(INK, 0.75))
        for place, rows in enumerate(columns):
            self._draw_column(sheet, x + place * (form.column + _BETWEEN), top, form, rows)
        if foot:
            baseline = _MARGIN + form.height - 2
            sheet.text(x + form.width, baseline, foot, CAPTION, align=Align.RIGHT)

    def _head(self) -> list[tuple[str, TextStyle, float]]:
        question = self._vote.question or self._vote.title
        first = " · ".join(filter(None, [self._title, self._vote.title]))
        return [
            (first, CAPTION, 2),
            (question, HEADING, 4),
            (_rules(self._vote), STRONG, 2),
            (_manners(self._vote), BODY, _HEAD_GAP),
        ]

    def _head_height(self, form: _Form) -> float:
        return sum(
            len(wrap(self._fonts, text, style, form.width)) * style.leading + gap
            for text, style, gap in self._head()
        )

    def _row(self, note: Note, form: _Form) -> _Row:
        width = form.column - self._boxes_width() - _NUMBER
        text = " ".join(note.text.split())
        if len(text) > LONGEST:
            text = f"{text[: LONGEST - 1].rstrip()}…"
        lines = wrap(self._fonts, text, form.style, width)
        return _Row(note.number, lines, len(lines) * form.style.leading + 2 * _PAD)

    def _boxes(self) -> int:
        cap = self._vote.cap
        return cap if cap is not None and cap <= MOST_BOXES else 0

    def _boxes_width(self) -> float:
        return (self._boxes() * (_BOX + 4) if self._boxes() else 3 * _BOX) + 4

    def _draw_column(
        self, sheet: Sheet, x: float, top: float, form: _Form, rows: Sequence[_Row]
    ) -> None:
        style = form.style
        bold = TextStyle(style.size, style.leading, Weight.BOLD, is_tabular=True)
        for row in rows:
            middle = top + _PAD + style.leading / 2
            self._draw_boxes(sheet, x, middle - _BOX / 2)
            number = x + self._boxes_width() + _NUMBER - 8
            baseline = top + _PAD + style.baseline
            sheet.text(number, baseline, str(row.number), bold, align=Align.RIGHT)
            text = x + self._boxes_width() + _NUMBER
            sheet.lines(text, top + _PAD, form.column, row.lines, style, align=Align.LEFT)
            top += row.height
            sheet.line((x, top), (x + form.column, top), Pen(LINE))

    def _draw_boxes(self, sheet: Sheet, x: float, top: float) -> None:
        pen = Pen(INK, 0.75)
        if not self._boxes():
            sheet.rect(x, top - 1, 3 * _BOX - 2, _BOX + 2, pen=pen, radius=1.5)
        for place in range(self._boxes()):
            sheet.rect(x + place * (_BOX + 4), top, _BOX, _BOX, pen=pen, radius=1.5)


def _changes(workshop: Workshop, vote: Round, fonts: Fonts) -> tuple[str, ...]:
    """What is not on the ballot as it was written."""
    notes = [workshop.notes[note] for note in vote.notes if note in workshop.notes]
    told = losses(Workshop([workshop.about, vote, *notes]), fonts.missing)
    long = sum(1 for note in notes if len(note.text) > LONGEST)
    if not long:
        return told
    words = "text was" if long == 1 else "texts were"
    return (*told, f"{long:,} long {words} shortened; the number tells which note is meant")


def _form(area: Paper, columns: int, style: TextStyle) -> _Form:
    return _Form(area.width - 2 * _MARGIN, area.height - 2 * _MARGIN, columns, style)


def _rules(vote: Round) -> str:
    """Budget and cap, as the voter needs them."""
    cap = "" if vote.cap is None else f", at most {vote.cap} on one touchpoint"
    if vote.budget is None:
        return f"Give as many dots as you like{cap}."
    free = ", and may put as many on one touchpoint as you like" if vote.cap is None else cap
    return f"You have {counted(vote.budget, 'dot')}{free}."


def _manners(vote: Round) -> str:
    is_ticked = vote.cap is not None and vote.cap <= MOST_BOXES
    how = "Tick one box for each dot." if is_ticked else "Write the number of dots into the box."
    name = "Do not write your name." if vote.is_secret else "Your name: ______________________"
    return f"{how} You may give fewer, or none. {name}"


def _fitting(rows: Sequence[_Row], room: float) -> int:
    """How many rows fit into a column, at least one."""
    used = 0.0
    for count, row in enumerate(rows):
        used += row.height
        if used > room and count:
            return count
    return len(rows)


def _balanced(columns: list[list[_Row]]) -> list[list[_Row]]:
    """The rows of a last page in columns of about the same height."""
    rows = [row for column in columns for row in column]
    goal = sum(row.height for row in rows) / len(columns)
    made: list[list[_Row]] = [[] for _ in columns]
    place, used = 0, 0.0
    for row in rows:
        if made[place] and used + row.height / 2 > goal and place < len(columns) - 1:
            place, used = place + 1, 0.0
        made[place].append(row)
        used += row.height
    return made
