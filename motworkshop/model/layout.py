"""Where notes lie inside a cell, in board pixels at 100 % (LOOK.md)."""

from collections.abc import Iterable

from motworkshop.model.records import Id, Note, Place
from motworkshop.model.workshop import Workshop

NOTE_WIDTH = 176
NOTE_HEIGHT = 132
GAP = 16
STEP = 44
"""The step by which a note grows; three steps are the height of a plain note."""
PLAIN_STEPS = 3
COLUMNS = 2
STAGE_WIDTH = GAP + COLUMNS * (NOTE_WIDTH + GAP)
MOST_STEPS = 60


class FreePlaces:
    """Hands out free places, cell by cell, below what already lies there."""

    def __init__(self, workshop: Workshop, besides: Iterable[Id] = ()) -> None:
        leaving = set(besides)
        self._bottoms: dict[tuple[Id | None, Id | None], list[float]] = {}
        for note in workshop.notes.values():
            if note.id not in leaving:
                self._occupy(note)

    def next(self, stage: Id | None, lane: Id | None, steps: int = PLAIN_STEPS) -> Place:
        """The next free place of a cell for a note of this height, and takes it."""
        bottoms = self._cell(stage, lane)
        top = min(bottoms)
        column = bottoms.index(top)
        bottoms[column] = top + steps * STEP + GAP
        return Place(stage, lane, float(GAP + column * (NOTE_WIDTH + GAP)), top)

    def _cell(self, stage: Id | None, lane: Id | None) -> list[float]:
        return self._bottoms.setdefault((stage, lane), [float(GAP)] * COLUMNS)

    def _occupy(self, note: Note) -> None:
        bottoms = self._cell(note.stage, note.lane)
        for column in range(COLUMNS):
            left = GAP + column * (NOTE_WIDTH + GAP)
            if left - NOTE_WIDTH < note.x < left + NOTE_WIDTH:
                bottoms[column] = max(bottoms[column], note.y + note.height * STEP + GAP)
