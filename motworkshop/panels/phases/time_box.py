"""The one or two time boxes of a phase, to be changed and begun by the facilitator."""

from functools import partial

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import plan_time_box
from motworkshop.model.phases import TimeBox, time_boxes
from motworkshop.model.records import Phase, PhaseClock, PhaseKind
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.numbers import NumberField
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock


def minutes_field() -> NumberField:
    """A field for the minutes of a time box."""
    made = NumberField(0, 600)
    made.setSuffix(" min")
    made.setKeyboardTracking(False)
    return made


def show_minutes(field: NumberField, box: TimeBox) -> None:
    """Show the minutes of a time box without saying that they were edited."""
    of = f"“{box.name}”" if box.name else "this phase"
    field.setAccessibleName(f"Minutes planned for {of}")
    field.setToolTip(f"Minutes planned for {of}")
    was_blocked = field.blockSignals(True)
    field.setValue(box.planned)
    field.blockSignals(was_blocked)


class TimeBoxes(QWidget):
    """How many minutes are planned and used, a row to each time box; where there are two, the
    one at hand is marked and the other one can be begun."""

    def __init__(self, editing: Editing, kind: PhaseKind, clock: Clock, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._kind = kind
        self._clock = clock
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        boxes = time_boxes(editing.workshop, kind)
        self._rows = [_Row(box, icons, has_begin=len(boxes) > 1) for box in boxes]
        for place, row in enumerate(self._rows):
            row.minutes.valueChanged.connect(partial(self._on_value_changed, place))
            row.begin.clicked.connect(partial(clock.begin_box, place))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(row.name)
            words.addWidget(row.used)
            grid.addLayout(words, place, 0)
            grid.addWidget(row.minutes, place, 1)
            grid.addWidget(row.begin, place, 2)
        clock.ticked.connect(self._mark)
        editing.document.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        if change.has(Phase, PhaseClock):
            self._refresh()

    def _refresh(self) -> None:
        for row, box in zip(
            self._rows, time_boxes(self._editing.workshop, self._kind), strict=True
        ):
            row.show_box(box)
        self._mark()

    def _mark(self) -> None:
        for place, row in enumerate(self._rows):
            is_here = self._clock.phase is self._kind and self._clock.place == place
            row.mark(is_at_hand=is_here)

    def _on_value_changed(self, place: int, minutes: int) -> None:
        fold = f"plan {self._kind.value} {place}"
        self._editing.do(plan_time_box, self._kind, place, minutes, fold=fold)


class _Row:
    """One time box: its name, minutes, what is used, and the button that begins it."""

    def __init__(self, box: TimeBox, icons: Icons, *, has_begin: bool) -> None:
        self._has_begin = has_begin
        self.name = label(box.name or "Time box", "caption")
        self.minutes = minutes_field()
        self.used = label("", "small")
        self.begin: QToolButton = icon_button(icons.icon("play", "accent"), f"Begin “{box.name}”")
        policy = self.begin.sizePolicy()
        policy.setRetainSizeWhenHidden(has_begin)  # the fields stand one below the other
        self.begin.setSizePolicy(policy)

    def show_box(self, box: TimeBox) -> None:
        """Show its minutes."""
        used = round(box.used / 60)
        self.used.setText(f"{used} min used" if used else "")
        self.used.setVisible(bool(used))
        show_minutes(self.minutes, box)

    def mark(self, *, is_at_hand: bool) -> None:
        """Whether the group is in it now; the other one can be begun."""
        font = QFont(self.name.font())
        font.setBold(self._has_begin and is_at_hand)
        self.name.setFont(font)
        self.begin.setVisible(self._has_begin and not is_at_hand)
