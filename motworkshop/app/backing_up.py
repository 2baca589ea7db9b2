"""Rolling copies outside the folder of the workshop, made while people work and without a word."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from motworkshop.app.saving import Saving
from motworkshop.document.document import Document
from motworkshop.errors import RefusedError, WorkshopError, WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import PhaseClock, PhaseKind
from motworkshop.panels.phases.clock import Clock

if TYPE_CHECKING:
    from motworkshop.storage.backups import Backup
    from motworkshop.storage.store import Store

MINUTES = 10
AFTER_MINUTES = "while working"
AT_THE_END = "when it was closed"


def back_up(root: Path, reason: str, store: "Store") -> "Backup":
    """Keep a copy of an open workshop under `root`. On the thread of the store.

    Raises:
        RefusedError: a secret round is open. WriteFailedError: it cannot be done here.
    """
    from motworkshop.storage.backups import Origin, backups_of  # only when a copy is made

    about = store.workshop.about
    origin = Origin(about.id, store.path, about.title)
    try:
        return backups_of(root, about.id, store.path).make(store.back_up, reason, origin)
    except OSError as fault:
        raise WriteFailedError(f"No backup was made in “{root}” ({fault.strerror}).") from fault


class BackingUp(QObject):
    """Keeps a copy after ten minutes of work, at each phase and at the end, if anything changed.

    Signals: `made` and `failed(str)`. While a secret round is open there are none, by rule; the
    next occasion makes up for it.
    """

    made = Signal()
    failed = Signal(str)

    def __init__(
        self,
        document: Document,
        clock: Clock,
        saving: Saving,
        root: Path,
        minutes: float = MINUTES,
    ) -> None:
        super().__init__(saving)
        self._saving = saving
        self._root = root
        self._phase: PhaseKind = clock.phase
        self._is_due = False
        self._timer = QTimer(self, singleShot=True, interval=round(minutes * 60_000))
        self._timer.timeout.connect(partial(self._make, AFTER_MINUTES))
        document.changed.connect(self._on_changed)
        clock.moved.connect(self._on_moved)
        saving.closing.connect(partial(self._make, AT_THE_END))

    def _on_changed(self, change: Change) -> None:
        if not change.kinds - {PhaseClock}:
            return  # time alone has passed
        self._is_due = True
        if not self._timer.isActive():  # it counts from the first change, whatever the clock says
            self._timer.start()

    def _on_moved(self, kind: PhaseKind) -> None:
        left, self._phase = self._phase, kind
        self._make(f"after {left.value}")

    def _make(self, reason: str) -> None:
        self._timer.stop()
        if self._is_due:
            self._is_due = False
            self._saving.ask(partial(back_up, self._root, reason), self._on_answered)

    def _on_answered(self, came: "Backup | WorkshopError") -> None:
        if isinstance(came, RefusedError):  # a secret round is open: by rule no copies
            self._is_due = True
        elif isinstance(came, WorkshopError):
            self._is_due = True
            self.failed.emit(str(came))
        else:
            self.made.emit()
