import pytest

from motworkshop.look import (
    CATEGORY_STYLES,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    NO_CATEGORY,
    NOTE_INK,
    Theme,
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST)


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
