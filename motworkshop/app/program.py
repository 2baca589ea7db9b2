"""The running program: its windows, and the way to what is opened in them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motworkshop.app.dialogs import Dialogs
from motworkshop.app.recent import RecentFiles
from motworkshop.app.window import Window

if TYPE_CHECKING:
    from motworkshop.app.opening import Opening
    from motworkshop.app.saving import Saving
    from motworkshop.model.workshop import Workshop


class Program(QObject):
    """Keeps the windows. `read` is how a file is read, if otherwise than usual."""

    def __init__(
        self,
        make_window: Callable[["Program"], Window],
        put_desk: "Callable[[Window, Workshop, Saving], None]",
        dialogs: Dialogs,
        recent: RecentFiles,
        backups: Path,
        read: "Callable[[Path], Workshop] | None" = None,
    ) -> None:
        super().__init__()
        self._make_window = make_window
        self._put_desk = put_desk
        self._dialogs = dialogs
        self._recent = recent
        self._backups = backups
        self._read = read
        self._opening: Opening | None = None
        self.windows: list[Window] = []

    @property
    def opening(self) -> "Opening":
        """What opens workshops; brought in when somebody wants to, for the start page needs little
        of what a workshop needs."""
        if self._opening is None:
            from motworkshop.app.opening import Opening

            self._opening = Opening(
                self, self._put_desk, self._dialogs, self._recent, self._backups, self._read
            )
        return self._opening

    def new_window(self) -> Window:
        """Another window with a start page."""
        window = self._add_window()
        window.show_start()
        window.show()
        return window

    def open_first(
        self, path: Path, place: Callable[[Window], object] = lambda _window: None
    ) -> Window:
        """A window that is first seen with this workshop in it; `place` puts it where it belongs.
        Where it cannot be opened, the start page says why."""
        shown = self.opening.window_of(path)
        if shown is not None:
            self.open_file(path, shown)
            return shown
        window = self._add_window()
        place(window)
        self.open_file(path, window)
        if window.desk is None:
            window.show_start()
        window.show()
        return window

    def ask_and_open(self, window: Window) -> None:
        """Ask for a file and open it."""
        path = self._dialogs.file_to_open(window)
        if path is not None:
            self.open_file(path, window)

    def open_file(self, path: Path, window: Window) -> None:
        """Open a workshop in this window, or in a new one if something is open here."""
        self.opening.open_file(path, window)

    def quit(self) -> None:
        """Close all windows; one that cannot be closed keeps the program running."""
        for window in list(self.windows):
            if not window.close():
                return

    def _add_window(self) -> Window:
        window = self._make_window(self)
        self.windows.append(window)
        window.closed.connect(partial(self._on_closed, window))
        return window

    def _on_closed(self, window: Window) -> None:
        self.windows.remove(window)
        for other in self.windows:
            if other.start is not None and other.desk is None:
                other.start.refresh()
