"""What goes out of an open workshop: copies and exports, told in its banner."""

from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.exporting import WORDS, ExportJob, ExportOrder
from motworkshop.app.saving import State
from motworkshop.cli.exporting import ExportKind, Paper
from motworkshop.errors import WorkshopError
from motworkshop.model.records import KINDS, PhaseClock
from motworkshop.model.workshop import Workshop

BUSY_AFTER_MS = 300
FILES = {
    ExportKind.REPORT: "Report (*.pdf)",
    ExportKind.WORKBOOK: "Workbook (*.xlsx)",
    ExportKind.NOTES: "Notes (*.csv)",
}


def write_copy(path: Path, workshop: Workshop) -> None:
    """Write a workshop into a new file; nothing is written over."""
    from motworkshop.storage.create import create_workshop

    create_workshop(path, workshop)


class CopyJob(QObject):
    """A copy being written on a thread of its own. Signals: `wrote(Path)`, `failed(str)`."""

    wrote = Signal(object)
    failed = Signal(str)
    _ended = Signal(object)

    def __init__(self, path: Path, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._ended.connect(self._on_ended)  # comes from the thread; the others go on from ours
        self._path = path
        self._workshop = workshop
        self._thread = Thread(target=self._run, name="motworkshop-copy")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def _run(self) -> None:
        try:
            write_copy(self._path, self._workshop)
        except WorkshopError as fault:
            self._ended.emit(fault)
        else:
            self._ended.emit(None)

    def _on_ended(self, fault: WorkshopError | None) -> None:
        if fault is None:
            self.wrote.emit(self._path)
        else:
            self.failed.emit(str(fault))


class Outputs(QObject):
    """Writes files elsewhere for a desk.

    Signal: `left_for(Path)` when the person goes on in a copy, because the file cannot be saved.
    """

    left_for = Signal(object)

    def __init__(self, desk: Desk, dialogs: Dialogs) -> None:
        super().__init__(desk)
        self._desk = desk
        self._dialogs = dialogs
        self._job: ExportJob | None = None
        self._copied: Workshop | None = None

    @property
    def workshop(self) -> Workshop:
        """What goes out."""
        return self._desk.parts.document.workshop

    def save_copy(self) -> None:
        """Ask where to, and write a copy there; the work goes on in the old file."""
        name = f"{self._desk.parts.path.stem} copy"
        path = self._dialogs.new_file(self._desk, "Save a copy", name)
        if path is not None:
            job = CopyJob(path, self.workshop, self)
            job.wrote.connect(partial(self._on_copied, self.workshop))
            job.failed.connect(self._on_failed)
            job.start()

    def export(self, name: str) -> None:
        """Ask where to, and write an output there: report, workbook or notes."""
        if self._is_busy():
            return
        kind = ExportKind(name)
        stem = self._desk.parts.path.stem
        words = f"Write the {WORDS[kind]}"
        path = self._dialogs.new_file(self._desk, words, stem, FILES[kind])
        if path is not None:
            with_names = self._desk.actions_["with_names"].isChecked()
            self._begin(ExportOrder(path, kind, Paper.A4, with_names))

    def _is_busy(self) -> bool:
        if self._job is not None:
            self._desk.say("One export is being written already. Wait for it, or cancel it.")
        return self._job is not None

    def export_for_report(self, kind: str, path: str, paper: str, with_names: bool) -> None:
        """The panel of the report asks; it is told how it goes, beside the banner."""
        report = self._desk.parts.scenes.report
        if report is None or self._is_busy():
            return
        self._begin(ExportOrder(Path(path), ExportKind(kind), Paper(paper), with_names))
        if self._job is not None:
            report.on_export_started()
            self._job.wrote.connect(lambda changes: report.on_export_finished(path, changes))
            self._job.failed.connect(report.on_export_failed)
            self._job.cancelled.connect(report.on_export_cancelled)

    def cancel(self) -> None:
        """Stop the export that is under way, if there is one."""
        if self._job is not None:
            self._job.cancel()

    def _begin(self, order: ExportOrder) -> None:
        job = ExportJob(self.workshop, order, self)
        self._job = job
        job.wrote.connect(self._on_wrote)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        QTimer.singleShot(BUSY_AFTER_MS, self, lambda: self._show_busy(job))

    def _show_busy(self, job: ExportJob) -> None:
        if self._job is job:
            notes = f"{len(self.workshop.notes):,} notes"
            words = f"Writing the {WORDS[job.order.kind]} of {notes}… You can go on working."
            self._desk.say(words, "busy", ("Cancel", self.cancel))

    def _on_wrote(self, changes: tuple[str, ...]) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        path = job.order.out
        words = f"Wrote {path.name}."
        if changes:
            words += f" {len(changes)} texts were changed to fit: {changes[0]}"
        folder = QUrl.fromLocalFile(str(path.parent))
        opens = ("Open", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self._desk.say(
            words, "ok", opens, ("Open folder", lambda: QDesktopServices.openUrl(folder))
        )

    @property
    def is_copied(self) -> bool:
        """Whether a copy holds everything as it is now, but for the clocks, which go on."""
        copied = self._copied
        kinds = [kind for kind in KINDS if kind is not PhaseClock]
        return copied is not None and all(copied.of(one) == self.workshop.of(one) for one in kinds)

    def _on_copied(self, workshop: Workshop, path: Path) -> None:
        self._copied = workshop
        parts = self._desk.parts
        if parts.saving.state in (State.NOT_SAVED, State.CUT_OFF, State.SILENT):
            words = f"Saved a copy as “{path}”. “{parts.path.name}” itself still cannot be saved."
            goes_on = ("Go on in the copy", partial(self.left_for.emit, path))
            self._desk.say(words, "danger", goes_on)
            return
        words = f"Saved a copy as “{path}”. You go on working in “{parts.path.name}”."
        self._desk.say(words, "ok")

    def _on_failed(self, words: str) -> None:
        self._job = None
        self._desk.say(words, "danger")

    def _on_cancelled(self) -> None:
        self._job = None
        self._desk.say("Cancelled. Nothing was written.", "ok")
