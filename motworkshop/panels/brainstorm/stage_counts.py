"""How many notes each stage has, and which have none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.heatmap import stage_counts
from motworkshop.model.records import Id, Note, Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, visible_notes
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.rows import LinkRow, clear


def empty_stages(workshop: Workshop) -> list[Stage]:
    """The stages without a note."""
    used = workshop.remember(_used_stages)
    return [stage for stage in workshop.ordered(Stage) if stage.id not in used]


def _used_stages(workshop: Workshop) -> frozenset[Id | None]:
    return frozenset([note.stage for note in workshop.notes.values()])


class StageCounts(QWidget):
    """One row to a stage; a click shows its notes. Signal: `notes_chosen(ids)`."""

    notes_chosen = Signal(object)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        Soon(self, editing.document, (Note, Stage), self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count anew, and show what has become another number."""
        workshop = self._editing.workshop
        stages, counts = workshop.ordered(Stage), stage_counts(workshop)
        seen = ([(stage.id, stage.name) for stage in stages], counts, empty_stages(workshop))
        if seen == self._shown:
            return
        self._shown = seen
        clear(self._column)
        if not stages:
            words = "No stages yet. Notes go to the parking lot."
            self._column.addWidget(label(words, "quiet", wraps=True))
            return
        empty = empty_stages(workshop)
        if empty:
            names = ", ".join(stage.name for stage in empty)
            self._column.addWidget(label(f"Nothing yet in {names}.", "warn", wraps=True))
        else:
            self._column.addWidget(label("Every stage has notes.", "good", wraps=True))
        for stage in stages:
            self._add(stage.name, stage.id, counts[stage.id])
        if counts[None]:
            self._add("Parking lot", None, counts[None])

    def _add(self, name: str, stage: Id | None, number: int) -> None:
        row = LinkRow(name, counted(number, "note") if number else "nothing")
        row.chosen.connect(lambda: self._choose(stage))
        self._column.addWidget(row)

    def _choose(self, stage: Id | None) -> None:
        notes = visible_notes(self._editing.workshop)
        self.notes_chosen.emit([note.id for note in notes if note.stage == stage])
