"""One note of the ballot: its number on its paper, its text, the dots on it, + and −."""

from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from motworkshop.look import CORNER, NOTE_CORNER, NOTE_INK, TEXT, CategoryStyle, Theme
from motworkshop.model.records import Note
from motworkshop.model.voting import counted
from motworkshop.panels.controls.labels import plain_tip
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.lettering import fitted_lines, sized

LEAST = 44
CHIP = 36
BUTTON = 28
DOT = 12
MOST_DRAWN = 5
"""Above this many dots on a row a number stands for them."""
MOST_LINES = 3


@dataclass(slots=True)
class RowState:
    """What a row shows of the turn: its dots, whether one more may come, and how many fit."""

    dots: int = 0
    can_add: bool = True
    cap: int | None = None
    ink: str = ""
    lines: list[str] = field(default_factory=list)


class BallotRow(QAbstractButton):
    """A row to click. Signals: `added(note)` and `taken_back(note)`, one dot each."""

    added = Signal(object)
    taken_back = Signal(object)

    def __init__(self, note: Note, style: CategoryStyle, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self.note = note
        self.theme = theme
        self._style = style
        self._icons = icons
        self._state = RowState()
        self._pressed_at: QPointF | None = None
        self._is_back = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription("Plus adds a dot, minus takes one back")
        self.clicked.connect(self._on_clicked)
        self.show_dots(0, None, can_add=True)

    def show_dots(self, dots: int, cap: int | None, *, can_add: bool, ink: str = "") -> None:
        """Show how many dots lie here; `ink` is the voter's colour in an open round."""
        self._state.dots = dots
        self._state.cap = cap
        self._state.can_add = can_add
        self._state.ink = ink
        self.setAccessibleName(f"{self.note.number}: {self.note.text}, {counted(dots, 'dot')}")
        self.update()

    def height_for(self, width: int) -> int:
        """The height at this width; breaks the text anew."""
        room = width - CHIP - 16 - self._tail()
        font = sized(self.font(), TEXT)
        self._state.lines = fitted_lines(self.note.text, font, room, MOST_LINES)
        is_cut = bool(self._state.lines) and self._state.lines[-1].endswith("…")
        self.setToolTip(plain_tip(self.note.text) if is_cut else "")
        return max(LEAST, ceil(len(self._state.lines) * self._leading()) + 16)

    def _leading(self) -> float:
        return QFontMetricsF(sized(self.font(), TEXT)).height() * 1.15

    def _tail(self) -> int:
        """The width of dots and buttons at the right end."""
        return self._slots() * (DOT + 4) + 2 * BUTTON + 24

    def _slots(self) -> int:
        cap = self._state.cap
        return cap if cap is not None and cap <= MOST_DRAWN else MOST_DRAWN - 1

    def place_of_minus(self) -> QRectF:
        """Where − can be clicked."""
        return self._button(1)

    def place_of_plus(self) -> QRectF:
        """Where + can be clicked; so can all the rest of the row but −."""
        return self._button(0)

    def _button(self, place: int) -> QRectF:
        left = self.width() - 8 - (place + 1) * BUTTON - place * 4
        return QRectF(left, (self.height() - BUTTON) / 2, BUTTON, BUTTON)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        self._is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def _on_clicked(self) -> None:
        at, self._pressed_at = self._pressed_at, None
        is_back = at is not None and (self._is_back or self.place_of_minus().contains(at))
        (self.taken_back if is_back else self.added).emit(self.note.id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._paint_chip(painter)
        self._paint_words(painter)
        self._paint_dots(painter)
        self._paint_button(painter, "plus", self.place_of_plus(), is_live=self._state.can_add)
        self._paint_button(painter, "minus", self.place_of_minus(), is_live=self._state.dots > 0)

    def _paint_card(self, painter: QPainter) -> None:
        theme = self.theme
        has_dots = self._state.dots > 0
        painter.setBrush(QColor(theme.hover if self.underMouse() else theme.panel))
        painter.setPen(QPen(QColor(theme.ink if has_dots else theme.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), CORNER, CORNER)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)

    def _paint_chip(self, painter: QPainter) -> None:
        paint_chip(
            painter, QRectF(10, (self.height() - 24) / 2, CHIP - 4, 24), self.note, self._style
        )

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), TEXT, is_strong=self._state.dots > 0))
        painter.setPen(QColor(self.theme.ink))
        leading = self._leading()
        top = (self.height() - leading * len(self._state.lines)) / 2
        room = self.width() - CHIP - 16 - self._tail() + 8
        for place, line in enumerate(self._state.lines):
            box = QRectF(CHIP + 16, top + place * leading, room, leading)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def _paint_dots(self, painter: QPainter) -> None:
        dots, slots = self._state.dots, self._slots()
        right = self.place_of_minus().left() - 8
        ink = QColor(self._state.ink or self.theme.ink)
        middle = self.height() / 2
        if dots > slots:
            painter.setFont(sized(self.font(), TEXT, is_strong=True))
            painter.setPen(QColor(self.theme.ink))
            box = QRectF(right - 64, middle - 12, 64 - DOT - 6, 24)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box, flags, f"{dots} ×")
            dots, slots = 1, 1
        for place in range(slots if self._state.cap is not None else dots):
            centre = QPointF(right - (slots - place - 0.5) * (DOT + 4) + 2, middle)
            is_given = place < dots
            painter.setBrush(ink if is_given else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.ink if is_given else self.theme.ink_2), 1))
            painter.drawEllipse(centre, DOT / 2, DOT / 2)

    def _paint_button(self, painter: QPainter, name: str, box: QRectF, *, is_live: bool) -> None:
        painter.save()
        painter.setOpacity(1.0 if is_live else 0.3)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.setBrush(QColor(self.theme.panel))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        sign = QRectF(box.center().x() - 8, box.center().y() - 8, 16, 16)
        self._icons.paint(painter, name, sign, self.theme.accent if is_live else self.theme.ink)
        painter.restore()


def paint_chip(painter: QPainter, box: QRectF, note: Note, style: CategoryStyle) -> None:
    """The number of a note on a small piece of its paper."""
    painter.setPen(QPen(QColor(style.mark), 1))
    painter.setBrush(QColor(style.paper))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), NOTE_CORNER, NOTE_CORNER)
    text = str(note.number)
    size = min(box.height() * 0.58, box.width() / max(2.0, len(text) * 0.68))
    painter.setFont(sized(painter.font(), size, is_strong=True))
    painter.setPen(QColor(NOTE_INK))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
