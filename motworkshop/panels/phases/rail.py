"""The phase rail: the table of contents of a workshop, with the clock under it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.document import Document
from motworkshop.look import CORNER, SPACE
from motworkshop.model.phases import clock_of
from motworkshop.model.records import PhaseKind, PhaseStatus
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.labels import label, line, set_state
from motworkshop.panels.controls.scrolling import scrolling as scrolling
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock, as_clock
from motworkshop.panels.phases.guide import GUIDES

RAIL = 176
ROW = 40


class PhaseRail(QWidget):
    """Nine phases; a click opens any of them at any time."""

    def __init__(self, document: Document, clock: Clock, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL)
        self._document = document
        self._clock = clock
        self._buttons: dict[PhaseKind, PhaseButton] = {}
        self._now = label("", "small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, SPACE)
        column.setSpacing(0)
        for number, kind in enumerate(PhaseKind, start=1):
            button = PhaseButton(number, GUIDES[kind].name, icons)
            button.clicked.connect(lambda _checked=False, kind=kind: clock.go_to(kind))
            self._buttons[kind] = button
            column.addWidget(button)
        column.addSpacing(SPACE)
        column.addWidget(line())
        column.addWidget(_padded(self._now))
        column.addStretch(1)
        column.addWidget(ClockFace(clock, icons))
        document.changed.connect(self._refresh)
        clock.moved.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        for kind, button in self._buttons.items():
            status = clock_of(self._document.workshop, kind).status
            button.show_state(status, is_open=kind is self._clock.phase)
        self._now.setText(GUIDES[self._clock.phase].now)


class PhaseButton(QAbstractButton):
    """One phase in the rail: its number, its name, and how far the group is with it."""

    def __init__(self, number: int, name: str, icons: Icons) -> None:
        super().__init__()
        self._number = number
        self._icons = icons
        self._is_done = False
        self._is_open = False
        self.setText(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(ROW)
        icons.changed.connect(self.update)

    def show_state(self, status: PhaseStatus, *, is_open: bool) -> None:
        """Show it as open, done or to come."""
        self._is_done = status is PhaseStatus.DONE
        self._is_open = is_open
        state = "open now" if is_open else status.value
        self.setAccessibleName(f"Phase {self._number}, {self.text()}, {state}")
        self.setToolTip(f"{self.text()}: {state}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(RAIL, ROW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._icons.theme
        palette = self.palette()
        row = QRectF(self.rect()).adjusted(SPACE, 2, -SPACE, -2)
        if self._is_open or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(row, CORNER, CORNER)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), CORNER, CORNER)
        if self._is_open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(row.left(), row.top() + 8, 4, row.height() - 16), 2, 2)
        self._paint_words(painter, row, theme.ink if self._is_open else theme.ink_2)

    def _paint_words(self, painter: QPainter, row: QRectF, ink: str) -> None:
        painter.setPen(QPen(ink))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._is_open else QFont.Weight.Normal)
        painter.setFont(font)
        centred = Qt.AlignmentFlag.AlignVCenter
        sign = QRectF(row.left() + 10, row.center().y() - 8, 16, 16)
        if self._is_done:
            self._icons.paint(painter, "check", sign, self._icons.theme.ok)
        else:
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, str(self._number))
        room = row.adjusted(32, 0, 0, 0)
        words = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, centred | Qt.AlignmentFlag.AlignLeft, words)


class ClockFace(QWidget):
    """What is left of the time box, and the button that starts and pauses it."""

    def __init__(self, clock: Clock, icons: Icons) -> None:
        super().__init__()
        self._clock = clock
        self._icons = icons
        self._time = label("", "clock")
        self._words = label("", "small")
        self._button = icon_button(icons.icon("play", "accent"), "Start the clock")
        self._button.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._time)
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addLayout(words, 1)
        row.addWidget(self._button)
        clock.ticked.connect(self._refresh)
        clock.moved.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        left = self._clock.left
        is_running = self._clock.is_running
        is_past = left < 0 and not is_running
        planned, used = self._clock.planned, self._clock.used
        self._time.setText(f"{round(used / 60)} min" if is_past else as_clock(left))
        set_state(self._time, "over", left < 0 and is_running)
        past = f"used, {planned} planned"
        self._words.setText(past if is_past else _state_words(left, is_running=is_running))
        name = "Pause the clock" if is_running else "Start the clock"
        if self._button.accessibleName() != name:
            self._button.setIcon(self._icons.icon("pause" if is_running else "play", "accent"))
            self._button.setAccessibleName(name)
            self._button.setToolTip(name)

    def _on_clicked(self) -> None:
        if self._clock.is_running:
            self._clock.pause()
        else:
            self._clock.start()


def _state_words(left: int, *, is_running: bool) -> str:
    if left < 0:
        return "over the time box"
    return "left" if is_running else "left, paused"


def _padded(widget: QWidget) -> QWidget:
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(16, 12, 16, 0)
    column.addWidget(widget)
    return room
