"""A recent workshop on the start page: its card, and a button that takes it off the list."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.app.cards import RecentCard
from motworkshop.look import CONTROL, SPACE
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.icons import Icons

FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class RecentTile(QWidget):
    """The button lies on the card, in sight while the card is pointed at, has the keys, or leads
    nowhere. Signal: `removed`."""

    removed = Signal()

    def __init__(self, card: RecentCard, icons: Icons) -> None:
        super().__init__()
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        name = f"Take {card.file.path.stem} off this list"
        self._remove = icon_button(icons.icon("x"), name)
        self._remove.setProperty("kind", "raised")
        self._remove.setParent(self)
        self._remove.clicked.connect(self.removed)
        card.removed.connect(self.removed)
        for watched in (card, self._remove):
            watched.installEventFilter(self)
        self._show_remove(is_wanted=False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._remove.move(self.width() - CONTROL - SPACE, SPACE)
        self._remove.raise_()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Only the tile as a whole counts: where the pointer goes from card to button the card is
        left, and to hide the button then would bring the pointer on to the card again, and so on
        without end."""
        super().enterEvent(event)
        self._show_remove(is_wanted=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_remove(is_wanted=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOCUS:
            self._show_remove(is_wanted=self.underMouse())
        return super().eventFilter(watched, event)

    def _show_remove(self, *, is_wanted: bool) -> None:
        has_keys = self._card.hasFocus() or self._remove.hasFocus()
        self._remove.setVisible(is_wanted or has_keys or not self._card.isEnabled())
