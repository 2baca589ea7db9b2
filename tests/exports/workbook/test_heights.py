"""How many lines a text is thought to take."""

import pytest

from motworkshop.exports.workbook.heights import MOST_LINES, height_of, lines_in


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("short", 1),
        ("", 1),
        ("one\ntwo\nthree", 3),
        ("\n", 2),
        ("word " * 8, 2),
        ("x" * 100, 5),
        ("字" * 23, 2),
        ("a b " + "x" * 23, 2),
        ("line\n" * 500, MOST_LINES),
        ("x" * 10_000, MOST_LINES),
    ],
)
def test_lines_of_a_text_in_a_column_of_twenty(text: str, lines: int) -> None:
    assert lines_in(text, 20) == lines


def test_only_rows_of_more_than_a_line_have_a_height() -> None:
    assert height_of(1) == ""
    assert height_of(3) == ' ht="45"'
    assert height_of(MOST_LINES) == ' ht="405"'
