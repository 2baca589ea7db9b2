"""What is attached to notes: picture files that are picked, and links that are opened.

Nothing is opened before the person has read where it goes.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs

if TYPE_CHECKING:
    from motworkshop.model.links import Link


class Attaching(QObject):
    """Connects the action “Add picture…” and the links of a desk. `open_url` hands an address to
    the system; whether it took it."""

    def __init__(
        self,
        desk: Desk,
        dialogs: Dialogs,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._dialogs = dialogs
        self.open_url = open_url
        desk.actions_["add_picture"].triggered.connect(self.add_picture)
        desk.parts.board.link_chosen.connect(self.open_link)

    def add_picture(self) -> None:
        """Ask for the file of a picture, and lay it on the selected note or a new one."""
        path = self._dialogs.picture_to_add(self._desk)
        if path is not None:
            self._desk.parts.board.add_picture(path)

    def open_link(self, link: "Link") -> None:
        """Show where a link goes, and open it if the person wants that."""
        if not self._dialogs.opens_link(self._desk, link):
            return
        if not self.open_url(QUrl(link.url, QUrl.ParsingMode.StrictMode)):
            self._desk.say(f"This computer has no program that opens {link.place}.")
