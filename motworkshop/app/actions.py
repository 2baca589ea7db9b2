"""Everything that can be done by a key, a menu or a button, named once.

Menu, list of commands and sheet of keys are made from these tables, so that they say what is so.
A new thing to do is a line here or in `desk_commands`, and what it does (`Window`, `Desk`); a new
group becomes a menu.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from motworkshop.app.command import Command
from motworkshop.app.keys import Keys
from motworkshop.panels.icons import Icons

WINDOW_COMMANDS = (
    Command("new_window", "Workshop", "New window", ("Ctrl+N",), "app-window"),
    Command("open", "Workshop", "Open…", ("Ctrl+O",), "folder-open"),
    Command("backups", "Workshop", "Backups…"),
    Command("full_screen", "View", "Full screen", ("F11",)),
    Command("keys", "Help", "Keys", ("F1", "?"), "keyboard"),
    Command("about", "Help", "About motworkshop", (), "info"),
    Command("close", "Workshop", "Close window", ("Ctrl+W",)),
    Command("quit", "Workshop", "Quit", ("Ctrl+Q",), "log-out"),
)


class Actions(QObject):
    """The Qt actions of a window or of a workshop, by name; their keys work in `owner`."""

    def __init__(
        self, commands: Iterable[Command], owner: QWidget, icons: Icons, keys: Keys
    ) -> None:
        super().__init__(owner)
        self.commands = tuple(commands)
        self.icons = icons
        self.keys = keys
        self._actions: dict[str, QAction] = {}
        for command in self.commands:
            action = QAction(command.text, owner)
            if command.icon:
                action.setIcon(icons.icon(command.icon))
            owner.addAction(action)
            self._actions[command.name] = action
        keys.changed.connect(self._follow_keys)
        self._follow_keys()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def groups(self) -> dict[str, list[QAction]]:
        """The actions by group, in the order of the tables."""
        found: dict[str, list[QAction]] = {}
        for command in self.commands:
            found.setdefault(command.group, []).append(self._actions[command.name])
        return found

    def set_enabled(self, names: Iterable[str], *, is_enabled: bool) -> None:
        """Allow or forbid some of them."""
        for name in names:
            self._actions[name].setEnabled(is_enabled)

    def _follow_keys(self) -> None:
        for command in self.commands:
            keys = [QKeySequence(one) for one in self.keys.of(command)]
            action = self._actions[command.name]
            if action.shortcuts() != keys:
                action.setShortcuts(keys)
