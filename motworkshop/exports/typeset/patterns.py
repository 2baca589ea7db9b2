"""The eight patterns that tell categories apart without colour."""

from collections.abc import Iterator
from math import ceil, pi, sin

from motworkshop.exports.typeset.palette import CategoryStyle, Pen
from motworkshop.exports.typeset.sheet import Point, Sheet
from motworkshop.look import Pattern

_STEP = 4.0  # points from one stroke to the next
_THICKNESS = 1.1


def fill_with_pattern(
    sheet: Sheet, style: CategoryStyle, x: float, top: float, width: float, height: float
) -> None:
    """Draw the category's pattern in a rectangle, cut off at its edges."""
    pen = Pen(style.mark, _THICKNESS)
    with sheet.clipped(x, top, width, height):
        for stroke in _strokes(style.pattern, width, height):
            sheet.polyline([(x + across, top + down) for across, down in stroke], pen)
        for across, down in _spots(style.pattern, width, height):
            if style.pattern is Pattern.DOTS:
                sheet.circle(x + across, top + down, 1.05, fill=style.mark)
            elif style.pattern is Pattern.RINGS:
                sheet.circle(x + across, top + down, 2.1, pen=pen)
            else:
                sheet.rect(x + across - 1.75, top + down - 1.75, 3.5, 3.5, fill=style.mark)


def _strokes(pattern: Pattern, width: float, height: float) -> Iterator[list[Point]]:
    if pattern is Pattern.VERTICAL:
        yield from ([(across, 0), (across, height)] for across in _steps(_STEP / 2, width))
    elif pattern is Pattern.HORIZONTAL:
        yield from ([(0, down), (width, down)] for down in _steps(_STEP / 2, height))
    elif pattern in {Pattern.DIAGONAL, Pattern.CROSSED}:
        yield from _slanted(width, height, is_crossed=pattern is Pattern.CROSSED)
    elif pattern is Pattern.WAVES:
        for down in _steps(_STEP / 2, height + _STEP):
            yield [(across, down + off) for across, off in _wave(width)]


def _spots(pattern: Pattern, width: float, height: float) -> Iterator[Point]:
    if pattern is Pattern.DOTS:
        yield from _grid(width, height, _STEP, shift=_STEP / 2)
    elif pattern is Pattern.CHECKED:
        yield from _grid(width, height, 3.5, shift=3.5, across_step=7)
    elif pattern is Pattern.RINGS:
        yield from _grid(width, height, 6.5, shift=0)


def _slanted(width: float, height: float, *, is_crossed: bool) -> Iterator[list[Point]]:
    for start in _steps(-height, width, _STEP * 1.3):
        yield [(start, height), (start + height, 0)]
        if is_crossed:
            yield [(start, 0), (start + height, height)]


def _wave(width: float) -> list[Point]:
    return [(across, 1.1 * sin(2 * pi * across / 7)) for across in _steps(0, width + 1, 0.7)]


def _steps(start: float, end: float, step: float = _STEP) -> list[float]:
    return [start + step * n for n in range(max(2, ceil((end - start) / step)))]


def _grid(
    width: float, height: float, step: float, *, shift: float, across_step: float | None = None
) -> Iterator[Point]:
    """Points in rows, every second row moved by `shift`."""
    for row, down in enumerate(_steps(step / 2 + 0.5, height + step, step)):
        start = step / 2 + 0.5 - (shift if row % 2 else 0)
        for across in _steps(start, width + 2 * step, across_step or step):
            yield across, down
