"""How high a row must be for its wrapped texts: Excel and LibreOffice do not work it out on opening.

An estimate without a font: a column as wide as ten digits holds eleven or twelve letters. It is given
as a height that the program may change, so that a row grows when somebody edits its text.
"""

LETTERS_PER_DIGIT = 1.15
LINE_HEIGHT = 15.0  # points, at 11 points of letter
MOST_LINES = 27  # Excel's highest row has 409 points
WIDE_FROM = "\u2e80"  # Chinese, Japanese, Korean, emoji: two letters' width


def lines_in(text: str, width: float) -> int:
    """How many lines a text takes in a column of this width."""
    room = max(1, int(width * LETTERS_PER_DIGIT))
    if len(text) * 2 <= room and "\n" not in text:
        return 1
    return min(MOST_LINES, sum(_wrapped(line, room) for line in text.split("\n")[:MOST_LINES]))


def height_of(lines: int) -> str:
    """The attribute of a row of so many lines; one line is what a row has anyway."""
    return f' ht="{lines * LINE_HEIGHT:g}"' if lines > 1 else ""


def _wrapped(line: str, room: int) -> int:
    lines, used = 1, 0
    for length in map(len if line.isascii() else _length, line.split(" ")):
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0
        lines += (length - 1) // room if length else 0
        used += (length - 1) % room + 2 if length else 1
    return lines


def _length(word: str) -> int:
    return len(word) + sum(letter >= WIDE_FROM for letter in word)
