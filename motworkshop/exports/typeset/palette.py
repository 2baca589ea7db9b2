"""The colours of a printed page: the light tokens of LOOK.md and the styles of the categories."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as LOOK.md writes it, such as "#1D2228"."""

    code: str

    @property
    def channels(self) -> tuple[float, float, float]:
        """Red, green and blue from 0 to 1."""
        red, green, blue = bytes.fromhex(self.code.removeprefix("#"))
        return red / 255, green / 255, blue / 255

    @property
    def operands(self) -> str:
        """As PDF wants it before `rg` and `RG`."""
        return " ".join(f"{channel:.3g}" for channel in self.channels)


PAPER = Colour("#FFFFFF")
BOARD = Colour("#F3F1EC")
HOVER = Colour("#ECE9E2")
LINE = Colour("#D8D3C8")
INK = Colour("#1D2228")
INK_2 = Colour("#535A63")
ACCENT = Colour("#2954C8")
ON_ACCENT = Colour("#FFFFFF")
DANGER = Colour("#B3261E")
OK = Colour("#1B6E47")
WARN = Colour("#855600")


@dataclass(frozen=True, slots=True)
class Pen:
    """What outlines are drawn with: thickness in points, lengths of dashes and gaps if dashed."""

    colour: Colour
    thickness: float = 0.5
    dash: tuple[float, ...] = ()

    @property
    def operators(self) -> str:
        """The PDF operators that take it up."""
        dash = " ".join(f"{length:g}" for length in self.dash)
        return f"{self.colour.operands} RG {self.thickness:g} w [{dash}] 0 d"


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
    """What a category looks like: `sign` is its key, "" for none."""

    sign: str
    paper: Colour
    mark: Colour
    pattern: Pattern


NO_CATEGORY = CategoryStyle("", Colour("#FEF49A"), Colour("#5F5200"), Pattern.NONE)

# The papers of 5 to 8 differ from all others by ΔE 12 and more, in any kind of colour sight; a
# search over all colours light enough for the ink found 14 at best, so sign and pattern must tell.
CATEGORY_STYLES = (
    CategoryStyle("1", Colour("#FFA78D"), Colour("#B34700"), Pattern.DIAGONAL),
    CategoryStyle("2", Colour("#A7FFCB"), Colour("#00694B"), Pattern.VERTICAL),
    CategoryStyle("3", Colour("#9ABEFD"), Colour("#0B5CAD"), Pattern.DOTS),
    CategoryStyle("4", Colour("#ECBBD8"), Colour("#8A2F8F"), Pattern.WAVES),
    CategoryStyle("5", Colour("#C4C4B4"), Colour("#4A4F57"), Pattern.CROSSED),
    CategoryStyle("6", Colour("#84F0FF"), Colour("#00627A"), Pattern.HORIZONTAL),
    CategoryStyle("7", Colour("#C4F464"), Colour("#4F5F00"), Pattern.RINGS),
    CategoryStyle("8", Colour("#94D464"), Colour("#2F6B12"), Pattern.CHECKED),
)


def category_style(number: int | None) -> CategoryStyle:
    """The style `number` (1 to 8); None for a note without a category."""
    return NO_CATEGORY if number is None else CATEGORY_STYLES[number - 1]
