"""Everything that can be done by a key, a menu or a button, named once.

The sheet of keys is made from these tables, so it cannot say anything else than what is so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from motworkshop.panels.icons import Icons


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: `name` in the program, `text` for people, `keys` that do it."""

    name: str
    group: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""


WINDOW_COMMANDS = (
    Command("new_window", "Workshop", "New window", ("Ctrl+N",), "app-window"),
    Command("open", "Workshop", "Open…", ("Ctrl+O",), "folder-open"),
    Command("full_screen", "View", "Full screen", ("F11",)),
    Command("keys", "Help", "Keys", ("F1", "?"), "keyboard"),
    Command("about", "Help", "About motworkshop", (), "info"),
    Command("close", "Workshop", "Close window", ("Ctrl+W",)),
    Command("quit", "Workshop", "Quit", ("Ctrl+Q",), "log-out"),
)

DESK_COMMANDS = (
    Command("save_copy", "Workshop", "Save a copy…", ("Ctrl+Shift+S",), "copy"),
    Command("export_report", "Export", "Report (PDF)…", ("Ctrl+E",), "file-text"),
    Command("export_workbook", "Export", "Workbook (Excel)…", ("Ctrl+Shift+E",), "table"),
    Command("export_notes", "Export", "Notes (CSV)…", (), "list"),
    Command("with_names", "Export", "With names of people"),
    Command("rename", "Workshop", "Rename", ("Ctrl+R",), "pencil"),
    Command("undo", "Steps", "Undo", ("Ctrl+Z",), "undo-2"),
    Command("redo", "Steps", "Do again", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    Command("history", "Steps", "All steps…", ("Ctrl+H",), "history"),
    Command("search", "Notes", "Search notes", ("Ctrl+F",), "search"),
    Command("new_note", "Notes", "New note", ("N",), "plus"),
    Command("edit_note", "Notes", "Edit note", ("F2",)),
    Command("duplicate", "Notes", "Duplicate", ("Ctrl+D",)),
    Command("delete", "Notes", "Delete", ("Del", "Backspace")),
    Command("select_all", "Notes", "Select all", ("Ctrl+A",)),
    Command("merge", "Notes", "Merge into a cluster", ("Ctrl+G",), "merge"),
    Command("split", "Notes", "Split the cluster", ("Ctrl+Shift+G",), "split"),
    *(Command(f"category_{key}", "Notes", f"Category {key}", (str(key),)) for key in range(1, 9)),
    Command("category_0", "Notes", "No category", ("0",)),
    Command("zoom_in", "View", "Zoom in", ("Ctrl++", "Ctrl+="), "plus"),
    Command("zoom_out", "View", "Zoom out", ("Ctrl+-",), "minus"),
    Command("zoom_actual", "View", "Zoom to 100 %", ("Ctrl+0",)),
    Command("fit_all", "View", "Show the whole board", ("Shift+1", "Home")),
    Command("fit_selection", "View", "Show the selected notes", ("Shift+2",)),
    Command("present", "View", "Present", ("F5",), "app-window"),
    Command("blank", "View", "Blank the projector", ("B",)),
    Command("toggle_rail", "View", "Phases", ("F8",), "panel-left"),
    Command("toggle_side", "View", "Panel", ("F9",), "panel-right"),
    Command("next_phase", "Phases", "Next phase", ("Ctrl+PgDown",), "arrow-right"),
    Command("previous_phase", "Phases", "Phase before", ("Ctrl+PgUp",)),
    Command("toggle_clock", "Phases", "Start or pause the clock", ("Ctrl+T",), "clock"),
)


class Actions:
    """The Qt actions of a window or of a workshop, by name; their keys work in `owner`."""

    def __init__(self, commands: Iterable[Command], owner: QWidget, icons: Icons) -> None:
        self._actions: dict[str, QAction] = {}
        for command in commands:
            action = QAction(command.text, owner)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            if command.icon:
                action.setIcon(icons.icon(command.icon))
            owner.addAction(action)
            self._actions[command.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def set_enabled(self, names: Iterable[str], *, is_enabled: bool) -> None:
        """Allow or forbid some of them."""
        for name in names:
            self._actions[name].setEnabled(is_enabled)


def keys_of(command: Command) -> str:
    """The keys of a command as people read them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(keys).toString(native) for keys in command.keys)
