"""Writing on a note: opens the editor over it and carries what is typed to the document."""

from itertools import count

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QTextCursor

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.chaining import Direction, next_place
from motworkshop.canvas.note_editor import NoteEditor
from motworkshop.canvas.placing import PITCH
from motworkshop.canvas.view import View
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.model.edits.making import quoted
from motworkshop.model.layout import NOTE_HEIGHT, NOTE_WIDTH
from motworkshop.model.limits import TEXT_LENGTH
from motworkshop.model.records import Id, Place

TOO_LONG = f"A note holds at most {TEXT_LENGTH:,} characters; the rest was left out."
FACE_DOWN = "The notes lie face down. Lift the curtain to read or change them."


class NoteEditing(QObject):
    """One note at a time. All that is typed into it is one step in the history.

    A new note is in the document from its first letter on; left empty, it has never been. Signals:
    `began` when the editor is there, `ended` when it has gone.
    """

    began = Signal()
    ended = Signal()

    def __init__(
        self, view: View, document: Document, selection: Selection, authoring: Authoring
    ) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._selection = selection
        self._authoring = authoring
        self._sessions = count(1)
        self._fold = ""
        self._note: Id | None = None
        self._place: Place | None = None
        self._original = ""
        self._label = ""
        self._is_writing = False
        self.editor = NoteEditor(view)
        self.editor.typed.connect(self._on_typed)
        self.editor.ended.connect(self.end)
        self.editor.chained.connect(self._on_chained)
        self.editor.shortened.connect(lambda: authoring.refused.emit(TOO_LONG))
        view.moved.connect(self.follow)

    @property
    def is_open(self) -> bool:
        """Whether somebody is writing."""
        return self._place is not None

    def open(self, note: Id) -> None:
        """Write on a note that is there."""
        self.end()
        record = self._document.workshop.notes.get(note)
        card = self._view.scene.deck.cards.get(note)
        if record is None or card is None:
            return
        if self._view.scene.painter.is_face_down:
            self._authoring.refused.emit(FACE_DOWN)
            return
        if not self._authoring.may_write(record):
            return
        self._note, self._original = note, record.text
        self._place = Place(record.stage, record.lane, record.x, record.y)
        self._show(record.text, card.style)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def open_new(self, place: Place) -> None:
        """Write a new note at this place."""
        self.end()
        self._note, self._original, self._place = None, "", place
        self._selection.clear()
        self._show("", 0)

    @property
    def is_new(self) -> bool:
        """Whether it is a new note on which somebody is writing."""
        return self.is_open and not self._original

    def end(self) -> None:
        """Keep what is written and put the editor away."""
        if not self.is_open:
            return
        text, note = self.editor.text().strip(), self._note
        had_focus = self.editor.hasFocus()
        self._put_away()
        if not text and note is not None:
            self._take_back(note)
        if had_focus:
            self._view.setFocus()
        self.ended.emit()

    def follow(self) -> None:
        """Lie over the note again after the board or the note has moved."""
        if not self.is_open:
            return
        record = self._document.workshop.notes.get(self._note or "")
        is_hidden = self._note in self._view.scene.deck.folded
        if self._note is not None and (record is None or is_hidden):
            self._put_away()
        elif record is not None and not self._is_writing:
            self._take_over(record.text)
        if self.is_open:
            self.editor.lay_over(self._rect(), self._view.camera.free, self._view.zoom())

    def follow_selection(self) -> None:
        """Who goes to another note, by the list of commands perhaps, has finished writing."""
        selected = self._selection.notes
        if self._note is not None and selected and self._note not in selected:
            self.end()

    def _put_away(self) -> None:
        self._place = None
        self._note = None
        self._view.scene.lift(())
        self.editor.hide()

    def _take_over(self, text: str) -> None:
        """Show what somebody else, such as an undo, has made of the note meanwhile."""
        if text != self.editor.text().strip():
            self.editor.blockSignals(True)
            self.editor.setPlainText(text)
            self.editor.blockSignals(False)

    def _show(self, text: str, style: int) -> None:
        self._fold = f"writing {next(self._sessions)}"
        self._label = ""
        self._view.scene.lift((self._note,) if self._note else ())
        self.editor.hide()
        self.editor.dress(style)
        self.editor.setPlainText(text)
        self._bring_into_sight()
        self.follow()
        self.editor.show()
        self.editor.raise_()
        self.editor.setFocus()
        self.began.emit()

    def _on_typed(self, text: str) -> None:
        if self._place is None or not text.strip():
            return
        self._is_writing = True
        if self._note is None:
            self._note = self._authoring.add(text, self._place, self._fold)
            if self._note is not None:
                self._view.scene.lift((self._note,))
                self._selection.select((self._note,))
        else:
            label = "" if self._original else f"Add note {quoted(text)}"
            self._authoring.write(self._note, text, self._fold, label)
        self._is_writing = False
        self._label = self._document.done[-1] if self._document.done else ""

    def _on_chained(self, direction: Direction) -> None:
        """The next note, in a free place on that side of this one."""
        place = self._place
        if place is None:
            return
        card = self._view.scene.deck.cards.get(self._note) if self._note else None
        height = card.height if card else float(NOTE_HEIGHT)
        if card is not None:
            place = Place(*card.cell, card.x, card.y)
        self.end()
        self.open_new(next_place(self._view.scene.deck, place, height, direction))

    def _take_back(self, note: Id) -> None:
        """A note that was emptied keeps what it said before; a new one goes."""
        if self._document.done and self._document.done[-1] == self._label:
            self._authoring.take_back(self._fold)
        elif self._original:
            self._authoring.write(note, self._original, self._fold)

    def _rect(self) -> QRectF:
        """Where the note is on the widget, or will be."""
        assert self._place is not None
        shown = self._view.note_rect(self._note) if self._note else None
        if shown is not None:
            return shown
        left, top = self._board_corner()
        camera = self._view.camera
        size = QPointF(NOTE_WIDTH, NOTE_HEIGHT)
        return QRectF(camera.to_view(left, top), camera.to_view(left + size.x(), top + size.y()))

    def _board_corner(self) -> tuple[float, float]:
        assert self._place is not None
        left, top = self._view.scene.deck.plan.corner((self._place.stage, self._place.lane))
        return left + self._place.x, top + self._place.y

    def _bring_into_sight(self) -> None:
        left, top = self._board_corner()
        self._view.bring_into_sight((left, top, left + PITCH, top + NOTE_HEIGHT))
