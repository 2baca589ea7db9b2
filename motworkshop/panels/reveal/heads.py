"""What the first columns of the bars are: small words above them that stay while they scroll."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motworkshop.look import SMALL, Theme
from motworkshop.panels.reveal.bar_painter import EDGE, columns_of
from motworkshop.panels.reveal.chart import RevealChart
from motworkshop.panels.vote.lettering import sized

HIGH = 18
RANK, NOTE = "Rank", "Note"


class ColumnHeads(QWidget):
    """The words, each above its column of the chart."""

    def __init__(self, chart: RevealChart, theme: Theme) -> None:
        super().__init__()
        self._chart = chart
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{RANK}, {NOTE}")

    def set_theme(self, theme: Theme) -> None:
        """Draw them in the colours of another theme."""
        self._theme = theme
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(sized(self.font(), SMALL))
        painter.setPen(QColor(self._theme.ink_2))
        for words, box, across in self._places():
            painter.drawText(box, across | Qt.AlignmentFlag.AlignVCenter, words)

    def _places(self) -> list[tuple[str, QRectF, Qt.AlignmentFlag]]:
        row = self._chart.place_of(0)
        columns = columns_of(QRectF(0, 0, row.width(), row.height()), has_sides=False)
        rank = QRectF(columns.rank.left() - EDGE, 0, columns.rank.width() + EDGE, HIGH)
        note = QRectF(columns.chip.left() - EDGE, 0, columns.chip.width() + 2 * EDGE, HIGH)
        return [
            (RANK, rank, Qt.AlignmentFlag.AlignRight),
            (NOTE, note, Qt.AlignmentFlag.AlignHCenter),
        ]
