"""How text looks: faces, sizes and leading, as values."""

from dataclasses import replace
from enum import Enum, StrEnum

from motworkshop.exports.typeset.palette import ACCENT, INK, INK_2, Colour
from motworkshop.values import dataclass

# Of Inter, in parts of the type size: what stands above and below the baseline.
_ASCENT = 0.96875
_DESCENT = 0.2412


class Weight(StrEnum):
    """The four faces of Inter that come with the program."""

    REGULAR = "Regular"
    ITALIC = "Italic"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Align(Enum):
    """Where lines stand; START is left, or right for text that begins right-to-left."""

    START = "start"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Lengths in points. `is_kerned` is for display sizes, `is_tabular` for figures in columns."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: Colour = INK
    is_kerned: bool = False
    is_tabular: bool = False

    @property
    def baseline(self) -> float:
        """From the top of a line down to its baseline."""
        return (self.leading + (_ASCENT - _DESCENT) * self.size) / 2

    def coloured(self, colour: Colour) -> "TextStyle":
        """The same type in another colour."""
        return replace(self, colour=colour)


TITLE = TextStyle(28, 34, Weight.BOLD, is_kerned=True)
HEADING = TextStyle(18, 24, Weight.BOLD, is_kerned=True)
SUBHEADING = TextStyle(12, 17, Weight.SEMIBOLD, is_kerned=True)
LEAD = TextStyle(12, 18, colour=INK_2)
BODY = TextStyle(10, 14)
STRONG = TextStyle(10, 14, Weight.SEMIBOLD)
EMPHASIS = TextStyle(10, 14, Weight.ITALIC)
LINKED = TextStyle(10, 14, colour=ACCENT)
SMALL = TextStyle(8.5, 12)
SMALL_STRONG = TextStyle(8.5, 12, Weight.SEMIBOLD)
CAPTION = TextStyle(8.5, 12, colour=INK_2)
FIGURES = TextStyle(8.5, 12, is_tabular=True)
LARGE_FIGURE = TextStyle(28, 32, Weight.BOLD, is_kerned=True, is_tabular=True)
