"""What the menus offer to bring notes, pictures and links in and out."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QMenu

from motworkshop.canvas.board_pictures import BoardPictures
from motworkshop.canvas.clipboard import NoteClipboard, on_clipboard
from motworkshop.canvas.view import View
from motworkshop.model.records import Note

if TYPE_CHECKING:
    from motworkshop.model.links import Link

Act: TypeAlias = Callable[[], object]
SHORT = 48


class ExchangeMenu(QObject):
    """Adds entries to a menu. Signal: `link_chosen(Link)`: somebody wants to see where it goes."""

    link_chosen = Signal(object)

    def __init__(self, view: View, clipboard: NoteClipboard, pictures: BoardPictures) -> None:
        super().__init__(view)
        self._view = view
        self._clipboard = clipboard
        self._pictures = pictures

    def add_for_notes(self, menu: QMenu, notes: list[Note]) -> None:
        """For the selected notes."""
        if not self._view.scene.painter.is_face_down:
            _add(menu, "Cut\tCtrl+X", self._clipboard.cut)
            _add(menu, "Copy\tCtrl+C", self._clipboard.copy)
            self._add_links(menu, notes)
        if any(note.picture is not None for note in notes):
            words = "Remove picture" if len(notes) == 1 else "Remove pictures"
            _add(menu, words, self._pictures.remove)

    def add_for_ground(self, menu: QMenu, point: QPointF) -> None:
        """For a point of the widget where no note lies."""
        mime = on_clipboard()
        place = self._view.camera.to_board(point)
        cell = self._view.scene.deck.plan.cell_at(place.x(), place.y())
        paste = menu.addAction("Paste here\tCtrl+V")
        paste.setEnabled(bool(mime.formats()))
        paste.triggered.connect(lambda: self._clipboard.paste_into(cell))

    def _add_links(self, menu: QMenu, notes: list[Note]) -> None:
        from motworkshop.model.links import links_in  # patterns by the dozen

        links = links_in(notes[0]) if len(notes) == 1 else []
        if len(links) == 1:
            _add(menu, f"Open {_plain(links[0].place)}…", self._chooser(links[0]))
        elif links:
            submenu = menu.addMenu("Open link")
            for link in links:
                _add(submenu, f"{_plain(link.place)}…", self._chooser(link))

    def _chooser(self, link: "Link") -> Act:
        return lambda: self.link_chosen.emit(link)


def _plain(text: str) -> str:
    short = text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
    return short.replace("&", "&&")


def _add(menu: QMenu, words: str, act: Act) -> None:
    menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
