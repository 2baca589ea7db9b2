"""Pictures on the board: pasted, dropped or picked, on the note that is meant or on a new one."""

from itertools import count
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPointF

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.capture import Capture
from motworkshop.canvas.note_editing import NoteEditing
from motworkshop.canvas.picture_intake import UNNAMED, PictureIntake
from motworkshop.canvas.placing import Room
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.layout import GAP, PLAIN_STEPS, STEP
from motworkshop.model.limits import TITLE_LENGTH
from motworkshop.model.pasting import cleaned
from motworkshop.model.records import Id, Picture, Place
from motworkshop.model.text_room import PICTURE_STEPS
from motworkshop.values import dataclass

HEIGHT = (PLAIN_STEPS + PICTURE_STEPS) * STEP


@dataclass(frozen=True, slots=True)
class Target:
    """The note on which a picture is to lie, or the place of a new one; neither: anywhere free."""

    note: Id | None = None
    place: Place | None = None


class BoardPictures(QObject):
    """Brings pictures to notes. What is not taken is told by `authoring.refused`."""

    def __init__(
        self,
        view: View,
        selection: Selection,
        authoring: Authoring,
        capture: Capture,
        writing: NoteEditing,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._selection = selection
        self._authoring = authoring
        self._capture = capture
        self._writing = writing
        self._folds = count(1)
        self._intake = PictureIntake(self)
        self._intake.read.connect(self._on_read)
        self._intake.refused.connect(authoring.refused)

    def add_file(self, path: Path) -> None:
        """Lay the picture in a file on the selected note, or on a new one."""
        self._intake.take_file(path, self._target())

    def paste(self, mime: QMimeData) -> bool:
        """Take a picture that was copied; whether there was one."""
        return self._intake.take_mime(mime, self._target())

    def drop(self, mime: QMimeData, pointer: Pointer, point: QPointF) -> None:
        """Take a picture that was dropped at a point of the widget."""
        card = pointer.card_at(point)
        place = pointer.free_place(point) if card is None else None
        self._intake.take_mime(mime, Target(card.id if card else None, place))

    def remove(self) -> None:
        """Take the pictures off the selected notes."""
        self._authoring.take_pictures()

    def _target(self) -> Target:
        """The one selected note; otherwise a new one is made."""
        notes = self._selection.notes
        return Target(notes[0]) if len(notes) == 1 else Target()

    def _on_read(self, picture: Picture, name: str, target: Target) -> None:
        note = target.note
        if note is not None and note in self._authoring.workshop.notes:
            self._authoring.put_picture(note, picture)
        else:
            self._add_note(picture, name, target.place or self._free_place())

    def _add_note(self, picture: Picture, name: str, place: Place) -> None:
        """A new note with the picture, one step; its text waits to be written."""
        fold = f"picture {next(self._folds)}"
        text = " ".join(cleaned(name).split())[:TITLE_LENGTH] or UNNAMED
        note = self._authoring.add(text, place, fold)
        if note is None:
            return
        self._authoring.put_picture(note, picture, fold, f"Add note with a picture “{text[:40]}”")
        self._selection.select((note,))
        if not self._view.scene.painter.is_face_down:
            self._writing.open(note)
            self._writing.editor.selectAll()

    def _free_place(self) -> Place:
        cell = self._capture.aim()
        return Place(*cell, *Room(self._view.scene.deck).nearest(cell, GAP, GAP, HEIGHT))
