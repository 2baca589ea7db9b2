"""A table of texts as it stood in a spreadsheet, and the checks that every kind of file shares."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, NoReturn

from motworkshop.errors import UnreadableInputError
from motworkshop.values import dataclass

MAX_ROWS = 100_000
MAX_COLUMNS = 100
MAX_CELLS = 500_000
MAX_TEXT = 20_000_000  # characters of all cells together
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of an Excel sheet; blank ones count

Numbering = Literal["row", "line"]
Record = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number that a person sees beside it, and a cell for every header."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a spreadsheet says, as texts; blank rows are left out, their numbers stay used.

    A header may be empty where the whole column is. `numbered_by` is the word for a row's number:
    Excel shows rows, an editor of CSV shows lines (a row may take several).
    """

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    numbered_by: Numbering = "row"


def make_sheet(records: Iterable[Record], source: str, numbered_by: Numbering = "row") -> Sheet:
    """The first record that is not blank holds the headers; `source` names the file in errors."""
    where = f"{source}, {numbered_by}"
    filled = _without_blank(records, where)
    number, first = next(filled, (0, ()))
    headers = _headers(first, f"{where} {number}")
    if not headers:
        raise UnreadableInputError(
            f"{source} is empty: its first row must name the columns, such as “text” and “stage”."
        )
    rows = tuple(_rows(filled, headers, where))
    return Sheet(headers, rows, numbered_by)


def too_long(where: str, limit: str) -> UnreadableInputError:
    """The error for a table that is longer than what can be read at once."""
    return UnreadableInputError(
        f"{where}: this is more than the {limit} that can be read at once: split the file and "
        "import its parts."
    )


def column_letter(index: int) -> str:
    """The letters that Excel shows above a column; the first column has index 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def shortened(text: str, longest: int = 40) -> str:
    """A text from a file as it may stand in a sentence: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _without_blank(records: Iterable[Record], where: str) -> Iterator[Record]:
    for number, cells in records:
        if any(map(str.strip, cells)):
            if len(cells) > LAST_COLUMN:
                _refuse_wide(f"{where} {number}", len(cells))
            yield number, cells


def _refuse_wide(where: str, columns: int) -> NoReturn:
    raise UnreadableInputError(
        f"{where} has {columns:,} columns, more than the {MAX_COLUMNS} that can be read: leave "
        "out those that are not needed."
    )


def _headers(cells: Sequence[str], where: str) -> tuple[str, ...]:
    names = [" ".join(cell.replace("\ufeff", "").replace("\u200b", "").split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MAX_COLUMNS:
        _refuse_wide(where, len(names))
    _refuse_twins(names, where)
    if names and all(_is_number(name) for name in names if name):
        raise UnreadableInputError(
            f"{where} holds numbers only: put a row above it that names the columns."
        )
    return tuple(names)


def _refuse_twins(names: Sequence[str], where: str) -> None:
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        twin = seen.setdefault(name.casefold(), index)
        if name and twin != index:
            raise UnreadableInputError(
                f"{where}: columns {column_letter(twin)} and {column_letter(index)} are both "
                f"called “{shortened(name)}”: rename one of them."
            )


def _is_number(text: str) -> bool:
    return text.replace(",", ".").replace(".", "").lstrip("-").isdecimal()


def _rows(records: Iterable[Record], headers: tuple[str, ...], where: str) -> Iterator[Row]:
    most = min(MAX_ROWS, MAX_CELLS // len(headers))
    nameless = [index for index, header in enumerate(headers) if not header]
    for count, (number, cells) in enumerate(records, 1):
        if count > most:
            raise too_long(f"{where} {number}", f"{most:,} rows")
        _refuse_stray(cells, chain(nameless, range(len(headers), len(cells))), f"{where} {number}")
        yield Row(number, _fitted(cells, len(headers)))


def _refuse_stray(cells: Sequence[str], nameless: Iterable[int], where: str) -> None:
    for index in nameless:
        if index < len(cells) and cells[index].strip():
            raise UnreadableInputError(
                f"{where}: “{shortened(cells[index])}” stands in column {column_letter(index)}, "
                "which has no name: name the column in the header row, or empty the cell."
            )


def _fitted(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple(cells[:width]) + ("",) * (width - len(cells))
