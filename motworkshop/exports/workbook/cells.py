"""The one function through which every text of the workbook goes, and cells as XML.

A text always becomes a string cell, so that nothing in it is ever a formula or an error. What
Excel cannot hold at all is replaced by U+FFFD, what is too long is cut with a visible mark, and
both are told. Every end of a line becomes the one that Excel has (LF). `_x0041_` would be read as
“A” (ECMA-376, ST_Xstring), so its first character is escaped; readers take that back.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from motworkshop.exports.workbook.heights import height_of, lines_in
from motworkshop.exports.workbook.table import Table, Value
from motworkshop.values import dataclass

LONGEST = 32_767
"""UTF-16 units that fit into one cell."""
MARK = "… [cut off here: {:,} more characters]"
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
FIRST_DAY = date(1899, 12, 30)
CALENDAR_RIGHT_FROM = date(1900, 3, 1)  # Excel takes 1900 for a leap year


@dataclass(frozen=True, slots=True)
class Styles:
    """The numbers of the cell styles in the workbook."""

    text: int
    whole: int
    date: int
    fractions: Mapping[int | None, int]
    """By the number of decimals."""


def fitted(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as Excel can hold it, and what had to be changed for that."""
    changes = []
    fit, replaced = ILLEGAL.subn("\ufffd", text)
    if replaced:
        changes.append(f"{_characters(replaced)} that Excel cannot hold {_was(replaced)} replaced")
    fit = fit.replace("\r\n", "\n").replace("\r", "\n")
    if len(fit) * 2 > LONGEST and _units(fit) > LONGEST:
        fit, cut = _shortened(fit)
        changes.append(f"{_characters(cut)} beyond what a cell of Excel holds {_was(cut)} cut off")
    return fit, tuple(changes)


def escaped(text: str) -> str:
    """A fitted text as ST_Xstring: what looks like an escaped character is escaped itself."""
    return LIKE_AN_ESCAPE.sub("_x005F_", text) if "_x" in text else text


def rows_as_xml(
    table: Table, styles: Styles, report: Callable[[str], None], first: int = 2
) -> Iterator[str]:
    """The rows of a table from row `first` on; `report` is told each text that was changed."""
    empty = f'"{styles.text}"/>'
    letters = [get_column_letter(index) for index in range(1, len(table.columns) + 1)]
    fractions = [styles.fractions[column.decimals] for column in table.columns]
    for number, row in enumerate(table.rows or (("",) * len(letters),), start=first):
        cells, lines = [], 1
        for index, value in enumerate(row):
            place = f'<c r="{letters[index]}{number}" s='
            if isinstance(value, str) and value:
                text, changes = fitted(value)
                for change in changes:
                    report(f"{table.title} row {number}, {table.headers[index].lower()}: {change}")
                cells.append(f'{place}"{styles.text}" {_string(text)}</c>')
                lines = max(lines, lines_in(text, table.columns[index].width))
            elif value is None or value == "":
                cells.append(place + empty)
            else:
                cells.append(place + _number(value, styles, fractions[index]))
        yield f'<row r="{number}"{height_of(lines)}>{"".join(cells)}</row>'


def _string(text: str) -> str:
    plain = escape(escaped(text))
    return f't="inlineStr"><is><t xml:space="preserve">{plain}</t></is>'


def _number(value: Value, styles: Styles, fraction: int) -> str:
    if isinstance(value, int):
        return f'"{styles.whole}"><v>{value}</v></c>'
    if isinstance(value, float):
        return f'"{fraction}"><v>{value!r}</v></c>'
    if isinstance(value, date):
        if value < CALENDAR_RIGHT_FROM:
            return f'"{styles.text}" {_string(value.isoformat())}</c>'
        return f'"{styles.date}"><v>{(value - FIRST_DAY).days}</v></c>'
    raise TypeError(type(value).__name__)


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _shortened(text: str) -> tuple[str, int]:
    """The text cut so that it fits with its mark, and how many characters are gone."""
    room = LONGEST - len(MARK.format(len(text)))
    kept = 0
    for character in text:
        room -= 2 if character > "\uffff" else 1
        if room < 0:
            break
        kept += 1
    gone = len(text) - kept
    return text[:kept] + MARK.format(gone), gone


def _characters(number: int) -> str:
    return "1 character" if number == 1 else f"{number:,} characters"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
