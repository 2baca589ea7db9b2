"""What is drawn is seen, and what is copied out of the file is what was written."""

import subprocess
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from motworkshop.exports.typeset.clean import clean_text
from motworkshop.exports.typeset.document import Document, Imprint
from motworkshop.exports.typeset.face import FontUnreadableError
from motworkshop.exports.typeset.fonts import Fonts
from motworkshop.exports.typeset.styles import BODY, HEADING, TextStyle

pypdfium2: Any = import_module("pypdfium2")  # comes without type hints

_WORLD = "Zürich – 漢字 かな 한국어 😀🚆 €"
_TEXTS = [
    _WORLD,
    "Ticks ✓ ✔ → ⇒ ★ ☐ ∑ ≤ ½ ①",
    "Ελληνικά Кириллица Tiếng Việt e\u0301\u0323",
    "שלום עולם",
    "हिन्दी में परीक्षण कि क्षत्रिय",
    "ภาษาไทย ที่นี่",
    "<b>unclosed &amp; <img src='file:///etc/passwd'/> </para> {x} %s \\n",
    "𝗹𝗲𝘁𝘁𝗲𝗿𝘀 👩‍🚀 🇨🇭 👍🏽 ✔️ end",
]


def _pdf(*texts: str, style: TextStyle = BODY) -> tuple[Document, bytes]:
    document = Document(Imprint("Test"), is_invariant=True)
    flow = document.flow()
    for text in texts:
        flow.paragraph(text, style)
    file = BytesIO()
    document.write(file)
    return document, file.getvalue()


def _read_by_pdfium(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


def _ink(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=1).to_pil().convert("L")
    return sum(picture.histogram()[:128])


def test_text_of_many_scripts_is_read_back_by_pypdf_and_pdfium() -> None:
    _, pdf = _pdf(_WORLD)
    assert pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text() == _WORLD
    assert _read_by_pdfium(pdf) == _WORLD


@pytest.mark.parametrize("text", _TEXTS)
def test_every_text_is_read_back_by_pdfium_and_leaves_ink(text: str) -> None:
    document, pdf = _pdf(text)
    assert _read_by_pdfium(pdf).replace(" ", "") == clean_text(text).replace(" ", "")
    assert not document.fonts.missing
    assert _ink(pdf) > 50


def test_kerned_headings_read_back_without_ligatures_or_arrows() -> None:
    _, pdf = _pdf("AVATAR -> Type fi 1/2 Ωμέγα Тип", style=HEADING)
    assert _read_by_pdfium(pdf) == "AVATAR -> Type fi 1/2 Ωμέγα Тип"


def test_joined_arabic_is_copied_out_in_reading_order() -> None:
    _, pdf = _pdf("العربية لا")
    read = _read_by_pdfium(pdf).replace("\u200d", "")
    assert "".join(read.split()) == "العربيةلا"


def test_right_to_left_text_stands_at_the_right_margin() -> None:
    _, pdf = _pdf("שלום")
    with pypdfium2.PdfDocument(pdf) as document:
        left, _, right, _ = document[0].get_textpage().get_charbox(0)
    assert left > 500
    assert right < 595 - 54 + 1


def test_a_character_in_no_font_shows_a_box_and_is_listed_but_still_copied_out() -> None:
    document, pdf = _pdf("ꦗa\U00013000")
    assert document.fonts.missing == {"ꦗ": 1, "\U00013000": 1}
    assert _read_by_pdfium(pdf) == "ꦗa\U00013000"
    assert _ink(pdf) > _ink(_pdf("a")[1])


def test_control_characters_and_lone_surrogates_do_no_harm() -> None:
    document, pdf = _pdf("a\x00b\x0bc\ud800d\ufeff\te\r\nf\u2028g")
    assert _read_by_pdfium(pdf).splitlines() == ["ab", "c\ufffdd e", "f", "g"]
    assert not document.fonts.missing


def test_all_fonts_are_embedded_subsets_with_a_text_map() -> None:
    _, pdf = _pdf(*_TEXTS)
    page: Any = pypdf.PdfReader(BytesIO(pdf)).pages[0]
    fonts = page["/Resources"]["/Font"]
    assert len(fonts) >= 8
    for name in fonts:
        assert fonts[name]["/BaseFont"][7] == "+"
        assert "/ToUnicode" in fonts[name]
        assert "/FontFile2" in fonts[name]["/DescendantFonts"][0]["/FontDescriptor"]


def test_plain_text_loads_one_font_and_a_tick_none_of_the_big_ones() -> None:
    fonts = Fonts()
    fonts.set_line("Plain ✔ text", BODY)
    assert len(fonts.faces) <= 4
    assert len(_pdf("Plain text")[1]) < 20_000


def test_poppler_reads_the_same_text(tmp_path: Path) -> None:
    (tmp_path / "t.pdf").write_bytes(_pdf(_WORLD)[1])
    try:
        read = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", "t.pdf", "-"],
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
    except FileNotFoundError:
        pytest.skip("poppler is not installed")
    assert read.stdout.decode().split("\n")[0] == _WORLD


def test_a_missing_or_damaged_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(FontUnreadableError, match=r"Inter-Regular\.ttf"):
        Fonts(tmp_path).width("x", BODY)
    (tmp_path / "Inter-Regular.ttf").write_bytes(b"\x00\x01\x00\x00 no font")
    with pytest.raises(FontUnreadableError, match=r"Inter-Regular\.ttf"):
        Fonts(tmp_path).width("x", BODY)
