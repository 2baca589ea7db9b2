"""One window: the start page, or the desk of an open workshop."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget
from typing_extensions import override

from motworkshop.app.actions import DESK_COMMANDS, WINDOW_COMMANDS, Actions
from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs, Unsaved
from motworkshop.app.menu import MainMenu
from motworkshop.app.outputs import Outputs, write_copy
from motworkshop.app.recent import RecentFiles
from motworkshop.app.remembered import Remembered
from motworkshop.app.start_page import StartPage
from motworkshop.errors import WorkshopError

SMALLEST = QSize(1024, 640)
USUAL = QSize(1280, 800)
PICTURE = QSize(352, 224)


class Window(QMainWindow):
    """Shows a start page until a workshop is opened in it.

    Signal: `closed` when it has gone for good.
    """

    closed = Signal()

    def __init__(self, dialogs: Dialogs, recent: RecentFiles, remembered: Remembered) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("motworkshop")
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self._dialogs = dialogs
        self._recent = recent
        self._remembered = remembered
        self._outputs: Outputs | None = None
        self.start: StartPage | None = None
        self.desk: Desk | None = None
        self.menu: MainMenu | None = None
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        if remembered.geometry is not None:
            self.restoreGeometry(remembered.geometry)

    def furnish(self, start: StartPage, menu: MainMenu, actions: Actions) -> None:
        """Take the parts that `build` has made for it."""
        self.start = start
        self.menu = menu
        self._pages.addWidget(start)
        start.setFocus()
        actions["full_screen"].triggered.connect(self._toggle_full_screen)
        actions["keys"].triggered.connect(self.show_keys)
        actions["about"].triggered.connect(self.show_about)
        actions["close"].triggered.connect(self.close)

    @property
    def path(self) -> Path | None:
        """The file that is open here."""
        return self.desk.parts.path if self.desk else None

    def show_desk(self, desk: Desk) -> None:
        """Show an open workshop from now on."""
        self.desk = desk
        self._outputs = Outputs(desk, self._dialogs)
        self._pages.addWidget(desk)
        self._pages.setCurrentWidget(desk)
        if self.menu is not None:
            self.menu.set_desk(desk.actions_)
        desk.parts.document.changed.connect(self._show_title)
        self._show_title()
        desk.parts.board.setFocus()

    def say(self, words: str, tone: str = "danger") -> None:
        """Tell something, on whatever page is shown."""
        banner = self.desk.parts.banner if self.desk else self.start.banner if self.start else None
        if banner is not None:
            banner.say(words, tone)

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from motworkshop.app.keys_sheet import KeysSheet

        commands = (*DESK_COMMANDS, *WINDOW_COMMANDS) if self.desk else WINDOW_COMMANDS
        KeysSheet(commands, self).open()

    def show_about(self) -> None:
        """Show versions and licences."""
        from motworkshop.app.about import About

        About(self).open()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_free_to_close():
            event.ignore()
            return
        self._remembered.geometry = self.saveGeometry()
        event.accept()
        self.closed.emit()

    def _is_free_to_close(self) -> bool:
        """Everything is on the disk, or the person has decided about it."""
        if self.desk is None:
            return True
        scenes = self.desk.parts.scenes
        if scenes.is_in_turn:
            scenes.ask_to_leave()
        if scenes.is_in_turn:
            return False  # somebody has given dots, and is asked about them
        self._finish_typing()
        parts = self.desk.parts
        parts.clock.pause()
        while why := parts.saving.finish():
            answer = self._dialogs.unsaved(self, why)
            if answer is Unsaved.STAY:
                return False
            if answer is Unsaved.DISCARD or (answer is Unsaved.COPY and self._is_copied()):
                break
        if self._outputs is not None:
            self._outputs.cancel()
        self._recent.keep_picture(parts.path, parts.board.picture(PICTURE))
        late = parts.saving.close()
        if late and not why:
            self._dialogs.tell(self, late)
        return True

    def _is_copied(self) -> bool:
        desk = self.desk
        path = desk and self._dialogs.new_file(self, "Save a copy", f"{desk.parts.path.stem} copy")
        if not path or desk is None:
            return False
        try:
            write_copy(path, desk.parts.document.workshop)
        except WorkshopError as fault:
            self._dialogs.tell(self, str(fault))
            return False
        return True

    def _finish_typing(self) -> None:
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            typing.clearFocus()

    def _show_title(self) -> None:
        if self.desk is not None:
            about = self.desk.parts.document.workshop.about
            self.setWindowTitle(f"{about.title} – motworkshop")

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
