"""The paper of notes, drawn once for each look and scale and then only copied."""

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from motworkshop.canvas.card import MARGIN
from motworkshop.canvas.colours import mixed
from motworkshop.canvas.icons import draw_icon
from motworkshop.canvas.patterns import draw_pattern
from motworkshop.canvas.standing import draw_standing
from motworkshop.canvas.typeface import bold_face
from motworkshop.look import NOTE_CORNER, CategoryStyle, Theme, category_style
from motworkshop.model.layout import NOTE_WIDTH, STEP

BAND = 11.0
"""Board pixels of the patterned edge."""
LEGIBLE = 0.35
"""Device pixels per board pixel below which a note is paper, sign and number, without text."""
TINY = 0.1
CHIP = 39.0
"""Board pixels of the chip with icon and sign."""
WHITE = "#FFFFFF"
KEPT_BYTES = 48_000_000


class Look(NamedTuple):
    """What tells the papers of two notes apart, their texts and numbers aside."""

    style: int
    steps: int
    is_stacked: bool
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
    margin = ceil(MARGIN * scale) + 1
    width, height = max(2, round(NOTE_WIDTH * scale)), max(2, round(look.steps * STEP * scale))
    pixmap = QPixmap(width + 2 * margin, height + 2 * margin)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(margin, margin)
    sheet = QRectF(0, 0, width, height)
    style = category_style(look.style or None)
    if look.is_selected:
        _draw_ring(painter, sheet, scale, dpr, theme)
    if scale >= LEGIBLE:
        _draw_shadow(painter, sheet, scale, theme)
    if look.is_stacked:
        _draw_stack(painter, sheet, style, scale, dpr)
    _draw_sheet(painter, sheet, style, scale, dpr)
    if look.is_hidden:
        _draw_back(painter, sheet, style, scale)
    if scale >= LEGIBLE:
        _draw_marks(painter, look, style, scale)
    else:
        _draw_sign(painter, sheet, style, dpr)
    if look.standing:
        _draw_standing(painter, look, sheet, scale, dpr)
    painter.end()
    return Paper(pixmap, margin)


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
    painter: QPainter, sheet: QRectF, style: CategoryStyle, scale: float, dpr: float
) -> None:
    painter.setPen(QPen(QColor(style.mark), max(1.0, round(dpr))))
    painter.setBrush(mixed(style.paper, style.mark, 0.16))
    for distance in (8, 4):
        moved = sheet.translated(distance * scale, distance * scale)
        painter.drawRoundedRect(moved, NOTE_CORNER * scale, NOTE_CORNER * scale)


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


def _draw_marks(painter: QPainter, look: Look, style: CategoryStyle, scale: float) -> None:
    """Icon and sign of the category, white on its mark, and the lock, in the lower right corner;
    all above the lower edge, on which a note's standing is written."""
    painter.save()
    painter.scale(scale, scale)
    right, middle = NOTE_WIDTH - 8.0, look.steps * STEP - 17.0
    if style.sign:
        _draw_chip(painter, QRectF(right - CHIP, middle - 9, CHIP, 18), style)
        right -= CHIP + 5
    if look.is_locked:
        draw_icon(painter, "lock", QRectF(right - 12, middle - 7, 12, 12), style.mark, 2.6)
    painter.restore()


def _draw_chip(painter: QPainter, where: QRectF, style: CategoryStyle) -> None:
    """The category's icon and sign, white on its mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.mark))
    painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)
    icon = QRectF(where.left() + 6, where.top() + 2, 14, 14)
    draw_icon(painter, style.icon, icon, WHITE, 2.4)
    painter.setPen(QColor(WHITE))
    painter.setFont(bold_face(13))
    painter.drawText(where.adjusted(21, 0, -5, 0), Qt.AlignmentFlag.AlignCenter, style.sign)


def _draw_standing(painter: QPainter, look: Look, sheet: QRectF, scale: float, dpr: float) -> None:
    """On the lower edge where the note stands to the cut; from afar the sign alone."""
    pixels = max(scale, 0.7 * dpr)
    if scale < LEGIBLE:
        if sheet.height() >= 24 * pixels:
            draw_standing(painter, look.standing, sheet.bottomLeft(), pixels, has_word=False)
        return
    corner = sheet.bottomLeft() + QPointF(62 * scale, 0)
    draw_standing(painter, look.standing, corner, scale, has_word=True)


def _draw_sign(painter: QPainter, sheet: QRectF, style: CategoryStyle, dpr: float) -> None:
    """The sign alone, at a size that can still be read from afar."""
    size = 12 * dpr
    if style.sign and sheet.height() >= size + 12 * dpr:
        corner = sheet.bottomRight() - QPointF(size + 3 * dpr, size + 3 * dpr)
        _draw_badge(painter, QRectF(corner.x(), corner.y(), size, size), style, round(9 * dpr))


def _draw_badge(painter: QPainter, where: QRectF, style: CategoryStyle, pixels: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.mark))
    painter.drawEllipse(where)
    painter.setPen(QColor(WHITE))
    painter.setFont(bold_face(pixels))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, style.sign)
