"""The curtain between two people at one keyboard: a few large words, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from motworkshop.look import Theme
from motworkshop.panels.pages.page import Page, centred, large_button


class CurtainPage(Page):
    """Says whose turn it is and hides everything else.

    Signals: `went_on` and `turned_away` when one of its two buttons was pressed.
    """

    went_on = Signal()
    turned_away = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._small = centred(self.words(20))
        self._heading = centred(self.words(52, is_bold=True))
        self._line = centred(self.words(24))
        self._on = large_button("", is_primary=True)
        self._away = large_button("")
        self.setFocusProxy(self._on)
        self._on.clicked.connect(self.went_on)
        self._away.clicked.connect(self.turned_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addStretch(1)
        buttons.addWidget(self._on)
        buttons.addWidget(self._away)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(24)
        column.addStretch(3)
        column.addWidget(self._small)
        column.addWidget(self._heading)
        column.addWidget(self._line)
        column.addSpacing(16)
        column.addLayout(buttons)
        column.addStretch(4)

    def say(self, heading: str, line: str, *, small: str = "", onward: str, away: str = "") -> None:
        """Show these words; `onward` and `away` stand on the buttons ("" is no button)."""
        self._small.setText(small)
        self._small.setVisible(bool(small))
        self._heading.setText(heading)
        self._line.setText(line)
        self._on.setText(onward)
        self._on.setVisible(bool(onward))
        self._away.setText(away)
        self._away.setVisible(bool(away))
        self.setAccessibleName(f"{heading}. {line}")

    def take_focus(self) -> None:
        """Let Enter and Space go on."""
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)
