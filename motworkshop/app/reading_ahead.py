"""Modules that the first window does without, brought in while nobody waits for them.

A click that opens a workshop or turns to a phase would otherwise wait until its modules are read.
They come one after the other, with room between them for whatever the person does.
"""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

BREATH_MS = 10
LATER = (
    "motworkshop.model.records",
    "motworkshop.document.document",
    "motworkshop.storage.read",
    "motworkshop.app.opening",
    "motworkshop.canvas.deck",
    "motworkshop.canvas.quick_entry",
    "motworkshop.canvas.view",
    "motworkshop.canvas.board",
    "motworkshop.app.desk",
    "motworkshop.app.build_desk",
    "motworkshop.app.exchange",
    "motworkshop.canvas.suggestions",
    "motworkshop.app.history_list",
    "motworkshop.model.excerpt_text",
    "motworkshop.panels.inspector.inspector",
    "motworkshop.panels.frame.scene",
    "motworkshop.panels.align.scene",
    "motworkshop.panels.brainstorm.scene",
    "motworkshop.panels.cluster.scene",
    "motworkshop.panels.categorise.scene",
    "motworkshop.panels.vote.scene",
    "motworkshop.panels.reveal.scene",
    "motworkshop.panels.own.scene",
    "motworkshop.panels.report.scene",
    "motworkshop.panels.projector.pictures",
    "motworkshop.app.projector",
    "motworkshop.app.filter_sheet",
    "motworkshop.app.command_list",
    "motworkshop.panels.outline.panel",
    "motworkshop.imports.pasted",
    "motworkshop.app.start_page",
    "motworkshop.storage.lock",
    "multiprocessing.connection",
    "motworkshop.app.outputs",
    "motworkshop.imports.intake",
    "motworkshop.app.importing",
)
"""What is wanted first comes first; small ones before those that need them."""


class ReadingAhead(QObject):
    """Imports what is left of `LATER`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(LATER)

    def begin(self) -> None:
        """Import the next one in a moment."""
        if self._left:
            QTimer.singleShot(BREATH_MS, self, self._read)

    def _read(self) -> None:
        import_module(self._left.pop(0))
        self.begin()
