"""Rows from elsewhere into the open workshop: a file or a pasted table, with a preview, in one step.

`open_file` takes a CSV or Excel file, `open_table` rows that were pasted. Both read in a child
process and ask in an `ImportSheet`; nothing is changed until the person says so.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.import_child import Order, Read, Rows, Table, Unread, rows_of
from motworkshop.app.import_job import ImportJob
from motworkshop.app.import_sheet import ImportSheet, name_of
from motworkshop.imports.outcome import Intake, Kind
from motworkshop.imports.verdict import Verdict, counted_things
from motworkshop.model.records import PhaseKind
from motworkshop.model.voting import counted

BUSY_AFTER_MS = 300
PASTED = "the pasted table"
KIND_OF = {
    PhaseKind.FRAME: Kind.PARTICIPANTS,
    PhaseKind.ALIGN: Kind.STAGE_PROPOSALS,
    PhaseKind.VOTE: Kind.BALLOTS,
    PhaseKind.OWN: Kind.EVIDENCE,
}
"""What is probably brought in a phase, where the columns do not tell."""


class Importing(QObject):
    """Asks for a file, reads it, shows what is in it, and brings that in."""

    def __init__(self, desk: Desk, dialogs: Dialogs) -> None:
        super().__init__(desk)
        self._desk = desk
        self._dialogs = dialogs
        self._name = ""
        self._kind = Kind.TOUCHPOINTS
        self._job: ImportJob | None = None
        self._sheet: ImportSheet | None = None
        self._verdict = Verdict()

    def ask(self) -> None:
        """Ask for a file and import it."""
        path = self._dialogs.file_to_import(self._desk)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Import a CSV or Excel file, after a look at it."""
        kind = KIND_OF.get(self._desk.parts.clock.phase, Kind.TOUCHPOINTS)
        self._begin(path, name_of(path), kind)

    def open_table(self, rows: Sequence[Sequence[str]], name: str = PASTED) -> None:
        """Import rows of texts, touchpoints most likely, after a look at them."""
        self._begin(rows_of(rows), name, Kind.TOUCHPOINTS)

    def cancel(self) -> None:
        """Stop, and change nothing."""
        self._end()

    def _begin(self, source: Path | Rows, name: str, kind: Kind) -> None:
        self._end()
        if self._desk.parts.banner.tone == "ok":  # it told of something before this
            self._desk.parts.banner.dismiss()
        self._name = name
        self._kind = kind
        job = ImportJob(source, self._desk.parts.document.workshop, self)
        job.table_read.connect(self._on_table_read)
        job.not_read.connect(self._on_not_read)
        job.judged.connect(self._on_judged)
        job.worked_out.connect(self._on_worked_out)
        job.broke.connect(self._on_broke)
        self._job = job
        self._say_busy_soon(job, f"Reading {name}…")
        job.ask(Read())

    def _on_table_read(self, table: Table) -> None:
        self._open_sheet().show_table(table)

    def _on_not_read(self, unread: Unread) -> None:
        if self._sheet is None and not unread.candidates:
            self._end()
            self._desk.say(f"Nothing was imported. {unread.why}", "danger")
        else:
            self._open_sheet().show_unread(unread)

    def _on_judged(self, verdict: Verdict) -> None:
        if self._sheet is not None:
            self._sheet.show_verdict(verdict)

    def _open_sheet(self) -> ImportSheet:
        """The window of the import, once there is something to see in it."""
        if self._sheet is not None:
            return self._sheet
        self._stop_being_busy()
        parts = self._desk.parts
        sheet = ImportSheet(self._name, parts.document.workshop, self._kind, self._desk.window())
        if self._job is not None:
            sheet.asked.connect(self._job.ask)
        sheet.ordered.connect(self._on_ordered)
        sheet.left.connect(self._on_left)
        self._sheet = sheet
        sheet.open()
        return sheet

    def _on_ordered(self, order: Order, verdict: Verdict) -> None:
        job = self._job
        if job is None:
            return
        self._verdict = verdict
        self._close_sheet()
        self._say_busy_soon(job, f"Importing {self._name}…")
        job.ask(order)

    def _on_worked_out(self, intake: Intake) -> None:
        self._end()
        document = self._desk.parts.document
        before = document.workshop

        def take() -> None:
            for edit in intake.edits:
                document.do(edit)
            if intake.recorded:
                document.record(intake.recorded)

        self._desk.parts.editing.attempt(take)
        if document.workshop is not before:
            self._say_done(intake)

    def _say_done(self, intake: Intake) -> None:
        things = counted_things(intake.made)
        listed = ", ".join(things[:-1]) + " and " + things[-1] if len(things) > 1 else things[0]
        words = f"Imported {listed} from {self._name}."
        if intake.refused:
            rows = counted(len(intake.refused), intake.numbered_by)
            words += f" {rows} could not be read and {_was(len(intake.refused))} left out."
        undo = ("Undo", self._desk.actions_["undo"].trigger)
        self._desk.say(words, "ok", *([undo] if intake.edits else []))

    def _on_broke(self, words: str) -> None:
        self._end()
        self._desk.say(words, "danger")

    def _on_left(self) -> None:
        self._sheet = None
        self._end()

    def _say_busy_soon(self, job: ImportJob, words: str) -> None:
        def show() -> None:
            if self._job is job and self._sheet is None:
                self._desk.say(words, "busy", ("Cancel", self.cancel))

        QTimer.singleShot(BUSY_AFTER_MS, job, show)

    def _end(self) -> None:
        self._close_sheet()
        self._stop_being_busy()
        job, self._job = self._job, None
        if job is not None:
            job.end()
            job.deleteLater()

    def _close_sheet(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.left.disconnect(self._on_left)
            sheet.reject()

    def _stop_being_busy(self) -> None:
        if self._desk.parts.banner.tone == "busy":
            self._desk.parts.banner.dismiss()


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
