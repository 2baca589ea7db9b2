"""CSV as spreadsheet programs write it: commas, semicolons, tabs or bars; quotes as in RFC 4180."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from itertools import islice

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.encoding import decode, line_at
from motworkshop.imports.sheet import LAST_ROW, MAX_TEXT, Record, Sheet, make_sheet, shortened

_DELIMITERS = (",", ";", "\t", "|")  # the likelier first
_NO_DELIMITER = "\x1f"  # a file of one column: what stands in a line is one cell
_SAMPLED = 50  # records that the delimiter is judged by
_SAMPLED_TEXT = 200_000  # and characters
_ANNOUNCED = re.compile(r'"?sep=(.)"?(?:\r\n?|\n|$)', re.IGNORECASE)


def read_csv(content: bytes, name: str, encoding: str | None = None) -> Sheet:
    """The table in the bytes of a CSV file called `name`; see `decode` for `encoding`."""
    text = decode(content, name, encoding)
    if "\x00" in text:
        raise UnreadableInputError(
            f"{name}, line {line_at(text, text.index(chr(0)))} holds a zero byte, so the file is "
            "damaged or not a CSV file: save it again as CSV UTF-8 or .xlsx."
        )
    announced = _ANNOUNCED.match(text)
    begin = announced.end() if announced else 0
    with _long_cells():
        delimiter = announced.group(1) if announced else find_delimiter(text)
        return make_sheet(_records(text, begin, delimiter, name), name, "line")


def find_delimiter(text: str) -> str:
    """The one that most of the first records agree on, then the one that makes most columns."""
    ranked = [(_agreement(text, delimiter), delimiter) for delimiter in _DELIMITERS]
    (agreeing, columns), best = max(ranked, key=lambda each: each[0])
    return best if agreeing and columns > 1 else _NO_DELIMITER


def _agreement(text: str, delimiter: str) -> tuple[int, int]:
    """How many of the first records are as wide as the headers, and how wide those are.

    A delimiter that the headers do not hold outside quotes is none.
    """
    widths: list[int] = []
    reader = csv.reader(_lines(text[:_SAMPLED_TEXT]), delimiter=delimiter)
    with suppress(csv.Error):  # told by line when the file is read
        records = islice(reader, _SAMPLED)
        widths.extend(
            len(cells) for cells in records if len(cells) > 1 or any(map(str.strip, cells))
        )
    if not widths or widths[0] < 2:
        return 0, 0
    return widths.count(widths[0]), widths[0]


def _lines(text: str, begin: int = 0) -> Iterator[str]:
    """Lines with their ends; `str.splitlines` would also cut at U+2028 and the like. A pattern
    takes five times as long, which a file of one endless cell makes people wait for."""
    return StringIO(text[begin:], newline="")


def _records(text: str, begin: int, delimiter: str, name: str) -> Iterator[Record]:
    reader = csv.reader(_lines(text, begin), delimiter=delimiter, strict=True)
    before = line_at(text, begin)
    number = before
    returns = "\r" in text
    try:
        for cells in reader:
            if number > LAST_ROW:
                raise UnreadableInputError(
                    f"{name} has more than {LAST_ROW:,} lines: split it and import its parts."
                )
            yield number, [_with_plain_ends(cell) for cell in cells] if returns else cells
            number = before + reader.line_num
    except csv.Error as error:
        raise UnreadableInputError(
            f"{name}, {_fault(error, text, number, before + reader.line_num - 1)}: write a "
            'quotation mark that belongs to the text twice ("").'
        ) from error


def _with_plain_ends(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def _fault(error: csv.Error, text: str, number: int, reached: int) -> str:
    """Where and what the fault is in a record that begins in line `number`."""
    if "end of data" in str(error):
        record = text[sum(map(len, islice(_lines(text), number - 1))) :]
        opening = _opening_quote(record)
        line = number + line_at(record, opening) - 1
        return f"line {line}: the quotation mark before “{shortened(record[opening + 1 :], 24)}” is never closed"
    if number == reached:
        return f"line {number}: text follows a closing quotation mark"
    return f"line {number}: a quotation mark is not closed in this row (noticed in line {reached})"


def _opening_quote(record: str) -> int:
    """Where the last cell of a record that ends within quotation marks is opened."""
    mirrored = record[::-1].replace('""', "  ")  # from the end: two stand for one in the cell
    return len(record) - 1 - mirrored.index('"')


@contextmanager
def _long_cells() -> Iterator[None]:
    """Python's limit of 131,072 characters cuts off a pasted page; it holds for the process."""
    before = csv.field_size_limit(MAX_TEXT)
    try:
        yield
    finally:
        csv.field_size_limit(before)
