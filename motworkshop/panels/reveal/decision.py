"""Settling a tie with a reason: which of the tied notes are in, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.edits.moments import decide
from motworkshop.model.records import Decision, Id
from motworkshop.model.tally import Tally
from motworkshop.model.voting import counted
from motworkshop.panels.controls.buttons import on_button, push_button
from motworkshop.panels.controls.choices import CheckField
from motworkshop.panels.controls.fields import TextField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.vote.lettering import enable_primary, fitted_lines

WIDTH = 224
"""What a box to tick leaves for words in a panel."""


class DecisionForm(QWidget):
    """A box to tick for each tied note, and the reason. Signals: `decided`; `cancelled`."""

    decided = Signal()
    cancelled = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._tally: Tally | None = None
        self._boxes: dict[Id, CheckField] = {}
        self._choices = QVBoxLayout()
        self._choices.setSpacing(SPACE)
        self._said = label("", "small", wraps=True)
        self._reason = TextField("Why? It will stand in the report.", least=2, most=6)
        self._reason.setAccessibleName("Reason for the decision")
        self._decide = push_button("Decide", is_primary=True)
        self._cancel = push_button("Cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(label("Which are in?", "section"))
        column.addLayout(self._choices)
        for part in (self._said, self._reason, self._decide, self._cancel):
            column.addWidget(part)
        self._reason.edited.connect(self._refresh)
        self._decide.clicked.connect(self._on_decide)
        self._cancel.clicked.connect(self.cancelled)

    def show_tie(self, tally: Tally) -> None:
        """Offer the tied notes of this round, none ticked; what is typed for the same tie stays."""
        tied = [line.note for line in tally.tied]
        is_same = self._tally is not None and self._tally.round.id == tally.round.id
        self._tally = tally
        if is_same and tied == list(self._boxes):
            return
        clear(self._choices)
        self._boxes = {}
        for note in tied:
            found = self._editing.workshop.notes[note]
            text = " ".join(found.text.split())
            lines = fitted_lines(f"{found.number}  {text}", self.font(), WIDTH, 3)
            box = CheckField(on_button("\n".join(lines)))
            box.setAccessibleName(f"{found.number}: {text} is in")
            box.edited.connect(self._refresh)
            self._boxes[note] = box
            self._choices.addWidget(box)
        self._reason.show_value("")
        self._refresh()

    def take_focus(self) -> None:
        """Put the focus on the first box."""
        for box in list(self._boxes.values())[:1]:
            box.setFocus()

    def _chosen(self) -> list[Id]:
        return [note for note, box in self._boxes.items() if box.isChecked()]

    def _decisions(self, places: int) -> dict[Id, Decision]:
        """All places taken, or none on purpose, settles the tie; fewer leaves the rest tied."""
        chosen = self._chosen()
        if 0 < len(chosen) < places:
            return dict.fromkeys(chosen, Decision.IN)
        return {note: Decision.IN if note in chosen else Decision.OUT for note in self._boxes}

    def _refresh(self) -> None:
        if self._tally is None:
            return
        places, chosen = self._tally.places_left, len(self._chosen())
        rest = len(self._boxes) - chosen
        if not chosen:
            words = f"None is ticked: all {rest} would be out."
        elif chosen > places:
            words = f"{counted(chosen, 'note')} cannot take {counted(places, 'place')}."
        elif chosen < places:
            words = f"{chosen} of {counted(places, 'place')} taken; the others stay tied."
        else:
            words = f"{chosen} of {counted(places, 'place')} taken; {rest} would be out."
        self._said.setText(words)
        has_reason = bool(self._reason.toPlainText().strip())
        enable_primary(self._decide, is_enabled=has_reason and chosen <= places)
        self._decide.setToolTip("" if has_reason else "Write the reason first")

    def _on_decide(self) -> None:
        if self._tally is None:
            return
        decisions = self._decisions(self._tally.places_left)
        before = self._editing.workshop
        self._editing.do(decide, self._tally.round, decisions, self._reason.toPlainText())
        if self._editing.workshop is not before:
            self._boxes = {}
            self.decided.emit()
