"""Text made to fit a place: smaller down to a limit, then more lines, then an ellipsis."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from motworkshop.panels.vote.lettering import fitted_lines, sized
from motworkshop.values import dataclass

LEADING = 1.28
"""Height of a line in parts of the size of the type."""
STEPS = 8
MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit, and the type in which they do."""

    lines: tuple[str, ...]
    font: QFont

    @property
    def leading(self) -> float:
        """The height of one line."""
        return self.font.pixelSize() * LEADING

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.leading * len(self.lines)

    @property
    def width(self) -> float:
        """The width of the longest line."""
        metrics = QFontMetricsF(self.font)
        return max((metrics.horizontalAdvance(line) for line in self.lines), default=0.0)


@dataclass(frozen=True, slots=True)
class Sizes:
    """The largest and the least size of the type in pixels, and the most lines."""

    largest: float
    least: float
    lines: int = MOST_LINES


def fit(words: str, face: QFont, room: QSizeF, sizes: Sizes, *, is_strong: bool = False) -> Fitted:
    """The largest type in which all of `words` fits without breaking a word; if there is none,
    the least type with an ellipsis where the room ends."""
    if not words.strip():
        return Fitted((), sized(face, sizes.least, is_strong=is_strong))
    for step in range(STEPS + 1):
        part = step / STEPS
        size = sizes.largest * (sizes.least / sizes.largest) ** part
        font = sized(face, size, is_strong=is_strong)
        most = _most_lines(room, font, sizes.lines)
        lines = fitted_lines(words, font, room.width(), MOST_LINES)
        if len(lines) <= most and not _breaks_a_word(words, font, room.width()):
            return Fitted(tuple(lines), font)
    least = sized(face, sizes.least, is_strong=is_strong)
    most = max(1, _most_lines(room, least, sizes.lines))
    return Fitted(tuple(fitted_lines(words, least, room.width(), most)), least)


def balanced(words: str, fitted: Fitted, width: float) -> Fitted:
    """The same type and number of lines, but lines of about the same length."""
    number = len(fitted.lines)
    if number < 2 or fitted.lines[-1].endswith("…"):
        return fitted
    low, high = width / number, width
    best = fitted
    for _step in range(7):
        middle = (low + high) / 2
        lines = fitted_lines(words, fitted.font, middle, number + 1)
        if len(lines) > number or _breaks_a_word(words, fitted.font, middle):
            low = middle
        else:
            high, best = middle, Fitted(tuple(lines), fitted.font)
    return best


def _most_lines(room: QSizeF, font: QFont, lines: int) -> int:
    return min(lines, int((room.height() + 1) / (font.pixelSize() * LEADING)))


def _breaks_a_word(words: str, font: QFont, width: float) -> bool:
    metrics = QFontMetricsF(font)
    return any(metrics.horizontalAdvance(word) > width for word in words.split()[:200])
