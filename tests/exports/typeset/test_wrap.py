"""Lines fit, nothing is lost, and long words do not take long."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motworkshop.exports.typeset.clean import clean_text
from motworkshop.exports.typeset.fonts import Fonts
from motworkshop.exports.typeset.styles import BODY, FIGURES, HEADING, TextStyle, Weight
from motworkshop.exports.typeset.wrap import wrap


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def _texts(fonts: Fonts, text: str, width: float) -> list[str]:
    return [line.text for line in wrap(fonts, text, BODY, width)]


def test_lines_break_at_spaces_and_newlines_stay(fonts: Fonts) -> None:
    width = fonts.width("Nobody sees", BODY)
    assert _texts(fonts, "Nobody sees your\n\ndots", width) == ["Nobody sees", "your", "", "dots"]


@pytest.mark.parametrize("style", [BODY, HEADING, FIGURES])
def test_lines_are_as_wide_as_they_say_and_never_too_wide(fonts: Fonts, style: TextStyle) -> None:
    text = "Nobody sees 1,117 dots until 漢字かな交じり文 everyone-is/done – " * 5
    for line in wrap(fonts, text, style, 150):
        assert line.width <= 150.1
        assert line.width == pytest.approx(fonts.width(line.text, style), abs=1)


@settings(max_examples=60, deadline=None)
@given(text=st.text("ab -/漢。字\n\u0301א1(", max_size=60), width=st.floats(1, 200))
def test_no_character_is_lost_in_wrapping(fonts: Fonts, text: str, width: float) -> None:
    lines = wrap(fonts, text, BODY, width)
    kept = "".join(line.text for line in lines)
    assert kept.replace(" ", "") == clean_text(text).replace(" ", "").replace("\n", "")


def test_chinese_breaks_anywhere_but_not_before_a_full_stop(fonts: Fonts) -> None:
    assert _texts(fonts, "漢字漢字。", 41) == ["漢字漢", "字。"]


def test_words_break_after_hyphens_and_slashes_before_they_are_cut(fonts: Fonts) -> None:
    width = fonts.width("self-service/", BODY)
    assert _texts(fonts, "self-service/desk", width) == ["self-service/", "desk"]
    assert _texts(fonts, "-5", 1) == ["-", "5"]


def test_a_letter_keeps_its_accents_and_a_family_stays_together(fonts: Fonts) -> None:
    assert _texts(fonts, "x\u0301x\u0301👨‍👩‍👧👨‍👩‍👧", 1) == [
        "x\u0301",
        "x\u0301",
        "👨‍👩‍👧",
        "👨‍👩‍👧",
    ]


def test_a_word_of_ten_thousand_letters_is_wrapped_at_once(fonts: Fonts) -> None:
    start = process_time()
    lines = wrap(fonts, "W" * 10_000, BODY, 200)
    assert process_time() - start < 0.5
    assert "".join(line.text for line in lines) == "W" * 10_000
    assert all(line.width <= 200.1 for line in lines)


def test_text_is_cut_only_when_asked_and_says_so(fonts: Fonts) -> None:
    text = "Nobody sees your dots until everyone is done. " * 4
    assert not any("…" in line.text for line in wrap(fonts, text, BODY, 120))
    lines = wrap(fonts, text, BODY, 120, max_lines=2)
    assert len(lines) == 2
    assert lines[1].text.endswith("…")
    assert lines[1].width <= 120
    assert [line.text for line in wrap(fonts, "short", BODY, 120, max_lines=1)] == ["short"]


def test_figures_in_columns_are_equally_wide(fonts: Fonts) -> None:
    assert fonts.width("111", FIGURES) == pytest.approx(fonts.width("888", FIGURES))
    assert fonts.width("111", BODY) < fonts.width("888", BODY)


def test_headings_are_kerned(fonts: Fonts) -> None:
    loose = TextStyle(HEADING.size, HEADING.leading, HEADING.weight)
    assert fonts.width("AVATAR", HEADING) < fonts.width("AVATAR", loose)


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("is_kerned", [False, True])
def test_figures_put_together_stand_as_those_shaped_together(
    weight: Weight, is_kerned: bool
) -> None:
    style = TextStyle(10, 14, weight, is_kerned=is_kerned, is_tabular=True)
    pairs = "".join(f"{first}{second}" for first in range(10) for second in range(10))
    apart = Fonts().set_line(pairs, style)
    shaped = Fonts().set_line(f"{pairs} ", style)  # a space is no figure, so all is shaped
    space = Fonts().set_line(" ", style)
    assert apart.width == pytest.approx(shaped.width - space.width)
    assert [piece.count("<") for _, piece in apart.runs[0].pieces] == [1]
    assert [piece.count("<") for _, piece in shaped.runs[0].pieces] == [1]
