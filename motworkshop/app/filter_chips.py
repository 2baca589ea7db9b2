"""The filters that are set, in a strip above the board; each can be taken away."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.app.search import Search
from motworkshop.document.document import Document
from motworkshop.look import SPACE
from motworkshop.model.facets import Facet, name_of
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.flow import FlowLayout

LONGEST = 32
SAYS_ITSELF = (Facet.CLUSTER, Facet.VOTE)
"""Facets whose choices need no name before them."""


class Chip(QPushButton):
    """One filter; a click, Space or Delete takes it away."""

    def __init__(self, words: str, icons: Icons) -> None:
        short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        super().__init__(short.replace("&", "&&"))
        self.setProperty("kind", "chip")
        self.setIcon(icons.icon("x", "ink_2"))
        self.setIconSize(QSize(14, 14))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self.setAccessibleName(f"Take away the filter {words}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChips(QWidget):
    """Shown while filters are set.

    Signal: `left` after the last one was taken away by a key.
    """

    left = Signal()

    def __init__(self, search: Search, document: Document, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("chips")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._search = search
        self._document = document
        self._icons = icons
        room = QWidget()
        self._flow = FlowLayout(room, gap=SPACE, between=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 6, 2 * SPACE, 6)
        column.addWidget(room)
        self._shown: list[str] = []
        self._buttons: list[QPushButton] = []
        search.sought_changed.connect(self._show)
        document.changed.connect(self._show)
        self.hide()
        self._show()

    def _show(self) -> None:
        workshop, filters = self._document.workshop, self._search.sought.filters
        names = [name_of(workshop, one) for one in filters]
        if names == self._shown:
            return
        self._shown = names
        place = self._place_of_keys()
        clear(self._flow)
        self._buttons = []
        for chosen, name in zip(filters, names, strict=True):
            is_plain = chosen.facet in SAYS_ITSELF or chosen.value is None
            chip = Chip(name if is_plain else f"{chosen.facet.value}: {name}", self._icons)
            chip.clicked.connect(partial(self._search.remove, chosen))
            self._buttons.append(chip)
        if len(names) > 1:
            everything = push_button("Clear filters")
            everything.setProperty("kind", "link")
            everything.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            everything.clicked.connect(self._search.clear_filters)
            self._buttons.append(everything)
        for button in self._buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(names))
        if place is not None:
            self._give_keys(min(place, len(names) - 1))

    def _place_of_keys(self) -> int | None:
        """Which chip, or the button behind them, has the keys."""
        return next((at for at, one in enumerate(self._buttons) if one.hasFocus()), None)

    def _give_keys(self, place: int) -> None:
        if place < 0:
            self.left.emit()
            return
        self._buttons[place].show()  # the layout would only do so with the next event
        self._buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
