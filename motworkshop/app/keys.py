"""Which keys do what: as the program came, until somebody chose others on this computer."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from motworkshop.app.command import Command
from motworkshop.app.remembered import Remembered

FIXED: Mapping[str, str] = MappingProxyType(
    {
        "Tab": "goes from one control or note to the next",
        "Shift+Tab": "goes from one control or note to the one before",
        "Return": "writes on the note, and confirms",
        "Enter": "writes on the note, and confirms",
        "Space": "presses the button that has the keys, and moves the board",
        "Esc": "leaves and puts back",
        "Left": "goes to the note before",
        "Right": "goes to the next note",
        "Up": "goes to the note above",
        "Down": "goes to the note below",
        "Shift+Left": "adds the note before to the selection",
        "Shift+Right": "adds the next note to the selection",
        "Shift+Up": "adds the note above to the selection",
        "Shift+Down": "adds the note below to the selection",
        "Alt+Left": "moves the selected notes",
        "Alt+Right": "moves the selected notes",
        "Alt+Up": "moves the selected notes",
        "Alt+Down": "moves the selected notes",
        "Ctrl+Return": "writes the next note below",
        "Ctrl+Shift+Return": "writes the next note above",
        "Shift+Return": "begins a new line",
        "Menu": "opens the menu of a note",
        "Shift+F10": "opens the menu of a note",
        "Alt+M": "opens the menu",
        "Alt+F4": "closes the window",
    }
)
"""Keys that stay what they are, with what they do."""


class Keys(QObject):
    """The keys of every command at present.

    Signal: `changed` after other keys were chosen; every window follows.
    """

    changed = Signal()

    def __init__(self, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered

    def of(self, command: Command) -> tuple[str, ...]:
        """The keys of a command, as Qt writes them; () if it has none."""
        chosen = self._remembered.keys_of(command.name)
        return tuple(map(plain, command.keys)) if chosen is None else chosen

    def are_chosen(self, command: Command) -> bool:
        """Whether somebody chose other keys than the program came with."""
        return self._remembered.keys_of(command.name) is not None

    def choose(self, command: Command, keys: Iterable[str]) -> None:
        """Do this command by these keys, and no others, from now on."""
        self._remember(command, keys)
        self.changed.emit()

    def swap(self, command: Command, keys: str, other: Command) -> None:
        """Give `command` these keys of `other`, which gets what `command` had."""
        had = self.of(command)
        left = [one for one in self.of(other) if one != plain(keys)]
        self._remember(command, [keys])
        self._remember(other, [*left, *had])
        self.changed.emit()

    def reset(self, command: Command, commands: Iterable[Command]) -> Command | None:
        """Go back to the keys the program came with; if one of them is another command's by now,
        nothing changes and that command is returned."""
        for keys in command.keys:
            other = self.taken_by(keys, commands, but=command)
            if other is not None:
                return other
        self._remembered.set_keys(command.name, None)
        self.changed.emit()
        return None

    def reset_all(self, commands: Iterable[Command]) -> None:
        """Every key as the program came with it."""
        for command in commands:
            self._remembered.set_keys(command.name, None)
        self.changed.emit()

    def taken_by(
        self, keys: str, commands: Iterable[Command], but: Command | None = None
    ) -> Command | None:
        """The command that has these keys, other than `but`."""
        wanted = plain(keys)
        return next((one for one in commands if one != but and wanted in self.of(one)), None)

    def _remember(self, command: Command, keys: Iterable[str]) -> None:
        chosen = tuple(dict.fromkeys(map(plain, keys)))
        is_usual = chosen == tuple(map(plain, command.keys))
        self._remembered.set_keys(command.name, None if is_usual else chosen)


def plain(keys: str) -> str:
    """Keys in the one way of writing them that is kept and compared."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def shown(keys: Iterable[str]) -> str:
    """Keys as people read them on this system: “Del or Backspace”."""
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(one).toString(native) for one in keys)
