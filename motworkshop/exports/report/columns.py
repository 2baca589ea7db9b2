"""Columns of blocks side by side, over as many pages as they need: map and proposals."""

from collections.abc import Callable, Iterable, Sequence

from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import BOARD
from motworkshop.exports.typeset.sheet import Sheet
from motworkshop.values import dataclass

HEAD_GAP = 6.0
"""Between a head and the first block; part of the head's height."""

DrawBlock = Callable[[Sheet, float, float, float], None]
"""Draws on a sheet at x, top in a width."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a height that stands in a column."""

    height: float
    draw: DrawBlock


@dataclass(frozen=True, slots=True)
class BlockColumn:
    """A head, which is drawn again on its plate wherever the column continues, and the blocks."""

    head: Callable[[bool], Block]
    """The head, told whether it stands over a continuation."""
    blocks: Sequence[Block]


def draw_columns(
    flow: Flow, columns: Sequence[BlockColumn], *, slots: int, gap: float, block_gap: float
) -> None:
    """Side by side in `slots` equal columns; what does not fit goes on on the next page."""
    left = dict(enumerate(columns))
    width = column_width(flow.width, slots, gap)
    is_continued = False
    while left:
        heads = {place: column.head(is_continued) for place, column in left.items()}
        tallest = max(head.height for head in heads.values())
        rest: dict[int, BlockColumn] = {}
        deepest = flow.y
        for place, column in left.items():
            x = flow.left + place * (width + gap)
            plate = tallest - HEAD_GAP
            flow.sheet.rect(x, flow.y, width, plate, fill=BOARD, radius=4)
            heads[place].draw(flow.sheet, x, flow.y, width)
            done, bottom = _draw_blocks(flow, column, x, flow.y + tallest, width, block_gap)
            deepest = max(deepest, bottom)
            if done < len(column.blocks):
                rest[place] = BlockColumn(column.head, column.blocks[done:])
        flow.y = deepest
        left, is_continued = rest, True
        if left:
            flow.new_page()


def column_width(width: float, slots: int, gap: float) -> float:
    """How wide each of `slots` columns is."""
    return (width - gap * (slots - 1)) / slots


def fits(columns: Iterable[BlockColumn], room: float, block_gap: float) -> bool:
    """Whether all of these columns end within a height; none is asked for after one too many."""
    head = tallest = 0.0
    for column in columns:
        head = max(head, column.head(False).height)
        tallest = max(tallest, sum(block.height + block_gap for block in column.blocks))
        if head + tallest - block_gap > room:
            return False
    return True


def _draw_blocks(
    flow: Flow, column: BlockColumn, x: float, top: float, width: float, gap: float
) -> tuple[int, float]:
    """Draw what fits, at least one block; how many, and where the last one ends."""
    for number, block in enumerate(column.blocks):
        if top + block.height > flow.bottom and number:
            return number, top
        block.draw(flow.sheet, x, top, width)
        top += block.height + gap
    return len(column.blocks), top
