"""The number of a note on a small piece of its paper, as a widget."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.look import CategoryStyle
from motworkshop.model.records import Note
from motworkshop.panels.vote.row import paint_chip


class NoteChip(QWidget):
    """A number as it stands on the board."""

    def __init__(self, note: Note, style: CategoryStyle) -> None:
        super().__init__()
        self._note = note
        self._style = style
        self.setFixedSize(36, 24)
        self.setAccessibleName(f"Note {note.number}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self._note, self._style)
