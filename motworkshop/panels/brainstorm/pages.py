"""What the room sees while it writes in silence, and while the curtain hides the board."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from motworkshop.look import Theme
from motworkshop.model.results import Need
from motworkshop.panels.brainstorm.capture import Capture
from motworkshop.panels.brainstorm.deck import Deck
from motworkshop.panels.brainstorm.lacking_box import ON_PAPER, START, LackingBox
from motworkshop.panels.brainstorm.turns import Turns
from motworkshop.panels.controls.labels import set_state
from motworkshop.panels.icons import Icons
from motworkshop.panels.pages.page import Page, centred, large_button
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
    def lacking(self) -> Need | None:
        """What comes before the writing; nothing once it has begun or there are notes."""
        return None if self.is_begun or self.has_notes else self.need

    @property
    def following(self) -> str:
        """What is to be done next, once nothing is lacking; "" while all write."""
        if self.is_over or self.has_notes:
            return "onward"
        return "" if self.is_begun else "start"


class SilentPage(Page):
    """Silent writing on paper, or what is lacking for it. Signals: `begun` and `ended`;
    `people_wanted` on the roster and `stages_wanted` on the board first."""

    begun = Signal()
    ended = Signal()
    people_wanted = Signal()
    stages_wanted = Signal()

    def __init__(self, theme: Theme, deck: Deck) -> None:
        super().__init__(theme)
        self._time = centred(self.words(72, is_bold=True))
        self._card = _PromptLine(self, deck)
        self._start = large_button(START)
        self._onward = large_button("Begin the round robin")
        self._start.clicked.connect(self.begun)
        self._onward.clicked.connect(self.ended)
        self._lacking = LackingBox()
        self._lacking.need_chosen.connect(self._on_need_chosen)
        self._lacking.started.connect(self.begun)
        self._writing = self._instruction()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._writing, 1)
        column.addWidget(self._lacking, 1, Qt.AlignmentFlag.AlignCenter)
        self.show_state(Silence())

    def show_state(self, state: Silence) -> None:
        """Show the clock, and make what is next stand out; nobody is told to write while
        something else comes first."""
        self._state = state
        need = state.lacking
        if need is not None:
            self._lacking.show_need(need)
        self._lacking.setVisible(need is not None)
        self._writing.setVisible(need is None)
        self._time.setText(state.time)
        set_state(self._time, "role", "danger" if state.is_over else "")
        self._start.setVisible(not state.is_begun)
        for name, button in (("start", self._start), ("onward", self._onward)):
            set_state(button, "kind", "primary" if name == state.following else "plain")
        self.setFocusProxy(self._target)

    def take_focus(self) -> None:
        """Let Space and Enter do what is next."""
        self._target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _target(self) -> QPushButton:
        if self._state.lacking is not None:
            return self._lacking.button
        return self._start if self._state.following == "start" else self._onward

    def _instruction(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addStretch(1)
        buttons.addWidget(self._start)
        buttons.addWidget(self._onward)
        buttons.addStretch(1)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(48, 48, 48, 32)
        column.setSpacing(16)
        column.addStretch(3)
        column.addWidget(centred(self.words(60, "Write in silence", is_bold=True)))
        column.addWidget(centred(self.words(38, "One touchpoint on each note. Nobody talks.")))
        column.addWidget(centred(self.words(20, ON_PAPER)))
        column.addWidget(self._time)
        column.addStretch(2)
        column.addWidget(self._card.caption)
        column.addWidget(self._card.text)
        column.addStretch(3)
        column.addLayout(buttons)
        return made

    def _on_need_chosen(self, need: Need) -> None:
        (self.people_wanted if need is Need.PEOPLE else self.stages_wanted).emit()


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
