"""How a note's paper is divided at a zoom: the sheets of a stack, the room for text, the foot.

All in screen pixels from the note's corner. Below `STEADY` the foot keeps its size on the screen,
and the text takes what the foot leaves.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF

from motworkshop.model.layout import NOTE_WIDTH, STEP

STEADY = 0.8
"""The zoom below which number, sign and dots do not shrink any more."""
READABLE = 0.35
"""The zoom below which a note is paper, sign and number, without text."""
OFFSET, LEAST_OFFSET = 3.0, 2.0
"""How far each sheet of a stack stands out, in board pixels, and at least in screen pixels."""
MOST_BELOW = 2
"""A stack shows a sheet for each note below its lead, at most so many."""
LEFT, RIGHT, TOP = 17.0, 7.0, 7.0
"""Board pixels around the text where the note is small."""
FRAME = 6.0
"""Screen pixels from the edge that the frame of a note's standing takes, with a gap."""
LIFTED, ABOVE_DOTS = 1.0, 2.0
"""Screen pixels that a framed text is nearer to the frame, since the top of its first line is
empty, and that it keeps away from two rows of dots."""
FOOT, LOW_FOOT = 27.0, 24.0
"""Units of the foot's height: on a plain note, and where room is scarce."""


TALLEST = 19.5
"""Units of the tallest sign in the foot: dots in two rows."""


class Sheet(NamedTuple):
    """The upper sheet, the room for its text, how many screen pixels a unit of the foot is, and
    what stack and frame take."""

    zoom: float
    whole: QRectF
    text: QRectF
    unit: float
    foot: float
    offset: float
    inset: float
    rim: float

    @property
    def middle(self) -> float:
        """The middle of the foot, in screen pixels from the note's corner."""
        half = self.foot / 2 + (1.5 if self.foot > LOW_FOOT else 0)
        return self.whole.bottom() - max(half * self.unit, self.rim + TALLEST / 2 * self.unit)


@lru_cache(maxsize=512)
def sheet_of(steps: int, below: int, zoom: float, *, is_framed: bool = False) -> Sheet:
    """The sheet of a note so high that lies on so many others; framed by its standing or not."""
    offset = max(OFFSET * zoom, LEAST_OFFSET)
    inset = offset * min(below, MOST_BELOW)
    whole = QRectF(0, 0, NOTE_WIDTH * zoom - inset, steps * STEP * zoom - inset)
    unit = max(zoom, STEADY)
    foot = LOW_FOOT if below or zoom < STEADY else FOOT
    rim = FRAME if is_framed else 0.0
    top, right = max(TOP * zoom, rim), max(RIGHT * zoom, rim)
    text = whole.adjusted(LEFT * zoom, top, -right, -foot * unit - rim / 2)
    if is_framed:
        text.adjust(0, -LIFTED, 0, -ABOVE_DOTS)
    return Sheet(zoom, whole, text, unit, foot, offset, inset, rim)
