"""Texts of notes on a board that is seen from further away: set in pixels of the screen.

A note's text would shrink with its paper until nobody can read it, though half of the paper is
empty. So it is laid out anew, as large as it goes up to what can be read across a table.
"""

from collections import OrderedDict
from collections.abc import Iterator

from motworkshop.canvas.note_text import FittedText
from motworkshop.canvas.sheet import Sheet
from motworkshop.canvas.text_layout import Box, lay_out
from motworkshop.canvas.typeface import face
from motworkshop.canvas.words import Words
from motworkshop.look import NOTE, SMALL

NEAR = SMALL / NOTE
"""From this zoom on a text that fits in the type of 100 % can be read without more."""
LEAST = 5
"""Screen pixels; a smaller type is grey."""
LINE, TIGHT, TIGHTEST = 1.2, 1.1, 1.04
"""Distance of lines in sizes of the type; tight before the type becomes smaller than readable."""
KEPT = 800
"""How many texts stay laid out, the last painted ones: twice as many as a wide view shows."""


class FarTexts:
    """Texts laid out for a sheet of so many screen pixels; the last used ones are kept."""

    def __init__(self, words: Words) -> None:
        self._fonts = {size: face(size) for size in range(LEAST, SMALL + 1)}
        self._words = words
        self._kept: OrderedDict[tuple[str, int, int], FittedText] = OrderedDict()

    def fitted(self, text: str, sheet: Sheet) -> FittedText:
        """The text in the largest type with which it fits, in screen pixels."""
        box = Box(float(int(sheet.text.width())), float(int(sheet.text.height())))
        key = (text, int(box.width), int(box.height))
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._fit(text, box, sheet.zoom)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def _fit(self, text: str, box: Box, zoom: float) -> FittedText:
        least = max(LEAST, int(SMALL * zoom))
        lines = self._words.lines(text)
        for size, distance in _settings(least):
            if self._words.may_fit(lines, size, distance, box):
                found, _height, is_cut = lay_out(text, self._fonts[size], distance, box)
                if not is_cut:
                    return FittedText(found, is_cut=False)
        found, _height, is_cut = lay_out(text, self._fonts[least], least * LINE, box)
        return FittedText(found, is_cut)


def _settings(least: int) -> Iterator[tuple[int, float]]:
    """Sizes of the type with the distance of lines, the most readable first."""
    for distance in (LINE, TIGHT, TIGHTEST):
        yield SMALL, SMALL * distance
    for size in range(SMALL - 1, least, -1):
        yield size, size * LINE
