"""Tables keep every row, whole, under a repeated head."""

from importlib import import_module
from io import BytesIO
from typing import Any

from motworkshop.exports.typeset.document import Document, Imprint
from motworkshop.exports.typeset.palette import category_style
from motworkshop.exports.typeset.styles import FIGURES, Align
from motworkshop.exports.typeset.table import Cell, Column, MarkedCell, Table

pypdfium2: Any = import_module("pypdfium2")  # comes without type hints

_COLUMNS = (Column("No", 1, Align.RIGHT, FIGURES), Column("Note", 5), Column("Kind", 2))


def _pages(rows: list[list[Cell]], columns: tuple[Column, ...] = _COLUMNS) -> list[list[str]]:
    document = Document(Imprint("x"))
    Table(columns).draw(document.flow(), rows)
    file = BytesIO()
    document.write(file)
    with pypdfium2.PdfDocument(file.getvalue()) as pdf:
        return [page.get_textpage().get_text_range().split() for page in pdf]


def _row(number: int, text: str) -> list[Cell]:
    return [str(number), text, MarkedCell("Rescue", category_style(1))]


def test_every_row_is_there_once_and_whole_under_a_head() -> None:
    rows = [_row(n, f"begin{n} {'word ' * (n % 40)} end{n}") for n in range(300)]
    pages = _pages(rows)
    assert len(pages) > 5
    assert all(page[:3] == ["No", "Note", "Kind"] for page in pages)
    for number in range(300):
        homes = [page for page in pages if f"begin{number}" in page]
        assert len(homes) == 1
        assert f"end{number}" in homes[0]
    words = [word for page in pages for word in page]
    assert words.count("word") == sum(n % 40 for n in range(300))


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing() -> None:
    tall = " ".join(f"w{n}" for n in range(3000))
    pages = _pages([_row(1, "before"), _row(2, tall), _row(3, "after")])
    words = [word for page in pages for word in page if word.startswith("w")]
    assert words == tall.split()
    assert len(pages) > 2
    assert all(page[:3] == ["No", "Note", "Kind"] for page in pages)
    assert "w0" in pages[0]
    assert "after" in pages[-1]


def test_a_table_without_rows_shows_its_head() -> None:
    assert _pages([]) == [["No", "Note", "Kind"]]


def test_a_column_narrower_than_a_letter_still_ends() -> None:
    pages = _pages([["wide", "text"]], (Column("A", 0.001), Column("B", 1)))
    assert len(pages) == 1
    words = pages[0]
    assert "".join(word for word in words if word not in {"A", "B", "text"}) == "wide"
    assert "text" in words
