"""What the room sees while it writes in silence, and while the curtain hides the board."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from motworkshop.look import Theme
from motworkshop.model.results import Need
from motworkshop.panels.brainstorm.capture import Capture
from motworkshop.panels.brainstorm.deck import Deck
from motworkshop.panels.brainstorm.turns import Turns
from motworkshop.panels.controls.labels import set_state
from motworkshop.panels.icons import Icons
from motworkshop.panels.pages.page import Page, centred, large_button
from motworkshop.panels.phases.guide import LACKING
from motworkshop.values import dataclass

LINE = """
QLineEdit { min-height: 54px; font-size: 24px; padding: 0 15px; }
QLineEdit:focus { min-height: 52px; padding: 0 14px; }
"""
CHOICE = """
QComboBox { min-height: 54px; font-size: 18px; padding: 0 15px; }
QComboBox:focus { min-height: 52px; padding: 0 14px; }
"""


@dataclass(frozen=True, slots=True)
class Silence:
    """How far the silent writing is: what the clock shows, and what is there."""

    time: str = ""
    is_begun: bool = False
    is_over: bool = False
    need: Need | None = None
    has_notes: bool = False

    @property
    def following(self) -> str:
        """What is to be done next: a name of one of the buttons; "" while all write."""
        if self.is_over or self.has_notes:
            return "onward"
        if self.is_begun:
            return ""
        return self.need.value if self.need is not None else "start"


class SilentPage(Page):
    """Silent writing on paper. Signals: `begun` and `ended`; `people_wanted` on the roster and
    `stages_wanted` on the board first."""

    begun = Signal()
    ended = Signal()
    people_wanted = Signal()
    stages_wanted = Signal()

    def __init__(self, theme: Theme, deck: Deck) -> None:
        super().__init__(theme)
        heading = centred(self.words(60, "Write in silence", is_bold=True))
        line = centred(self.words(38, "One touchpoint on each note. Nobody talks."))
        self._time = centred(self.words(72, is_bold=True))
        self._card = _PromptLine(self, deck)
        self._lacking = centred(self.words(20))
        self._buttons = {
            Need.PEOPLE.value: large_button(LACKING[Need.PEOPLE].button),
            Need.STAGES.value: large_button(LACKING[Need.STAGES].button),
            "start": large_button("Start silent writing"),
            "onward": large_button("Begin the round robin"),
        }
        self._buttons[Need.PEOPLE.value].clicked.connect(self.people_wanted)
        self._buttons[Need.STAGES.value].clicked.connect(self.stages_wanted)
        self._buttons["start"].clicked.connect(self.begun)
        self._buttons["onward"].clicked.connect(self.ended)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addStretch(1)
        for button in self._buttons.values():
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.show_state(Silence())
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 32)
        column.setSpacing(16)
        column.addStretch(3)
        column.addWidget(heading)
        column.addWidget(line)
        column.addWidget(self._time)
        column.addStretch(2)
        column.addWidget(self._card.caption)
        column.addWidget(self._card.text)
        column.addStretch(3)
        column.addWidget(self._lacking)
        column.addLayout(buttons)

    def show_state(self, state: Silence) -> None:
        """Show the clock, and make what is next stand out."""
        self._state = state
        self._time.setText(state.time)
        set_state(self._time, "role", "danger" if state.is_over else "")
        need = None if state.is_begun or state.has_notes else state.need
        self._lacking.setText(LACKING[need].words if need is not None else "")
        for lacking in (Need.PEOPLE, Need.STAGES):
            self._buttons[lacking.value].setVisible(need is lacking)
        self._buttons["start"].setVisible(not state.is_begun)
        for name, button in self._buttons.items():
            is_next = name == state.following
            set_state(button, "kind", "primary" if is_next else "plain")
            if is_next:
                self.setFocusProxy(button)
        if not state.following:
            self.setFocusProxy(self._buttons["onward"])

    def take_focus(self) -> None:
        """Let Space and Enter do what is next."""
        target = self._buttons[self._state.following or "onward"]
        target.setFocus(Qt.FocusReason.OtherFocusReason)


class CurtainedPage(Page):
    """Round robin with the board hidden: name and line, large. Signal: `lifted`."""

    lifted = Signal()

    def __init__(self, theme: Theme, turns: Turns, deck: Deck, icons: Icons) -> None:
        super().__init__(theme)
        self.capture = Capture(turns, icons, is_large=True)
        capture = self.capture
        capture.name.setProperty("role", "")
        self.resize_with_page(capture.name, 72, QFont.Weight.Bold)
        self.resize_with_page(capture.about, 24)
        self.resize_with_page(capture.told, 18)
        capture.told.setProperty("role", "quiet")
        capture.line.setStyleSheet(LINE)
        capture.stage.setStyleSheet(CHOICE)
        self.setFocusProxy(capture.line)
        self._card = _PromptLine(self, deck, is_centred=False)
        lift = large_button("Lift the curtain")
        lift.clicked.connect(self.lifted)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(capture.stage, 1)
        fields.addWidget(capture.line, 4)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        for button in (capture.onward, capture.skip, capture.absent):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(lift)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 48, 32)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(capture.name)
        column.addWidget(capture.about)
        column.addSpacing(16)
        column.addLayout(fields)
        column.addWidget(capture.told)
        column.addStretch(2)
        column.addWidget(self._card.caption)
        column.addWidget(self._card.text)
        column.addStretch(2)
        column.addLayout(buttons)

    def take_focus(self) -> None:
        """Put the cursor on the line."""
        self.capture.take_focus()


class _PromptLine:
    """The card that is up, as a caption and a large line of a page."""

    def __init__(self, page: Page, deck: Deck, *, is_centred: bool = True) -> None:
        self._deck = deck
        self.caption: QLabel = page.words(28)
        self.text: QLabel = page.words(40, is_bold=True)
        if is_centred:
            centred(self.caption)
            centred(self.text)
        deck.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the card that is up, unless it was used."""
        deck = self._deck
        is_shown = bool(deck.card) and not deck.is_used
        self.caption.setText("What about…" if is_shown else "")
        self.text.setText(deck.card if is_shown else "")
