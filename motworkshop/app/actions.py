"""Everything that can be done by a key, a menu or a button, named once.

Menu, list of commands and sheet of keys are made from these tables, so that they say what is so.
A new thing to do is a line here and what it does (`Desk`, `Window`); a new group becomes a menu.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from motworkshop.app.command import Command
from motworkshop.app.keys import Keys
from motworkshop.app.order_commands import ORDER_COMMANDS
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

DESK_COMMANDS = (
    Command("save_copy", "Workshop", "Save a copy…", ("Ctrl+Shift+S",), "copy"),
    Command("versions", "Workshop", "Versions…"),
    Command("import", "Workshop", "Import…", ("Ctrl+I",), "file-input"),
    Command("export_report", "Export", "Report (PDF)…", ("Ctrl+E",), "file-text"),
    Command("export_workbook", "Export", "Workbook (Excel)…", ("Ctrl+Shift+E",), "table"),
    Command("export_notes", "Export", "Notes (CSV)…", (), "list"),
    Command("with_names", "Export", "With names of people"),
    Command("rename", "Workshop", "Rename", ("Ctrl+R",), "pencil"),
    Command("undo", "Steps", "Undo", ("Ctrl+Z",), "undo-2"),
    Command("redo", "Steps", "Do again", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    Command("history", "Steps", "All steps…", ("Ctrl+H",), "history"),
    Command("search", "Find", "Search notes", ("Ctrl+F",), "search"),
    Command("filter", "Find", "Filter notes", ("Ctrl+Shift+F",), "list-filter"),
    Command("find_next", "Find", "Next match", ("F3",)),
    Command("find_previous", "Find", "Match before", ("Shift+F3",)),
    Command("commands", "Find", "All commands…", ("Ctrl+K", "Ctrl+Shift+P")),
    Command("new_note", "Notes", "New note", ("N",), "plus"),
    Command("edit_note", "Notes", "Edit note", ("F2",)),
    Command("copy", "Notes", "Copy", ("Ctrl+C",), "copy"),
    Command("cut", "Notes", "Cut", ("Ctrl+X",)),
    Command("paste", "Notes", "Paste", ("Ctrl+V",)),
    Command("add_picture", "Notes", "Add picture…", (), "image"),
    Command("remove_picture", "Notes", "Remove picture"),
    Command("duplicate", "Notes", "Duplicate", ("Ctrl+D",)),
    Command("delete", "Notes", "Delete", ("Del", "Backspace")),
    Command("select_all", "Notes", "Select all", ("Ctrl+A",)),
    Command("merge", "Notes", "Merge into a cluster", ("Ctrl+G",), "merge"),
    Command("split", "Notes", "Split the cluster", ("Ctrl+Shift+G",), "split"),
    *(
        Command(f"category_{key}", "Categories", f"Category {key}", (str(key),))
        for key in range(1, 9)
    ),
    Command("category_0", "Categories", "No category", ("0",)),
    *ORDER_COMMANDS,
    Command("zoom_in", "View", "Zoom in", ("Ctrl++", "Ctrl+="), "plus"),
    Command("zoom_out", "View", "Zoom out", ("Ctrl+-",), "minus"),
    Command("zoom_actual", "View", "Zoom to 100 %", ("Ctrl+0",)),
    Command("fit_all", "View", "Show the whole board", ("Shift+1", "Home")),
    Command("fit_selection", "View", "Show the selected notes", ("Shift+2",)),
    Command("present", "View", "Present", ("F5",), "app-window"),
    Command("blank", "View", "Blank the projector", ("B",)),
    Command("toggle_rail", "View", "Phases", ("F8",), "panel-left"),
    Command("toggle_outline", "View", "Outline", ("F7",), "list"),
    Command("toggle_side", "View", "Panel", ("F9",), "panel-right"),
    Command("toggle_overview", "View", "Overview", ("F6",)),
    Command("next_phase", "Phases", "Next phase", ("Ctrl+PgDown",), "arrow-right"),
    Command("previous_phase", "Phases", "Phase before", ("Ctrl+PgUp",)),
    Command("toggle_clock", "Phases", "Start or pause the clock", ("Ctrl+T",), "clock"),
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
