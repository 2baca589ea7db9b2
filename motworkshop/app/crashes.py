"""Catches the faults that nobody expected, wherever they come up, and the window standing still."""

import faulthandler
import sys
import threading
from collections import Counter
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from motworkshop.app.crash_log import CrashLog
from motworkshop.app.crash_report import fault_of

STILL_SECONDS = 5.0
BEAT_MS = 1000
TOLD_IN_FULL = 3
MOST_TOLD = 200


class Crashes(QObject):
    """Writes every fault to the log and tells it.

    Signals: `happened(Fault)`, once the event loop is at it again: whatever was being painted or
    pressed has ended by then. `ended(Fault)` instead while `is_starting`: nothing goes on then.
    """

    happened = Signal(object)
    ended = Signal(object)
    _caught = Signal(object)

    def __init__(self, log: CrashLog) -> None:
        super().__init__()
        self._log = log
        self._counts: Counter[str] = Counter()
        self.is_starting = False
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self.happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take all faults of this process from now on, also those of Qt's calls into Python."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_fault
        threading.excepthook = self._on_thread_fault

    def uninstall(self) -> None:
        """Leave faults to whoever took them before."""
        sys.excepthook, threading.excepthook = self._before

    def _on_fault(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
        thread: str = "",
    ) -> None:
        if not issubclass(kind, Exception):  # the person stopped it at the terminal
            sys.__excepthook__(kind, error, trace)
            return
        fault = fault_of(kind, error, trace, thread)
        self._counts[fault.place] += 1
        count = self._counts[fault.place]
        told = fault.report if count <= TOLD_IN_FULL else f"Once more: {fault.place}"
        if count <= MOST_TOLD:  # a fault in painting comes with every frame
            self._log.write(told)
            sys.stderr.write(f"{told}\n")
        if self.is_starting:
            self.ended.emit(fault)
        else:
            self._caught.emit(fault)

    def _on_thread_fault(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            name = told.thread.name if told.thread else "unknown"
            self._on_fault(told.exc_type, told.exc_value, told.exc_traceback, name)


class Watch(QObject):
    """Notices when the window stands still: the stacks of all threads go to the log while it does,
    and how long it was when it goes on. Stacks also go there when the process is killed by a fault
    of a library.

    Python's own watchdog writes them, on a thread that needs neither Qt nor the interpreter's lock.
    """

    def __init__(
        self, log: CrashLog, parent: QObject, still_seconds: float = STILL_SECONDS
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._still_seconds = still_seconds
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        faulthandler.enable(log.stacks)
        self._arm()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()
        faulthandler.disable()

    def _beat(self) -> None:
        seconds = self._since.restart() / 1000
        if seconds >= self._still_seconds:
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            name = self._log.stacks_path.name
            self._log.write(f"{now}\nThe window stood still for {seconds:.1f} s, see {name}.")
        self._arm()

    def _arm(self) -> None:
        faulthandler.dump_traceback_later(self._still_seconds, file=self._log.stacks)
