"""Said once before the first secret turn of a round: everyone can see this screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import HEADING, PROJECTOR, SPACE, Theme
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.vote.lettering import display_label, enlarge, take_focus

HEAD = "Everyone can see this screen"
ADVICE = (
    "Blank the projector (B), or turn it away from the room, before the first person votes. "
    "If this computer has a cable to the projector, pulling it out works too."
)


class ScreenWarning(QWidget):
    """Signals: `hidden_away` when the screen is out of sight; `declined`."""

    hidden_away = Signal()
    declined = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._time = display_label("", HEADING)
        self._go = push_button("Only the voter can see it – go on", is_primary=True)
        self._not = push_button("Not now")
        self._go.clicked.connect(self.hidden_away)
        self._not.clicked.connect(self.declined)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch(1)
        for button in (self._not, self._go):
            enlarge(button)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 3 * SPACE, 6 * SPACE, 3 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addStretch(2)
        column.addWidget(display_label(HEAD, PROJECTOR))
        column.addWidget(display_label(ADVICE, HEADING, is_strong=False))
        column.addWidget(self._time)
        column.addLayout(buttons)
        column.addStretch(3)
        column.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def set_theme(self, theme: Theme) -> None:
        """Draw it in the colours of another theme."""
        self._theme = theme
        self.update()

    def ask(self, time: str) -> None:
        """Show it; `time` is what the vote will take."""
        self._time.setText(time)
        take_focus(self._go)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.board))
