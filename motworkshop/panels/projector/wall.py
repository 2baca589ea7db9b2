"""What a picture is painted on: sizes in parts of the height, and one way to write."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from motworkshop.look import NOTE_INK, CategoryStyle, Theme
from motworkshop.panels.icons import Icons
from motworkshop.panels.projector.fitting import (
    LEADING,
    MOST_LINES,
    Fitted,
    Sizes,
    balanced,
    fit,
)
from motworkshop.values import dataclass

PARTS = 30
"""No text of ours is smaller than the height in so many parts (LOOK.md, the projector view)."""
NARROWEST = 36
"""A picture narrower than so many parts has smaller ones: a window that somebody made slim."""
TOP, BOTTOM, SIDE = 3.6, 1.2, 2.0
"""Margins of a picture in parts; the head stands in the upper one."""

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Type:
    """How something is written: sizes in parts of the height, `role` a colour of the theme."""

    size: float = 1.0
    least: float = 1.0
    is_strong: bool = False
    role: str = "ink"
    lines: int = MOST_LINES
    across: Qt.AlignmentFlag = LEFT
    is_middle: bool = False
    is_balanced: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """The clock as the room sees it: the figures, and a word if it does not simply run."""

    figures: str
    word: str = ""
    is_running: bool = False
    is_over: bool = False


class Wall:
    """A painter with a theme and a unit. All text goes through `write`, which keeps what it wrote."""

    def __init__(
        self, painter: QPainter, size: QSizeF, theme: Theme, icons: Icons, face: QFont
    ) -> None:
        self.painter = painter
        self.theme = theme
        self.icons = icons
        self.time: Time | None = None
        self.ratio = 1.0
        self.written: list[str] = []
        self._size = size
        self._face = face
        self.unit = min(size.height() / PARTS, size.width() / NARROWEST)

    @property
    def whole(self) -> QRectF:
        """All of the wall."""
        return QRectF(0, 0, self._size.width(), self._size.height())

    @property
    def room(self) -> QRectF:
        """The wall without its head and its margins."""
        unit = self.unit
        return self.whole.adjusted(SIDE * unit, TOP * unit, -SIDE * unit, -BOTTOM * unit)

    def colour(self, role: str) -> QColor:
        """A colour of the theme, or one written as "#RRGGBB"."""
        return QColor(role if role.startswith("#") else getattr(self.theme, role))

    def mix(self, one: str, other: str, part: float) -> QColor:
        """A colour between two."""
        a, b = self.colour(one), self.colour(other)
        return QColor.fromRgbF(
            a.redF() + (b.redF() - a.redF()) * part,
            a.greenF() + (b.greenF() - a.greenF()) * part,
            a.blueF() + (b.blueF() - a.blueF()) * part,
        )

    def measure(self, words: str, room: QSizeF, how: Type) -> Fitted:
        """How `write` would write it."""
        sizes = Sizes(how.size * self.unit, min(how.size, how.least) * self.unit, how.lines)
        fitted = fit(words, self._face, room, sizes, is_strong=how.is_strong)
        return balanced(words, fitted, room.width()) if how.is_balanced else fitted

    def alike(self, texts: Iterable[str], room: QSizeF, how: Type) -> Type:
        """How to write rows of a list alike: as small as the longest of them needs it."""
        sizes = [self.measure(words, room, how).font.pixelSize() for words in texts]
        return replace(how, size=min([how.size, *(size / self.unit for size in sizes)]))

    def write(self, words: str, box: QRectF, how: Type) -> float:
        """Write into a box, as large as it goes; the height that was used."""
        fitted = self.measure(words, box.size(), how)
        top = box.center().y() - fitted.height / 2 if how.is_middle else box.top()
        painter = self.painter
        painter.setFont(fitted.font)
        painter.setPen(self.colour(how.role))
        flags = how.across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        for place, line in enumerate(fitted.lines):
            row = QRectF(box.left(), top + place * fitted.leading, box.width(), fitted.leading)
            painter.drawText(row, int(flags), line)
        if fitted.lines:
            self.written.append(" ".join(fitted.lines))
        return fitted.height

    def card(self, box: QRectF, fill: str = "panel", line: str = "line") -> None:
        """A sheet with a hairline around it."""
        self.painter.setPen(QPen(self.colour(line), max(1.0, self.unit / 24)))
        self.painter.setBrush(self.colour(fill))
        corner = self.unit / 4
        self.painter.drawRoundedRect(box, corner, corner)

    def chip(self, number: int, style: CategoryStyle, box: QRectF) -> None:
        """The number of a note on a piece of its paper."""
        self.painter.setPen(QPen(QColor(style.mark), max(1.0, self.unit / 20)))
        self.painter.setBrush(QColor(style.paper))
        corner = self.unit / 8
        self.painter.drawRoundedRect(box, corner, corner)
        text = str(number)
        size = max(1.0, box.height() / self.unit * 0.72)
        room = box.width() / self.unit / (0.66 * len(text))
        how = Type(min(size, room), 0.6, True, NOTE_INK, 1, CENTRE, True)
        spare = max(0.0, size * LEADING * self.unit - box.height()) / 2 + 1  # a low chip is full
        self.write(text, box.adjusted(0, -spare, 0, spare), how)
