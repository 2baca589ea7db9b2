"""The notes as CSV: UTF-8 with its mark, commas, CRLF, quotes as in RFC 4180.

Values stand as they are, also those that begin with =, + or @: a `'` before them would stop
Excel from taking them for formulas, but it would then belong to the text wherever the file is
read, and a text is to come out as it went in. Whoever opens texts of strangers in Excel takes the
workbook, whose cells are never formulas.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from motworkshop.errors import WriteFailedError
from motworkshop.exports.export import Export
from motworkshop.exports.facts import Facts
from motworkshop.exports.workbook.notes import notes_table
from motworkshop.exports.workbook.table import Table, Value
from motworkshop.files import written_aside

ENCODING = "utf-8-sig"
UNREADABLE = re.compile("[\0\ud800-\udfff]")


def write_notes_csv(facts: Facts, target: Path) -> Export:
    """Write all notes to `target`, or leave what stands there as it was.

    Raises:
        WriteFailedError: the disk does not let us write.
    """
    table = notes_table(facts)
    changes: list[str] = []
    records = [
        _texts(row, number, table.headers, changes)
        for number, row in enumerate(table.rows, start=2)
    ]
    with written_aside(target, lambda part: _check(part, table)) as part:
        _write(part, [table.headers, *records])
    return Export(target, tuple(changes))


def _write(part: Path, records: Iterable[Sequence[str]]) -> None:
    with part.open("w", encoding=ENCODING, newline="") as stream:
        csv.writer(stream, lineterminator="\r\n").writerows(records)


def _texts(
    row: tuple[Value, ...], number: int, headers: tuple[str, ...], changes: list[str]
) -> list[str]:
    texts = []
    for header, value in zip(headers, row, strict=True):
        text, replaced = UNREADABLE.subn("\ufffd", "" if value is None else str(value))
        if replaced:
            what = "1 character" if replaced == 1 else f"{replaced:,} characters"
            was = "was" if replaced == 1 else "were"
            changes.append(
                f"Notes row {number}, {header.lower()}: {what} that CSV cannot hold {was} replaced"
            )
        texts.append(text)
    return texts


def _check(part: Path, table: Table) -> None:
    with part.open(encoding=ENCODING, newline="") as stream:
        reader = csv.reader(stream)
        headers = tuple(next(reader, ()))
        rows = sum(1 for _row in reader)
    if headers != table.headers or rows != len(table.rows):
        raise WriteFailedError(
            "The CSV file did not come out whole. Try again, or choose another disk."
        )
