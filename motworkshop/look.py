"""The look as plain values: tokens of the themes, category styles, type sizes, spaces.

LOOK.md says where they come from; a test checks their contrast. Window, board and outputs read
them from here. Standard library only.
"""

from enum import Enum

from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme as "#RRGGBB". `line` parts surfaces; `border` is the edge of what
    can be pressed or written in, and can be seen by weak eyes (3:1)."""

    name: str
    is_dark: bool
    board: str
    panel: str
    hover: str
    line: str
    ink: str
    ink_2: str
    accent: str
    on_accent: str
    danger: str
    ok: str
    warn: str
    border: str


LIGHT = Theme(
    "light", False, "#F3F1EC", "#FFFFFF", "#ECE9E2", "#D8D3C8", "#1D2228", "#535A63",
    "#2954C8", "#FFFFFF", "#B3261E", "#1B6E47", "#855600", "#857F73",
)  # fmt: skip
DARK = Theme(
    "dark", True, "#16181B", "#1F2226", "#2A2E34", "#3B4148", "#F1F3F5", "#B3BAC3",
    "#94B3FF", "#16181B", "#FF9C92", "#7FD6A8", "#F2C063", "#7A828D",
)  # fmt: skip
HIGH_CONTRAST = Theme(
    "high contrast", False, "#FFFFFF", "#FFFFFF", "#E0E0E0", "#000000", "#000000", "#000000",
    "#0033CC", "#FFFFFF", "#9B0000", "#005A2B", "#5C3B00", "#000000",
)  # fmt: skip
HIGH_CONTRAST_DARK = Theme(
    "high contrast dark", True, "#000000", "#000000", "#2B2B2B", "#FFFFFF", "#FFFFFF", "#FFFFFF",
    "#7CC8FF", "#000000", "#FFABA3", "#7FE3AC", "#FFD166", "#FFFFFF",
)  # fmt: skip

NOTE_INK = "#1D2228"
"""Text on any note, in every theme."""


class Pattern(Enum):
    """How the edge of a note tells its category where colours do not."""

    NONE = "none"
    DIAGONAL = "diagonal"
    VERTICAL = "vertical"
    DOTS = "dots"
    WAVES = "waves"
    CROSSED = "crossed"
    HORIZONTAL = "horizontal"
    RINGS = "rings"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class CategoryStyle:
    """What a category looks like: `sign` is its key ("" for none), `icon` a name of the set."""

    sign: str
    paper: str
    mark: str
    pattern: Pattern
    icon: str


# The papers of 5 to 8 differ from all others by ΔE 12 and more, in any kind of colour sight; a
# search over all colours light enough for the ink found 14 at best, so sign and pattern must tell.
NO_CATEGORY = CategoryStyle("", "#FEF49A", "#5F5200", Pattern.NONE, "")
CATEGORY_STYLES = (
    CategoryStyle("1", "#FFA78D", "#B34700", Pattern.DIAGONAL, "life-buoy"),
    CategoryStyle("2", "#A7FFCB", "#00694B", Pattern.VERTICAL, "coins"),
    CategoryStyle("3", "#9ABEFD", "#0B5CAD", Pattern.DOTS, "reply"),
    CategoryStyle("4", "#ECBBD8", "#8A2F8F", Pattern.WAVES, "heart-handshake"),
    CategoryStyle("5", "#C4C4B4", "#4A4F57", Pattern.CROSSED, "star"),
    CategoryStyle("6", "#84F0FF", "#00627A", Pattern.HORIZONTAL, "flag"),
    CategoryStyle("7", "#C4F464", "#4F5F00", Pattern.RINGS, "zap"),
    CategoryStyle("8", "#94D464", "#2F6B12", Pattern.CHECKED, "leaf"),
)


def category_style(number: int | None) -> CategoryStyle:
    """The style `number` (1 to 8); None for a note without a category."""
    return NO_CATEGORY if number is None else CATEGORY_STYLES[number - 1]


FONT = "Inter"
SMALL, TEXT, NOTE, HEADING, TITLE, PROJECTOR = 12, 14, 16, 20, 28, 40
LINE_HEIGHT = 1.4
SPACE = 8
CONTROL, CONTROL_LARGE = 32, 40
CORNER, NOTE_CORNER = 6, 3
MOTION_MS = 150
