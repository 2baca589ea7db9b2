"""Colours and patterns can be told apart and read."""

from importlib import import_module
from io import BytesIO
from typing import Any

import pytest

from motworkshop.exports.typeset.document import Document, Imprint
from motworkshop.exports.typeset.marks import category_mark, category_note, category_strip
from motworkshop.exports.typeset.palette import (
    ACCENT,
    CATEGORY_STYLES,
    INK,
    INK_2,
    NO_CATEGORY,
    PAPER,
    CategoryStyle,
    Colour,
    category_style,
)
from motworkshop.exports.typeset.paper import Paper

pypdfium2: Any = import_module("pypdfium2")  # comes without type hints


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("style", [NO_CATEGORY, *CATEGORY_STYLES])
def test_ink_on_paper_and_white_on_mark_are_legible(style: CategoryStyle) -> None:
    assert _contrast(INK, style.paper) >= 8.5
    assert _contrast(PAPER, style.mark) >= 5.5


def test_text_colours_are_legible_on_paper() -> None:
    assert _contrast(INK, PAPER) >= 12
    assert _contrast(INK_2, PAPER) >= 5.5
    assert _contrast(ACCENT, PAPER) >= 4.5


def test_each_style_has_its_own_sign_and_pattern() -> None:
    assert [category_style(number).sign for number in range(1, 9)] == list("12345678")
    assert len({style.pattern for style in (NO_CATEGORY, *CATEGORY_STYLES)}) == 9
    assert category_style(None) is NO_CATEGORY


def _drawn_in_ink(style: CategoryStyle) -> tuple[bytes, ...]:
    """Mark, strip and note of a category without its colours, as pictures."""
    style = CategoryStyle(style.sign, PAPER, INK, style.pattern)
    document = Document(Imprint("x"))
    category_mark(document.add_page(Paper(24, 24)), style, 2, 2, 20)
    category_strip(document.add_page(Paper(60, 20)), style, 0, 0, 60, 20)
    category_note(document.add_page(Paper(60, 60)), style, 0, 0, 60, 60)
    file = BytesIO()
    document.write(file)
    with pypdfium2.PdfDocument(file.getvalue()) as pdf:
        return tuple(page.render(scale=2).to_pil().convert("L").tobytes() for page in pdf)


def test_marks_strips_and_notes_differ_without_colour() -> None:
    drawn = [_drawn_in_ink(style) for style in (NO_CATEGORY, *CATEGORY_STYLES)]
    for pictures in zip(*drawn, strict=True):
        for place, one in enumerate(pictures):
            for other in pictures[place + 1 :]:
                differing = sum(abs(a - b) > 100 for a, b in zip(one, other, strict=True))
                assert differing > len(one) * 0.01
