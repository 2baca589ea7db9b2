"""What stands in the middle after a round is closed: its question, and the bars."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import SPACE, TEXT, TITLE, Theme
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.bar_painter import BarPainter
from motworkshop.panels.reveal.bars import Bars
from motworkshop.panels.reveal.chart import RevealChart
from motworkshop.panels.reveal.heads import ColumnHeads
from motworkshop.panels.reveal.words import round_sentence
from motworkshop.panels.vote.lettering import sized, take_focus

SHARES = "Share of each side's dots:"
FLAG = -1
WIDEST = 200
"""What the name of a side takes at most in the legend."""


class RevealCentre(QWidget):
    """The picture of one round. Signals: `chosen(note)`; `settled` when the bars stand still."""

    chosen = Signal(object)
    settled = Signal()

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = label("", wraps=True)
        self._title.setFont(sized(self._title.font(), TITLE, is_strong=True))
        self._words = label("", "quiet", wraps=True)
        self._legend = Legend(icons, theme)
        self.chart = RevealChart(icons, theme)
        self._heads = ColumnHeads(self.chart, theme)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setWidget(self.chart)
        self._area.viewport().installEventFilter(self)
        head = QVBoxLayout()
        head.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        head.setSpacing(2)
        for part in (self._title, self._words, self._legend):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE + 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._heads)
        column.addWidget(self._area, 1)
        self.chart.chosen.connect(self.chosen)
        self.chart.settled.connect(self.settled)
        self.chart.current_moved.connect(self._on_current_moved)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of another theme."""
        self._theme = theme
        self.chart.set_theme(theme)
        self._legend.set_theme(theme)
        self._heads.set_theme(theme)
        self.update()

    def set_animated(self, is_animated: bool) -> None:
        """With False the end is shown at once."""
        self.chart.set_animated(is_animated)

    def show_bars(self, workshop: Workshop, bars: Bars) -> None:
        """Show a round as it stands in the end."""
        vote = bars.tally.round
        self._title.setText(vote.question or vote.title)
        words = f"{vote.title}: {round_sentence(workshop, bars.tally)}"
        if bars.left_out:
            words = f"{words}. {counted(bars.left_out, 'note')} without a dot not drawn"
        self._words.setText(words)
        self._legend.show_bars(bars)
        self.chart.show_bars(bars)

    def play(self) -> None:
        """Let the bars grow and sort, from the top."""
        self._area.verticalScrollBar().setValue(0)
        take_focus(self.chart)
        self.chart.play()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._area.viewport():
            self.chart.fit(self._area.viewport().height())
            self._heads.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.board))

    def _on_current_moved(self, place: QRectF) -> None:
        self._area.ensureVisible(0, round(place.center().y()), 0, round(place.height()))


class Legend(QWidget):
    """What the small marks of a row mean."""

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._icons = icons
        self._painter = BarPainter(icons, theme)
        self._sides: tuple[str, ...] | None = None
        self._is_flagged = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw it in the colours of another theme."""
        self._painter.theme = theme
        self.update()

    def show_bars(self, bars: Bars) -> None:
        """Explain the marks that these bars have."""
        shown = (bars.sides, any(bar.is_contested for bar in bars.rows))
        if shown == (self._sides, self._is_flagged):
            return
        self._sides, self._is_flagged = shown
        self.setVisible(bool(bars.sides))
        self.setAccessibleName(" ".join(words for _mark, words in self._parts()))
        self.update()

    def _parts(self) -> list[tuple[int | None, str]]:
        sides = [(place, side) for place, side in enumerate(self._sides or ())]
        # The figures beside a flag stand in this order.
        apart = f"sides far apart: {' / '.join(self._sides or ())}"
        flag = [(FLAG, apart)] if self._is_flagged else []
        return [(None, SHARES), *sides, *flag]

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._painter.theme
        painter.setFont(sized(self.font(), TEXT))
        metrics = painter.fontMetrics()
        x = 0.0
        for mark, words in self._parts():
            if mark == FLAG:
                self._icons.paint(painter, "flag", QRectF(x + 8, 3, 18, 18), theme.warn)
            elif mark is not None:
                self._painter.paint_side(painter, QRectF(x, 6, 24, 12), mark)
            x += 0 if mark is None else 32
            widest = self.width() - round(x) - 8 if mark in {FLAG, None} else WIDEST
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, widest)
            width = metrics.horizontalAdvance(shown)
            painter.setPen(QColor(theme.ink))
            painter.drawText(QRectF(x, 0, width + 4, 24), Qt.AlignmentFlag.AlignVCenter, shown)
            x += width + 2 * SPACE
