"""Saving, on the Qt side: gives each change to the writer's thread and says how it went."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from motworkshop.document.document import Document
from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.history import Steps
from motworkshop.storage.writer import Listeners, Writer

if TYPE_CHECKING:
    from motworkshop.storage.store import Store

SECONDS_TO_FINISH = 10.0


class State(Enum):
    """Whether what is on the screen is on the disk."""

    SAVED = "Saved"
    SAVING = "Saving…"
    NOT_SAVED = "Not saved"


class Saving(QObject):
    """The state of one workshop's file.

    Signals: `opened(Workshop)` when the file is open for writing, with what is in it; `saving`,
    `saved` and `save_failed(str)` as it goes. The writer's thread emits the three private ones,
    and Qt brings them over to ours.
    """

    opened = Signal(object)
    saving = Signal()
    saved = Signal()
    save_failed = Signal(str)
    _writer_opened = Signal(object, object)
    _writer_saved = Signal(int)
    _writer_failed = Signal(object)

    def __init__(self, open_store: Callable[[], "Store"], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.SAVED
        self.why = ""
        self._given = 0
        self._done = 0
        self._writer_opened.connect(self._on_writer_opened)
        self._writer_saved.connect(self._on_writer_saved)
        self._writer_failed.connect(self._on_writer_failed)
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

    def finish(self) -> str:
        """Wait until all is saved; else why it is not, in a sentence."""
        fault = self._writer.wait(SECONDS_TO_FINISH)
        if self._writer.is_all_saved:
            return ""
        return str(fault) if fault else "The disk does not answer. Try again in a moment."

    def close(self) -> str:
        """Let go of the file; what went wrong at the very end, if anything."""
        fault = self._writer.close()
        return str(fault) if fault else ""

    def _on_changed(self, change: Change) -> None:
        self._given += 1
        if self.state is not State.NOT_SAVED:
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
        self.state = State.NOT_SAVED
        self.why = str(fault)
        self.save_failed.emit(self.why)

    def _tell_saved(self) -> None:
        self.state = State.SAVED
        self.why = ""
        self.saved.emit()
