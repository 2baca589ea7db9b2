"""The experience curve: what customers expect and get, stage by stage."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from motworkshop.exports.report.book import Book
from motworkshop.exports.report.look import AHEAD_TINT, GAP_TINT
from motworkshop.exports.report.words import listed, one_decimal, signed
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import ACCENT, INK_2, LINE, PAPER, Pen
from motworkshop.exports.typeset.sheet import Point
from motworkshop.exports.typeset.styles import (
    BODY,
    CAPTION,
    FIGURES,
    SMALL_STRONG,
    Align,
    TextStyle,
    Weight,
)
from motworkshop.exports.typeset.wrap import wrap
from motworkshop.model.heatmap import CurvePoint, experience_curve
from motworkshop.model.records import Id

_PER_CHART = 8
_AXIS = 74.0
_HEIGHT = 190.0
_LEAST = 125.0
_NAME = TextStyle(8, 10.5, Weight.SEMIBOLD)
_DASH = (4.0, 2.5)


def draw_curve(book: Book) -> None:
    """Two lines over the stages with the gap between them, and the figures under it."""
    points = experience_curve(book.facts.workshop)
    if not any(point.expectation or point.experience for point in points):
        book.absent.append("No expectation or experience was scored, so there is no curve.")
        return
    title = "What customers expect, and what they get"
    flow = book.chapter(title, _lead(points), needs=326)
    _draw_legend(flow, points)
    scored = _scored(book)
    size = ceil(len(points) / ceil(len(points) / _PER_CHART))
    for start in range(0, len(points), size):
        part = points[start : start + size]
        _draw_chart(flow, part, scored)
        flow.space(22)
    unscored = [f"“{point.stage.name}”" for point in points if _gap(point) is None]
    if unscored:
        verb = "has" if len(unscored) == 1 else "have"
        flow.paragraph(f"{listed(unscored)} {verb} no scores on both lines.", BODY)


def _lead(points: Sequence[CurvePoint]) -> str:
    gaps = [(gap, point) for point in points if (gap := _gap(point)) is not None]
    said = "Mean scores by stage, 1 to 5."
    if not gaps:
        return said
    widest, point = max(gaps, key=lambda pair: pair[0])
    if widest <= 0:
        return f"{said} No stage falls short of what is expected."
    return f"{said} The widest gap is in “{point.stage.name}”: {one_decimal(widest)}."


def _gap(point: CurvePoint) -> float | None:
    if point.expectation is None or point.experience is None:
        return None
    return point.expectation - point.experience


def _scored(book: Book) -> dict[Id | None, int]:
    """Per stage, how many notes have both scores."""
    counts: dict[Id | None, int] = {}
    for note in book.facts.lead_notes:
        if note.expectation is not None and note.experience is not None:
            counts[note.stage] = counts.get(note.stage, 0) + 1
    return counts


def _draw_legend(flow: Flow, points: Sequence[CurvePoint]) -> None:
    y = flow.y + 6
    x = flow.left + _AXIS
    for words, pen in (
        ("Expected", Pen(INK_2, 1.5, _DASH)),
        ("Experienced", Pen(ACCENT, 2)),
    ):
        flow.sheet.line((x, y), (x + 22, y), pen)
        x += 28 + flow.sheet.text(x + 27, y + 3, words, CAPTION) + 18
    gaps = [gap for point in points if (gap := _gap(point)) is not None]
    tints = [("Falls short", GAP_TINT)] if any(gap > 0 for gap in gaps) else []
    tints += [("Better than expected", AHEAD_TINT)] if any(gap < 0 for gap in gaps) else []
    for words, tint in tints:
        flow.sheet.rect(x, y - 4, 14, 9, fill=tint)
        x += 20 + flow.sheet.text(x + 19, y + 3, words, CAPTION) + 18
    flow.y += 24


def _draw_chart(flow: Flow, points: Sequence[CurvePoint], scored: dict[Id | None, int]) -> None:
    step = (flow.width - _AXIS) / max(len(points), 3)
    names = [wrap(flow.fonts, p.stage.name, _NAME, step - 8, max_lines=4) for p in points]
    label = max(map(len, names)) * _NAME.leading + 8
    has_emotion = any(point.emotion is not None for point in points)
    below = 6 + label + (5 if has_emotion else 4) * 17
    flow.need(_LEAST + below)
    top = flow.y
    height = min(_HEIGHT, flow.room - below)
    _draw_axis(flow, top, height)
    xs = [flow.left + _AXIS + (place + 0.5) * step for place in range(len(points))]
    expected = _line(xs, [point.expectation for point in points], top, height)
    experienced = _line(xs, [point.experience for point in points], top, height)
    _shade(flow, expected, experienced)
    _draw_line(flow, expected, Pen(INK_2, 1.5, _DASH), is_filled=False)
    _draw_line(flow, experienced, Pen(ACCENT, 2), is_filled=True)
    flow.y = top + height + 6
    for x, lines in zip(xs, names, strict=True):
        flow.sheet.lines(x - step / 2 + 4, flow.y, step - 8, lines, _NAME, align=Align.CENTRE)
    flow.y += label
    _draw_figures(flow, points, xs, scored, has_emotion=has_emotion)


def _height_of(value: float, top: float, height: float) -> float:
    return top + height - (value - 1) / 4 * (height - 16)


def _draw_axis(flow: Flow, top: float, height: float) -> None:
    right = flow.left + flow.width
    for value in range(1, 6):
        y = _height_of(value, top, height)
        flow.sheet.line((flow.left + _AXIS, y), (right, y), Pen(LINE))
        flow.sheet.text(flow.left + _AXIS - 8, y + 3, str(value), FIGURES, align=Align.RIGHT)
    for value, words in ((5, "very good"), (1, "very bad")):
        y = _height_of(value, top, height) + 3
        flow.sheet.text(flow.left, y, words, CAPTION)


def _line(
    xs: Sequence[float], values: Sequence[float | None], top: float, height: float
) -> list[Point | None]:
    return [
        None if value is None else (x, _height_of(value, top, height))
        for x, value in zip(xs, values, strict=True)
    ]


def _shade(
    flow: Flow, expected: Sequence[Point | None], experienced: Sequence[Point | None]
) -> None:
    """One shape for each stretch on which one line stays above the other."""
    upper: list[Point] = []
    lower: list[Point] = []
    for (e1, e2), (x1, x2) in zip(pairwise(expected), pairwise(experienced), strict=True):
        if not (e1 and x1):
            continue
        upper.append(e1)
        lower.append(x1)
        if not (e2 and x2):
            upper, lower = _shaded(flow, upper, lower)
            continue
        before, after = x1[1] - e1[1], x2[1] - e2[1]
        if before * after < 0:
            part = before / (before - after)
            cross = (e1[0] + (e2[0] - e1[0]) * part, e1[1] + (e2[1] - e1[1]) * part)
            _shaded(flow, [*upper, cross], lower)
            upper, lower = [cross], [cross]
    if expected and expected[-1] and experienced[-1]:
        _shaded(flow, [*upper, expected[-1]], [*lower, experienced[-1]])


def _shaded(
    flow: Flow, upper: Sequence[Point], lower: Sequence[Point]
) -> tuple[list[Point], list[Point]]:
    below = sum(y for _, y in lower) / len(lower) - sum(y for _, y in upper) / len(upper)
    flow.sheet.polygon([*upper, *reversed(lower)], fill=GAP_TINT if below > 0 else AHEAD_TINT)
    return [], []


def _draw_line(flow: Flow, points: Sequence[Point | None], pen: Pen, *, is_filled: bool) -> None:
    for one, other in pairwise(points):
        if one and other:
            flow.sheet.line(one, other, pen)
    for point in points:
        if point:
            fill = pen.colour if is_filled else PAPER
            flow.sheet.circle(*point, 3, fill=fill, pen=Pen(pen.colour, 1.2))


def _draw_figures(
    flow: Flow,
    points: Sequence[CurvePoint],
    xs: Sequence[float],
    scored: dict[Id | None, int],
    *,
    has_emotion: bool,
) -> None:
    rows: list[tuple[str, list[str], TextStyle]] = [
        ("Expected", [one_decimal(p.expectation) for p in points], FIGURES),
        ("Experienced", [one_decimal(p.experience) for p in points], FIGURES),
        ("Gap", [one_decimal(_gap(p)) for p in points], SMALL_STRONG),
    ]
    if has_emotion:
        rows.append(("Emotion −2…+2", [signed(p.emotion) for p in points], FIGURES))
    counts = [f"{scored.get(p.stage.id, 0)} of {p.notes}" for p in points]
    rows.append(("Notes scored", counts, FIGURES.coloured(INK_2)))
    for label, values, style in rows:
        flow.sheet.line((flow.left, flow.y), (flow.left + flow.width, flow.y), Pen(LINE))
        flow.sheet.text(flow.left, flow.y + 2.5 + CAPTION.baseline, label, CAPTION.coloured(INK_2))
        for x, value in zip(xs, values, strict=True):
            baseline = flow.y + 2.5 + style.baseline
            flow.sheet.text(x, baseline, value, style, align=Align.CENTRE)
        flow.y += 17
