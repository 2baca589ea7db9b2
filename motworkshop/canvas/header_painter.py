"""How one header looks: name, count, lock and the arrow that collapses its stage."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from motworkshop.canvas.icons import IconPictures
from motworkshop.canvas.plan import Column
from motworkshop.canvas.typeface import bold_face, face
from motworkshop.look import CORNER, SMALL, Theme
from motworkshop.model.voting import merged_words

LOCK = 12.0
FOLD, UNFOLD = "fold-horizontal", "unfold-horizontal"


class HeaderState(NamedTuple):
    """Whether it is under the pointer, left out because of an editor, and has the keys."""

    is_hovered: bool
    is_hidden: bool
    is_focused: bool


class HeaderPlace(NamedTuple):
    """Where it is, where its arrow (empty for none), whether it is wide enough for a line, and
    from where to where it is in sight."""

    where: QRectF
    arrow: QRectF
    is_wide: bool
    first: float
    last: float


def draw_header(
    painter: QPainter, place: HeaderPlace, column: Column, theme: Theme, state: HeaderState,
    icons: IconPictures,
) -> None:  # fmt: skip
    """Draw the header of a column."""
    where, arrow, is_wide = place[:3]
    if state.is_hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover))
        painter.drawRoundedRect(where.adjusted(0, 6, 0, -4), CORNER, CORNER)
    if state.is_focused:
        _draw_ring(painter, where, theme)
    if state.is_hidden or where.width() < 20:
        return
    if column.is_collapsed:
        _draw_collapsed(painter, where, column, theme, icons)
        return
    if arrow.right() <= place.last:
        _draw_arrow(painter, arrow, FOLD, theme, icons)
    inset = 12.0 if is_wide else 4.0
    left = max(where.left() + inset, place.first + 8)
    right = min(where.right() - inset - arrow.width(), place.last - 8)
    text = QRectF(left, 0, right - left, where.height())
    is_cut = place.first > where.left() or place.last < where.right()
    if text.width() >= (60 if is_cut else 28):
        (_draw_wide if is_wide else _draw_narrow)(painter, text, column, theme, icons)


def draw_new_stage(
    painter: QPainter, where: QRectF, words: str, theme: Theme, state: HeaderState
) -> None:
    """Draw the place for a new stage."""
    if state.is_focused:
        _draw_ring(painter, where.adjusted(0, -5, 0, 5), theme)
    if state.is_hidden:
        return
    painter.setPen(QPen(QColor(theme.ink_2), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(theme.hover) if state.is_hovered else QColor(theme.board))
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
    painter.setPen(QColor(theme.ink_2))
    painter.setFont(bold_face(13))
    painter.drawText(QRect(where.toRect()), Qt.AlignmentFlag.AlignCenter, words)


def _draw_ring(painter: QPainter, where: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(where.adjusted(1, 4, -1, -4), CORNER, CORNER)


def _draw_arrow(
    painter: QPainter, where: QRectF, icon: str, theme: Theme, icons: IconPictures
) -> None:
    if not where.isEmpty():
        middle = where.center()
        square = QRectF(middle.x() - 8, middle.y() - 8, 16, 16)
        icons.draw(painter, icon, square, theme.ink_2)


def _draw_collapsed(
    painter: QPainter, where: QRectF, column: Column, theme: Theme, icons: IconPictures
) -> None:
    """The arrow that expands it over the count; the name stands turned below the header."""
    _draw_arrow(painter, where.adjusted(0, 6, 0, -26), UNFOLD, theme, icons)
    painter.setFont(face(SMALL))
    painter.setPen(QColor(theme.ink_2))
    count = f"{column.count:,}"
    if column.is_locked and where.width() >= 40:
        _draw_lock(painter, where.center().x() - 18, 36, theme, icons)
        painter.drawText(QPointF(where.center().x(), 46), count)
    else:
        below = where.adjusted(-10, 33, 10, -9)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, count)


def _draw_wide(
    painter: QPainter, text: QRectF, column: Column, theme: Theme, icons: IconPictures
) -> None:
    font = bold_face(15)
    font.setItalic(column.stage is None)
    name = QFontMetricsF(font).elidedText(column.name, Qt.TextElideMode.ElideRight, text.width())
    painter.setFont(font)
    painter.setPen(QColor(theme.ink if column.stage else theme.ink_2))
    painter.drawText(QPointF(text.left(), 28), name)
    painter.setFont(face(SMALL))
    painter.setPen(QColor(theme.ink_2))
    left = text.left()
    if column.is_locked:
        _draw_lock(painter, left, 36, theme, icons)
        left += LOCK + 5
    painter.drawText(QPointF(left, 46), _counted(painter, column, text.right() - left))


def _counted(painter: QPainter, column: Column, room: float) -> str:
    """“8 notes, 6 after merging”; shorter where there is no room for it."""
    words = merged_words(column.count, column.standing)
    fits = painter.fontMetrics().horizontalAdvance(words) <= room
    return words if fits else _short_count(column)


def _short_count(column: Column) -> str:
    """“8”, or “8, now 6” after merging."""
    now = f", now {column.standing:,}" if column.merged else ""
    return f"{column.count:,}{now}"


def _draw_lock(painter: QPainter, x: float, y: float, theme: Theme, icons: IconPictures) -> None:
    icons.draw(painter, "lock", QRectF(x, y - 1, LOCK, LOCK), theme.ink_2, 2.4)


def _draw_narrow(
    painter: QPainter, text: QRectF, column: Column, theme: Theme, icons: IconPictures
) -> None:
    """The name in two short lines, the bare count below."""
    painter.setPen(QColor(theme.ink if column.stage else theme.ink_2))
    font = bold_face(SMALL)
    font.setItalic(column.stage is None)
    top = 7.0
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    first = _first_line(column, text.width())
    for words in filter(None, (first, column.name[len(first) :].strip())):
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(QPointF(text.left(), top + 12), shown)
        top += 15
    painter.setFont(face(SMALL))
    painter.setPen(QColor(theme.ink_2))
    count = _short_count(column)
    painter.drawText(QPointF(text.left(), top + 13), count)
    if column.is_locked:
        after = text.left() + painter.fontMetrics().horizontalAdvance(count) + 5
        _draw_lock(painter, after, top + 3, theme, icons)


def _first_line(column: Column, width: float) -> str:
    font = bold_face(SMALL)
    font.setItalic(column.stage is None)
    layout = QTextLayout(column.name, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    first = column.name[: line.textLength()].rstrip() if line.isValid() else ""
    layout.endLayout()
    return first
