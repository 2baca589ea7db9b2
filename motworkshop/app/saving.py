"""Saving, on the Qt side: gives each change to the writer's thread and says how it went."""

import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from motworkshop.document.document import Document
from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.history import Steps
from motworkshop.storage.errors import SilentDiskError
from motworkshop.storage.writer import Listeners, Writer

if TYPE_CHECKING:
    from motworkshop.storage.store import Store

T = TypeVar("T")
SECONDS_TO_FINISH = 10.0
WATCH_MS = 500


class State(Enum):
    """Whether what is on the screen is on the disk. CUT_OFF: it was, and the next change could not
    be. SILENT: nobody knows, because the disk does not answer."""

    SAVED = "Saved"
    SAVING = "Saving…"
    NOT_SAVED = "Not saved"
    CUT_OFF = "Cannot save"
    SILENT = "Waiting for the disk"
    READ_ONLY = "Read only"


class Saving(QObject):
    """The state of one workshop's file.

    Signals: `opened(Workshop)` when the file is open for writing, with what is in it, and
    `history_lost` when its undo history could not be read and is left out; `saving`,
    `saved` and `save_failed(str)` as it goes; `fell_silent(int)` with the seconds for which the
    disk has not answered, again and again until it does; `moved(old, new)` and
    `not_moved(path, str)` after it was to get another name; `closing` before the file is let go,
    when more can still be asked of it. The writer's thread emits the private ones, and Qt brings
    them over to ours. `path` is the file as it is called now.
    """

    opened = Signal(object)
    history_lost = Signal()
    saving = Signal()
    saved = Signal()
    save_failed = Signal(str)
    fell_silent = Signal(int)
    moved = Signal(object, object)
    not_moved = Signal(object, str)
    closing = Signal()
    _writer_opened = Signal(object, object)
    _writer_lost_history = Signal()
    _writer_saved = Signal(int)
    _writer_failed = Signal(object)
    _writer_moved = Signal(object, object)
    _writer_answered = Signal(object, object)

    def __init__(
        self, path: Path, open_store: Callable[[], "Store"], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.state = State.SAVED
        self.why = ""
        self._given = 0
        self._done = 0
        self._writer_opened.connect(self._on_writer_opened)
        self._writer_lost_history.connect(self.history_lost)
        self._writer_saved.connect(self._on_writer_saved)
        self._writer_failed.connect(self._on_writer_failed)
        self._writer_moved.connect(self._on_writer_moved)
        self._writer_answered.connect(self._on_writer_answered)
        listeners = Listeners(
            self._writer_opened.emit,
            self._writer_saved.emit,
            self._writer_failed.emit,
            self._writer_lost_history.emit,
        )
        self._writer = Writer(open_store, listeners)
        self._document: Document | None = None
        self._earlier: Steps | None = None
        self._fresh: list[tuple[Change, Steps | None]] = []
        self._hand_over = QTimer(self, singleShot=True, interval=0)
        self._hand_over.timeout.connect(self._give)
        self._watch = QTimer(self, interval=WATCH_MS)  # who hangs cannot say so
        self._watch.timeout.connect(self._look_after_writer)

    def start(self) -> None:
        """Open the file on the writer's thread."""
        self._writer.start()
        self._watch.start()

    def follow(self, document: Document) -> None:
        """Save whatever changes in this document from now on."""
        self._document = document
        self._remember()
        document.changed.connect(self._on_changed)

    def retry(self) -> None:
        """Try again now what could not be saved."""
        self._give()
        self._writer.retry()

    def move(self, path: Path) -> None:
        """Give the file another name when all before is saved; `moved` or `not_moved` tells."""
        self._give()
        self._writer.ask(
            lambda store: store.move(path), lambda came: self._writer_moved.emit(path, came)
        )

    def ask(
        self, action: "Callable[[Store], T]", told: Callable[[T | WorkshopError], None]
    ) -> None:
        """Do something else with the file when all before is saved; `told` gets what came of it,
        or why it could not be done, on this thread."""
        self._give()
        self._writer.ask(action, lambda came: self._writer_answered.emit(told, came))

    def finish(self, seconds: float = SECONDS_TO_FINISH) -> str:
        """Wait until all is saved, but not for a disk that does not answer; else why it is not, in
        a sentence."""
        self._give()
        if not self._writer.is_all_saved:
            self._writer.start()  # it waits for the first paint, and that may never come
        until = time.monotonic() + seconds
        given = -1
        fault: WorkshopError | None = None
        while fault is None and given != self._given:  # once opened, the steps are saved on top
            given = self._given
            fault = self._writer.wait(max(0.0, until - time.monotonic()))
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)  # what the writer told
        if self._writer.is_all_saved:
            return ""
        return str(fault or SilentDiskError(self._writer.silence or seconds))

    def close(self) -> str:
        """Let go of the file; what went wrong at the very end, if anything."""
        self._watch.stop()
        self._give()
        if not self._writer.silence:  # else what is asked now would never be done
            self.closing.emit()
        fault = self._writer.close()
        return str(fault) if fault else ""

    def _on_changed(self, change: Change) -> None:
        self._given += 1
        if self.state is State.SAVED:
            self._tell_saving()
        self._fresh.append((change, self._steps()))
        self._hand_over.start()

    def _give(self) -> None:
        """Let the writer have what has changed. Once everybody has followed the change: while the
        writer's thread is at work they go on at half the speed."""
        self._hand_over.stop()
        fresh, self._fresh = self._fresh, []
        for change, steps in fresh:
            self._writer.save(change, steps)

    def _remember(self) -> None:
        """Give the document the steps of earlier sittings, once both are there."""
        if self._document is not None and self._earlier is not None:
            self._give()
            has_own = bool(self._document.steps.all)
            self._document.remember(self._earlier)
            if has_own:  # what was saved before the file was open could not name them all
                self._given += 1
                self._writer.save(Change(), self._document.steps)

    def _steps(self) -> Steps | None:
        if self._document is None or self._earlier is None:
            return None
        return self._document.steps

    def _on_writer_opened(self, workshop: object, steps: Steps) -> None:
        self._earlier = steps
        self._remember()
        if self._given == self._done:
            self._tell_saved()
        self.opened.emit(workshop)

    def _on_writer_saved(self, count: int) -> None:
        self._done = count
        if self._done == self._given:
            self._tell_saved()
        elif self.state in (State.NOT_SAVED, State.SILENT):
            self._tell_saving()

    def _on_writer_failed(self, fault: WorkshopError) -> None:
        self.state = State.CUT_OFF if self._given == self._done else State.NOT_SAVED
        self.why = str(fault)
        self.save_failed.emit(self.why)

    def _look_after_writer(self) -> None:
        """A disk or a network share that does not answer keeps the writer's thread where it is."""
        silence = int(self._writer.silence)
        if silence:
            self.state = State.SILENT
            self.why = f"no answer for {silence} seconds"
            self.fell_silent.emit(silence)
        elif self.state is State.SILENT:
            self._on_answered()

    def _on_answered(self) -> None:
        fault = self._writer.fault
        if fault is not None:
            self._on_writer_failed(fault)
        elif self._given == self._done:
            self._tell_saved()
        else:
            self._tell_saving()

    def _on_writer_moved(self, path: Path, fault: WorkshopError | None) -> None:
        if fault is not None:
            self.not_moved.emit(path, str(fault))
            return
        old, self.path = self.path, path
        self.moved.emit(old, path)

    def _on_writer_answered(self, told: Callable[[Any], None], came: object) -> None:
        told(came)

    def _tell_saving(self) -> None:
        self.state = State.SAVING
        self.saving.emit()

    def _tell_saved(self) -> None:
        self.state = State.SAVED
        self.why = ""
        self.saved.emit()
