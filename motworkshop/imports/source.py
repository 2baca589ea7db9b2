"""Opens the file that is to be imported: what it is, is told by its content, not by its name."""

import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.sheet import Sheet

MAX_CSV_BYTES = 20_000_000
MAX_XLSX_BYTES = 100_000_000
_SNIFFED = 512
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")

# What a file begins with, what it is then called.
_ALIEN = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a workshop or another database"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office before 2007, and encrypted files of today
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml")


def read_sheet(
    path: Path,
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    likely: Sequence[str] = (),
) -> Sheet:
    """The table in a CSV or Excel file.

    `encoding` is for CSV only and gives way to a byte order mark. `sheet` is the name of a sheet
    of an Excel file; by default it is the first one shown with a `likely` name (in lower case),
    else the first one shown.
    """
    with _opened(path) as stream:
        return _read(stream, path, encoding, sheet, likely)


def list_sheets(path: Path) -> list[str]:
    """The names of the sheets that an Excel file shows; none for any other kind of file."""
    with _opened(path) as stream:
        if not stream.read(_SNIFFED).startswith(_ZIPPED):
            return []
        from motworkshop.imports.xlsx_file import sheet_names

        _refuse_large(path, MAX_XLSX_BYTES)
        return sheet_names(stream, path.name)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file, open for reading; what the system says against that becomes a sentence."""
    try:
        _refuse_irregular(path)
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise UnreadableInputError(f"{path} does not exist: check its name and folder.") from error
    except PermissionError as error:
        raise UnreadableInputError(
            f"{path.name} may not be read by you: change its permissions, or import a copy."
        ) from error
    except OSError as error:
        raise UnreadableInputError(
            f"{path.name} cannot be read ({error.strerror or error}): copy it to this computer "
            "and import the copy."
        ) from error


def _refuse_irregular(path: Path) -> None:
    """Before it is opened: opening a pipe would wait for ever, a device may never end."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise UnreadableInputError(f"{path} is a folder: name the CSV or .xlsx file in it.")
    if not stat.S_ISREG(mode):
        raise UnreadableInputError(
            f"{path} is a device or a pipe: save the table as a CSV or .xlsx file and import that."
        )


def _read(
    stream: BinaryIO, path: Path, encoding: str | None, sheet: str | None, likely: Sequence[str]
) -> Sheet:
    name = path.name
    start = stream.read(_SNIFFED)
    stream.seek(0)
    if start.startswith(_ZIPPED):
        from motworkshop.imports.xlsx_file import read_xlsx

        _refuse_large(path, MAX_XLSX_BYTES)
        return read_xlsx(stream, name, sheet, likely)
    _refuse_large(path, MAX_CSV_BYTES)
    content = stream.read(MAX_CSV_BYTES)
    _refuse_alien(content, name)
    if sheet is not None:
        raise UnreadableInputError(
            f"{name} is a CSV file, which has no sheet “{sheet}”: leave the sheet's name out."
        )
    from motworkshop.imports.csv_file import read_csv

    return read_csv(content, name, encoding)


def _refuse_large(path: Path, most: int) -> None:
    if path.stat().st_size > most:
        raise UnreadableInputError(
            f"{path.name} is larger than the {most // 1_000_000} MB that can be read: leave out "
            "columns that are not needed, or split it and import its parts."
        )


def _refuse_alien(content: bytes, name: str) -> None:
    if content.startswith(_OLE):
        _refuse_ole(content, name)
    if content[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower().startswith(_MARKUP):
        raise UnreadableInputError(
            f"{name} is a web page or XML, even if it is called a spreadsheet: open it in Excel "
            "or LibreOffice, save it as .xlsx or CSV and import that."
        )
    for beginning, kind in _ALIEN:
        if content.startswith(beginning):
            raise UnreadableInputError(
                f"{name} is {kind}, not a spreadsheet: put the table into a spreadsheet, save it "
                "as .xlsx or CSV and import that."
            )


def _refuse_ole(content: bytes, name: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableInputError(
            f"{name} is protected with a password: open it in Excel, save it without one and "
            "import that."
        )
    raise UnreadableInputError(
        f"{name} is in the old Excel format (.xls): save it as .xlsx or CSV and import that."
    )
