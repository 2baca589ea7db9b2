"""The phase rail: the table of contents of a workshop, with the clock under it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.document import Document
from motworkshop.look import CORNER, SMALL, SPACE
from motworkshop.model.arithmetic import half_up
from motworkshop.model.change import Change
from motworkshop.model.memory import reads
from motworkshop.model.moments import lacks, moments_of
from motworkshop.model.phases import clock_of
from motworkshop.model.records import (
    Action,
    Ballot,
    Category,
    Cluster,
    Count,
    Metric,
    MomentOfTruth,
    Note,
    Participant,
    PhaseClock,
    PhaseKind,
    PhaseStatus,
    Round,
    Stage,
    Turnout,
)
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label, line, set_state
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.rows import beside
from motworkshop.panels.controls.scrolling import scrolling as scrolling
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock, as_clock
from motworkshop.panels.phases.guide import GUIDES
from motworkshop.panels.phases.time_box import minutes_field, show_minutes

RAIL = 176
ROW = 40
OUT_OF_REACH = 0.5
"""How faintly a phase is written that cannot be opened now."""
COUNTED = (
    Action, Ballot, Category, Cluster, Count, Metric, MomentOfTruth, Note, Participant, Round, Stage,
)  # fmt: skip
"""What may make a moment of truth complete, or another one."""


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, SPACE)
        column.setSpacing(0)
        for number, kind in enumerate(PhaseKind, start=1):
            button = PhaseButton(number, GUIDES[kind].name, icons)
            button.clicked.connect(lambda _checked=False, kind=kind: clock.go_to(kind))
            self._buttons[kind] = button
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(line())
        column.addWidget(ClockFace(clock))
        Soon(self, document, COUNTED, self._refresh)
        document.changed.connect(self._on_changed)
        clock.moved.connect(self._refresh)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        if change.has(PhaseClock):
            self._refresh()

    def _refresh(self) -> None:
        workshop = self._document.workshop
        count = workshop.remember(cards_words)
        for kind, button in self._buttons.items():
            is_open = kind is self._clock.phase
            is_done = clock_of(workshop, kind).status is PhaseStatus.DONE
            is_done = self._clock.was_done if is_open else is_done
            is_done = is_done and not (kind is PhaseKind.REPORT and count)
            is_cards = kind is PhaseKind.OWN
            button.show_state(is_done=is_done, is_open=is_open, count=count if is_cards else "")


@reads(Action, Ballot, Cluster, Count, Metric, MomentOfTruth, Round, Turnout, ids_of=(Note,))
def cards_words(workshop: Workshop) -> str:
    """“8/10”: how many moments of truth lack nothing; "" where none does, or there are none."""
    moments = moments_of(workshop)
    complete = sum(1 for moment in moments if not lacks(moment))
    return f"{complete}/{len(moments)}" if complete < len(moments) else ""


class PhaseButton(QAbstractButton):
    """One phase in the rail: its number, its name, and how far the group is with it."""

    def __init__(self, number: int, name: str, icons: Icons) -> None:
        super().__init__()
        self._number = number
        self._icons = icons
        self._is_done = False
        self._is_open = False
        self._count = ""
        self._shown: object = None
        self.setText(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(ROW)
        icons.changed.connect(self.update)

    def show_state(self, *, is_done: bool, is_open: bool, count: str = "") -> None:
        """Show it as open, done or to come; `count` says how much of it is complete so far."""
        shown = (is_done and not count, is_open, count)
        if shown == self._shown:
            return
        self._shown = shown
        self._is_done, self._is_open, self._count = shown
        parts = ["open now"] if is_open else []
        parts += [f"{count.replace('/', ' of ')} complete"] if count else []
        parts += ["done"] if self._is_done else []
        state = ", ".join(parts or ["to come"])
        self.setAccessibleName(f"Phase {self._number}, {self.text()}, {state}")
        again = ". Open it again at any time; nothing is lost" if self._is_done else ""
        self.setToolTip(f"{self.text()}: {state}{again}")
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
        row = QRectF(self.rect()).adjusted(SPACE / 2, 2, -SPACE / 2, -2)
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
        if not (self.isEnabled() or self._is_open):
            painter.setOpacity(OUT_OF_REACH)
        self._paint_words(painter, row, theme.ink if self._is_open else theme.ink_2)

    def _paint_words(self, painter: QPainter, row: QRectF, ink: str) -> None:
        painter.setPen(QPen(ink))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._is_open else QFont.Weight.Normal)
        painter.setFont(font)
        centred = Qt.AlignmentFlag.AlignVCenter
        sign = QRectF(row.left() + 8, row.center().y() - 8, 16, 16)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, str(self._number))
        room = row.adjusted(26, 0, -self._paint_progress(painter, row), 0)
        painter.setFont(font)
        painter.setPen(QPen(ink))
        words = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, centred | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_progress(self, painter: QPainter, row: QRectF) -> float:
        """At the right end: how much is complete, or a tick; the room that it takes."""
        theme = self._icons.theme
        if self._count:
            font = QFont(self.font())
            font.setPixelSize(SMALL)
            painter.setFont(font)
            painter.setPen(QPen(theme.ink_2))
            room = row.adjusted(0, 0, -6, 0)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, right, self._count)
            return QFontMetrics(font).horizontalAdvance(self._count) + 6.0
        if not self._is_done:
            return 0.0
        tick = QRectF(row.right() - 16, row.center().y() - 6, 12, 12)
        self._icons.paint(painter, "check", tick, theme.ok)
        return 16.0


class ClockFace(QWidget):
    """What is left of the time box, its minutes, and the button that starts and pauses it. Where the phase has
    two time boxes, the name of the one at hand and the way on to the second."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._name = label("", "section")
        self._time = label("", "clock")
        self._words = label("", "small")
        self._button = push_button("")
        self._button.clicked.connect(self._on_clicked)
        self._minutes = minutes_field()
        self._minutes.setFixedWidth(72)
        self._minutes.valueChanged.connect(clock.plan)
        self._following = push_button("")
        self._following.clicked.connect(lambda: clock.begin_box(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, SPACE, 12, SPACE)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._time)
        column.addWidget(self._words)
        column.addSpacing(SPACE)
        column.addWidget(beside(self._button, self._minutes, spacing=SPACE))
        column.addSpacing(SPACE)
        column.addWidget(self._following)
        clock.ticked.connect(self._refresh)
        clock.moved.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        clock = self._clock
        is_over = clock.left < 0
        self._time.setText(as_clock(abs(clock.left)))
        self._time.setVisible(clock.is_running or not (is_over or clock.is_past))
        set_state(self._time, "over", is_over)
        self._words.setText(_used_words(clock))
        self._show_boxes()
        has_left = clock.is_begun and not is_over and not clock.is_past
        words = "Pause" if clock.is_running else "Go on" if has_left else "Start"
        if self._button.text() != words:
            self._button.setText(words)
            name = f"{words} with the clock" if words == "Go on" else f"{words} the clock"
            self._button.setAccessibleName(name)
            self._button.setToolTip(name)

    def _show_boxes(self) -> None:
        boxes, place = self._clock.boxes, self._clock.place
        show_minutes(self._minutes, boxes[place])
        self._name.setText(boxes[place].name)
        self._name.setVisible(len(boxes) > 1)
        self._following.setVisible(place + 1 < len(boxes))
        if place + 1 < len(boxes):
            self._following.setText(f"Begin: {boxes[place + 1].name}")

    def _on_clicked(self) -> None:
        if self._clock.is_running:
            self._clock.pause()
        else:
            self._clock.start()


def _used_words(clock: Clock) -> str:
    """“10 min planned” before the first start, then “3 of 10 min used”; past the plan “2 min
    over the 10 planned”. Of a phase that is done only what it took is of interest."""
    used, planned = round(clock.used / 60), clock.planned
    if clock.is_past:
        return f"Took {used} min, {planned} planned" if used else ""
    if clock.left < 0:
        over = half_up(-clock.left / 60)
        told = f"{over} min" if over else "Just"
        return f"{told} over the {planned} planned"
    return f"{used} of {planned} min used" if clock.is_begun else f"{planned} min planned"
