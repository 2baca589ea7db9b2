"""The middle of the window in the phase Own: one card at a time, the matrix, or what to do first."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE, Theme
from motworkshop.model.moments import Lack, Moment
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.card import Card
from motworkshop.panels.own.empty import Empty, why_empty
from motworkshop.panels.own.matrix_page import MatrixPage
from motworkshop.panels.own.sheet import sheet_for

WIDEST = 1440
"""A card is not drawn out wider than this, or its lines get too long to read."""


class View(StrEnum):
    """What the middle shows."""

    CARD = "Cards"
    MATRIX = "Matrix"
    BOARD = "Board"


class Centre(QWidget):
    """Bar, card, matrix and empty state.

    Signal: `stepped(int)` when somebody asked for the next (1) or the previous (-1) card.
    """

    stepped = Signal(int)

    def __init__(self, editing: Editing, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("own_centre")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = View.CARD
        self._title = label("", "title")
        self._previous = push_button("")
        self._next = push_button("")
        self._previous.setAccessibleName("Previous")
        self._next.setAccessibleName("Next")
        self._card = Card(editing, icons)
        self._scroll = _Pages(self._card)
        self.matrix_page = MatrixPage(icons, theme)
        self.empty = Empty()
        self._stack = QStackedWidget()
        for page in (self.empty, self._scroll, self.matrix_page):
            self._stack.addWidget(page)
        self._bar = self._make_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self.setStyleSheet(sheet_for(theme))
        self._listen(Qt.Key.Key_PageDown, 1)
        self._listen(Qt.Key.Key_PageUp, -1)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of another theme."""
        self.setStyleSheet(sheet_for(theme))
        self.matrix_page.set_theme(theme)

    def show_moments(
        self, workshop: Workshop, moments: Sequence[Moment], note: Id, view: View
    ) -> None:
        """Show the card of `note`, the matrix, or why there is neither."""
        self._view = view
        place = next((at for at, one in enumerate(moments) if one.note.id == note), None)
        self._bar.setVisible(bool(moments))
        if place is None:
            self.empty.show_why(why_empty(workshop))
            self._stack.setCurrentWidget(self.empty)
        elif view is View.MATRIX:
            self._title.setText("Importance and experience, beside the vote")
            self.matrix_page.show_moments(workshop, moments)
            self._stack.setCurrentWidget(self.matrix_page)
        else:
            self._title.setText(f"Moment of truth {place + 1} of {len(moments)}")
            self._card.show_moment(workshop, moments[place])
            self._stack.setCurrentWidget(self._scroll)
        is_card = view is not View.MATRIX
        here = (place or 0) + 1
        last = len(moments) if place is not None else 0
        for button, number, words in (
            (self._previous, here - 1, "← Moment {}"),
            (self._next, here + 1, "Moment {} →"),
        ):
            is_there = 0 < number <= last
            button.setText(words.format(number) if is_there else words.replace(" {}", ""))
            button.setVisible(is_card)
            button.setEnabled(is_there)

    def take_in(self) -> None:
        """Keep what was typed and not yet entered, before another card is shown."""
        self._card.take_in()

    def ask(self, lack: Lack) -> None:
        """Put the focus where this is to be filled in on the card that is open, and show it."""
        self._card.ask(lack)
        self._scroll.show_focus()

    def begin_at_top(self) -> None:
        """Show the head of the card, unless somebody goes on in the same field of the next one."""
        focus = QApplication.focusWidget()
        if focus is None or not self._card.isAncestorOf(focus):
            self._scroll.verticalScrollBar().setValue(0)

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("own_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(3 * SPACE, 12, 3 * SPACE, 12)
        row.setSpacing(SPACE)
        row.addWidget(self._title, 1)
        for button, keys, step in ((self._previous, "PgUp", -1), (self._next, "PgDown", 1)):
            button.setToolTip(f"{button.accessibleName()} moment ({keys})")
            button.clicked.connect(lambda _on=False, step=step: self.stepped.emit(step))
            row.addWidget(button)
        return bar

    def _listen(self, key: Qt.Key, step: int) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.stepped.emit(step))


class _Inside(QWidget):
    """What is scrolled. Texts that wrap would claim the height they need when very narrow."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class _Pages(QScrollArea):
    """The card in the middle, scrolled when it is higher than the window."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._kept: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        inside = _Inside()
        row = QHBoxLayout(inside)
        row.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 3 * SPACE)
        card.setMaximumWidth(WIDEST)
        row.addWidget(card)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        found = super().focusNextPrevChild(next)
        if found:
            self.show_focus()
        return found

    def show_focus(self) -> None:
        """Scroll until the field that has the focus is in sight, with what it is called."""
        self._kept = self.focusWidget()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Another card gets its height a moment after it is shown, and pushes the field away."""
        if self._kept is not None and self._kept is self.focusWidget():
            self.ensureWidgetVisible(self._kept, 0, 6 * SPACE)
