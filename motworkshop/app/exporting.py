"""An export under way: in a child process, so that the window never waits."""

import multiprocessing
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from motworkshop.app.export_child import write_in_child
from motworkshop.app.handing import hand_over
from motworkshop.cli.exporting import ExportKind, Paper
from motworkshop.files import sweep
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

LOOK_AGAIN_MS = 50
WORDS = {
    ExportKind.REPORT: "report",
    ExportKind.WORKBOOK: "workbook",
    ExportKind.NOTES: "notes",
}


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to write, and where."""

    out: Path
    kind: ExportKind
    paper: Paper = Paper.A4
    is_with_names: bool = True


class ExportJob(QObject):
    """One output being written.

    Signals: `wrote(changes)` with a sentence for each text that had to be changed to fit;
    `failed(str)`; `cancelled`. Whatever stood under the name stays until the new one is whole.
    """

    wrote = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, workshop: Workshop, order: ExportOrder, parent: QObject) -> None:
        super().__init__(parent)
        self.order = order
        spawn = multiprocessing.get_context("spawn")
        self._answers, theirs = spawn.Pipe(duplex=False)
        handed = hand_over(tuple(workshop.records()))
        self._child = spawn.Process(
            target=write_in_child,
            args=(
                handed, order.out, order.kind, order.paper, order.is_with_names, theirs,
            ),
            daemon=True,
        )  # fmt: skip
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self._child.start()
        theirs.close()
        handed.close()
        self._timer.start()

    def cancel(self) -> None:
        """Stop it and leave nothing half done behind."""
        self._timer.stop()
        self._child.terminate()
        self._end()
        sweep(self.order.out.resolve())
        self.cancelled.emit()

    def _look(self) -> None:
        if self._answers.poll():
            self._timer.stop()
            said, content = self._answer()
            self._end()
            if said == "wrote":
                self.wrote.emit(content)
            else:
                self.failed.emit(str(content))

    def _answer(self) -> tuple[str, object]:
        try:
            said, content = self._answers.recv()
        except EOFError:  # it died: a fault of ours, its traceback is on standard error
            return "failed", (
                f"The {WORDS[self.order.kind]} was not written: its process ended too early. "
                "Your workshop is safe. Try again."
            )
        return str(said), content

    def _end(self) -> None:
        self._child.join(5)
        self._answers.close()
