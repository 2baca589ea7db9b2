"""Saving, on the Qt side: gives each change to the writer's thread and says how it went."""

import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from motworkshop.document.document import Document
from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.history import Steps
from motworkshop.storage.writer import Listeners, Writer

if TYPE_CHECKING:
    from motworkshop.storage.store import Store

T = TypeVar("T")
SECONDS_TO_FINISH = 10.0


class State(Enum):
    """Whether what is on the screen is on the disk. CUT_OFF: it was, and the next change could not
    be."""

    SAVED = "Saved"
    SAVING = "Saving…"
    NOT_SAVED = "Not saved"
    CUT_OFF = "Cannot save"
    READ_ONLY = "Read only"


class Saving(QObject):
    """The state of one workshop's file.

    Signals: `opened(Workshop)` when the file is open for writing, with what is in it; `saving`,
    `saved` and `save_failed(str)` as it goes; `moved(old, new)` and `not_moved(path, str)` after
    it was to get another name; `closing` before the file is let go, when more can still be asked
    of it. The writer's thread emits the private ones, and Qt brings them over to ours. `path` is
    the file as it is called now.
    """

    opened = Signal(object)
    saving = Signal()
    saved = Signal()
    save_failed = Signal(str)
    moved = Signal(object, object)
    not_moved = Signal(object, str)
    closing = Signal()
    _writer_opened = Signal(object, object)
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
        self._writer_saved.connect(self._on_writer_saved)
        self._writer_failed.connect(self._on_writer_failed)
        self._writer_moved.connect(self._on_writer_moved)
        self._writer_answered.connect(self._on_writer_answered)
        listeners = Listeners(
            self._writer_opened.emit, self._writer_saved.emit, self._writer_failed.emit
        )
        self._writer = Writer(open_store, listeners)
        self._document: Document | None = None
        self._earlier: Steps | None = None

    def start(self) -> None:
        """Open the file on the writer's thread."""
        self._writer.start()

    def follow(self, document: Document) -> None:
        """Save whatever changes in this document from now on."""
        self._document = document
        self._remember()
        document.changed.connect(self._on_changed)

    def retry(self) -> None:
        """Try again now what could not be saved."""
        self._writer.retry()

    def move(self, path: Path) -> None:
        """Give the file another name when all before is saved; `moved` or `not_moved` tells."""
        self._writer.ask(
            lambda store: store.move(path), lambda came: self._writer_moved.emit(path, came)
        )

    def ask(
        self, action: "Callable[[Store], T]", told: Callable[[T | WorkshopError], None]
    ) -> None:
        """Do something else with the file when all before is saved; `told` gets what came of it,
        or why it could not be done, on this thread."""
        self._writer.ask(action, lambda came: self._writer_answered.emit(told, came))

    def finish(self, seconds: float = SECONDS_TO_FINISH) -> str:
        """Wait until all is saved; else why it is not, in a sentence."""
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
        return str(fault) if fault else "The disk does not answer. Try again in a moment."

    def close(self) -> str:
        """Let go of the file; what went wrong at the very end, if anything."""
        self.closing.emit()
        fault = self._writer.close()
        return str(fault) if fault else ""

    def _on_changed(self, change: Change) -> None:
        self._given += 1
        if self.state is State.SAVED:
            self.state = State.SAVING
            self.saving.emit()
        self._writer.save(change, self._steps())

    def _remember(self) -> None:
        """Give the document the steps of earlier sittings, once both are there."""
        if self._document is not None and self._earlier is not None:
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
        elif self.state is State.NOT_SAVED:
            self.state = State.SAVING
            self.saving.emit()

    def _on_writer_failed(self, fault: WorkshopError) -> None:
        self.state = State.CUT_OFF if self._given == self._done else State.NOT_SAVED
        self.why = str(fault)
        self.save_failed.emit(self.why)

    def _on_writer_moved(self, path: Path, fault: WorkshopError | None) -> None:
        if fault is not None:
            self.not_moved.emit(path, str(fault))
            return
        old, self.path = self.path, path
        self.moved.emit(old, path)

    def _on_writer_answered(self, told: Callable[[Any], None], came: object) -> None:
        told(came)

    def _tell_saved(self) -> None:
        self.state = State.SAVED
        self.why = ""
        self.saved.emit()
