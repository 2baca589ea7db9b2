"""The ☰ menu: everything about the program and the file, in words."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from motworkshop.app.actions import Actions
from motworkshop.app.appearance import CHOICES, MOTIONS, Appearance
from motworkshop.app.recent import RecentFiles
from motworkshop.panels.controls.labels import plain_tip

INLINE = ("Workshop", "Steps")
"""Groups whose commands stand in the menu itself; every other group has a menu of its own."""


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
        mine, theirs = self._actions.groups(), self._desk.groups() if self._desk else {}
        last = [self._actions[name] for name in ("close", "quit")]
        self.addActions([one for one in mine["Workshop"] if one not in last])
        self._add_recent()
        self._add_groups(theirs)
        self.addSeparator()
        self._add_choices("Theme", CHOICES, self._appearance.choice, self._appearance.choose)
        motion = self._appearance.motion
        self._add_choices("Motion", MOTIONS, motion, self._appearance.choose_motion)
        rest = [one for group, actions in mine.items() if group != "Workshop" for one in actions]
        self.addActions(rest)
        self.addSeparator()
        self.addActions(last)

    def _add_groups(self, groups: dict[str, list[QAction]]) -> None:
        for group in INLINE:
            self.addSeparator()
            self.addActions(groups.get(group, []))
        self.addSeparator()
        for group, actions in groups.items():
            if group not in INLINE:
                self._submenu(group).addActions(actions)

    def _add_recent(self) -> None:
        files = [file for file in self._recent.files() if file.is_there]
        submenu = self._submenu("Recent")
        submenu.setEnabled(bool(files))
        for file in files:
            action = QAction(file.path.stem.replace("&", "&&"), submenu)
            action.setToolTip(plain_tip(str(file.path)))
            action.triggered.connect(lambda _checked, path=file.path: self._open_file(path))
            submenu.addAction(action)

    def _add_choices(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        chosen: str,
        choose: Callable[[str], None],
    ) -> None:
        submenu = self._submenu(title)
        group = QActionGroup(submenu)
        for name, words in choices:
            action = QAction(words, submenu)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _checked, name=name: choose(name))
            group.addAction(action)
            submenu.addAction(action)

    def _submenu(self, title: str) -> QMenu:
        submenu = QMenu(title, self)
        self._submenus.append(submenu)
        self.addMenu(submenu)
        return submenu
