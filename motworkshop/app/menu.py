"""The ☰ menu: everything about the program and the file, in words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from motworkshop.app.actions import Actions
from motworkshop.app.appearance import CHOICES, Appearance
from motworkshop.app.recent import RecentFiles


class MainMenu(QMenu):
    """Made when it is opened, so that it says what is so now."""

    def __init__(
        self,
        actions: Actions,
        appearance: Appearance,
        recent: RecentFiles,
        open_file: Callable[[Path], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._desk: Actions | None = None
        self._appearance = appearance
        self._recent = recent
        self._open_file = open_file
        self._submenus: list[QMenu] = []
        self.aboutToShow.connect(self._fill)

    def set_desk(self, desk: Actions | None) -> None:
        """Offer what can be done with an open workshop, or no longer."""
        self._desk = desk

    def _fill(self) -> None:
        self.clear()
        for old in self._submenus:
            old.deleteLater()
        self._submenus = []
        self.addAction(self._actions["new_window"])
        self.addAction(self._actions["open"])
        self._add_recent()
        if self._desk is not None:
            self._add_desk(self._desk)
        self.addSeparator()
        self._add_themes()
        self.addAction(self._actions["full_screen"])
        self.addSeparator()
        for name in ("keys", "about", "quit"):
            self.addAction(self._actions[name])

    def _add_desk(self, desk: Actions) -> None:
        self.addSeparator()
        for name in ("save_copy", "rename"):
            self.addAction(desk[name])
        export = self._submenu("Export")
        for name in ("export_report", "export_workbook", "export_notes"):
            export.addAction(desk[name])
        self.addSeparator()
        for name in ("undo", "redo", "history"):
            self.addAction(desk[name])
        self.addSeparator()
        for name in ("present", "blank", "toggle_rail", "toggle_side"):
            self.addAction(desk[name])

    def _add_recent(self) -> None:
        files = [file for file in self._recent.files() if file.is_there]
        submenu = self._submenu("Recent")
        submenu.setEnabled(bool(files))
        for file in files:
            action = QAction(file.path.stem.replace("&", "&&"), submenu)
            action.setToolTip(str(file.path))
            action.triggered.connect(lambda _checked, path=file.path: self._open_file(path))
            submenu.addAction(action)

    def _add_themes(self) -> None:
        submenu = self._submenu("Theme")
        group = QActionGroup(submenu)
        for name, words in CHOICES:
            action = QAction(words, submenu)
            action.setCheckable(True)
            action.setChecked(name == self._appearance.choice)
            action.triggered.connect(lambda _checked, name=name: self._appearance.choose(name))
            group.addAction(action)
            submenu.addAction(action)

    def _submenu(self, title: str) -> QMenu:
        submenu = QMenu(title, self)
        self._submenus.append(submenu)
        self.addMenu(submenu)
        return submenu
