"""The holes that merging left on the board: nobody's notes move unless somebody asks for it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.arranging import close_gaps
from motworkshop.model.records import Cluster, Id, Note, Record, Stage
from motworkshop.model.vacated import stages_with_gaps
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.vote.words import listed

MOST_NAMED = 2


class Gaps(QWidget):
    """Offers to let the stages close up; out of sight where there is nothing to close."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._stages: list[Id | None] = []
        self._told = label("", "quiet", wraps=True)
        close = push_button("Close the gaps")
        close.setToolTip("The order stays, and locked notes too. One step, which undo takes back")
        close.clicked.connect(self._on_close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(close)
        self._is_stale = True
        editing.document.changed.connect(self._on_changed)
        Soon(self, editing.document, (Note, Cluster, Stage), self._refresh)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        """Where notes lie is looked at only after one went elsewhere, not at each key."""
        if change.has(Cluster, Stage) or any(_is_elsewhere(old, new) for old, new in change):
            self._is_stale = True

    def _refresh(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        workshop = self._editing.workshop
        self._stages = stages_with_gaps(workshop)
        names = [
            f"“{workshop.of(Stage)[stage].name}”" if stage else "the parking lot"
            for stage in self._stages
        ]
        self._told.setText(f"Merging left gaps in {listed(names, MOST_NAMED)}.")
        show_part(self, is_shown=bool(self._stages))

    def _on_close(self) -> None:
        self._editing.do(close_gaps, self._stages)


def _is_elsewhere(old: Record | None, new: Record | None) -> bool:
    """Whether a note came, went, or lies in another place or another height."""
    if not isinstance(old, Note) or not isinstance(new, Note):
        return isinstance(old or new, Note)
    return (old.stage, old.lane, old.x, old.y, old.height) != (
        new.stage, new.lane, new.x, new.y, new.height
    )  # fmt: skip
