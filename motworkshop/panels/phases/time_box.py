"""The time box of a phase, to be changed by the facilitator."""

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import plan_phase
from motworkshop.model.phases import clock_of
from motworkshop.model.records import Phase, PhaseClock, PhaseKind
from motworkshop.panels.controls.labels import label
from motworkshop.panels.phases.clock import planned_minutes


class TimeBox(QWidget):
    """How many minutes are planned, and how many are used."""

    def __init__(self, editing: Editing, kind: PhaseKind) -> None:
        super().__init__()
        self._editing = editing
        self._kind = kind
        self._minutes = QSpinBox()
        self._minutes.setRange(0, 600)
        self._minutes.setSuffix(" min")
        self._minutes.setKeyboardTracking(False)
        self._minutes.setAccessibleName("Minutes planned for this phase")
        self._minutes.setFixedWidth(80)
        self._used = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label("Time box", "caption"))
        row.addWidget(self._minutes)
        row.addWidget(self._used, 1)
        self._refresh()
        self._minutes.valueChanged.connect(self._on_value_changed)
        editing.document.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(old or new, Phase | PhaseClock) for old, new in change):
            self._refresh()

    def _refresh(self) -> None:
        workshop = self._editing.workshop
        used = round(clock_of(workshop, self._kind).used / 60)
        self._used.setText(f"{used} min used" if used else "")
        was_blocked = self._minutes.blockSignals(True)
        self._minutes.setValue(planned_minutes(workshop, self._kind))
        self._minutes.blockSignals(was_blocked)

    def _on_value_changed(self, minutes: int) -> None:
        fold = f"plan {self._kind.value}"
        self._editing.do(plan_phase, self._kind, fold=fold, planned=minutes)
