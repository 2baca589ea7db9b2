"""The sheet of keys, made from the tables of commands: to look up, to search, to change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from motworkshop.app.actions import Actions
from motworkshop.app.command import Command
from motworkshop.app.key_row import KeyRow
from motworkshop.look import SPACE
from motworkshop.model.lookalikes import plain_text
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.scrolling import scrolling

WIDTH, HEIGHT = 640, 680

GESTURES = (
    Command("", "Board", "New note where you point", ("Double-click",)),
    Command("", "Board", "Edit the selected note", ("Enter",)),
    Command("", "Board", "Go from note to note", ("Left, Right, Up, Down", "Tab")),
    Command("", "Board", "Add the next note to the selection", ("Shift+Left, Right, Up, Down",)),
    Command("", "Board", "Move the selected notes a little", ("Alt+Left, Right, Up, Down",)),
    Command(
        "", "Board", "Move them to the next stage or past a note", ("Ctrl+Left, Right, Up, Down",)
    ),
    Command("", "Board", "Go to the headers of the stages", ("Up, from the uppermost note",)),
    Command("", "Board", "Go to the lanes", ("Left, from the first header",)),
    Command("", "Board", "Next note while writing", ("Tab", "Ctrl+Enter")),
    Command("", "Board", "New line while writing", ("Shift+Enter",)),
    Command("", "Board", "Finish writing, the text stays", ("Esc",)),
    Command("", "Board", "Drag copies", ("Ctrl+drag",)),
    Command("", "Board", "Drag in one direction", ("Shift+drag",)),
    Command("", "Board", "Lay down exactly there, even on a note", ("Alt+drag",)),
    Command("", "Board", "Put back what is being dragged", ("Esc",)),
    Command("", "Board", "Add to the selection", ("Shift+click",)),
    Command("", "Board", "Select several", ("Drag on the paper",)),
    Command("", "Board", "Move the board", ("Space+drag", "Middle button", "Wheel")),
    Command("", "Board", "Zoom at the pointer", ("Ctrl+wheel", "Pinch")),
    Command("", "Board", "Menu of the note", ("Menu", "Shift+F10", "Right button")),
    Command("", "Search", "Next match, match before", ("Enter, Shift+Enter",)),
    Command("", "Search", "Leave the search", ("Esc",)),
)
"""What hands do on the board and in the search; these stay as they are."""


class KeysSheet(QDialog):
    """All keys, in groups. What is chosen here is kept on this computer."""

    def __init__(self, actions: Sequence[Actions], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, min(HEIGHT, parent.height() - 8 * SPACE))
        self._commands = tuple(command for one in actions for command in one.commands)
        self._keys = actions[0].keys
        self._icons = actions[0].icons
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search what it does, or its keys")
        self.search.setAccessibleName("Search keys")
        self.groups: list[KeyGroup] = []
        self._nothing = label("No key fits.", "quiet")
        self._nothing.hide()
        self._lay_out()
        self.search.textChanged.connect(self._narrow)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(label("Keys", "heading"))
        column.addWidget(self.search)
        column.addWidget(scrolling(self._rows()), 1)
        column.addLayout(self._foot())

    def _rows(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(3 * SPACE)
        for name in dict.fromkeys(one.group for one in (*self._commands, *GESTURES)):
            group = KeyGroup(name)
            for command in (one for one in self._commands if one.group == name):
                group.add(KeyRow(command, self._commands, self._keys, self._icons))
            for command in (one for one in GESTURES if one.group == name):
                group.add(GestureRow(command))
            self.groups.append(group)
            column.addWidget(group)
        column.addWidget(self._nothing)
        column.addStretch(1)
        return room

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(label("Press a key here to choose another one.", "small"), 1)
        usual = push_button("All usual keys")
        usual.setToolTip("Every key as the program came with it")
        usual.clicked.connect(lambda: self._keys.reset_all(self._commands))
        close = push_button("Close")
        close.clicked.connect(self.close)
        foot.addWidget(usual)
        foot.addWidget(close)
        return foot

    def _narrow(self, wanted: str) -> None:
        found = [group.narrow(wanted) for group in self.groups]
        self._nothing.setVisible(not any(found))


class GestureRow(QWidget):
    """What is done by keys or gestures that do not change."""

    def __init__(self, command: Command) -> None:
        super().__init__()
        self._command = command
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 40, 4)
        line.addWidget(label(command.text), 1)
        line.addWidget(label(" or ".join(command.keys), "quiet"))

    def fits(self, wanted: str) -> bool:
        """Whether these words are in what it does, or in its keys."""
        text = plain_text(" ".join((self._command.group, self._command.text, *self._command.keys)))
        return all(word in text for word in plain_text(wanted).split())


class KeyGroup(QWidget):
    """The rows of one group under its name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: list[KeyRow | GestureRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label(name, "section"))

    def add(self, row: KeyRow | GestureRow) -> None:
        """Add a row at the end."""
        self._rows.append(row)
        self._column.addWidget(row)

    def narrow(self, wanted: str) -> bool:
        """Show the rows that fit; whether there are any."""
        fitting = {row for row in self._rows if row.fits(wanted)}
        for row in self._rows:
            row.setVisible(row in fitting)
        self.setVisible(bool(fitting))
        return bool(fitting)
