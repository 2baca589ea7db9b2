"""The workbook as a file: openpyxl's frame with the rows put in, and the look at what came out.

openpyxl makes everything but the rows. It takes some 15 µs for a cell, ten times as long as
writing its XML, which would be 4 s for a workshop of 10,000 notes.
"""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook

from motworkshop.errors import WriteFailedError
from motworkshop.exports.workbook.look import with_table_style
from motworkshop.exports.workbook.sheet import table_reference
from motworkshop.exports.workbook.table import Table

_HEADER_ROW = re.compile(b'<row r="1".*?</row>', re.DOTALL)
_DIMENSION = re.compile(b'<dimension ref="[^"]*"')
_FAST = 5  # of 9; beyond it takes twice the time for 3 % of the size


def write_package(
    frame: Workbook, tables: Sequence[Table], rows: Mapping[str, Iterable[str]], target: Path
) -> None:
    """Save the workbook with the rows of each sheet, by its title, below its headers."""
    empty = BytesIO()
    frame.save(empty)
    sheets = {_part(index): table for index, table in enumerate(tables, start=1)}
    with ZipFile(empty) as source, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=_FAST) as made:
        for part in source.namelist():
            content = source.read(part)
            if part in sheets:
                table = sheets[part]
                content = _with_rows(content, table, "".join(rows[table.title]))
            elif part == "xl/styles.xml":
                content = with_table_style(content)
            made.writestr(part, content)


def check_package(path: Path, tables: Sequence[Table]) -> None:
    """Read the file back: all sheets, in order, each with all its rows.

    Raises:
        WriteFailedError: it is not whole.
    """
    try:
        with ZipFile(path) as package:  # which compares the checksum of every part that is read
            parts = {part: package.read(part) for part in package.namelist()}
        rows = [_rows_in(parts[_part(index + 1)]) for index in range(len(tables))]
    except (BadZipFile, zlib.error, EOFError, ExpatError, KeyError) as error:
        raise _not_whole(str(error)) from error
    with path.open("rb") as stream:
        names = load_workbook(stream, read_only=True).sheetnames
    if names != [table.title for table in tables] or rows != [_rows_of(each) for each in tables]:
        raise _not_whole("sheets or rows are missing")


def _part(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _with_rows(sheet: bytes, table: Table, rows: str) -> bytes:
    header = _HEADER_ROW.search(sheet)
    if header is None:
        raise ValueError(f"openpyxl wrote no header row for {table.title}")
    reference = f'<dimension ref="{table_reference(table)}"'.encode()
    before = _DIMENSION.sub(reference, sheet[: header.end()], count=1)
    return before + rows.encode() + sheet[header.end() :]


def _rows_of(table: Table) -> int:
    if table.rows:
        return len(table.rows) + 1
    return 3 if table.empty else 2


def _rows_in(sheet: bytes) -> int:
    """How many rows a sheet holds; the XML is read to its end."""
    ParserCreate().Parse(sheet, True)
    return sheet.count(b"<row ")


def _not_whole(why: str) -> WriteFailedError:
    return WriteFailedError(
        f"The workbook did not come out whole ({why}). Try again, or choose another disk."
    )
