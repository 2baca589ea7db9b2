import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from motworkshop.cli.exit_codes import ExitCode
from tests.cli.conftest import Told

Cli = Callable[..., Told]


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def archive(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), text)
    return content.getvalue()


BAD_FILES: dict[str, bytes] = {
    "empty": b"",
    "blank lines only": b"\n\n\n",
    "header only": b"text,stage\n",
    "no needed column": b"stage,details\nBook,late\n",
    "the same column twice": b"text,text\na,b\n",
    "two columns for one field": b"touchpoint,moment\na,b\n",
    "a cell beyond the columns": b"text,stage\na,b,c\n",
    "a quote that is never closed": b'text\n"a\nb\n',
    "text after a closing quote": b'text\n"a"b\n',
    "a NUL in it": b"text\na\0b\n",
    "an unknown encoding": "text\nZürich und Genève\n".encode("cp1252"),
    "half of a UTF-8 sign": "text\nZürich".encode()[:-5] + b"\xc3\n",
    "UTF-16 cut in half": "text\nZürich\n".encode("utf-16")[:-1],
    "a PDF": b"%PDF-1.7\n" + bytes(100),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a workshop": b"SQLite format 3\x00" + bytes(200),
    "an old Excel file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a web page": b"<html><table><tr><td>text</td></tr></table></html>",
    "a zip of something else": archive(readme_txt="hello"),
    "half an xlsx": workbook(["text"], ["a"])[:900],
    "an xlsx with a formula never computed": workbook(["text"], ["=1+1"]),
    "an xlsx with no rows": workbook(),
    "an xlsx of entities": archive(
        xl__workbook_xml="<!DOCTYPE a [<!ENTITY b 'c'>]><workbook/>", _rels__rels=""
    ),
}
BAD_ROWS: dict[str, bytes] = {
    "a row without text": b"text,stage\n,Book\n",
    "an unknown category": b"text,category\na,Regret\n",
    "a score that is none": b"text,importance\na,high\n",
    "a score out of range": b"text,expectation\na,6\n",
    "a number that is taken": b"text,number\na,1\nb,1\n",
    "a text that is too long": b"text\n" + b"a" * 10_001 + b"\n",
}


def refused(content: bytes, workshop_file: Path, cli: Cli) -> Told:
    source = workshop_file.parent / "source.csv"
    source.write_bytes(content)
    before = workshop_file.read_bytes()
    told = cli("import", workshop_file, source, "--as", "touchpoints")
    assert told.code == ExitCode.REFUSED
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err
    assert workshop_file.read_bytes() == before
    assert source.read_bytes() == content
    return told


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_source_that_cannot_be_read_is_told_in_one_sentence(
    kind: str, workshop_file: Path, cli: Cli
) -> None:
    told = refused(BAD_FILES[kind], workshop_file, cli)
    assert 25 < len(told.err) < 500


@pytest.mark.parametrize("kind", BAD_ROWS)
def test_a_row_that_cannot_be_taken_is_listed(kind: str, workshop_file: Path, cli: Cli) -> None:
    told = refused(BAD_ROWS[kind], workshop_file, cli)
    assert told.out.splitlines()[0].startswith(("line 2: ", "line 3: "))


def test_sources_that_are_no_files_are_refused_without_waiting(
    workshop_file: Path, cli: Cli
) -> None:
    pipe = workshop_file.parent / "pipe.csv"
    os.mkfifo(pipe)
    for source in (pipe, workshop_file.parent, Path("/dev/zero"), Path("nowhere.csv")):
        told = cli("import", workshop_file, source, "--as", "touchpoints")
        assert told.code == ExitCode.REFUSED, source
        assert told.err.count("\n") == 1
