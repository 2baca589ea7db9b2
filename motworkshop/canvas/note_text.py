"""Fitting the text of a note: it shrinks to a readable minimum, then the note grows by steps."""

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from motworkshop.canvas.typeface import face
from motworkshop.look import NOTE, SMALL
from motworkshop.model.layout import MOST_STEPS, NOTE_WIDTH, PLAIN_STEPS, STEP

LEFT, TOP, RIGHT, FOOT = 20.0, 10.0, 10.0, 27.0
"""Board pixels between the text and the edges of its note."""
WIDTH = NOTE_WIDTH - LEFT - RIGHT
LINE = 1.25
"""Distance of lines in sizes of the type; notes are set tighter than the window's text."""
KEPT = 1200
"""How many texts stay laid out, the last painted ones."""
ELLIPSIS = "…"


@dataclass(slots=True)
class FittedText:
    """A text laid out for its note: lines as (layout, index) in order, from the top."""

    paragraphs: list[tuple[QTextLayout, float]]
    is_cut: bool

    def draw(self, painter: QPainter) -> None:
        """Draw it with the note's corner at the painter's origin."""
        for layout, top in self.paragraphs:
            layout.draw(painter, QPointF(LEFT, TOP + top))


class NoteTexts:
    """The texts that are laid out at present, and the measure of how much room a text needs."""

    def __init__(self) -> None:
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
        _lines, height, is_cut = _lay_out(text, self._fonts[size], size * LINE, most)
        return most + STEP if is_cut else height

    def _fit(self, text: str, room: float) -> FittedText:
        for size in range(NOTE, SMALL, -1):
            if _may_fit(text, size, room):
                lines, _height, is_cut = _lay_out(text, self._fonts[size], size * LINE, room)
                if not is_cut:
                    return FittedText(lines, is_cut=False)
        lines, _height, is_cut = _lay_out(text, self._fonts[SMALL], SMALL * LINE, room)
        return FittedText(lines, is_cut)


def _room(steps: int) -> float:
    return steps * STEP - TOP - FOOT


def _may_fit(text: str, size: int, room: float) -> bool:
    """Whether it is worth trying: letters are never narrower than a quarter of their size."""
    lines = room // (size * LINE)
    return len(text) * size * 0.25 <= lines * WIDTH and text.count("\n") < lines


def _lay_out(
    text: str, font: QFont, line_height: float, room: float
) -> tuple[list[tuple[QTextLayout, float]], float, bool]:
    """The paragraphs that fit into `room`, the height they take, and whether the text was cut."""
    found: list[tuple[QTextLayout, float]] = []
    top = 0.0
    paragraphs = text.split("\n")
    for index, paragraph in enumerate(paragraphs):
        lines_left = int((room - top) / line_height + 0.001)
        if lines_left < 1:
            return found, top, True
        layout, count, is_cut = _paragraph(paragraph, font, line_height, lines_left)
        is_last = index == len(paragraphs) - 1
        if not is_cut and count == lines_left and not is_last:
            is_cut = any(rest.strip() for rest in paragraphs[index + 1 :])
            if is_cut:
                layout, count, _ = _paragraph(paragraph + ELLIPSIS, font, line_height, lines_left)
        found.append((layout, top))
        top += count * line_height
        if is_cut:
            return found, top, True
    return found, top, False


def _paragraph(
    text: str, font: QFont, line_height: float, most: int
) -> tuple[QTextLayout, int, bool]:
    layout = _broken(text, font, line_height, most)
    count = layout.lineCount()
    last = layout.lineAt(count - 1)
    if last.textStart() + last.textLength() >= _units(text):
        return layout, count, False
    rest = text.encode("utf-16-le")[last.textStart() * 2 :].decode("utf-16-le", "ignore")
    kept = text.encode("utf-16-le")[: last.textStart() * 2].decode("utf-16-le", "ignore")
    metrics = QFontMetricsF(font)
    end = metrics.elidedText(rest[:200] + ELLIPSIS, Qt.TextElideMode.ElideRight, WIDTH)
    return _broken(kept + end, font, line_height, most), count, True


def _broken(text: str, font: QFont, line_height: float, most: int) -> QTextLayout:
    is_leftward = _is_leftward(text)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if is_leftward else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_leftward:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(WIDTH)
        line.setPosition(QPointF(0, number * line_height + (line_height - line.height()) / 2))
    layout.endLayout()
    return layout


def _is_leftward(text: str) -> bool:
    """Whether it runs from right to left, as its first letter with a direction says."""
    kinds = (bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def _units(text: str) -> int:
    """Length as Qt counts it, in UTF-16 units."""
    return len(text) + sum(1 for sign in text if ord(sign) > 0xFFFF)
