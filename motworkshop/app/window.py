"""One window: the start page, or the desk of an open workshop."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget
from typing_extensions import override

from motworkshop.app.actions import Actions
from motworkshop.app.dialogs import Dialogs, Unsaved
from motworkshop.app.menu import MainMenu
from motworkshop.app.recent import RecentFiles
from motworkshop.app.remembered import Remembered
from motworkshop.errors import WorkshopError

if TYPE_CHECKING:
    from motworkshop.app.desk import Desk
    from motworkshop.app.exchange import Exchange
    from motworkshop.app.saving import Saving
    from motworkshop.app.start_page import StartPage

SMALLEST = QSize(1024, 640)
USUAL = QSize(1280, 800)
FRAME = 40
"""What the system puts around a window at most, above all its title."""
PICTURE = QSize(640, 400)
TABLES = (".csv", ".tsv", ".xlsx")


class Window(QMainWindow):
    """Shows a start page until a workshop is opened in it.

    Signals: `closed` when it has gone for good; `file_dropped(Path)` when a workshop was let fall
    on it; `left_for(Path)` when the work goes on in a copy; `versions_wanted(DeskParts)`.
    """

    closed = Signal()
    file_dropped = Signal(object)
    left_for = Signal(object)
    versions_wanted = Signal(object)

    def __init__(self, dialogs: Dialogs, recent: RecentFiles, remembered: Remembered) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("motworkshop")
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.resize(usual_size(self.screen().availableGeometry().size()))
        self._dialogs = dialogs
        self._recent = recent
        self._remembered = remembered
        self.exchange: Exchange | None = None
        self._make_start: Callable[[Window], StartPage] | None = None
        self.start: StartPage | None = None
        self.desk: Desk | None = None
        self.menu: MainMenu | None = None
        self.actions_: Actions | None = None
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        if remembered.geometry is not None:
            self.restoreGeometry(remembered.geometry)

    def furnish(
        self, make_start: "Callable[[Window], StartPage]", menu: MainMenu, actions: Actions
    ) -> None:
        """Take the parts that `build` has made for it; the start page is made if it is wanted."""
        self._make_start = make_start
        self.menu = menu
        self.actions_ = actions
        actions["full_screen"].triggered.connect(self._toggle_full_screen)
        actions["keys"].triggered.connect(self.show_keys)
        actions["about"].triggered.connect(self.show_about)
        actions["close"].triggered.connect(self.close)

    def show_start(self) -> "StartPage":
        """Show the start page, until a workshop is opened."""
        if self.start is None:
            if self._make_start is None:
                raise ValueError("a window is furnished before it is shown")
            self.start = self._make_start(self)
            self._pages.addWidget(self.start)
        if self.desk is None:
            self.start.setFocus()
        return self.start

    @property
    def path(self) -> Path | None:
        """The file that is open here."""
        return self.desk.parts.path if self.desk else None

    def show_desk(self, desk: "Desk") -> None:
        """Show an open workshop from now on."""
        from motworkshop.app.attaching import Attaching
        from motworkshop.app.exchange import Exchange
        from motworkshop.app.renaming import Renaming

        self.desk = desk
        self.exchange = Exchange(desk, self._dialogs)
        self.exchange.left_for.connect(self.left_for)
        Attaching(desk, self._dialogs)
        Renaming(desk, self._recent)
        desk.actions_["versions"].triggered.connect(lambda: self.versions_wanted.emit(desk.parts))
        self._pages.addWidget(desk)
        self._pages.setCurrentWidget(desk)
        if self.menu is not None:
            self.menu.set_desk(desk.actions_)
        desk.parts.document.changed.connect(self._show_title)
        self._show_title()
        desk.focus_phase()

    def is_settled(self) -> bool:
        """Whether everything that can be seen here is there, and the board is painted."""
        if self.desk is None:
            return True
        return self.desk.parts.side.is_settled() and self.desk.parts.middle.is_settled()

    @property
    def is_read_only(self) -> bool:
        """Whether what is open here can only be looked at."""
        return self.desk is not None and self.desk.parts.document.is_closed

    def say(
        self,
        words: str,
        tone: str = "danger",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Tell something, on whatever page is shown; each action is (word, what it does)."""
        banner = self.desk.parts.banner if self.desk else self.start.banner if self.start else None
        if banner is not None:
            banner.say(words, tone, actions)

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from motworkshop.app.keys_sheet import KeysSheet

        shown = [one for one in (self.desk and self.desk.actions_, self.actions_) if one]
        if shown:
            KeysSheet(shown, self).open()

    def show_about(self) -> None:
        """Show versions and licences."""
        from motworkshop.app.about import About

        About(self).open()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        workshops, tables = _dropped(event.mimeData())
        is_private = self.desk is not None and self.desk.possible.is_private
        if not is_private and (workshops or (tables and self.exchange is not None)):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        workshops, tables = _dropped(event.mimeData())
        event.acceptProposedAction()
        for path in workshops:
            self.file_dropped.emit(path)
        if tables and self.exchange is not None:
            self.exchange.import_file(tables[0])

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
        why = self._unsaved_words(parts.saving)
        if why is None:
            return False
        if self.exchange is not None:
            self.exchange.cancel()
        self._recent.keep_picture(parts.path, parts.board.picture(PICTURE))
        late = parts.saving.close()
        if late and not why:
            self._dialogs.tell(self, late)
        return True

    def _unsaved_words(self, saving: "Saving") -> str | None:
        """Save what waits. "" when all is on the disk; why it is not when the person lets it go or
        has a copy of it; None to stay."""
        while why := saving.finish():
            if self.exchange is not None and self.exchange.is_copied:
                break
            answer = self._dialogs.unsaved(self, why)
            if answer is Unsaved.STAY:
                return None
            if answer is Unsaved.DISCARD or (answer is Unsaved.COPY and self._is_copied()):
                break
        return why

    def _is_copied(self) -> bool:
        desk = self.desk
        path = desk and self._dialogs.new_file(self, "Save a copy", f"{desk.parts.path.stem} copy")
        if not path or desk is None:
            return False
        try:
            from motworkshop.app.outputs import write_copy

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
            only = " (read only)" if self.is_read_only else ""
            self.setWindowTitle(f"{about.title}{only} – motworkshop")

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()


def _dropped(content: QMimeData) -> tuple[list[Path], list[Path]]:
    """The workshops and the tables among files that are dragged."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    workshops = [path for path in paths if path.suffix.lower() == ".motw"]
    return workshops, [path for path in paths if path.suffix.lower() in TABLES]


def usual_size(room: QSize) -> QSize:
    """How large a window is at first where there is so much room on the screen: on the usual
    laptop at 150 % there are 1280 × 720, and what lies below could not be reached."""
    return USUAL.boundedTo(room - QSize(0, FRAME)).expandedTo(SMALLEST)
