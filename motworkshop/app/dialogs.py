"""The questions that stop the work: which file, and what to do with what cannot be saved."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from motworkshop.app.remembered import documents_folder

if TYPE_CHECKING:
    from motworkshop.model.links import Link

WORKSHOPS = "Workshops (*.motw)"
PICTURES = "Pictures (*.png *.jpg *.jpeg *.gif *.webp *.bmp)"
TABLES = "Tables (*.csv *.xlsx *.tsv *.txt);;All files (*)"


class Unsaved(Enum):
    """What becomes of changes that could not be saved when a window closes."""

    TRY_AGAIN = "Try again"
    COPY = "Save a copy…"
    DISCARD = "Close without saving"
    STAY = "Keep it open"


class Dialogs:
    """Asks by dialogs of the system; a test answers in its own way."""

    def file_to_open(self, parent: QWidget) -> Path | None:
        """Which workshop to open."""
        folder = str(documents_folder())
        chosen, _kind = QFileDialog.getOpenFileName(parent, "Open a workshop", folder, WORKSHOPS)
        return Path(chosen) if chosen else None

    def file_to_import(self, parent: QWidget) -> Path | None:
        """Which table to import."""
        folder = str(documents_folder())
        chosen, _kind = QFileDialog.getOpenFileName(parent, "Import a table", folder, TABLES)
        return Path(chosen) if chosen else None

    def picture_to_add(self, parent: QWidget) -> Path | None:
        """Which picture to lay on a note."""
        folder = str(documents_folder())
        chosen, _kind = QFileDialog.getOpenFileName(parent, "Add a picture", folder, PICTURES)
        return Path(chosen) if chosen else None

    def opens_link(self, parent: QWidget, link: "Link") -> bool:
        """Whether to open an address, which is shown in full."""
        from motworkshop.app.link_box import LinkBox  # the start page has no links

        box = LinkBox(link, parent)
        box.exec()
        box.deleteLater()
        return box.is_wanted

    def new_file(
        self, parent: QWidget, title: str, name: str, kind: str = WORKSHOPS
    ) -> Path | None:
        """Where a new file goes. Nothing that exists is ever written over by a workshop."""
        ending = kind[kind.index("*") + 1 : -1]
        suggested = documents_folder() / f"{name}{ending}"
        options = QFileDialog.Option(0)
        if kind == WORKSHOPS:
            options = QFileDialog.Option.DontConfirmOverwrite  # refused anyway, with a sentence
        chosen, _kind = QFileDialog.getSaveFileName(
            parent, title, str(suggested), kind, options=options
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ending else path.with_name(path.name + ending)

    def unsaved(self, parent: QWidget, why: str) -> Unsaved:
        """What to do with changes that are not on the disk."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Not saved", "Some changes are not saved.")
        box.setParent(parent, box.windowFlags())
        box.setInformativeText(why)
        _read_no_markup(box)
        roles = QMessageBox.ButtonRole
        buttons = {
            box.addButton(Unsaved.TRY_AGAIN.value, roles.AcceptRole): Unsaved.TRY_AGAIN,
            box.addButton(Unsaved.COPY.value, roles.ActionRole): Unsaved.COPY,
            box.addButton(Unsaved.DISCARD.value, roles.DestructiveRole): Unsaved.DISCARD,
            box.addButton(Unsaved.STAY.value, roles.RejectRole): Unsaved.STAY,
        }
        box.exec()
        clicked = box.clickedButton()
        answer = next((said for button, said in buttons.items() if button is clicked), Unsaved.STAY)
        box.deleteLater()
        return answer

    def tell(self, parent: QWidget, words: str) -> None:
        """Say something that must be read before the window goes."""
        box = QMessageBox(QMessageBox.Icon.Warning, "motworkshop", words, parent=parent)
        _read_no_markup(box)
        box.exec()
        box.deleteLater()


def _read_no_markup(box: QMessageBox) -> None:
    """A sentence may name a file or a text of the workshop; all of it is shown as it stands."""
    for one in box.findChildren(QLabel):
        one.setTextFormat(Qt.TextFormat.PlainText)
