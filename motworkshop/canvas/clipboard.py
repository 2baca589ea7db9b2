"""Copy, cut and paste on the board: between windows, workshops and other programs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.board_pictures import BoardPictures
from motworkshop.canvas.capture import Capture
from motworkshop.canvas.card import Cell
from motworkshop.canvas.picture_intake import has_picture
from motworkshop.canvas.placing import Room
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.errors import WorkshopError
from motworkshop.model.change import Edit
from motworkshop.model.edits.notes import delete_notes
from motworkshop.model.edits.pasting import paste_lines, paste_notes
from motworkshop.model.excerpt import Excerpt, excerpt_of, with_members
from motworkshop.model.layout import STEP
from motworkshop.model.limits import TEXT_LENGTH
from motworkshop.model.pasting import is_too_long
from motworkshop.model.records import Id, Note
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from motworkshop.imports.pasted import Rows

FORMAT = "application/x-motworkshop-notes+json"
FACE_DOWN = "The notes lie face down. Lift the curtain to copy them."
MOST_SELECTED = 200
"""More new notes than these are not selected: nobody would drag them by hand."""


def on_clipboard() -> QMimeData:
    """What lies on the clipboard of the system; it has no content at all until one is put there."""
    return cast("QMimeData | None", QGuiApplication.clipboard().mimeData()) or QMimeData()


class NoteClipboard(QObject):
    """What the clipboard takes from the board and gives to it.

    Signal: `table_pasted(rows)`: several columns were pasted, and somebody has to say what they
    are. A paste is one step; what is refused or cut is told by `authoring.refused`.
    """

    table_pasted = Signal(object)

    def __init__(
        self,
        view: View,
        selection: Selection,
        authoring: Authoring,
        capture: Capture,
        pictures: BoardPictures,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._selection = selection
        self._authoring = authoring
        self._capture = capture
        self._pictures = pictures
        capture.entry.pasted.connect(self.paste)

    def keys(self) -> Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], None]]:
        """The keys of the board that do this."""
        control = Qt.KeyboardModifier.ControlModifier
        return {
            (control, Qt.Key.Key_C): self.copy,
            (control, Qt.Key.Key_X): self.cut,
            (control, Qt.Key.Key_V): self.paste,
        }

    def copy(self) -> None:
        """Put the selected notes on the clipboard, those in their clusters too."""
        self._copied()

    def cut(self) -> None:
        """Copy the selected notes and take them off the board."""
        gone = [note.id for note in with_members(self._authoring.workshop, self._selection.notes)]
        if not self._copied():
            return

        def edit(workshop: Workshop) -> Edit:
            made = delete_notes(workshop, gone)
            return replace(made, label=f"Cut {made.label.removeprefix('Delete ')}")

        self._authoring.attempt(edit)

    def paste(self) -> None:
        """Make notes of what is on the clipboard."""
        self.take(on_clipboard())

    def paste_into(self, cell: Cell) -> None:
        """Make notes of what is on the clipboard, in this cell."""
        self.take(on_clipboard(), cell)

    def take(self, mime: QMimeData, cell: Cell | None = None) -> None:
        """Make notes of what was copied or dropped; lines of text go to the cell, or to where the
        entry line aims."""
        if mime.hasFormat(FORMAT):
            self._take_notes(bytes(mime.data(FORMAT).data()))
            return
        if has_picture(mime) and self._pictures.paste(mime):
            return
        from motworkshop.imports.pasted import pasted_rows, width_of  # what reads HTML is large

        rows = pasted_rows(mime.text(), mime.html())
        if width_of(rows) > 1:
            self.table_pasted.emit(rows)
        elif rows:
            self._take_lines(rows, cell or self._capture.aim())

    def _copied(self) -> bool:
        """Copy; whether there was anything that may be copied."""
        notes = self._selection.notes
        if not notes:
            return False
        if self._view.scene.painter.is_face_down:
            self._authoring.refused.emit(FACE_DOWN)
            return False
        QGuiApplication.clipboard().setMimeData(_mime(excerpt_of(self._authoring.workshop, notes)))
        return True

    def _take_notes(self, content: bytes) -> None:
        from motworkshop.model.excerpt_text import from_json

        try:
            excerpt = from_json(content)
        except WorkshopError as error:
            self._authoring.refused.emit(str(error))
            return
        room = Room(self._view.scene.deck)

        def find(
            stage: Id | None, lane: Id | None, x: float, y: float, steps: int
        ) -> tuple[float, float]:
            place = room.nearest((stage, lane), x, y, steps * STEP)
            room.take((stage, lane), *place, steps * STEP)
            return place

        made = self._authoring.attempt(lambda workshop: paste_notes(workshop, excerpt, find))
        self._show(made)

    def _take_lines(self, rows: "Rows", cell: Cell) -> None:
        from motworkshop.imports.pasted import lines_in

        lines = lines_in(rows)
        made = self._authoring.attempt(lambda workshop: paste_lines(workshop, lines, *cell))
        self._show(made)
        long = sum(map(is_too_long, lines))
        if made is not None and long:
            self._authoring.refused.emit(_cut_words(long))

    def _show(self, made: Edit | None) -> None:
        """Select the new notes that stand by themselves, and bring the first one into sight."""
        if made is None:
            return
        cards = self._view.scene.cards(
            new.id for old, new in made.change if old is None and isinstance(new, Note)
        )
        if not cards:
            return
        if len(cards) <= MOST_SELECTED:
            self._selection.select(card.id for card in cards)
        self._view.bring_into_sight(cards[0].bounds)


def _mime(excerpt: Excerpt) -> QMimeData:
    """The notes for us, and as a text and a table for everybody else."""
    mime = QMimeData()
    from motworkshop.model import excerpt_text  # it brings what reads and writes tables

    mime.setData(FORMAT, excerpt_text.to_json(excerpt))
    mime.setText(excerpt_text.to_plain(excerpt))
    mime.setHtml(excerpt_text.to_html(excerpt))
    return mime


def _cut_words(lines: int) -> str:
    were = "1 line was" if lines == 1 else f"{lines:,} lines were"
    return f"{were} cut: a note holds at most {TEXT_LENGTH:,} characters."
