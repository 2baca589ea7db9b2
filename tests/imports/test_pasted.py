import pytest

from motworkshop.imports.pasted import lines_in, pasted_rows, width_of

EXCEL = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso:1}</style></head>'
    "<body><table><!--StartFragment--><col width=64><tr><td>Text</td><td>Stage</td></tr>"
    "<tr height=20><td>Pays &amp; waits,<br>\n  twice</td><td class=x>Book</td></tr>"
    "<tr><td colspan=2>Both</td></tr><!--EndFragment--></table></body></html>"
)


def test_a_column_of_lines_has_one_cell_in_each() -> None:
    rows = pasted_rows("Pays\r\n\r\n  Waits, then pays \r\nBoards\r\n")
    assert rows == [["Pays"], ["Waits, then pays"], ["Boards"]]
    assert width_of(rows) == 1


def test_tabbed_text_is_a_table_and_quoted_cells_may_hold_line_ends() -> None:
    text = 'Text\tStage\r\n"Pays\nand ""waits"""\tBook\r\n\t\r\nBoards\tFly\r\n'
    assert pasted_rows(text) == [
        ["Text", "Stage"],
        ['Pays\nand "waits"', "Book"],
        ["Boards", "Fly"],
    ]


def test_a_table_is_read_from_html_where_the_text_has_no_tabs() -> None:
    assert pasted_rows("Pays & waits, twice\nBook\nBoth", EXCEL) == [
        ["Text", "Stage"],
        ["Pays & waits,\ntwice", "Book"],
        ["Both", ""],
    ]


def test_the_tabbed_text_goes_before_the_table() -> None:
    assert pasted_rows("a\tb", EXCEL) == [["a", "b"]]


def test_one_column_from_a_spreadsheet_keeps_the_lines_of_a_cell_together() -> None:
    html = "<table><tr><td>First<br>second</td></tr><tr><td>Third</td></tr></table>"
    assert pasted_rows('"First\nsecond"\nThird', html) == [["First\nsecond"], ["Third"]]


def test_commas_in_sentences_make_no_columns() -> None:
    assert pasted_rows("Pays, waits\nBoards, sits") == [["Pays, waits"], ["Boards, sits"]]


@pytest.mark.parametrize("sign", [",", ";", "|"])
def test_csv_is_told_by_names_that_we_know(sign: str) -> None:
    rows = pasted_rows(f'text{sign}stage\n"Pays{sign} waits"{sign}Book\n')
    assert rows == [["text", "stage"], [f"Pays{sign} waits", "Book"]]


def test_bullets_go_only_if_every_line_has_one() -> None:
    assert pasted_rows("• Pays\n• Waits\n") == [["Pays"], ["Waits"]]
    assert pasted_rows("1. Pays\n2) Waits") == [["Pays"], ["Waits"]]
    assert pasted_rows("- Pays\nWaits") == [["- Pays"], ["Waits"]]
    assert pasted_rows("- only one") == [["- only one"]]
    assert pasted_rows("-5 degrees\n-7 degrees") == [["-5 degrees"], ["-7 degrees"]]


def test_empty_columns_at_the_right_are_left_out() -> None:
    assert pasted_rows("Pays\t\t\nWaits\t\t\n") == [["Pays"], ["Waits"]]


def test_a_name_above_a_single_column_is_no_note() -> None:
    assert lines_in([["Touchpoint"], ["Pays"]]) == ["Pays"]
    assert lines_in([["Touchpoint"]]) == ["Touchpoint"]
    assert lines_in([["Waits"], ["Pays"]]) == ["Waits", "Pays"]


def test_what_no_text_can_hold_is_left_out() -> None:
    assert pasted_rows("Pa\0ys\ud800\u2028Waits") == [["Pays"], ["Waits"]]


@pytest.mark.parametrize(
    "text", ['a\t"b', '"', '"\t"\t"', "\t", "", "\n\n", '\t"a"b"\t\n"', "\ufeff", "a\rb\t\rc"]
)
def test_nothing_that_is_pasted_is_a_fault(text: str) -> None:
    for html in ("", "<table", "<table><td><tr></table>", "<table><tr><td colspan=99999>x"):
        for row in pasted_rows(text, html):
            assert any(row)


def test_a_quotation_mark_that_is_just_one_is_kept() -> None:
    assert pasted_rows('says 5" pipe\tBook') == [['says 5" pipe', "Book"]]


def test_scripts_in_a_page_are_no_text() -> None:
    html = "<table><tr><td>Pays<script>alert(1)</script></td><td>B</td></tr></table>"
    assert pasted_rows("", html) == [["Pays", "B"]]
