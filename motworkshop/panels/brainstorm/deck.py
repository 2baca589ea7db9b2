"""Prompt cards for moments that groups tend to miss: one at a time."""

from PySide6.QtCore import QObject, Signal

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.records import About


class Deck(QObject):
    """The cards of a workshop; which ones are used is known for this sitting only.

    Signal: `changed` when another card is up, or it is used, or the cards are others.
    """

    changed = Signal()

    def __init__(self, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._used: set[str] = set()
        self._card = ""
        self._pick()
        editing.document.changed.connect(self._on_changed)

    @property
    def cards(self) -> tuple[str, ...]:
        """All cards."""
        return self._editing.workshop.about.prompts

    @property
    def card(self) -> str:
        """The card that is up; "" if there is none."""
        return self._card

    @property
    def is_used(self) -> bool:
        """Whether the card that is up was used."""
        return self._card in self._used

    @property
    def told(self) -> str:
        """“Prompt 3 of 8”, and how many are used."""
        used = sum(1 for card in self.cards if card in self._used)
        place = self.cards.index(self._card) + 1 if self._card in self.cards else 0
        behind = f" · {used} used" if used else ""
        return f"Prompt {place} of {len(self.cards)}{behind}"

    def turn(self) -> None:
        """Turn up the next card; used ones come only when no other is left."""
        if not self.cards:
            return
        start = self.cards.index(self._card) + 1 if self._card in self.cards else 0
        turned = self.cards[start:] + self.cards[:start]
        fresh = [card for card in turned if card not in self._used]
        self._card = (fresh or list(turned))[0]
        self.changed.emit()

    def use(self) -> None:
        """The group has written about this card; or not, after all."""
        self._used ^= {self._card}
        self.changed.emit()

    def add(self, text: str) -> None:
        """One more card, kept in the workshop."""
        text = text.strip()
        if text and text not in self.cards:
            self._editing.do(edit_about, prompts=(*self.cards, text))

    def remove(self) -> None:
        """Take the card that is up out of the workshop."""
        left = tuple(card for card in self.cards if card != self._card)
        self._editing.do(edit_about, prompts=left)

    def _pick(self) -> None:
        if self._card not in self.cards:
            self._card = self.cards[0] if self.cards else ""

    def _on_changed(self, change: Change) -> None:
        if change.has(About):
            self._pick()
            self.changed.emit()
