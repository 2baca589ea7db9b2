"""What was copied in a spreadsheet, a web page or a text, as rows of cells.

Excel and LibreOffice put the same cells on the clipboard as tabbed text and as an HTML table. The
text is read where it has tabs; the table where only that tells which cells belong together.
"""

import csv
import io
from collections.abc import Sequence
from html.parser import HTMLParser

from typing_extensions import override

from motworkshop.imports.columns import called
from motworkshop.imports.fields import TOUCHPOINT_FIELDS
from motworkshop.imports.sheet import MAX_TEXT
from motworkshop.model.pasting import cleaned, lines_of

Rows = list[list[str]]
FEWEST_NAMED = 2
"""A first line is taken for the names of columns when so many of its words name fields."""
MOST_LETTERS = 50_000_000


def pasted_rows(text: str, html: str = "") -> Rows:
    """The rows that were copied, without blank ones; a plain text has one cell in each line."""
    text = cleaned(text[:MOST_LETTERS])
    has_table = "<table" in html[:MOST_LETTERS].lower()
    if "\t" in text.strip("\n"):
        rows = _split(text, "\t")
    elif has_table:
        rows = _table_in(html[:MOST_LETTERS])
    else:
        rows = _separated(text)
    if not rows and not has_table:
        return [[line] for line in lines_of(text)]
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    return _without_empty_ends(filled)


def width_of(rows: Rows) -> int:
    """How many columns there are."""
    return max(map(len, rows), default=0)


def lines_in(rows: Rows) -> list[str]:
    """The texts of a single column, without the name above it if a field is called so."""
    lines = [row[0].strip() for row in rows if row and row[0].strip()]
    return lines[1:] if len(lines) > 1 and _named(lines[:1]) == ["text"] else lines


def _split(text: str, delimiter: str) -> Rows:
    """Cells with line ends in them stand in quotes, as spreadsheets write them."""
    before = csv.field_size_limit(MAX_TEXT)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:  # a quotation mark that is a letter like any other
        return [line.split(delimiter) for line in text.split("\n")]
    finally:
        csv.field_size_limit(before)


def _separated(text: str) -> Rows:
    """CSV that was copied as text; commas in sentences are none: its first line names fields."""
    first = text.lstrip("\n").partition("\n")[0]
    for delimiter in (",", ";", "|"):
        cells = [cell.strip().strip('"') for cell in first.split(delimiter)]
        if len(cells) > 1 and len(_named(cells)) >= FEWEST_NAMED:
            return _split(text, delimiter)
    return []


def _named(cells: Sequence[str]) -> list[str]:
    """The fields that these words name."""
    return list(called(cells, TOUCHPOINT_FIELDS))


def _without_empty_ends(rows: Rows) -> Rows:
    """Without the empty columns at the right that a selection of whole rows has."""
    width = max((at + 1 for row in rows for at, cell in enumerate(row) if cell.strip()), default=0)
    return [row[:width] for row in rows]


def _table_in(html: str) -> Rows:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    """The cells of the tables in a page; a cell over several columns leaves the others empty."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Rows = []
        self._cell: list[str] | None = None
        self._span = 1
        self._hidden = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self._hidden += 1
        elif tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._end_cell()
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), 100) if span.isdecimal() and len(span) < 5 else 1
        elif tag in {"br", "p", "div", "li"} and self._cell:
            self._cell.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._hidden = max(0, self._hidden - 1)
        elif tag in {"td", "th", "tr", "table"}:
            self._end_cell()

    @override
    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden:
            self._cell.append(" ".join(data.split("\n")) if data.strip() else " ")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        if not self.rows:
            self.rows.append([])
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        text = "\n".join(line for line in lines if line)
        self.rows[-1] += [cleaned(text), *[""] * (self._span - 1)]
        self._cell = None
