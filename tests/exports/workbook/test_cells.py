"""User text in cells: nothing is a formula, nothing is lost, every change is told."""

import csv
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from motworkshop.exports.facts import gather
from motworkshop.exports.workbook import write_workbook
from motworkshop.exports.workbook.cells import LONGEST, escaped, fitted
from motworkshop.imports.source import read_sheet
from motworkshop.imports.xlsx_values import unescaped
from motworkshop.model.records import About, Note
from motworkshop.model.workshop import Workshop

Written = Callable[..., Path]

KEPT = (
    "=1+1",
    '=HYPERLINK("http://example.org","click")',
    "=cmd|' /C calc'!A0",
    "+49 151 0000",
    "-2+3",
    "@SUM(A1)",
    "'quoted at the start",
    '"double" and ""more""',
    "#REF!",
    "#N/A",
    "#DIV/0!",
    "TRUE",
    "007",
    "1e5",
    "1/2",
    "2026-05-04",
    "12:30",
    "50 %",
    "a,b;c\td|e",
    "two\nlines",
    "\n\nblank lines first",
    "  white space around  ",
    "\tafter a tab",
    "_x0041_",
    "_x005F_x0041_",
    "_x0041_x0042_",
    "_X0041_ and _x41_ and _xZZZZ_",
    "<b>bold</b> & <foo> &amp; ]]>",
    "<f>1+1</f></t></is></c>",
    "{=SUM(1)}",
    "${jndi:ldap://x}",
    "🙂 👩‍👩‍👧 🇸🇪",
    "日本語のメモ",
    "مرحبا بالعالم",
    "हिन्दी ไทย 한국어",
    "a\u2028b\u2029c\u0085d",
    "soft\u00adhyphen zero\u200bwidth \u202eright to left",
    "e\u0301 combined",
    "\x7f and \x9f",
    "\ufeffmark first",
    "x" * 10_000,
    "😀" * 10_000,
)
"""Hostile texts that come out exactly as they went in."""

CHANGED = {
    "a\x00b": "a\ufffdb",
    "\x0b": "\ufffd",
    "bell\x07 escape\x1b": "bell\ufffd escape\ufffd",
    "lone \ud800 half": "lone \ufffd half",
    "\ufffe\uffff": "\ufffd\ufffd",
    "DOS\r\nMac\rUnix\n": "DOS\nMac\nUnix\n",
}
"""Texts that Excel cannot hold, and what it holds instead."""

HOSTILE = {**dict(zip(KEPT, KEPT, strict=True)), **CHANGED}


def workshop_of(*texts: str) -> Workshop:
    notes = (Note(f"n{number}", number, text) for number, text in enumerate(texts, start=1))
    return Workshop([About("a", "Hostile"), *notes])


@pytest.fixture
def hostile(written: Written) -> Path:
    return written(workshop_of(*HOSTILE))


def test_there_are_forty_hostile_texts() -> None:
    assert len(HOSTILE) >= 40


def test_hostile_texts_come_back_through_openpyxl_as_the_rule_says(hostile: Path) -> None:
    sheet = load_workbook(hostile)["Notes"]
    read = [unescaped(str(cell.value)) for cell in sheet["B"][1:]]  # openpyxl leaves escapes alone
    assert read == list(HOSTILE.values())
    assert {cell.data_type for cell in sheet["B"]} == {"s"}
    assert all(cell.quotePrefix for cell in sheet["B"][1:])


def test_hostile_texts_come_back_through_our_own_import(hostile: Path) -> None:
    sheet = read_sheet(hostile, sheet="Notes")
    column = sheet.headers.index("Text")
    assert [row.cells[column] for row in sheet.rows] == list(HOSTILE.values())


def test_hostile_texts_come_out_of_libreoffice_as_they_went_in(
    hostile: Path, tmp_path: Path
) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed here")
    filters = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", filters, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(hostile)], check=True, capture_output=True, timeout=100)
    with (tmp_path / "workshop.csv").open(encoding="utf-8", newline="") as stream:
        texts = [row[1] for row in csv.reader(stream)][1:]
    assert texts == list(HOSTILE.values())


def test_a_text_that_fits_is_left_alone() -> None:
    assert fitted("😀" * (LONGEST // 2)) == ("😀" * (LONGEST // 2), ())


def test_a_text_that_is_too_long_is_cut_with_a_mark_and_told() -> None:
    text, changes = fitted("😀" * 20_000)
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    kept = text.count("😀")
    assert text.endswith(f"… [cut off here: {20_000 - kept:,} more characters]")
    assert changes == (
        f"{20_000 - kept:,} characters beyond what a cell of Excel holds were cut off",
    )
    assert kept > 16_000


def test_replacing_and_cutting_are_told_both() -> None:
    _text, changes = fitted("\x01" + "x" * LONGEST)
    assert changes[0] == "1 character that Excel cannot hold was replaced"
    assert "cut off" in changes[1]


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_", "__x0041__", "_x0041_x0041_", "plain_x"])
def test_escaping_is_undone_by_reading(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_dates_before_the_calendar_of_excel_stay_texts(tmp_path: Path) -> None:
    from motworkshop.model.records import Evidence

    old = Evidence("e", "The first complaint", date="1899-05-04")
    odd = Evidence("f", "Some day", date="2026-02")
    workshop = Workshop([About("a", "Old"), old, odd])
    write_workbook(gather(workshop), tmp_path / "old.xlsx")
    sheet = load_workbook(tmp_path / "old.xlsx")["Evidence"]
    assert [cell.value for cell in sheet["G"][1:]] == ["1899-05-04", "2026-02"]
