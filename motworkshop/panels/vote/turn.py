"""One voter's dots while they are being given: here and nowhere else until handed over."""

from PySide6.QtCore import QObject, Signal

from motworkshop.model.records import Id, Person, Round
from motworkshop.model.voting import counted, dots_left, refusal_of_dot


class Turn(QObject):
    """The dots in one voter's hand. Nothing of it is recorded, saved or announced outside.

    Signals: `changed(note)` when the dots of a note are others; `refused(str)` with the sentence
    why a dot cannot be given or taken.
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(
        self, vote: Round, voter: Person, name: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.vote = vote
        self.voter = voter
        self.name = name
        self._given: list[Id] = []

    @property
    def dots(self) -> dict[Id, int]:
        """Dots by note, at least 1 each."""
        return {note: self._given.count(note) for note in self._given}

    @property
    def given(self) -> int:
        """All dots given so far."""
        return len(self._given)

    @property
    def left(self) -> int | None:
        """How many dots are left; None where there is no limit."""
        return dots_left(self.vote, self.dots)

    def on(self, note: Id) -> int:
        """The dots on one note."""
        return self._given.count(note)

    def can_add(self, note: Id) -> bool:
        """Whether one more dot may go there."""
        return refusal_of_dot(self.vote, self.dots, note) is None

    def add(self, note: Id) -> None:
        """One more dot, if the round allows it."""
        refusal = refusal_of_dot(self.vote, self.dots, note)
        if refusal is not None:
            self.refused.emit(refusal)
            return
        self._given.append(note)
        self.changed.emit(note)

    def take_back(self, note: Id) -> None:
        """One dot less."""
        if note not in self._given:
            self.refused.emit("There is no dot on this note to take back.")
            return
        del self._given[len(self._given) - 1 - self._given[::-1].index(note)]
        self.changed.emit(note)

    def take_back_last(self) -> None:
        """Take back the dot that was given last."""
        if self._given:
            self.take_back(self._given[-1])

    def words_for_left(self) -> str:
        """What is left, in words."""
        if self.left is None:
            return f"{counted(self.given, 'dot')} given, no limit"
        if not self.left:
            return f"All {self.vote.budget} dots are given"
        return f"{counted(self.left, 'dot')} left"
