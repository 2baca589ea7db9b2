"""Fitting the text of a note: it shrinks to a readable minimum, then the note grows by steps."""

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextLayout

from motworkshop.canvas.text_layout import Box, lay_out
from motworkshop.canvas.typeface import face
from motworkshop.canvas.words import Words
from motworkshop.look import NOTE, SMALL
from motworkshop.model.layout import MOST_STEPS, NOTE_WIDTH, PLAIN_STEPS, STEP

LEFT, TOP, RIGHT, FOOT = 20.0, 10.0, 10.0, 27.0
"""Board pixels between the text and the edges of its note."""
WIDTH = NOTE_WIDTH - LEFT - RIGHT
LINE = 1.25
"""Distance of lines in sizes of the type; notes are set tighter than the window's text."""
KEPT = 400
"""How many texts stay laid out, the last painted ones: twice as many as a wide view shows. Each
takes ten kilobytes."""


@dataclass(slots=True)
class FittedText:
    """A text laid out for its note: lines as (layout, index) in order, from the top."""

    paragraphs: list[tuple[QTextLayout, float]]
    is_cut: bool

    def draw(self, painter: QPainter, corner: QPointF | None = None) -> None:
        """Draw it with the note's corner at the painter's origin, or its own corner elsewhere."""
        at = QPointF(LEFT, TOP) if corner is None else corner
        for layout, top in self.paragraphs:
            layout.draw(painter, at + QPointF(0, top))


class NoteTexts:
    """The texts that are laid out at present, and the measure of how much room a text needs."""

    def __init__(self) -> None:
        self.words = Words()
        self._fonts = {size: face(size) for size in range(SMALL, NOTE + 1)}
        self._kept: OrderedDict[tuple[str, int], FittedText] = OrderedDict()

    def fitted(self, text: str, steps: int) -> FittedText:
        """The text in the largest type with which it fits a note of this height."""
        key = (text, steps)
        found = self._kept.get(key)
        if found is None:
            found = self._fit(text, _room(steps))
            self._kept[key] = found
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def steps(self, text: str) -> int:
        """The height that a note with this text needs, in steps."""
        needed = self._needed(text, SMALL, _room(MOST_STEPS))
        return max(PLAIN_STEPS, min(MOST_STEPS, ceil((needed + TOP + FOOT) / STEP)))

    def _needed(self, text: str, size: int, most: float) -> float:
        _lines, height, is_cut = lay_out(text, self._fonts[size], size * LINE, Box(WIDTH, most))
        return most + STEP if is_cut else height

    def _fit(self, text: str, room: float) -> FittedText:
        box, words = Box(WIDTH, room), self.words.lines(text)
        for size in range(NOTE, SMALL, -1):
            if self.words.may_fit(words, size, size * LINE, box):
                lines, _height, is_cut = lay_out(text, self._fonts[size], size * LINE, box)
                if not is_cut:
                    return FittedText(lines, is_cut=False)
        lines, _height, is_cut = lay_out(text, self._fonts[SMALL], SMALL * LINE, box)
        return FittedText(lines, is_cut)


def _room(steps: int) -> float:
    return steps * STEP - TOP - FOOT
