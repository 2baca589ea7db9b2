"""The bars: they grow together, then sort; then ranks, the cut and the marks appear."""

from bisect import bisect_right
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.look import Theme
from motworkshop.model.records import Id
from motworkshop.model.tally import Standing
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.bar_painter import BarPainter, Moment, Row
from motworkshop.panels.reveal.bars import Bar, Bars

DURATION = 1400
GROWN = 0.55
"""The part of the time in which the bars grow; in the rest they sort."""
SHOWN = 0.92
"""From here on ranks, the cut and words fade in."""
CUT = 0.6
"""The height of the line, in parts of a row."""
LEAST_ROW, MOST_ROW = 38, 60
FIRST = 15
"""So many rows are to fit without scrolling."""
MOST_READ_OUT = 100


class RevealChart(QWidget):
    """All bars of a round under one another.

    Signals: `chosen(note)`; `settled` when the picture stands still; `current_moved(rect)` when
    another row is to be seen.
    """

    chosen = Signal(object)
    settled = Signal()
    current_moved = Signal(QRectF)

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._painter = BarPainter(icons, theme)
        self._bars: Bars | None = None
        self._above = 0
        self._row = float(LEAST_ROW)
        self._current = 0
        self._progress = 1.0
        self._is_animated = True
        self._growth = QVariantAnimation(self)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.setDuration(DURATION)
        self._growth.valueChanged.connect(self._on_progress)
        self._growth.finished.connect(self.settled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Result of the vote")

    @property
    def is_moving(self) -> bool:
        """Whether bars still grow or sort."""
        return self._growth.state() is QVariantAnimation.State.Running

    def set_theme(self, theme: Theme) -> None:
        """Draw it in the colours of another theme."""
        self._painter.theme = theme
        self.update()

    def set_animated(self, is_animated: bool) -> None:
        """With False the end is shown at once."""
        self._is_animated = is_animated
        if not is_animated:
            self._growth.stop()
            self._on_progress(1.0)

    def show_bars(self, bars: Bars) -> None:
        """Show these bars as they stand in the end."""
        changed = self._changed_rows(bars)
        if changed is not None:
            self._bars = bars
            for place in changed:
                self.update(self.place_of(place).toAlignedRect())
            if changed:
                self._read_out(bars)
            return
        self._growth.stop()
        self._bars = bars
        self._above = bars.count(Standing.IN)
        self._progress = 1.0
        self._current = min(self._current, max(0, len(bars.rows) - 1))
        self._read_out(bars)
        self._resize()

    def _read_out(self, bars: Bars) -> None:
        read_out = [bar.sentence for bar in bars.rows[:MOST_READ_OUT]]
        self.setAccessibleDescription(". ".join([*read_out, bars.told] if bars.told else read_out))

    def _changed_rows(self, bars: Bars) -> list[int] | None:
        """Which rows look otherwise, where no bar is longer and none stands elsewhere; else None."""
        old = self._bars
        if old is None or self.is_moving or old.tally is not bars.tally:
            return None
        if replace(old, rows=()) != replace(bars, rows=()) or len(old.rows) != len(bars.rows):
            return None
        pairs = list(zip(old.rows, bars.rows, strict=True))
        if any(one.line is not other.line for one, other in pairs):
            return None
        return [place for place, (one, other) in enumerate(pairs) if one != other]

    def play(self) -> None:
        """Let the bars grow and sort."""
        self._current = 0
        if self._is_animated and self._bars is not None and self._bars.rows:
            self._growth.start()
        else:
            self._on_progress(1.0)
            self.settled.emit()

    def fit(self, height: int) -> None:
        """Choose the height of a row so that the first 15 fit into `height`."""
        self._row = max(LEAST_ROW, min(MOST_ROW, (height - 4) / (FIRST + CUT)))
        self._resize()

    def place_of(self, place: int) -> QRectF:
        """Where a row stands in the end."""
        above = CUT * self._row if place >= self._above else 0
        return QRectF(0, place * self._row + above, self.width(), self._row)

    def go_to_note(self, note: Id) -> None:
        """Make the row of this note the current one."""
        rows = self._bars.rows if self._bars is not None else ()
        for place, bar in enumerate(rows):
            if bar.note.id == note:
                self._go_to(place)

    def note_at(self, y: float) -> Id | None:
        """The note of the row at this height."""
        place = self._place_at(y)
        return None if place is None or self._bars is None else self._bars.rows[place].note.id

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._current = place
            self.update()
            self._choose()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -FIRST,
            Qt.Key.Key_PageDown: FIRST,
        }
        if event.key() in steps:
            self._go_to(self._current + steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._painter.ground)
        if self._bars is None:
            return
        shown = QRectF(event.rect())
        moment = self._moment()
        if moment.marks > 0:
            self._paint_cut(painter, moment)
        for place, bar in enumerate(self._bars.rows):
            box = self._box(place, bar, moment)
            if box.intersects(shown):
                is_current = self.hasFocus() and place == self._current and not self.is_moving
                row = Row(bar, box, self._bars, is_current)
                self._painter.paint_row(painter, row, moment, self.font())

    def _moment(self) -> Moment:
        sorting = max(0.0, (self._progress - GROWN) / (1 - GROWN))
        return Moment(
            _eased(min(1.0, self._progress / GROWN), QEasingCurve.Type.OutCubic),
            _eased(sorting, QEasingCurve.Type.InOutCubic),
            max(0.0, (self._progress - SHOWN) / (1 - SHOWN)),
        )

    def _box(self, place: int, bar: Bar, moment: Moment) -> QRectF:
        end = self.place_of(place)
        start = bar.start * self._row
        top = start + (end.top() - start) * moment.sorted
        return QRectF(0, top, self.width(), self._row)

    def _paint_cut(self, painter: QPainter, moment: Moment) -> None:
        bars = self._bars
        if bars is None or not bars.count(Standing.IN, Standing.TIED):
            return
        top = self._above * self._row
        tied = bars.count(Standing.TIED)
        line = QRectF(0, top, self.width(), CUT * self._row)
        end = QRectF(0, line.bottom(), self.width(), tied * self._row)
        self._painter.paint_cut(painter, bars, line, end, moment, self.font())
        if bars.bracket:
            first, last = (self.place_of(place) for place in (bars.bracket[0], bars.bracket[-1]))
            self._painter.paint_bracket(painter, first.united(last).united(line), bars, moment)

    def _place_at(self, y: float) -> int | None:
        if self._bars is None or not self._bars.rows:
            return None
        tops = [self.place_of(place).top() for place in range(len(self._bars.rows))]
        place = bisect_right(tops, y) - 1
        return place if place >= 0 and self.place_of(place).contains(1, y) else None

    def _go_to(self, place: int) -> None:
        if self._bars is None or not self._bars.rows:
            return
        self._current = max(0, min(len(self._bars.rows) - 1, place))
        self.current_moved.emit(self.place_of(self._current))
        self.update()

    def _choose(self) -> None:
        if self._bars is not None and self._bars.rows:
            self.chosen.emit(self._bars.rows[self._current].note.id)

    def _on_progress(self, progress: float) -> None:
        self._progress = float(progress)
        self.update()

    def _resize(self) -> None:
        rows = len(self._bars.rows) if self._bars is not None else 0
        self.setFixedHeight(round((rows + CUT) * self._row) + 4)
        self.update()


def _eased(part: float, kind: QEasingCurve.Type) -> float:
    return QEasingCurve(kind).valueForProgress(part)
