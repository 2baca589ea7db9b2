"""How making a file goes: busy with words and Cancel, then what came of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.controls.rows import clear

SOON_MS = 300
"""What is done sooner than this shows no progress (LOOK.md)."""
MOST_CHANGES = 20


class Outcome(QFrame):
    """One place for progress and result. Signal: `cancel_wanted`."""

    cancel_wanted = Signal()

    def __init__(self, open_url: Callable[[QUrl], bool]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._open_url = open_url
        self._words = ""
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._show_busy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(SPACE)
        self.hide()

    def begin(self, words: str) -> None:
        """Something is being made; said so a moment later, if it is not done by then."""
        self._words = words
        self._clear("busy")
        self.hide()
        self._soon.start()

    def finish(self, path: Path, changes: Sequence[str]) -> None:
        """It is made, with these changes to fit its format."""
        self._clear("ok")
        self._say(f"“{path.name}” is made.", "good")
        self._say(f"In {path.parent}", "small")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for words, target in (("Open", path), ("Open the folder", path.parent)):
            button = push_button(words)
            button.clicked.connect(lambda _on=False, target=target: self._open(target))
            row.addWidget(button)
        row.addStretch(1)
        buttons = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        buttons.setLayout(row)
        self._column.addWidget(buttons)
        if changes:
            self._say("Changed to fit the format:", "section")
        for change in changes[:MOST_CHANGES]:
            self._say(f"•  {change}", "small")
        if len(changes) > MOST_CHANGES:
            self._say(f"and {len(changes) - MOST_CHANGES:,} more", "small")
        self.show()

    def fail(self, sentence: str) -> None:
        """It could not be made."""
        self._clear("danger")
        self._say("Not made", "danger")
        self._say(sentence)
        self.show()

    def cancel(self) -> None:
        """Somebody cancelled it."""
        self._clear("warn")
        self._say("Cancelled. What stood there before is untouched.")
        self.show()

    def _show_busy(self) -> None:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self._words)
        stop = push_button("Cancel")
        stop.clicked.connect(self._on_cancel)
        self._say(self._words)
        self._column.addWidget(bar)
        self._column.addWidget(stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.show()

    def _on_cancel(self) -> None:
        stop = self.sender()
        if isinstance(stop, QWidget):
            stop.setEnabled(False)
        self.cancel_wanted.emit()

    def _open(self, target: Path) -> None:
        if not self._open_url(QUrl.fromLocalFile(str(target))):
            self._say(f"No program opens “{target.name}” here. It lies in {target.parent}.", "warn")

    def _say(self, words: str, role: str = "") -> None:
        self._column.addWidget(label(words, role, wraps=True))

    def _clear(self, tone: str) -> None:
        self._soon.stop()
        clear(self._column)
        set_state(self, "tone", tone)
