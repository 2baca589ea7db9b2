"""Promises that are not kept: those with a moment that falls short of what is expected."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.arithmetic import gap
from motworkshop.model.moments import Moment, broken_promises
from motworkshop.model.records import Promise
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import Section, clear
from motworkshop.panels.own.moment_row import MomentRow


class PromisesKept(QWidget):
    """Each broken promise with the moments that break it. Signal: `chosen(note id)`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._section = Section("Promises not kept")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._section)

    def show_moments(self, workshop: Workshop, moments: Sequence[Moment]) -> None:
        """Show which promises these moments break."""
        broken = broken_promises(workshop, moments)
        told = why_none(workshop, moments) if not broken else ""
        facts = [(promise.text, [_facts(one) for one in short]) for promise, short in broken]
        if (facts, told) == self._shown:
            return
        self._shown = (facts, told)
        clear(self._section.rows)
        if told:
            self._section.rows.addWidget(label(told, "quiet", wraps=True))
        for promise, short in broken:
            self._section.rows.addWidget(label(f"“{promise.text}”", wraps=True))
            for moment in sorted(short, key=lambda one: -(gap(one.note) or 0)):
                self._section.rows.addWidget(self._row(moment))

    def _row(self, moment: Moment) -> MomentRow:
        note = moment.note
        said = f"Expected {note.expectation}, experienced {note.experience}"
        row = MomentRow(note.number, note.text, said)
        row.chosen.connect(partial(self.chosen.emit, note.id))
        return row


def why_none(workshop: Workshop, moments: Sequence[Moment]) -> str:
    """Why no promise is known to be broken."""
    if not workshop.of(Promise):
        return "No promises are written down, so none can be held against the moments."
    if not any(moment.card and moment.card.promise for moment in moments):
        return "No moment is tied to a promise yet. Choose one on its card."
    return "No moment that serves a promise is known to fall short."


def _facts(moment: Moment) -> tuple[object, ...]:
    note = moment.note
    return note.id, note.number, note.text, note.expectation, note.experience
