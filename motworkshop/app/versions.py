"""Versions to go back to: those that people named, and the copies that were made meanwhile.

Nothing goes back over the present file: a version is looked at, and opened as a new one.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from motworkshop.app.appearance import Appearance
from motworkshop.app.saving import Saving
from motworkshop.app.status_bar import counts
from motworkshop.app.version import Answer, Version, version_of_backup, version_with_name
from motworkshop.app.versions_dialog import PICTURE, VersionsDialog
from motworkshop.canvas.board_picture import board_picture
from motworkshop.document.document import Document
from motworkshop.errors import WorkshopError
from motworkshop.model.records import Id, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.storage.backups import Backups, Origin, backups_of, origins, origins_beside
from motworkshop.storage.kept import KeptVersion
from motworkshop.storage.read import read_workshop

if TYPE_CHECKING:
    from motworkshop.storage.store import Store

NAMED = "Named in this workshop"
MADE = "Copies made while working"

Opens = Callable[[str, Callable[[Path], "Store"]], object]
"""Asks for a place with a suggested name, has a file made there and opens it."""


class BackupReader(QObject):
    """Reads files on threads of their own."""

    _done = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        self._threads: list[Thread] = []

    def read(self, path: Path, answer: Answer) -> None:
        """Read a workshop and give it, or why it cannot be read, to `answer`."""
        thread = Thread(target=self._run, args=(path, answer), name="motworkshop-reader")
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()

    def wait(self) -> None:
        """Let all end."""
        for thread in self._threads:
            thread.join()

    def _run(self, path: Path, answer: Answer) -> None:
        came: Workshop | WorkshopError
        try:
            came = read_workshop(path)
        except WorkshopError as fault:
            came = fault
        self._done.emit(answer, came)

    def _on_done(self, answer: Answer, came: Workshop | WorkshopError) -> None:
        answer(came)


class VersionsView(QObject):
    """What all windows of versions have in common: the chosen one is read, drawn and opened."""

    def __init__(self, dialog: VersionsDialog, appearance: Appearance, opens: Opens) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self._appearance = appearance
        self._opens = opens
        self._shown: Workshop | None = None
        self._is_over = False
        self.reader = BackupReader(self)
        dialog.chosen.connect(self._on_chosen)
        dialog.open_wanted.connect(self._on_open_wanted)
        dialog.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._is_over = True  # answers that come later find no window
        self.reader.wait()

    def _on_chosen(self, version: Version) -> None:
        self._shown = None
        version.read(partial(self._on_read, version))

    def _on_read(self, version: Version, came: Workshop | WorkshopError) -> None:
        if self._is_over or version is not self.dialog.version:
            return  # another one was chosen meanwhile
        if isinstance(came, WorkshopError):
            self.dialog.show_fault(str(came))
            return
        self._shown = came
        picture = board_picture(came, self._appearance.theme, PICTURE)
        self.dialog.show_picture(picture, f"“{came.about.title}”: {counts(came)}.")

    def _on_open_wanted(self, version: Version) -> None:
        workshop = self._shown
        if workshop is not None:
            self.dialog.accept()
            self._opens(version.stem, lambda path: version.open_store(path, workshop))


class DeskVersions(VersionsView):
    """The versions of an open workshop."""

    def __init__(
        self,
        dialog: VersionsDialog,
        appearance: Appearance,
        opens: Opens,
        document: Document,
        saving: Saving,
        root: Path,
    ) -> None:
        super().__init__(dialog, appearance, opens)
        self._document = document
        self._saving = saving
        self._root = root
        dialog.naming_wanted.connect(self._on_naming_wanted)
        dialog.forget_wanted.connect(self._on_forget_wanted)
        self._named: list[KeptVersion] = []
        self._show([])
        if not document.is_closed:
            self._list_named()

    def _list_named(self) -> None:
        self._saving.ask(lambda store: store.versions(), self._on_listed)

    def _on_listed(self, came: list[KeptVersion] | WorkshopError) -> None:
        if self._is_over:
            return
        if isinstance(came, WorkshopError):
            self.dialog.say(str(came), is_bad=True)
        elif came != self._named:
            self._show(came)

    def _show(self, named: list[KeptVersion]) -> None:
        self._named = named
        now = datetime.now().astimezone()
        stem = self._document.workshop.about.title
        read = self.reader.read
        kept = [version_with_name(one, now, self._read_named) for one in reversed(named)]
        key, path = self._document.workshop.about.id, self._saving.path
        ours = backups_of(self._root, key, path).all()
        made = [version_of_backup(one, stem, now, read) for one in ours]
        others = [
            _group(self._root, one, now, read) for one in origins_beside(self._root, key, path)
        ]
        self.dialog.show_versions([(NAMED, kept), (MADE, made), *others])

    def _read_named(self, key: Id, answer: Answer) -> None:
        self._saving.ask(lambda store: store.version(key), answer)

    def _on_naming_wanted(self, name: str) -> None:
        workshop = self._document.workshop
        made = datetime.now(UTC).isoformat(timespec="seconds")

        def keep(store: "Store") -> None:
            from motworkshop.storage.kept_versions import packed_workshop

            content = packed_workshop(workshop)
            store.keep_version(KeptVersion(new_id(), name, made, len(workshop.notes), content))

        self._saving.ask(keep, self._on_kept)

    def _on_forget_wanted(self, version: Version) -> None:
        self._saving.ask(lambda store: store.forget_version(version.key), self._on_kept)

    def _on_kept(self, came: WorkshopError | None) -> None:
        if self._is_over:
            return
        if came is not None:
            self.dialog.say(str(came), is_bad=True)
            return
        self.dialog.name.clear()
        self._list_named()


class LostBackups(VersionsView):
    """The backups of all workshops, for a file that is lost."""

    def __init__(
        self, dialog: VersionsDialog, appearance: Appearance, opens: Opens, root: Path
    ) -> None:
        super().__init__(dialog, appearance, opens)
        now = datetime.now().astimezone()
        read = self.reader.read
        dialog.show_versions([_group(root, one, now, read) for one in origins(root)])


def _group(
    root: Path, one: Origin, now: datetime, read: Callable[[Path, Answer], None]
) -> tuple[str, list[Version]]:
    """The backups of a file, under its title and place."""
    made = Backups(root, one.document).all()
    found = [version_of_backup(each, one.title, now, read) for each in made]
    return f"{one.title} – {one.path}", found


class Versions:
    """Opens the windows of versions; `root` is where backups lie."""

    def __init__(self, root: Path, appearance: Appearance) -> None:
        self._root = root
        self._appearance = appearance

    def show_of(
        self, document: Document, saving: Saving, opens: Opens, window: QWidget
    ) -> VersionsDialog:
        """The versions of an open workshop."""
        title = f"Versions of “{document.workshop.about.title}”"
        dialog = VersionsDialog(title, window, can_name=not document.is_closed)
        DeskVersions(dialog, self._appearance, opens, document, saving, self._root)
        dialog.open()
        return dialog

    def show_backups(self, opens: Opens, window: QWidget) -> VersionsDialog:
        """The backups of all workshops."""
        dialog = VersionsDialog("Backups", window, can_name=False)
        LostBackups(dialog, self._appearance, opens, self._root)
        dialog.open()
        return dialog
