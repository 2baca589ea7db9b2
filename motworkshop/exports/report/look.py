"""Type and tints that only the report uses."""

from motworkshop.exports.typeset.palette import ACCENT, DANGER, INK_2, WARN, Colour
from motworkshop.exports.typeset.styles import TextStyle, Weight

CHAPTER = TextStyle(20, 26, Weight.BOLD, is_kerned=True)
SECTION = TextStyle(13, 18, Weight.SEMIBOLD, is_kerned=True)
COVER_TITLE = TextStyle(34, 41, Weight.BOLD, is_kerned=True)
COVER_LINE = TextStyle(14, 20, is_kerned=True)
LABEL = TextStyle(8, 11, Weight.SEMIBOLD, INK_2)
OVERLINE = TextStyle(9, 13, Weight.SEMIBOLD, ACCENT)
KEY_FIGURE = TextStyle(26, 32, Weight.BOLD, is_kerned=True, is_tabular=True)
FIGURE = TextStyle(17, 22, Weight.SEMIBOLD, is_kerned=True, is_tabular=True)
BIG_NAME = TextStyle(18, 24, Weight.BOLD, is_kerned=True)
TINY = TextStyle(7, 9, colour=INK_2)
TINY_STRONG = TextStyle(7, 9, Weight.SEMIBOLD)
STRONG_FIGURES = TextStyle(8.5, 12, Weight.SEMIBOLD, is_tabular=True)
QUIET_FIGURES = TextStyle(8.5, 12, colour=INK_2, is_tabular=True)
MISSING = TextStyle(8.5, 12, Weight.SEMIBOLD, WARN)
NOBODY = TextStyle(18, 24, Weight.BOLD, DANGER, is_kerned=True)

WARN_TINT = Colour("#FBF1DC")
ACCENT_TINT = Colour("#E9EEFB")
GAP_TINT = Colour("#F8DFDB")
AHEAD_TINT = Colour("#DDF0E6")


def blend(low: Colour, high: Colour, part: float) -> Colour:
    """The colour `part` (0 to 1) of the way from `low` to `high`."""
    mixed = (
        round(255 * (one + (other - one) * part))
        for one, other in zip(low.channels, high.channels, strict=True)
    )
    return Colour("#" + "".join(f"{channel:02X}" for channel in mixed))
