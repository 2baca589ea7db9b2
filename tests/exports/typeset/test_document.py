"""Pages in order with the right numbers, links that lead there, and a file that says what it is."""

from collections.abc import Sequence
from importlib import import_module
from io import BytesIO
from typing import Any

import pypdf
import pytest

from motworkshop.exports.typeset.document import ContentsEntry, Document, Imprint
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.furniture import RunningLines
from motworkshop.exports.typeset.paper import A4, LETTER, Paper, paper_named
from motworkshop.exports.typeset.styles import BODY, HEADING, Align

pypdfium2: Any = import_module("pypdfium2")  # comes without type hints


def _written(document: Document) -> tuple[Any, list[str]]:
    file = BytesIO()
    document.write(file)
    with pypdfium2.PdfDocument(file.getvalue()) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    return pypdf.PdfReader(file), texts


def _draw_contents(flow: Flow, entries: Sequence[ContentsEntry]) -> None:
    for entry in entries:
        flow.need(14)
        flow.sheet.text(flow.left, flow.y + 10, f"{entry.title}: {entry.page}", BODY)
        flow.sheet.link(flow.left, flow.y, flow.width, 14, entry.place)
        flow.y += 14


def _report(chapters: int, *, is_invariant: bool = False) -> Document:
    lines = RunningLines("Airline 😀", "March")
    document = Document(Imprint("Airline 😀"), furniture=lines, is_invariant=is_invariant)
    document.add_page(is_bare=True).text(54, 100, "Cover", HEADING)
    document.put_contents_here(_draw_contents)
    flow = document.flow()
    for number in range(chapters):
        document.begin_chapter(flow.sheet, flow.y, f"Chapter {number + 1}", number % 3)
        flow.paragraph(f"Chapter {number + 1} begins", HEADING)
        flow.new_page()
    return document


@pytest.mark.parametrize("chapters", [3, 130])
def test_contents_give_the_page_on_which_each_chapter_begins(chapters: int) -> None:
    reader, texts = _written(_report(chapters))
    contents = "\n".join(texts)
    for number in (1, 2, chapters):
        page = next(n for n, text in enumerate(texts, 1) if f"Chapter {number} begins" in text)
        assert f"Chapter {number}: {page}\r\n" in contents
    annotations = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    assert len(annotations) == chapters


def test_bookmarks_lead_to_the_chapters_and_nest() -> None:
    reader, _ = _written(_report(4))
    first, below, last = reader.outline
    assert first.title == "Chapter 1"
    assert [reader.get_destination_page_number(entry) for entry in (first, last)] == [2, 5]
    assert below[0].title == "Chapter 2"
    assert below[1][0].title == "Chapter 3"


def test_every_page_but_the_bare_one_is_numbered_out_of_all() -> None:
    _, texts = _written(_report(3))
    assert "Page" not in texts[0]
    for number, text in enumerate(texts[1:], 2):
        assert f"Page {number} of {len(texts)}" in text
        assert "Airline 😀" in text


def test_the_head_names_the_chapter_that_the_page_belongs_to() -> None:
    _, texts = _written(_report(4))
    assert texts[4].count("Chapter 1") == 1  # below chapter 1 in the outline
    assert "Chapter 4" not in texts[4]


def test_the_file_says_what_it_is() -> None:
    document = Document(Imprint("Zürich 漢字\n😀\ud800", "Ada", "Moments", "motworkshop 1", "de"))
    document.add_page()
    reader, _ = _written(document)
    assert reader.metadata.title == "Zürich 漢字 😀\ufffd"
    assert reader.metadata.author == "Ada"
    assert reader.metadata.subject == "Moments"
    assert reader.metadata.creator == "motworkshop 1"
    assert reader.root_object["/Lang"] == "de"


def test_an_invariant_document_is_the_same_to_the_byte() -> None:
    one, other = BytesIO(), BytesIO()
    _report(3, is_invariant=True).write(one)
    _report(3, is_invariant=True).write(other)
    assert one.getvalue() == other.getvalue()


def test_pages_have_the_size_that_was_asked_for() -> None:
    document = Document(Imprint("x"), paper=LETTER)
    document.add_page()
    document.add_page(A4.sideways)
    document.add_page(Paper(3000, 200))
    reader, _ = _written(document)
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages]
    assert sizes == [(612, 792), (842, 595), (3000, 200)]
    assert paper_named("A4") == A4


def test_a_link_to_nowhere_is_a_fault() -> None:
    document = Document(Imprint("x"))
    document.add_page().link(0, 0, 10, 10, "nowhere")
    with pytest.raises(ValueError, match="nowhere"):
        document.write(BytesIO())


def test_a_link_may_lead_to_a_place_named_later() -> None:
    document = Document(Imprint("x"))
    document.add_page().link(10, 20, 30, 40, "note 17 “é”")
    document.add_page().place("note 17 “é”", 100)
    reader, _ = _written(document)
    link = reader.pages[0]["/Annots"][0].get_object()
    assert [float(edge) for edge in link["/Rect"]] == pytest.approx(
        [10, 781.89, 40, 821.89], abs=0.1
    )
    page, kind, _, top, _ = link["/Dest"]
    assert (page.get_object(), kind) == (reader.pages[1].get_object(), "/XYZ")
    assert float(top) == pytest.approx(741.89, abs=0.1)


def test_a_long_paragraph_flows_over_pages_and_leaves_no_line_alone() -> None:
    document = Document(Imprint("x"))
    flow = document.flow()
    lines = int(flow.room // BODY.leading)
    flow.paragraph("\n".join(f"line {number}" for number in range(lines + 1)), BODY)
    _, texts = _written(document)
    assert [len(text.splitlines()) for text in texts] == [lines - 1, 2]


def test_text_is_aligned_to_where_it_is_asked_to_stand() -> None:
    document = Document(Imprint("x"))
    sheet = document.add_page(Paper(200, 100))
    width = sheet.text(100, 20, "ooo", BODY, align=Align.RIGHT)
    sheet.text(100, 60, "ooo", BODY, align=Align.CENTRE)
    file = BytesIO()
    document.write(file)
    with pypdfium2.PdfDocument(file.getvalue()) as pdf:
        page = pdf[0].get_textpage()
        right, centred = page.get_charbox(0), page.get_charbox(5)
    assert right[0] == pytest.approx(100 - width, abs=1)
    assert centred[0] == pytest.approx(100 - width / 2, abs=1)
    assert right[1] == pytest.approx(100 - 20, abs=0.5)
