"""How wide words are: enough to tell which size of type a text fits in, without laying it out."""

import re

from PySide6.QtGui import QFontMetricsF

from motworkshop.canvas.text_layout import Box
from motworkshop.canvas.typeface import face

KEPT = 20_000
WORD = re.compile(r"[^\s-]+-*|-+")
FIRST_UNSPACED = "\u0e00"
"""From here on there are scripts that do not part words by blanks, so any place will do."""
REFERENCE = 100
"""Pixels of the type in which a word is measured once; the board's type has no hints, so its
letters are as wide at every size."""


class Words:
    """Measures each word once, in sizes of the type."""

    def __init__(self) -> None:
        self._metrics = QFontMetricsF(face(REFERENCE))
        self._blank = self._metrics.horizontalAdvance(" ") / REFERENCE
        self._widths: dict[str, float] = {}

    def lines(self, text: str) -> list[list[float]]:
        """The widths of the words, line by line as they were broken by hand."""
        return [self._words_of(line) for line in text.split("\n")]

    def may_fit(self, lines: list[list[float]], size: int, distance: float, box: Box) -> bool:
        """Whether no word has to be broken and the lines, at this distance, go into the box."""
        room, blank = box.width / size, self._blank
        most, count = int(box.height / distance + 0.001), 0
        for words in lines:
            count += 1
            used = -blank
            for word in words:
                if word > room:
                    return False
                used += blank + word
                if used > room:
                    count, used = count + 1, word
            if count > most:
                return False
        return True

    def _words_of(self, line: str) -> list[float]:
        if not line.isascii() and max(line) >= FIRST_UNSPACED:
            return [self._width(sign) for sign in line]
        return [self._width(word) for word in WORD.findall(line)]

    def _width(self, word: str) -> float:
        found = self._widths.get(word)
        if found is None:
            if len(self._widths) >= KEPT:
                self._widths.clear()
            found = self._widths[word] = self._metrics.horizontalAdvance(word) / REFERENCE
        return found
