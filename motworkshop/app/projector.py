"""The window for the wall: on the second screen if there is one, else a window like any other."""

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.panels.projector.view import ProjectorView

USUAL = (1280, 720)
LEAST = (480, 300)
TITLE_BAR = 40


class Projector(QObject):
    """Opens and closes the projector view, and follows screens that come and go.

    `owner` is the window the facilitator works in: the wall is any screen but its own.
    Signals: `opened`, `closed`; `blanked(bool)` when the wall became dark or bright again.
    """

    opened = Signal()
    closed = Signal()
    blanked = Signal(bool)

    def __init__(self, view: ProjectorView, owner: QWidget, title: str = "") -> None:
        super().__init__(owner)
        self.view = view
        self._owner = owner
        self.window = _Wall(view)
        self.set_title(title)
        self.window.left.connect(self.close)
        self.window.blank_wanted.connect(self.toggle_blank)
        self.destroyed.connect(self.window.deleteLater)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screen_added)
            app.screenRemoved.connect(self._on_screen_removed)

    @property
    def is_open(self) -> bool:
        """Whether the wall is shown."""
        return self.window.isVisible()

    @property
    def is_blank(self) -> bool:
        """Whether the wall is dark."""
        return self.view.is_blank

    def set_title(self, title: str) -> None:
        """Name the workshop in the title of the window."""
        name = "What the room sees"
        self.window.setWindowTitle(f"{title} – {name}" if title else name)

    def open(self) -> None:
        """Show the wall; where it is open already, look for its screen again."""
        was_open = self.is_open
        self._place()
        if not was_open:
            self.opened.emit()

    def close(self) -> None:
        """Take the wall away."""
        if self.is_open:
            self.window.hide()
            self.closed.emit()

    def toggle(self) -> None:
        """Open or close it: what F5 does."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def toggle_blank(self) -> None:
        """Make the wall dark, or bright again: what B does."""
        self.set_blank(not self.view.is_blank)

    def set_blank(self, is_blank: bool) -> None:
        """Make the wall dark or bright."""
        if is_blank != self.view.is_blank:
            self.view.set_blank(is_blank)
            self.blanked.emit(is_blank)

    def _place(self, gone: QScreen | None = None) -> None:
        """Full screen on a screen that the facilitator does not work on; without one, a window
        beside theirs. `gone` is being unplugged; Qt moves what it showed to the primary screen."""
        own = self._owner.screen()
        own = QGuiApplication.primaryScreen() if own is gone else own
        others = (one for one in QGuiApplication.screens() if one not in {own, gone})
        wall = next(others, None)
        window = self.window
        if window.isVisible() and window.isFullScreen() and window.screen() is wall:
            return
        if window.isVisible() and (window.isFullScreen() or wall is not None):
            window.hide()  # or it would take its old place along to the other screen
        # Some window managers give the keys to what is new; they belong to the facilitator.
        window.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, wall is not None)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, wall is not None)
        if wall is None:
            window.setCursor(Qt.CursorShape.ArrowCursor)
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setScreen(own)
            window.setGeometry(_inside(own))
            window.show()
            return
        window.setCursor(Qt.CursorShape.BlankCursor)
        window.setScreen(wall)
        window.setGeometry(wall.geometry())
        window.showFullScreen()

    def _on_screen_added(self, screen: QScreen) -> None:
        if self.is_open and not self.window.isFullScreen() and screen is not self._owner.screen():
            self._place()

    def _on_screen_removed(self, screen: QScreen) -> None:
        if self.is_open and screen in {self.window.screen(), self._owner.screen()}:
            self._place(gone=screen)


def _inside(screen: QScreen) -> QRect:
    """Where the window stands on the facilitator's own screen: all of it can be seen and moved."""
    room = screen.availableGeometry()
    frame = QRect(0, 0, min(USUAL[0], room.width()), min(USUAL[1], room.height() - TITLE_BAR))
    frame.moveCenter(room.center())
    return frame


class _Wall(QWidget):
    """A window with nothing in it but the view. Signals: `left`; `blank_wanted`."""

    left = Signal()
    blank_wanted = Signal()

    def __init__(self, view: ProjectorView) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setMinimumSize(*LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F5}:
            self.left.emit()
        elif event.key() == Qt.Key.Key_B:
            self.blank_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.left.emit()
