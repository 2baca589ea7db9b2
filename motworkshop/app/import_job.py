"""An import under way: its child process, and the questions that it answers."""

import multiprocessing
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from motworkshop.app.handing import hand_over
from motworkshop.app.import_child import Order, Read, Rows, Table, Unread, serve_import
from motworkshop.imports.outcome import Intake
from motworkshop.imports.verdict import Verdict
from motworkshop.model.workshop import Workshop

LOOK_AGAIN_MS = 20
DIED = "The table was not read: its process ended too early. Nothing was imported. Try again."


class ImportJob(QObject):
    """Reads a table in a child process, so that the window never waits.

    Signals: `table_read(Table)`, `not_read(Unread)`, `judged(Verdict)`, `worked_out(Intake)`, each
    the answer to the last question; `broke(str)` when the process is gone.
    """

    table_read = Signal(object)
    not_read = Signal(object)
    judged = Signal(object)
    worked_out = Signal(object)
    broke = Signal(str)

    def __init__(self, source: Path | Rows, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        spawn = multiprocessing.get_context("spawn")
        self._line, theirs = spawn.Pipe()
        handed = hand_over(tuple(workshop.records()))
        self._child = spawn.Process(target=serve_import, args=(source, handed, theirs), daemon=True)
        self._asked = 0
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self._child.start()
        theirs.close()
        handed.close()

    def ask(self, question: Read | Order) -> None:
        """Ask; an answer to an earlier question is dropped."""
        if self._line.closed:
            return
        self._asked += 1
        try:
            self._line.send((self._asked, question))
        except OSError:
            self._break()
            return
        self._timer.start()

    def end(self) -> None:
        """Stop, whatever it is doing."""
        self._timer.stop()
        if not self._line.closed:
            self._line.close()
            self._child.terminate()
            self._child.join(5)

    def _look(self) -> None:
        try:
            if not self._line.poll():
                return
            number, answer = self._line.recv()
        except (EOFError, OSError):  # a fault of ours, its traceback is on standard error
            self._break()
            return
        if number == self._asked:
            self._tell(answer)

    def _tell(self, answer: object) -> None:
        self._timer.stop()
        match answer:
            case Table():
                self.table_read.emit(answer)
            case Unread():
                self.not_read.emit(answer)
            case Verdict():
                self.judged.emit(answer)
            case Intake():
                self.worked_out.emit(answer)

    def _break(self) -> None:
        self.end()
        self.broke.emit(DIED)
