"""How much room a text needs on a note, estimated without a canvas so that it is never too little.

Letters are as wide as in Inter, the type of the notes (resources/fonts); lines are filled word by
word. The canvas measures exactly, with the fonts themselves; a test holds the two together.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain, repeat
from math import ceil
from unicodedata import category, east_asian_width

from motworkshop.model.layout import MOST_STEPS, NOTE_WIDTH, PLAIN_STEPS, STEP

SMALLEST = 12
"""The smallest type on a note at 100 %, in pixels; then the note grows."""
LINE = 1.25 * SMALLEST
LEFT, TOP, RIGHT, FOOT = 20.0, 10.0, 10.0, 27.0
"""Board pixels between the text and the edges of its note."""
WIDTH = NOTE_WIDTH - LEFT - RIGHT
_SURE = WIDTH - 3.5
"""Qt breaks a line, now and then, where the blank after it would not fit."""
PICTURE_STEPS = 2
"""What a picture on a note takes of its height, above the text."""
_ASCII = (
    29, 29, 47, 64, 65, 99, 65, 30, 37, 37, 51, 67, 29, 46, 29, 37, 64, 41, 61, 62, 65, 60, 63, 57,
    62, 63, 29, 31, 67, 67, 67, 52, 97, 69, 66, 74, 73, 61, 60, 75, 75, 27, 58, 68, 57, 91, 76, 77,
    64, 77, 65, 65, 65, 75, 69, 99, 69, 68, 63, 37, 37, 37, 48, 46, 33, 57, 62, 58, 62, 59, 38, 62,
    60, 25, 25, 55, 25, 88, 60, 60, 62, 62, 38, 53, 33, 60, 57, 82, 55, 57, 56, 43, 34, 43, 67,
)  # fmt: skip
"""Hundredths of the size of the type, from the blank to the tilde."""
MOST_WORDS = 20_000
_IDEOGRAPH, _PICTURE, _CAPITAL, _SMALL, _TAB = 1.0, 1.35, 0.85, 0.64, 80 / SMALLEST
_BLANK = _ASCII[0] / 100 * SMALLEST
_WIDEST = _PICTURE * SMALLEST
_LINES_OF_PLAIN = int((PLAIN_STEPS * STEP - TOP - FOOT) / LINE)


def steps_for(text: str, *, has_picture: bool = False) -> int:
    """The height of a note in steps with which its text fits in the smallest type."""
    return _steps(text) + (PICTURE_STEPS if has_picture else 0)


def _steps(text: str) -> int:
    most = int((MOST_STEPS * STEP - TOP - FOOT) / LINE)
    lines = 0
    for paragraph in text.split("\n"):
        lines += _lines(paragraph, most - lines)
        if lines >= most:
            return MOST_STEPS
    if lines <= _LINES_OF_PLAIN:
        return PLAIN_STEPS
    return ceil((lines * LINE + TOP + FOOT) / STEP)


def _lines(paragraph: str, most: int) -> int:
    """How many lines a paragraph fills; counting ends at `most`."""
    if paragraph.isascii():
        lines = _lines_of_words(map(_widths().__getitem__, paragraph.split(" ")))
        if lines:
            return min(most, lines)
    known, lines, filled = _widths(), 1, 0.0
    for word, blank in _pieces(paragraph):
        width = known[word]
        if filled + width > _SURE and filled:
            lines, filled = lines + 1, 0.0
        filled += width
        while filled > _SURE and lines < most:  # a huge word breaks anywhere
            lines, filled = lines + 1, filled - (_SURE - _WIDEST)
        if lines >= most:
            return most
        filled += blank
    return lines


def _lines_of_words(widths: Iterable[float]) -> int:
    """The same for words of which none is wider than a line, else 0: thousands of texts are
    pasted."""
    lines, filled = 1, 0.0
    for width in widths:
        filled += width
        if filled > _SURE:
            if width > _SURE:
                return 0
            lines += 1
            filled = width
        filled += _BLANK
    return lines


def _pieces(paragraph: str) -> Iterable[tuple[str, float]]:
    """What a line may be broken between, each with the blank after it: words, and ideographs."""
    words = paragraph.split(" ")
    if paragraph.isascii():
        return zip(words, repeat(_BLANK))
    return chain.from_iterable(map(_parts, words))


def _parts(word: str) -> list[tuple[str, float]]:
    if word.isascii() or not any(map(_is_wide, word)):
        return [(word, _BLANK)]
    return [*((letter, 0.0) for letter in word[:-1]), (word[-1], _BLANK)]


class _Widths(dict[str, float]):
    """The widths of words, which come again and again."""

    def __init__(self) -> None:
        super().__init__()
        self._plain = [_letter_width(chr(code)) for code in range(128)].__getitem__

    def __missing__(self, word: str) -> float:
        if len(self) >= MOST_WORDS:
            self.clear()
        letters = map(self._plain, word.encode()) if word.isascii() else map(_letter_width, word)
        width = self[word] = sum(letters) * SMALLEST
        return width


@cache
def _widths() -> _Widths:
    return _Widths()


def _letter_width(letter: str) -> float:
    code = ord(letter)
    if 32 <= code < 127:
        return _ASCII[code - 32] / 100
    kind = category(letter)
    if kind in {"Mn", "Me", "Cf", "Cc"}:
        return _TAB if letter == "\t" else 0.0
    if code >= 0x2190 and kind in {"So", "Sk", "Sm"}:
        return _PICTURE
    if _is_wide(letter):
        return _IDEOGRAPH
    return _CAPITAL if kind == "Lu" else _SMALL


@lru_cache(maxsize=20_000)
def _is_wide(letter: str) -> bool:
    return east_asian_width(letter) in {"W", "F"}
