"""The clock of the phase at hand: counts down, can be paused, and records what was used."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import plan_time_box
from motworkshop.model.phases import (
    TimeBox,
    clock_of,
    go_to_time_box,
    place_at_hand,
    run_clock,
    set_phase_status,
    time_boxes,
)
from motworkshop.model.records import Phase, PhaseKind, PhaseStatus
from motworkshop.model.results import has_result
from motworkshop.model.workshop import Workshop

RECORD_SECONDS = 30.0
"""The most that a crash can take from a running clock."""


def phase_at_hand(workshop: Workshop) -> PhaseKind:
    """The phase the group is in: the current one, else the first to come, else the last."""
    kinds = list(PhaseKind)
    statuses = {kind: clock_of(workshop, kind).status for kind in kinds}
    for status in (PhaseStatus.CURRENT, PhaseStatus.TO_COME):
        for kind in kinds:
            if statuses[kind] is status:
                return kind
    return kinds[-1]


class Clock(QObject):
    """Which phase the group is in, and how much of its time is left.

    Signals: `moved(kind)` after another phase began; `ticked` every second while it runs, and
    whenever what is left or whether it runs is another.
    """

    moved = Signal(object)
    ticked = Signal()

    def __init__(self, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self.phase = phase_at_hand(editing.workshop)
        self._before = clock_of(editing.workshop, self.phase).status
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_timeout)
        editing.document.changed.connect(self._on_changed)

    @property
    def is_running(self) -> bool:
        """Whether time goes by."""
        return self._timer.isActive()

    @property
    def boxes(self) -> tuple[TimeBox, ...]:
        """The time boxes of the phase, as they are recorded."""
        return time_boxes(self._editing.workshop, self.phase)

    @property
    def place(self) -> int:
        """Which of them the group is in: 0 or 1."""
        return place_at_hand(self._editing.workshop, self.phase)

    @property
    def planned(self) -> int:
        """The minutes of the time box at hand."""
        return self.boxes[self.place].planned

    @property
    def used(self) -> float:
        """Seconds used of it so far."""
        return self.boxes[self.place].used + self._unrecorded()

    @property
    def is_begun(self) -> bool:
        """Whether the time box at hand was ever started."""
        return self.is_running or self.used > 0

    @property
    def left(self) -> int:
        """Seconds left of it, below zero when it is over."""
        return round(self.planned * 60 - self.used)

    @property
    def was_done(self) -> bool:
        """Whether the group was done with this phase before it opened it again."""
        return self._before is PhaseStatus.DONE

    @property
    def is_past(self) -> bool:
        """Whether the group was done with this phase and only looks back at it."""
        return self.was_done and not self.is_running

    def start(self) -> None:
        """Let time go by; the phase is under way then."""
        if not self.is_running:
            self._set_status(self.phase, PhaseStatus.CURRENT)
            self._since.start()
            self._timer.start()
            self.ticked.emit()

    def pause(self) -> None:
        """Stop, and record what was used."""
        if self.is_running:
            self._record()
            self._timer.stop()
            self.ticked.emit()

    def plan(self, minutes: int) -> None:
        """Give the time box at hand other minutes."""
        fold = f"plan {self.phase.value} {self.place}"
        self._editing.do(plan_time_box, self.phase, self.place, minutes, fold=fold)

    def go_to_box(self, place: int) -> None:
        """Go on in another time box of the phase; a clock that runs goes on running there."""
        if place == self.place or place >= len(self.boxes):
            return
        if self.is_running:
            self._record()
        self._editing.record(go_to_time_box, self.phase, place)
        self.ticked.emit()

    def begin_box(self, place: int) -> None:
        """Let the time of another time box of the phase go by."""
        self.go_to_box(place)
        self.start()

    def go_to(self, kind: PhaseKind) -> None:
        """Open a phase. Whoever goes onward from a phase with a result is done with it; whoever
        passes through, or goes back to look, leaves it as it was."""
        if kind is self.phase:
            return
        self.pause()
        kinds = list(PhaseKind)
        is_onward = kinds.index(kind) > kinds.index(self.phase)
        has_come = is_onward and has_result(self._editing.workshop, self.phase)
        was_done = has_come or self._before is PhaseStatus.DONE
        self._set_status(self.phase, PhaseStatus.DONE if was_done else PhaseStatus.TO_COME)
        self._before = clock_of(self._editing.workshop, kind).status
        self._set_status(kind, PhaseStatus.CURRENT)
        self.phase = kind
        self.moved.emit(kind)
        self.ticked.emit()

    def _set_status(self, kind: PhaseKind, status: PhaseStatus) -> None:
        if clock_of(self._editing.workshop, kind).status is not status:
            self._editing.record(set_phase_status, kind, status)

    def _unrecorded(self) -> float:
        return self._since.elapsed() / 1000 if self.is_running else 0.0

    def _record(self) -> None:
        seconds = self._unrecorded()
        self._since.restart()
        self._editing.record(run_clock, self.phase, seconds)

    def _on_timeout(self) -> None:
        if self._unrecorded() >= RECORD_SECONDS:
            self._record()
        self.ticked.emit()

    def _on_changed(self, change: Change) -> None:
        if change.has(Phase):
            self.ticked.emit()


def as_clock(seconds: int) -> str:
    """08:42, or 00:15 over."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{minutes:02}:{rest:02}{' over' if seconds < 0 else ''}"
