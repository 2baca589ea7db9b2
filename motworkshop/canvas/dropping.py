"""What is dropped on the board from other programs: pictures, text and tables."""

from PySide6.QtGui import QDragMoveEvent, QDropEvent

from motworkshop.canvas.board_pictures import BoardPictures
from motworkshop.canvas.clipboard import NoteClipboard
from motworkshop.canvas.picture_intake import has_picture
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.view import View


class Dropping:
    """Takes what a drop holds to where it was let go. Files that are no pictures are left to the
    window, which knows what to do with them."""

    def __init__(
        self, view: View, pointer: Pointer, clipboard: NoteClipboard, pictures: BoardPictures
    ) -> None:
        self._view = view
        self._pointer = pointer
        self._clipboard = clipboard
        self._pictures = pictures

    def consider(self, event: QDragMoveEvent) -> None:
        """Say whether it may be dropped here."""
        mime = event.mimeData()
        if has_picture(mime) or (mime.hasText() and not mime.hasUrls()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def drop(self, event: QDropEvent) -> None:
        """It was let go."""
        mime, point = event.mimeData(), event.position()
        if has_picture(mime):
            self._pictures.drop(mime, self._pointer, point)
        elif mime.hasText() and not mime.hasUrls():
            place = self._view.camera.to_board(point)
            cell = self._view.scene.deck.plan.cell_at(place.x(), place.y())
            self._clipboard.take(mime, cell)
        else:
            event.ignore()
            return
        event.acceptProposedAction()
