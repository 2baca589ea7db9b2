"""The paper of notes, drawn once for each look and scale and then only copied."""

from collections import OrderedDict
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from motworkshop.canvas.card import MARGIN
from motworkshop.canvas.colours import mixed
from motworkshop.canvas.foot import draw_badge, draw_marks
from motworkshop.canvas.patterns import draw_pattern
from motworkshop.canvas.sheet import MOST_BELOW, READABLE, STEADY, Sheet, sheet_of
from motworkshop.canvas.standing import draw_frame, draw_halo
from motworkshop.look import NOTE_CORNER, CategoryStyle, Theme, category_style
from motworkshop.values import dataclass

BAND = 11.0
"""Board pixels of the patterned edge."""
TINY = 0.1
"""Device pixels per board pixel below which a note is a spot of colour."""
BADGE, ROOMY = 15.0, 27.0
"""Screen pixels of the sign on a note without text, and of the least height that has room for it
below the number."""
KEPT_BYTES = 48_000_000


class Look(NamedTuple):
    """What tells the papers of two notes apart, their texts and numbers aside; `below` is how many
    sheets stick out under it."""

    style: int
    steps: int
    below: int
    is_locked: bool
    is_selected: bool
    standing: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A drawn paper; the note's corner lies `margin` device pixels inside the pixmap's."""

    pixmap: QPixmap
    margin: int


class Papers:
    """Draws papers when first needed and keeps the last ones. `dpr`: device pixels per pixel."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[tuple[Look, float, float], Paper] = OrderedDict()
        self._bytes = 0

    def get(self, look: Look, scale: float, dpr: float) -> Paper:
        """The paper for this look at `scale` device pixels per board pixel."""
        key = (look, scale, dpr)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = _drawn(look, scale, dpr, self._theme)
            self._bytes += _size(found)
            while self._bytes > KEPT_BYTES and len(self._kept) > 1:
                self._bytes -= _size(self._kept.popitem(last=False)[1])
        return found


def _size(paper: Paper) -> int:
    return paper.pixmap.width() * paper.pixmap.height() * 4


def _drawn(look: Look, scale: float, dpr: float, theme: Theme) -> Paper:
    is_spot = scale < TINY and not (look.is_selected or look.standing)
    margin = 0 if is_spot else ceil(MARGIN * scale) + 1  # copied quickest: nothing beside it
    full = sheet_of(look.steps, 0, scale / dpr)
    below = look.below if scale >= TINY else 0
    place = sheet_of(look.steps, below, scale / dpr, is_framed=bool(look.standing))
    whole, sheet = _in_device(full.whole, dpr), _in_device(place.whole, dpr)
    pixmap = QPixmap(round(whole.width()) + 2 * margin, round(whole.height()) + 2 * margin)
    style = category_style(look.style or None)
    pixmap.fill(QColor(style.paper) if is_spot else Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(margin, margin)
    if look.is_selected:
        _draw_ring(painter, whole, scale, dpr, theme)
    if place.zoom >= READABLE:
        _draw_shadow(painter, whole, scale, theme)
    if scale >= TINY:
        _draw_stack(painter, sheet, look, place.offset * dpr, scale, dpr)
    _draw_sheet(painter, sheet, style, scale, dpr)
    if look.is_hidden:
        _draw_back(painter, sheet, style, scale)
    if look.standing and sheet.height() >= 12 * dpr:
        draw_frame(painter, look.standing, sheet, dpr)
        if theme.is_dark:
            draw_halo(painter, look.standing, whole, dpr, theme.ink)
    _draw_signs(painter, look, place, dpr)
    painter.end()
    return Paper(pixmap, margin)


def _in_device(sheet: QRectF, dpr: float) -> QRectF:
    """Whole device pixels."""
    return QRectF(0, 0, max(2, round(sheet.width() * dpr)), max(2, round(sheet.height() * dpr)))


def _draw_shadow(painter: QPainter, sheet: QRectF, scale: float, theme: Theme) -> None:
    """A soft shadow from a low light: many faint sheets, each a little wider."""
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 0.05 if theme.is_dark else 0.018
    painter.setBrush(QColor.fromRgbF(0.05, 0.06, 0.1, strength))
    for layer in range(9):
        reach = (layer - 1) * scale
        grown = sheet.adjusted(-reach, -reach * 0.6, reach, reach).translated(0, 2.5 * scale)
        painter.drawRoundedRect(grown, 3 * scale + reach, 3 * scale + reach)


def _draw_ring(painter: QPainter, sheet: QRectF, scale: float, dpr: float, theme: Theme) -> None:
    """The ring of a selected note, with a gap to its paper so that it shows without colour."""
    width = max(2.0 * dpr, 2.5 * scale)
    reach = max(3.5 * scale, 1.0 * dpr) + width / 2
    reach = min(reach, MARGIN * scale + 1 - width / 2)
    painter.setBrush(QColor(theme.board))
    painter.setPen(QPen(QColor(theme.accent), width))
    corner = NOTE_CORNER * scale + reach
    painter.drawRoundedRect(sheet.adjusted(-reach, -reach, reach, reach), corner, corner)


def _draw_stack(
    painter: QPainter, sheet: QRectF, look: Look, offset: float, scale: float, dpr: float
) -> None:
    """The sheets below, each a little further out; all of it inside the note's own place."""
    style = category_style(look.style or None)
    line = max(1.0, float(round(dpr)))
    painter.setPen(QPen(QColor(style.mark), line))
    painter.setBrush(mixed(style.paper, style.mark, 0.16))
    for number in range(min(look.below, MOST_BELOW), 0, -1):
        moved = sheet.translated(round(number * offset), round(number * offset))
        corner = NOTE_CORNER * scale
        inner = moved.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(inner, corner, corner)


def _draw_sheet(
    painter: QPainter, sheet: QRectF, style: CategoryStyle, scale: float, dpr: float
) -> None:
    if scale < TINY:
        painter.fillRect(sheet, mixed(style.paper, style.mark, 0.3))
        return
    line = max(1.0, float(round(dpr)))
    inner = sheet.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    path = QPainterPath()
    path.addRoundedRect(inner, NOTE_CORNER * scale, NOTE_CORNER * scale)
    painter.fillPath(path, QColor(style.paper))
    if style.sign:
        painter.save()
        painter.setClipPath(path)
        painter.scale(scale, scale)
        edge = QRectF(0, 0, BAND, sheet.height() / scale)
        painter.fillRect(edge, mixed(style.paper, style.mark, 0.12))
        draw_pattern(painter, style.pattern, style.mark, edge)
        painter.restore()
    painter.strokePath(path, QPen(QColor(style.mark), line))


def _draw_back(painter: QPainter, sheet: QRectF, style: CategoryStyle, scale: float) -> None:
    """The back of a note that lies face down: a shade darker, with a frame inside its edge."""
    if scale < TINY:
        return
    inset = max(2.0, 7 * scale)
    painter.setPen(QPen(mixed(style.paper, style.mark, 0.45), max(1.0, 1.5 * scale)))
    painter.setBrush(mixed(style.paper, style.mark, 0.14))
    corner = NOTE_CORNER * scale
    painter.drawRoundedRect(sheet.adjusted(inset, inset, -inset, -inset), corner, corner)


def _draw_signs(painter: QPainter, look: Look, place: Sheet, dpr: float) -> None:
    """Category and lock in the foot; from afar the category's sign alone, in the corner."""
    style = category_style(look.style or None)
    painter.scale(dpr, dpr)
    if place.zoom >= READABLE:
        painter.translate(0, place.middle)
        painter.scale(place.unit, place.unit)
        draw_marks(painter, style, look.is_locked, place)
    elif style.sign and place.whole.height() >= ROOMY:
        corner = place.whole.bottomRight()
        side = BADGE / STEADY
        painter.translate(corner.x() - BADGE - 3, corner.y() - BADGE - 3)
        painter.scale(STEADY, STEADY)
        draw_badge(painter, QRectF(0, 0, side, side), style)
