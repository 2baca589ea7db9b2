"""How many notes each stage has, and which have none."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.heatmap import stage_counts
from motworkshop.model.reading import notes_under
from motworkshop.model.records import Id, Note, Stage
from motworkshop.model.voting import merged_words
from motworkshop.model.workshop import Workshop, visible_notes
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.rows import LinkRow, clear


def written_counts(workshop: Workshop) -> Counter[Id | None]:
    """How many notes were written for each stage; those that were merged lie with their lead."""
    found = Counter(stage_counts(workshop))
    found.update(workshop.remember(notes_under))
    return found


class StageCounts(QWidget):
    """One row to a stage; a click shows its notes. Signal: `notes_chosen(ids)`."""

    notes_chosen = Signal(object)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._shown: object = None
        self._rows: dict[Id | None, LinkRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        Soon(self, editing.document, (Note, Stage), self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count anew, and show what has become another number."""
        workshop = self._editing.workshop
        stages, counts = workshop.ordered(Stage), stage_counts(workshop)
        written = written_counts(workshop)
        empty = [stage.name for stage in stages if not written[stage.id]]
        named: list[tuple[Id | None, str]] = [(stage.id, stage.name) for stage in stages]
        named += [(None, "Parking lot")] if stages and counts[None] else []
        if (named, empty) != self._shown:
            self._shown = (named, empty)
            self._build(named, empty)
        for stage, row in self._rows.items():
            words = merged_words(written[stage], counts[stage]) if written[stage] else "nothing"
            if row.behind != words:
                row.say_behind(words)

    def _build(self, named: list[tuple[Id | None, str]], empty: list[str]) -> None:
        clear(self._column)
        self._rows = {}
        if not named:
            words = "No stages yet. Notes go to the parking lot."
            self._column.addWidget(label(words, "quiet", wraps=True))
            return
        if empty:
            words = f"Nothing yet in {', '.join(empty)}."
            is_begun = len(empty) < len(self._editing.workshop.of(Stage))
            self._column.addWidget(label(words, "warn" if is_begun else "quiet", wraps=True))
        else:
            self._column.addWidget(label("Every stage has notes.", "good", wraps=True))
        for stage, name in named:
            row = self._rows[stage] = LinkRow(name)
            row.chosen.connect(partial(self._choose, stage))
            self._column.addWidget(row)

    def _choose(self, stage: Id | None) -> None:
        notes = visible_notes(self._editing.workshop)
        self.notes_chosen.emit([note.id for note in notes if note.stage == stage])
