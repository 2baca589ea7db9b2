"""Laying out a text in a box: paragraphs, broken lines, an ellipsis where the box ends."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from motworkshop.model.direction import is_leftward

ELLIPSIS = "…"


class Box(NamedTuple):
    """The room for a text."""

    width: float
    height: float


class Line(NamedTuple):
    """The room for a line of it."""

    width: float
    height: float


def lay_out(
    text: str, font: QFont, line_height: float, box: Box
) -> tuple[list[tuple[QTextLayout, float]], float, bool]:
    """The paragraphs that fit into the box, the height they take, and whether the text was cut."""
    found: list[tuple[QTextLayout, float]] = []
    top = 0.0
    line = Line(box.width, line_height)
    paragraphs = text.split("\n")
    for index, paragraph in enumerate(paragraphs):
        lines_left = int((box.height - top) / line_height + 0.001)
        if lines_left < 1:
            return found, top, True
        layout, count, is_cut = _paragraph(paragraph, font, line, lines_left)
        is_last = index == len(paragraphs) - 1
        if not is_cut and count == lines_left and not is_last:
            is_cut = any(rest.strip() for rest in paragraphs[index + 1 :])
            if is_cut:
                layout, count, _ = _paragraph(paragraph + ELLIPSIS, font, line, lines_left)
        found.append((layout, top))
        top += count * line_height
        if is_cut:
            return found, top, True
    return found, top, False


def _paragraph(text: str, font: QFont, room: Line, most: int) -> tuple[QTextLayout, int, bool]:
    layout = _broken(text, font, room, most)
    count = layout.lineCount()
    last = layout.lineAt(count - 1)
    if last.textStart() + last.textLength() >= _units(text):
        return layout, count, False
    rest = text.encode("utf-16-le")[last.textStart() * 2 :].decode("utf-16-le", "ignore")
    kept = text.encode("utf-16-le")[: last.textStart() * 2].decode("utf-16-le", "ignore")
    metrics = QFontMetricsF(font)
    end = metrics.elidedText(rest[:200] + ELLIPSIS, Qt.TextElideMode.ElideRight, room.width)
    return _broken(kept + end, font, room, most), count, True


def _broken(text: str, font: QFont, room: Line, most: int) -> QTextLayout:
    leftward = is_leftward(text)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if leftward:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width)
        line.setPosition(QPointF(0, number * room.height + (room.height - line.height()) / 2))
    layout.endLayout()
    return layout


def _units(text: str) -> int:
    """Length as Qt counts it, in UTF-16 units."""
    return len(text) + sum(1 for sign in text if ord(sign) > 0xFFFF)
