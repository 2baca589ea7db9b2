"""What the board draws for a note: a plain record, thrown away and made again as the note changes."""

from dataclasses import dataclass, field
from typing import TypeAlias

from motworkshop.model.layout import NOTE_WIDTH, STEP
from motworkshop.model.records import Id, Note
from motworkshop.model.text_room import PICTURE_STEPS

Cell: TypeAlias = tuple[Id | None, Id | None]
"""(stage, lane); (None, None) is the parking lot."""

MARGIN = 16.0
"""How far shadow, ring, stack and dots may reach over the edge of a note, in board pixels."""


@dataclass(slots=True)
class Corner:
    """Where a cell begins on the board. All cards of a cell have the same one, so that moving a
    stage moves thousands of them at once."""

    left: float = 0.0
    top: float = 0.0


@dataclass(slots=True)
class Card:
    """A note as it lies on the board. `left` and `top` are board pixels; `style` is 0 for none.

    `stacked` is how many notes lie under it; `dots` the colours of its dots ("" is ink);
    `standing` where it stands to the cut, if that is shown: "in", "tied" or "".
    """

    id: Id
    number: int
    text: str
    cell: Cell
    x: float
    y: float
    steps: int
    style: int
    stacked: int
    is_locked: bool
    dots: tuple[str, ...] = ()
    standing: str = ""
    picture: Id | None = None
    corner: Corner = field(default_factory=Corner)

    def lies_like(self, other: "Card") -> bool:
        """Whether another one takes the same room at the same place of its cell."""
        mine = (self.x, self.y, self.steps, self.stacked, self.number, self.cell)
        return mine == (other.x, other.y, other.steps, other.stacked, other.number, other.cell)

    def look_like(self, other: "Card") -> None:
        """Show what another card of the note shows; dots and standing are dealt, not shown by a
        note."""
        self.text, self.style = other.text, other.style
        self.is_locked, self.picture = other.is_locked, other.picture

    @property
    def left(self) -> float:
        """The left edge on the board."""
        return self.corner.left + self.x

    @property
    def top(self) -> float:
        """The upper edge on the board."""
        return self.corner.top + self.y

    @property
    def height(self) -> float:
        """Board pixels from top to bottom."""
        return float(self.steps * STEP)

    @property
    def picture_steps(self) -> int:
        """What its picture takes of its height, above the text."""
        return PICTURE_STEPS if self.picture is not None else 0

    @property
    def right(self) -> float:
        """The right edge on the board."""
        return self.corner.left + self.x + NOTE_WIDTH

    @property
    def bottom(self) -> float:
        """The lower edge on the board."""
        return self.corner.top + self.y + self.steps * STEP

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of everything that is painted for it."""
        left, top = self.corner.left + self.x - MARGIN, self.corner.top + self.y - MARGIN
        width, height = NOTE_WIDTH + 2 * MARGIN, self.steps * STEP + 2 * MARGIN
        return (left, top, left + width, top + height)


def card_of(note: Note, style: int, stacked: int, corner: Corner) -> Card:
    """The card of a note."""
    return Card(
        note.id,
        note.number,
        note.text,
        (note.stage, note.lane),
        note.x,
        note.y,
        note.height,
        style,
        stacked,
        note.is_locked,
        (),
        "",
        note.picture,
        corner,
    )
