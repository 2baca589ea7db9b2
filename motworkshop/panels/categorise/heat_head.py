"""The heads of the columns of the heat map: names of the categories, and their signs below."""

from collections.abc import Sequence

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


def has_level_room(names: Sequence[str], width: int, of: QWidget) -> bool:
    """Whether every name can be read in full, lying in a column of this width."""
    metrics = QFontMetricsF(_small(of))
    return all(metrics.horizontalAdvance(_words(name)) + 4 <= width for name in names)


class HeatHead(QWidget):
    """The sign, and above it the name: level, or from the bottom up where it has no room to."""

    def __init__(self, name: str, style: CategoryStyle, *, is_turned: bool) -> None:
        super().__init__()
        self._style = style
        self._is_turned = is_turned
        self._words = _words(name)
        self.setToolTip(plain_tip(self._words))
        self.setAccessibleName(self._words)

    @override
    def sizeHint(self) -> QSize:
        if not self._is_turned:
            return QSize(SIGN, LINE + SIGN)
        wide = QFontMetricsF(_small(self)).horizontalAdvance(self._words)
        return QSize(SIGN, int(min(LONGEST, wide + 2)) + GAP + SIGN)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sign(painter)
        painter.setFont(_small(self))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        if not self._is_turned:
            level = QRectF(0, 0, self.width(), LINE)
            painter.drawText(level, Qt.AlignmentFlag.AlignCenter, self._words)
            return
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


def _words(name: str) -> str:
    return name[:1].upper() + name[1:]


def _small(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(SMALL)
    return font
