"""The sheet of keys, made from the tables of commands; a search field narrows it down."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from motworkshop.app.actions import Command, keys_of
from motworkshop.look import SPACE
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.controls.scrolling import scrolling

GESTURES = (
    Command("", "Board", "New note where you point", ("Double-click",)),
    Command("", "Board", "Edit the selected note", ("Enter",)),
    Command("", "Board", "Next note while writing", ("Tab",)),
    Command("", "Board", "Finish writing, the text stays", ("Esc",)),
    Command("", "Board", "Add to the selection", ("Shift+click",)),
    Command("", "Board", "Select several", ("Drag on the paper",)),
    Command("", "Board", "Move the board", ("Space+drag",)),
    Command("", "Board", "Zoom at the pointer", ("Ctrl+wheel",)),
)


class KeysSheet(QDialog):
    """All keys, in groups."""

    def __init__(self, commands: Iterable[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 640)
        self._commands = [command for command in (*commands, *GESTURES) if command.keys]
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search keys")
        self.search.setAccessibleName("Search keys")
        self._room = QWidget()
        self._grid = QGridLayout(self._room)
        self._grid.setColumnStretch(0, 1)
        self._grid.setContentsMargins(0, 0, SPACE, 0)
        self._grid.setVerticalSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 16, 24)
        column.setSpacing(16)
        column.addWidget(label("Keys", "heading"))
        column.addWidget(self.search)
        column.addWidget(scrolling(self._room), 1)
        self.search.textChanged.connect(self._fill)
        self._fill("")

    def _fill(self, wanted: str) -> None:
        clear(self._grid)
        shown = [one for one in self._commands if wanted.casefold() in one.text.casefold()]
        row = 0
        for group in dict.fromkeys(one.group for one in shown):
            self._grid.addWidget(label(group, "section"), row, 0, 1, 2)
            row += 1
            for command in (one for one in shown if one.group == group):
                self._grid.addWidget(label(command.text), row, 0)
                keys = " or ".join(command.keys) if command in GESTURES else keys_of(command)
                self._grid.addWidget(label(keys, "quiet"), row, 1)
                row += 1
        self._grid.setRowStretch(row, 1)
