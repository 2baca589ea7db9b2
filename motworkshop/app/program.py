"""The running program: its windows, and what is opened in them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from motworkshop.app.dialogs import Dialogs
from motworkshop.app.recent import RecentFiles
from motworkshop.app.remembered import documents_folder
from motworkshop.app.saving import Saving
from motworkshop.app.window import Window
from motworkshop.errors import WorkshopError, WriteFailedError
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.workshop import Workshop
from motworkshop.storage.errors import FileLockedError
from motworkshop.storage.read import read_workshop
from motworkshop.storage.writer import create_new, open_existing

PAINT_FIRST_MS = 50
"""The board is on the screen before the writer's thread brings SQLModel up."""


class Program(QObject):
    """Opens workshops in windows."""

    def __init__(
        self,
        make_window: Callable[["Program"], Window],
        put_desk: Callable[[Window, Path, Workshop, Saving], None],
        dialogs: Dialogs,
        recent: RecentFiles,
    ) -> None:
        super().__init__()
        self._make_window = make_window
        self._put_desk = put_desk
        self._dialogs = dialogs
        self._recent = recent
        self.windows: list[Window] = []

    def new_window(self) -> Window:
        """Another window with a start page."""
        window = self._make_window(self)
        self.windows.append(window)
        window.closed.connect(partial(self._on_closed, window))
        window.show()
        return window

    def ask_and_open(self, window: Window) -> None:
        """Ask for a file and open it."""
        path = self._dialogs.file_to_open(window)
        if path is not None:
            self.open_file(path, window)

    def open_file(self, path: Path, window: Window) -> None:
        """Open a workshop in this window, or in a new one if something is open here."""
        shown = self._window_of(path)
        if shown is not None:
            shown.raise_()
            shown.activateWindow()
            return
        try:
            workshop = read_workshop(path)
            _refuse_if_locked(path.resolve())
        except WorkshopError as fault:
            self._refuse(path, window, fault)
            return
        home = self.new_window() if window.desk else window
        saving = Saving(partial(open_existing, path, workshop))
        self._put_desk(home, path.resolve(), workshop, saving)
        self._recent.add(path)
        QTimer.singleShot(PAINT_FIRST_MS, saving, saving.start)

    def create_from_template(self, template: str, window: Window) -> None:
        """Ask for a place, and begin a new workshop there."""
        name = "Workshop" if template == "blank" else f"{template.capitalize()} workshop"
        path = self._dialogs.new_file(
            window, "Where to keep the new workshop", name.replace("-", " ")
        )
        if path is not None:
            self._create(path, partial(workshop_from_template, template, path.stem), window)

    def create_sample(self, window: Window) -> None:
        """Make a copy of the sample among the documents and open it."""
        self._create(free_name(documents_folder(), "Airline sample"), _sample, window)

    def quit(self) -> None:
        """Close all windows; one that cannot be closed keeps the program running."""
        for window in list(self.windows):
            if not window.close():
                return

    def _create(self, path: Path, make: Callable[[], Workshop], window: Window) -> None:
        home = self.new_window() if window.desk else window
        saving = Saving(partial(create_new, path, make), home)
        saving.opened.connect(partial(self._on_created, home, path, saving))
        saving.save_failed.connect(partial(self._on_not_created, home, saving))
        if home.start is not None:
            home.start.set_busy(f"Making “{path.name}”…")
        saving.start()

    def _on_created(self, window: Window, path: Path, saving: Saving, workshop: Workshop) -> None:
        saving.opened.disconnect()
        saving.save_failed.disconnect()
        self._put_desk(window, path.resolve(), workshop, saving)
        self._recent.add(path)

    def _on_not_created(self, window: Window, saving: Saving, words: str) -> None:
        saving.save_failed.disconnect()
        saving.close()
        saving.deleteLater()
        window.say(words)

    def _refuse(self, path: Path, window: Window, fault: WorkshopError) -> None:
        can_copy = isinstance(fault, FileLockedError | WriteFailedError)
        banner = window.desk.parts.banner if window.desk else None
        if banner is None and window.start is not None:
            banner = window.start.banner
            window.start.refresh()
        if banner is not None:
            copies = [("Open a copy…", partial(self._open_copy, path, window))] if can_copy else []
            banner.say(str(fault), "danger", copies)

    def _open_copy(self, path: Path, window: Window) -> None:
        copy = self._dialogs.new_file(window, "Where to keep the copy", f"{path.stem} copy")
        if copy is not None:
            self._create(copy, partial(read_workshop, path), window)

    def _window_of(self, path: Path) -> Window | None:
        real = path.resolve()
        return next((window for window in self.windows if window.path == real), None)

    def _on_closed(self, window: Window) -> None:
        self.windows.remove(window)
        for other in self.windows:
            if other.start is not None and other.desk is None:
                other.start.refresh()


def _refuse_if_locked(path: Path) -> None:
    """Raise what opening for writing would raise, before anything is shown."""
    from motworkshop.storage.lock import DocumentLock

    DocumentLock(path).release()


def free_name(folder: Path, stem: str) -> Path:
    """A name in this folder that is not taken."""
    path = folder / f"{stem}.motw"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}.motw"
        number += 1
    return path


def _sample() -> Workshop:
    from motworkshop.imports.sample import sample_workshop

    return sample_workshop()
