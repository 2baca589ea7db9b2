"""Paper sizes and margins, in points."""

from motworkshop.values import dataclass

_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of a page; any size will do."""

    width: float
    height: float

    @property
    def sideways(self) -> "Paper":
        """The same sheet turned by a quarter."""
        return Paper(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Margins:
    """What stays free around the text; running heads stand in it."""

    left: float = 54
    top: float = 66
    right: float = 54
    bottom: float = 60


A4 = Paper(210 * _MILLIMETRE, 297 * _MILLIMETRE)
LETTER = Paper(612, 792)


def paper_named(name: str) -> Paper:
    """ "a4" or "letter", in any case; KeyError for others."""
    return {"a4": A4, "letter": LETTER}[name.casefold()]
