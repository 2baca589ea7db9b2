import re
from collections.abc import Iterator

import pytest

from motworkshop.app.stylesheet import stylesheet_for
from motworkshop.look import (
    CATEGORY_STYLES,
    DARK,
    HIGH_CONTRAST,
    HIGH_CONTRAST_DARK,
    LIGHT,
    NO_CATEGORY,
    NOTE_INK,
    Theme,
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
def test_every_text_of_a_theme_can_be_read(theme: Theme) -> None:
    for ground in (theme.panel, theme.board, theme.hover):
        assert contrast(theme.ink, ground) >= 12
        assert contrast(theme.ink_2, ground) >= 5.5
        for state in (theme.danger, theme.ok, theme.warn, theme.accent):
            assert contrast(state, ground) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_notes_can_be_read_and_have_an_edge_on_a_pale_projector() -> None:
    for style in (NO_CATEGORY, *CATEGORY_STYLES):
        assert contrast(NOTE_INK, style.paper) >= 8.5
        assert contrast("#FFFFFF", style.mark) >= 5.5
    assert len({style.pattern for style in CATEGORY_STYLES}) == len(CATEGORY_STYLES)
    assert [style.sign for style in CATEGORY_STYLES] == [str(key) for key in range(1, 9)]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
def test_what_can_be_pressed_or_written_in_has_an_edge_that_is_seen(theme: Theme) -> None:
    for ground in (theme.panel, theme.board, theme.hover):
        assert contrast(theme.border, ground) >= 3
        assert contrast(theme.accent, ground) >= 3  # the ring of what has the keys


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
def test_a_note_stands_out_from_the_board_in_every_theme(theme: Theme) -> None:
    for style in (NO_CATEGORY, *CATEGORY_STYLES):
        edges = (contrast(style.mark, theme.board), contrast(style.paper, theme.board))
        assert max(edges) >= 3


WITH_TEXT = re.compile(r"Button|::item|LineEdit|QMenu(?!::separator)|QToolTip|QComboBox|QLabel")
FAINT = re.compile(r":disabled|\[mixed=")
"""What these say may be faint: it cannot be pressed, or is no value."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
def test_every_rule_of_the_style_sheet_can_be_read(theme: Theme) -> None:
    pairs = list(inks_on_grounds(theme))
    assert len(pairs) > 30
    for selectors, ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (selectors, ink, ground)


def inks_on_grounds(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """(selectors, colour of the text, what lies behind it) of each rule for something with text."""
    sheet = stylesheet_for(theme, "chevron", "check")
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        if not WITH_TEXT.search(selectors) or FAINT.search(selectors):
            continue
        colour = re.search(r"(?<![-\w])color: (#\w{6})", body)
        ground = re.search(r"background: (#\w{6})", body)
        usual = theme.on_accent if "primary" in selectors else theme.ink
        if colour or ground:
            ink = colour[1] if colour else usual
            yield selectors.strip(), ink, ground[1] if ground else theme.panel
