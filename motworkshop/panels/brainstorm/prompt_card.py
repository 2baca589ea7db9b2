"""The prompt card that is up, in the panel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.look import NOTE
from motworkshop.panels.brainstorm.deck import Deck
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import Icons

FADED = 0.65


class PromptCard(QWidget):
    """The card, what can be done with it, and a line for one more."""

    def __init__(self, deck: Deck, icons: Icons) -> None:
        super().__init__()
        self._deck = deck
        self._text = label("", wraps=True)
        font = QFont(self._text.font())
        font.setPixelSize(NOTE)
        font.setWeight(QFont.Weight.DemiBold)
        self._text.setFont(font)
        self._told = label("", "small")
        self._fade = QGraphicsOpacityEffect(self)
        self._fade.setOpacity(1.0)
        self._next = push_button("Next prompt", icons.icon("arrow-right"))
        self._used = push_button("Used", icons.icon("check"))
        self._remove = icon_button(icons.icon("trash-2", "ink_2"), "Remove this prompt")
        self._new = LineField("Add a prompt and press Enter")
        self._new.setAccessibleName("New prompt")
        self._next.clicked.connect(deck.turn)
        self._used.clicked.connect(deck.use)
        self._remove.clicked.connect(deck.remove)
        self._new.returnPressed.connect(self._on_new)
        self._lay_out()
        deck.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the card that is up."""
        deck = self._deck
        has_card = bool(deck.card)
        self._text.setText(deck.card or "No prompts yet. Add moments that groups tend to miss.")
        self._told.setText(deck.told if has_card else "")
        self._used.setText("Not used" if deck.is_used else "Used")
        self._fade.setOpacity(FADED if deck.is_used else 1.0)
        set_state(self._card, "tone", "" if deck.is_used or not has_card else "busy")
        for button in (self._next, self._used, self._remove):
            button.setVisible(has_card)

    def _lay_out(self) -> None:
        self._card = QFrame()
        self._card.setObjectName("banner")
        self._text.setGraphicsEffect(self._fade)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._text)
        inside.addWidget(self._told)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._next, 1)
        buttons.addWidget(self._used, 1)
        buttons.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._card)
        column.addLayout(buttons)
        column.addWidget(self._new)

    def _on_new(self) -> None:
        self._deck.add(self._new.text())
        if self._new.text().strip() in self._deck.cards:
            self._new.clear()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)
