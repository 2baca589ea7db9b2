import datetime as dt
import io
import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from motworkshop.errors import UnreadableInputError
from motworkshop.imports import xlsx_cells, xlsx_package
from motworkshop.imports.sheet import Row, Sheet
from motworkshop.imports.xlsx_file import read_xlsx

START = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>text</t></is></c></row>"
END = "</sheetData></worksheet>"
PARTS = {
    "_rels/.rels": "<R><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></R>",
    "xl/workbook.xml": "<w xmlns:r='r'><sheets><sheet name='S' r:id='a'/></sheets></w>",
    "xl/_rels/workbook.xml.rels": "<R><Relationship Id='a' Type='x/worksheet' Target='s.xml'/>"
    "<Relationship Id='b' Type='x/sharedStrings' Target='/xl/shared.xml'/></R>",
    "xl/shared.xml": "<sst/>",
    "xl/s.xml": START + END,
}


def read(content: bytes, sheet: str | None = None) -> Sheet:
    return read_xlsx(io.BytesIO(content), "a.xlsx", sheet)


def refusal(content: bytes, sheet: str | None = None) -> str:
    with pytest.raises(UnreadableInputError) as caught:
        read(content, sheet)
    sentence = str(caught.value)
    assert sentence.startswith("a.xlsx")
    assert sentence.endswith(".")
    return sentence


def zipped(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def package(rows: str = "", **parts: str) -> bytes:
    """A workbook written by hand: what openpyxl would never write."""
    named = {f"xl/{name}.xml": part for name, part in parts.items()}
    return zipped({**PARTS, "xl/s.xml": START + rows + END, **named})


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def front(book: Workbook) -> Worksheet:
    assert isinstance(book.active, Worksheet)
    return book.active


def workbook(*rows: tuple[Any, ...]) -> Workbook:
    book = Workbook()
    for row in rows:
        front(book).append(row)
    return book


def cell_text(value: object, number_format: str = "General") -> str:
    book = workbook(("text", "value"), ("A", None))
    cell = front(book)["B2"]
    cell.value = value
    cell.number_format = number_format
    if isinstance(value, str):
        cell.data_type = "s"
    return read(saved(book)).rows[0].cells[1]


def test_rows_keep_the_numbers_that_excel_shows() -> None:
    book = workbook(("text", "stage"), ("A", "1"), (None, " "), (), ("B", None))
    assert read(saved(book)) == Sheet(
        ("text", "stage"), (Row(2, ("A", "1")), Row(5, ("B", ""))), "row"
    )


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (3, "General", "3"),
        (3.0, "0.00", "3"),
        (-0.0, "General", "0"),
        (3.5, "General", "3.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e300, "General", "1e+300"),
        (True, "General", "true"),
        (False, "General", "false"),
        (dt.date(2026, 11, 22), "yyyy-mm-dd", "2026-11-22"),
        (dt.datetime(2026, 11, 22), "dd.mm.yyyy", "2026-11-22"),
        (dt.datetime(2026, 11, 22, 14, 30), "d/m/yy h:mm", "2026-11-22T14:30:00"),
        (dt.time(9, 5), "h:mm", "09:05:00"),
        (dt.timedelta(hours=36), "[h]:mm", "36:00:00"),
        (1e9, "yyyy-mm-dd", "1000000000"),
        (5, "0 [Red]", "5"),
        ("=1+1", "General", "=1+1"),
        ("'quoted", "General", "'quoted"),
        ("  two  ", "General", "  two  "),
        ("😀 e\u0301 \u2028 日本", "General", "😀 e\u0301 \u2028 日本"),
        ("a\r\nb", "General", "a\nb"),
        ("_x0041_", "General", "A"),
        ("_x005F_x0041_", "General", "_x0041_"),
        ("_x005F_x005F_", "General", "_x005F_"),
        ("_xd83d__xde00_ _xd83d_ _x0000_", "General", "😀 \ufffd \ufffd"),
    ],
)
def test_a_cell_reads_as_it_is_shown(value: object, number_format: str, text: str) -> None:
    assert cell_text(value, number_format) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1))
def test_any_text_that_is_escaped_as_excel_does_comes_back(text: str) -> None:
    escaped = text.replace("_x", "_x005F_x")
    if text.strip():
        assert cell_text(escaped) == text


def test_a_long_number_that_names_something_keeps_its_digits() -> None:
    row = "<row><c><v>12345678901234567890</v></c></row>"
    assert read(package(row)).rows[0].cells == ("12345678901234567890",)


def test_dates_that_count_from_1904_are_the_same_days() -> None:
    from openpyxl.utils.datetime import MAC_EPOCH

    book = workbook(("text", "date"), ("A", dt.date(2026, 11, 22)))
    book.epoch = MAC_EPOCH
    assert read(saved(book)).rows[0].cells[1] == "2026-11-22"


def test_rich_text_is_read_as_text() -> None:
    rich = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"), " end")
    book = workbook(("text",), (rich,))
    front(book)["A1"].font = Font(bold=True)
    assert read(saved(book)).rows[0].cells == ("plain bold end",)


def test_reading_aids_are_no_part_of_the_text() -> None:
    shared = "<sst><si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si></sst>"
    row = "<row><c t='s'><v>0</v></c></row>"
    inline = "<row><c t='inlineStr'><is><t>京</t><rPh><t>キョウ</t></rPh></is></c></row>"
    found = read(package(row + inline, shared=shared))
    assert [each.cells for each in found.rows] == [("東京",), ("京",)]


def test_prefixes_strict_dates_and_missing_references_are_understood() -> None:
    sheet = (
        "<x:worksheet xmlns:x='s'><x:sheetData>"
        "<x:row><x:c t='inlineStr'><x:is><x:t>text</x:t></x:is></x:c>"
        "<x:c t='inlineStr'><x:is><x:t>date</x:t></x:is></x:c></x:row>"
        "<x:row><x:c t='str'><x:v>A</x:v></x:c><x:c t='d'><x:v>2026-11-22T00:00:00</x:v></x:c>"
        "</x:row></x:sheetData></x:worksheet>"
    )
    assert read(package(s=sheet)).rows == (Row(2, ("A", "2026-11-22")),)


def test_the_first_sheet_that_is_shown_is_read_and_others_by_name() -> None:
    book = workbook(("secret",), ("A",))
    front(book).title = "Lists"
    book.create_chartsheet("Chart")
    for name in ("Notes", "Participants"):
        book.create_sheet(name).append((name,))
    book["Lists"].sheet_state = "hidden"
    content = saved(book)
    assert read(content).headers == ("Notes",)
    assert read(content, "participants").headers == ("Participants",)
    assert read(content, "Lists").headers == ("secret",)
    assert "there are “Notes”, “Participants”" in refusal(content, "Votes")


def test_an_empty_sheet_is_named_when_there_are_several() -> None:
    book = Workbook()
    book.create_sheet("Other").append(("text",))
    assert refusal(saved(book)).startswith("a.xlsx, sheet “Sheet” is empty")


def test_a_wrong_dimension_hides_nothing() -> None:
    sheet = START.replace("<sheetData>", "<dimension ref='A1'/><sheetData>")
    row = "<row r='9'><c r='A9'><v>1</v></c></row>"
    assert read(package(s=sheet + row + END)).rows == (Row(9, ("1",)),)


def test_merged_cells_hold_their_text_once() -> None:
    book = workbook(("text", "stage"), ("A", "1"), ("B", None))
    front(book).merge_cells("B2:B3")
    assert [row.cells for row in read(saved(book)).rows] == [("A", "1"), ("B", "")]


def test_formulas_are_read_by_their_saved_result() -> None:
    row = (
        "<row><c t='str'><f>A1</f><v>said</v></c></row>"
        "<row><c><f>1+1</f><v>2</v></c></row>"
        "<row><c t='str'><f>IF(1,\"\")</f><v></v></c></row>"
    )
    assert [each.cells for each in read(package(row)).rows] == [("said",), ("2",)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("<row><c/><c r='C5'><f>1+1</f></c></row>", "cell C2 is a formula that was saved without"),
        ("<row r='5'><c r='C5'><f>1+1</f><v/></c></row>", "cell C5 is a formula"),
        ("<row><c t='e'><v>#REF!</v></c></row>", "cell A2 shows the error #REF!"),
        ("<row><c r='CW2'><v>1</v></c></row>", "cell CW2 lies beyond the 100 columns"),
        ("<row><c><v>1</v></c><c><v>2</v></c></row>", "row 2: “2” stands in column B"),
        ("<row><c><v>nan</v></c></row>", "cell A2 holds no number"),
        ("<row><c><v>12 apples</v></c></row>", "cell A2 holds no number"),
        ("<row><c t='s'><v>7</v></c></row>", "cell A2 points to a text that is not there"),
        ("<row><c r='?5'><v>7</v></c></row>", "is damaged"),
        ("<row r='0'/>", "is damaged"),
        ("<row r='9999999'/>", "is damaged"),
        ("<row>", "is damaged"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(rows: str, said: str) -> None:
    assert said in refusal(package(rows))


def without(name: str) -> bytes:
    return zipped({part: content for part, content in PARTS.items() if part != name})


@pytest.mark.parametrize("name", [name for name in PARTS if name != "xl/shared.xml"])
def test_a_workbook_without_one_of_its_parts_is_damaged(name: str) -> None:
    assert "is damaged" in refusal(without(name))


def test_a_workbook_without_shared_texts_is_sound() -> None:
    assert read(without("xl/shared.xml")).headers == ("text",)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content[:-30],
        lambda content: content[:4] + content[-22:],
        lambda content: content.replace(b"xl/s.xml", b"xl/z.xml"),
        lambda content: content.replace(b"xl/s.xml", b"xl/z.xml", 1),
        lambda content: re.sub(
            rb"(xl/s\.xml).{20}", rb"\1" + bytes(20), content, count=1, flags=re.DOTALL
        ),
    ],
)
def test_a_file_that_was_cut_or_overwritten_is_damaged(spoil: Callable[[bytes], bytes]) -> None:
    assert "is damaged" in refusal(spoil(package()))


def test_five_hundred_damaged_workbooks_are_read_or_refused_in_a_sentence() -> None:
    content = saved(workbook(("text", "stage"), *((f"note {n}", n) for n in range(20))))
    dice = random.Random(7)
    refused = 0
    for _ in range(500):
        spoiled = bytearray(content)
        for _ in range(dice.choice((1, 3, 30))):
            spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
        try:
            read(bytes(spoiled))
        except UnreadableInputError:
            refused += 1
    assert 200 < refused < 500


def test_an_encrypted_archive_asks_for_one_without_a_password() -> None:
    content = bytearray(package())
    at = content.index(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    assert "password" in refusal(bytes(content))


@pytest.mark.parametrize("part", ["s", "shared", "workbook"])
def test_a_document_type_is_refused_in_any_part(part: str) -> None:
    bomb = "<!DOCTYPE a [<!ENTITY a 'aaa'><!ENTITY b '&a;&a;'>]>" + PARTS[f"xl/{part}.xml"]
    assert "declares a document type" in refusal(package(**{part: bomb}))


def test_one_merged_range_over_the_whole_sheet_does_no_harm() -> None:
    merged = END.replace("</w", "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells></w")
    assert read(package(s=START + merged)).headers == ("text",)


def test_what_unpacks_to_far_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "200 times its size" in refusal(package(x=" " * 3_000_000))
    assert read(package(x=" " * 900_000)).headers == ("text",)
    monkeypatch.setattr(xlsx_package, "MAX_UNPACKED", 300)
    assert "unpacks to more than" in refusal(package())


def test_an_archive_of_thousands_of_parts_is_not_listed() -> None:
    parts: dict[str, str | bytes] = {f"part-{n:090}": "" for n in range(8_000)}
    assert "far too many parts" in refusal(zipped(parts))


@pytest.mark.parametrize(
    "rows",
    [
        "<a>" * 100,
        "<row>" + "<c/>" * 3_000 + "</row>",
        "<row>" + "<c t='b'><v>1</v></c>" * 100 + "</row>" + "<row/>" * 3_000,
        "<row><c t='inlineStr'><is><t>" + "a" * 60_000 + "</t></is></c></row>",
        "<!--" + "a" * 90_000 + "-->",
        "<row r='" + "1" * 90_000 + "'/>",
    ],
    ids=["depth", "cells", "rows", "text", "comment", "attribute"],
)
def test_a_part_that_goes_on_and_on_is_left(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_package, "MAX_ELEMENTS", 2_000)
    monkeypatch.setattr(xlsx_package, "MAX_CHARACTERS", 50_000)
    monkeypatch.setattr(xlsx_package, "_MAX_TOKEN", 10_000)
    monkeypatch.setattr(xlsx_package, "_CHUNK", 5_000)
    assert "is not opened because it holds" in refusal(package(rows))


def test_what_follows_the_cells_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_package, "MAX_ELEMENTS", 2_000)
    monkeypatch.setattr(xlsx_package, "_CHUNK", 500)
    rules = "<conditionalFormatting/>" * 3_000
    assert read(package(s=START + END.replace("</w", rules + "</w"))).headers == ("text",)


def test_a_long_text_that_is_pointed_to_often_counts_every_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xlsx_cells, "MAX_TEXT", 5_000)
    shared = f"<sst><si><t>{'a' * 1_000}</t></si></sst>"
    row = "<row><c t='s'><v>0</v></c></row>"
    assert len(read(package(row * 4, shared=shared)).rows) == 4
    assert "cell A6: this is more than" in refusal(package(row * 5, shared=shared))


def test_more_rows_than_can_be_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_cells, "MAX_ROWS", 3)
    row = "<row><c><v>1</v></c></row>"
    assert len(read(package(row * 3)).rows) == 3
    assert "row 5: this is more than the 3 rows" in refusal(package(row * 4))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.slow
def test_what_libreoffice_writes_is_read(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text('text,score,on\n"a ""b""\nc",4.5,2026-11-22\n_x0041_,3,\n', encoding="utf-8")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    told = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path)]
    subprocess.run([*told, str(source)], check=True, capture_output=True, timeout=100)
    found = read((tmp_path / "a.xlsx").read_bytes())
    assert [row.cells for row in found.rows] == [
        ('a "b"\nc', "4.5", "2026-11-22"),
        ("_x0041_", "3", ""),
    ]
