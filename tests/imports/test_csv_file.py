import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.csv_file import find_delimiter, read_csv
from motworkshop.imports.sheet import Row, Sheet
from motworkshop.imports.source import read_sheet


def read(text: str) -> Sheet:
    return read_csv(text.encode(), "a.csv")


def refusal(text: str | bytes) -> str:
    with pytest.raises(UnreadableInputError) as caught:
        read_csv(text if isinstance(text, bytes) else text.encode(), "a.csv")
    return str(caught.value)


def test_rows_carry_the_line_in_which_they_begin() -> None:
    sheet = read('text,stage\nA,1\n"B\nb",2\n\n,\nC,3\n')
    assert sheet.headers == ("text", "stage")
    assert sheet.rows == (Row(2, ("A", "1")), Row(3, ("B\nb", "2")), Row(7, ("C", "3")))
    assert sheet.numbered_by == "line"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found(delimiter: str, end: str) -> None:
    lines = ("text#note", "Pays, waits; leaves#1,5", "A#B").__iter__()
    text = end.join(line.replace("#", delimiter) for line in lines if delimiter not in line)
    sheet = read(text)
    assert sheet.headers == ("text", "note")
    assert sheet.rows[-1].cells == ("A", "B")


def test_a_delimiter_within_quotes_does_not_count() -> None:
    assert find_delimiter('"text, as said";"stage, or step"\n"a,b,c";x\n') == ";"


def test_the_delimiter_that_the_rows_agree_on_wins() -> None:
    assert find_delimiter("Name; Dept, Role\nAnna;Sales\nBo;Service\n") == ";"


def test_a_file_of_one_column_may_hold_commas_in_its_texts() -> None:
    sheet = read("text\nWaits, pays, leaves\nLost; found\n")
    assert [row.cells for row in sheet.rows] == [("Waits, pays, leaves",), ("Lost; found",)]


def test_excels_own_line_about_the_delimiter_is_obeyed_and_counted() -> None:
    sheet = read("sep=;\r\ntext;stage\r\nA, or B;1\r\n")
    assert sheet.headers == ("text", "stage")
    assert sheet.rows == (Row(3, ("A, or B", "1")),)


def test_short_rows_are_filled_and_empty_cells_at_the_end_are_dropped() -> None:
    sheet = read("text,stage,,\nA\nB,2,,\n")
    assert sheet.headers == ("text", "stage")
    assert [row.cells for row in sheet.rows] == [("A", ""), ("B", "2")]


def test_headers_alone_are_a_table_without_rows() -> None:
    assert read("text,stage\n") == Sheet(("text", "stage"), (), "line")


def test_a_quotation_mark_within_a_text_stays() -> None:
    assert read('text,size\n5" pipe,"say ""hi"""\n').rows[0].cells == ('5" pipe', 'say "hi"')


def test_line_ends_within_cells_become_plain_ones() -> None:
    assert read('text,x\r\n"a\r\nb\rc",1\r\n').rows[0].cells == ("a\nb\nc", "1")


def test_separators_of_lines_that_are_none_in_csv_stay_in_the_text() -> None:
    assert read("text,x\na\u2028b\x0bc\x85d,1\n").rows[0].cells == ("a\u2028b\x0bc\x85d", "1")


def test_a_cell_longer_than_pythons_limit_is_read_and_the_limit_put_back() -> None:
    before = csv.field_size_limit(1_000)
    try:
        assert len(read(f"text,x\n{'a' * 200_000},1\n").rows[0].cells[0]) == 200_000
        assert csv.field_size_limit() == 1_000
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        (" \n,,\n\n", "is empty"),
        ("text,Text\nA,B\n", "columns A and B are both called “Text”"),
        ("text,,stage\nA,B,C\n", "line 2: “B” stands in column B, which has no name"),
        ("text,stage\nA,B\nA,B,C\n", "line 3: “C” stands in column C"),
        ('text,stage\nA,"B\nC,D\nE,F\n', "line 2: the quotation mark before “B C,D E,F”"),
        ('text,stage\n"A",1\n"a\nb",""" "x",2\n"C",', "a quotation mark is not closed"),
        ('text,stage\nA,"B" C\n', "line 2: text follows a closing quotation mark"),
        ('text,stage\nA,"B\nC,"D"\n', "line 2: a quotation mark is not closed in this row"),
        ("1,2,3\n4,5,6\n", "holds numbers only"),
        (",".join(f"c{n}" for n in range(101)), "has 101 columns"),
        ("text,x\n" + "," * 20_000 + "x", "has 20,001 columns"),
        ("text,x\nA,B\nC\x00,D\n", "line 3 holds a zero byte"),
        ("text,x\nA,B\nC\x00,DD\n", "line 3 holds a zero byte"),
        ("a\n" + "b\n" * 100_001, "line 100002: this is more than the 100,000 rows"),
    ],
)
def test_a_bad_table_is_refused_with_its_place(text: str, said: str) -> None:
    sentence = refusal(text)
    assert sentence.startswith("a.csv")
    assert said in sentence
    assert sentence.endswith(".")


def test_the_line_of_an_open_quotation_mark_is_where_its_cell_begins() -> None:
    assert "line 3:" in refusal('text,stage\n"A\na","B\nb\n')
    assert "line 4:" in refusal('text,stage\n"A\na",1\n"B\n""b""\nc\n')


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\x00\r")),
            min_size=2,
            max_size=4,
        ),
        max_size=8,
    ),
    st.sampled_from(",;\t|"),
)
def test_what_a_csv_writer_writes_is_read_as_it_was(rows: list[list[str]], delimiter: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["text", "stage", "lane", "details"], *rows])
    wanted = [tuple(row + [""] * (4 - len(row))) for row in rows if any(map(str.strip, row))]
    assert [row.cells for row in read(stream.getvalue()).rows] == wanted


def test_14640_real_messages_are_read_whole_and_fast(shared_data: Path) -> None:
    path = shared_data / "airline-feedback.csv"
    begun = time.process_time()
    sheet = read_sheet(path)
    assert time.process_time() - begun < 2  # 0.12 s on an idle machine
    with path.open(encoding="utf-8", newline="") as stream:
        wanted = [tuple(row) for row in csv.reader(stream)][1:]
    assert len(sheet.rows) == 14_640
    assert [row.cells for row in sheet.rows] == wanted
    assert any("\n" in row.cells[0] for row in sheet.rows)
    assert any("😊" in row.cells[0] or "😭" in row.cells[0] for row in sheet.rows)
    assert sheet.rows[0].cells[0].startswith("=@")
