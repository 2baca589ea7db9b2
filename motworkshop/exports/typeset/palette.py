"""The colours of a printed page: the light tokens of the look and the styles of the categories."""

from functools import cached_property

from motworkshop import look
from motworkshop.look import LIGHT, Pattern
from motworkshop.values import dataclass


@dataclass(frozen=True)
class Colour:
    """A colour as LOOK.md writes it, such as "#1D2228"."""

    code: str

    @property
    def channels(self) -> tuple[float, float, float]:
        """Red, green and blue from 0 to 1."""
        red, green, blue = bytes.fromhex(self.code.removeprefix("#"))
        return red / 255, green / 255, blue / 255

    @cached_property
    def operands(self) -> str:
        """As PDF wants it before `rg` and `RG`."""
        return " ".join(f"{channel:.3g}" for channel in self.channels)


PAPER = Colour(LIGHT.panel)
BOARD = Colour(LIGHT.board)
HOVER = Colour(LIGHT.hover)
LINE = Colour(LIGHT.line)
INK = Colour(LIGHT.ink)
INK_2 = Colour(LIGHT.ink_2)
ACCENT = Colour(LIGHT.accent)
ON_ACCENT = Colour(LIGHT.on_accent)
DANGER = Colour(LIGHT.danger)
OK = Colour(LIGHT.ok)
WARN = Colour(LIGHT.warn)


@dataclass(frozen=True)
class Pen:
    """What outlines are drawn with: thickness in points, lengths of dashes and gaps if dashed."""

    colour: Colour
    thickness: float = 0.5
    dash: tuple[float, ...] = ()

    @cached_property
    def operators(self) -> str:
        """The PDF operators that take it up."""
        dash = " ".join(f"{length:g}" for length in self.dash)
        return f"{self.colour.operands} RG {self.thickness:g} w [{dash}] 0 d"


@dataclass(frozen=True, slots=True)
class CategoryStyle:
    """What a category looks like: `sign` is its key, "" for none."""

    sign: str
    paper: Colour
    mark: Colour
    pattern: Pattern


def _printed(style: look.CategoryStyle) -> CategoryStyle:
    return CategoryStyle(style.sign, Colour(style.paper), Colour(style.mark), style.pattern)


NO_CATEGORY = _printed(look.NO_CATEGORY)
CATEGORY_STYLES = tuple(_printed(style) for style in look.CATEGORY_STYLES)


def category_style(number: int | None) -> CategoryStyle:
    """The style `number` (1 to 8); None for a note without a category."""
    return NO_CATEGORY if number is None else CATEGORY_STYLES[number - 1]
