"""Cards in columns of one width, as many as there is room for."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

GAP = 24
LEAST = 240
MOST_COLUMNS = 4


class CardGrid(QWidget):
    """Lays cards out in rows; two grids of one width have the same columns."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._fill: list[QWidget] = []
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these instead of the ones before."""
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = list(cards)
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns() != self._count:
            self._lay_out()

    def _columns(self) -> int:
        return max(1, min(MOST_COLUMNS, (self.width() + GAP) // (LEAST + GAP)))

    def _lay_out(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        self._count = self._columns()
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._count else 0)
        while len(self._fill) < MOST_COLUMNS:
            self._fill.append(QWidget(self))  # a column of nothing would be given no width
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // self._count, place % self._count)
        for column, blank in enumerate(self._fill):
            blank.setVisible(len(self._cards) <= column < self._count)
            if blank.isVisibleTo(self):
                self._grid.addWidget(blank, 0, column)
