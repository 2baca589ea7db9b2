"""The heads of the columns of the heat map: names of the categories, and their signs below."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.look import SMALL, CategoryStyle
from motworkshop.panels.controls.category import paint_sign
from motworkshop.panels.controls.labels import plain_tip

SIGN, GAP, LINE = 24, 6, 16
LONGEST = 104
"""A name longer than this ends in an ellipsis; the tooltip has all of it."""


class HeatNames(QWidget):
    """The names, level, every other one a line lower: so each has the room of two columns."""

    def __init__(self, names: Sequence[str], width: int, gap: int) -> None:
        super().__init__()
        self._names = [name[:1].upper() + name[1:] for name in names]
        self._step = width + gap
        self._gap = gap
        self._whole = len(names) * self._step - gap
        self.reach = self._beyond()
        self.setFixedSize(self._whole + self.reach, 2 * LINE)

    @property
    def fit(self) -> bool:
        """Whether every name can be read in full."""
        metrics = QFontMetricsF(_small(self))
        room = 2 * self._step - self._gap
        return all(metrics.horizontalAdvance(name) + 4 <= room for name in self._names)

    def _beyond(self) -> int:
        """How far a name in the middle of its column reaches beyond the last one."""
        metrics = QFontMetricsF(_small(self))
        half = (self._step - self._gap) / 2
        ends = [
            place * self._step + half + (metrics.horizontalAdvance(name) + 2) / 2
            for place, name in enumerate(self._names)
        ]
        return max(0, ceil(max(ends, default=0.0) - self._whole))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(_small(self))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for place, name in enumerate(self._names):
            wide = painter.fontMetrics().horizontalAdvance(name) + 2.0
            middle = place * self._step + (self._step - self._gap) / 2
            left = max(0.0, min(middle - wide / 2, self.width() - wide))
            box = QRectF(left, (place % 2) * LINE, wide, LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


class HeatHead(QWidget):
    """The sign; above it the name from the bottom up where it has no room to lie level."""

    def __init__(self, name: str, style: CategoryStyle, *, is_turned: bool) -> None:
        super().__init__()
        self._style = style
        self._is_turned = is_turned
        self._words = name[:1].upper() + name[1:]
        self.setToolTip(plain_tip(self._words))
        self.setAccessibleName(self._words)

    @override
    def sizeHint(self) -> QSize:
        if not self._is_turned:
            return QSize(SIGN, SIGN)
        wide = QFontMetricsF(_small(self)).horizontalAdvance(self._words)
        return QSize(SIGN, int(min(LONGEST, wide + 2)) + GAP + SIGN)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sign(painter)
        if not self._is_turned:
            return
        painter.setFont(_small(self))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = QRectF(0, -self.width() / 2, self.height() - SIGN - GAP, self.width())
        painter.translate(self.width() / 2, self.height() - SIGN - GAP)
        painter.rotate(-90)
        words = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_sign(self, painter: QPainter) -> None:
        side = min(SIGN, self.width())
        box = QRectF((self.width() - side) / 2, self.height() - SIGN, side, SIGN)
        paint_sign(painter, box, self._style)


def _small(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(SMALL)
    return font
