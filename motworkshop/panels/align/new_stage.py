"""A line to add stages with, one after the other."""

from motworkshop.document.editing import Editing
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Stage
from motworkshop.panels.controls.fields import LineField


class NewStage(LineField):
    """Type a name, press Enter, type the next."""

    def __init__(self, editing: Editing) -> None:
        super().__init__("Add a stage and press Enter")
        self._editing = editing
        self.setAccessibleName("New stage")
        self.returnPressed.connect(self._on_return)

    def _on_return(self) -> None:
        before = len(self._editing.workshop.of(Stage))
        if self.text().strip():
            self._editing.do(add_stage, self.text())
        if len(self._editing.workshop.of(Stage)) > before:
            self.clear()
