"""What can be done at the moment: everything that has a key is allowed or forbidden here."""

from PySide6.QtCore import QObject

from motworkshop.app.actions import Actions
from motworkshop.app.middle import Middle
from motworkshop.app.scenes import Scenes
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.panels.controls.labels import plain_tip

NEEDS_NOTES = (
    "edit_note",
    "copy",
    "cut",
    "remove_picture",
    "duplicate",
    "delete",
    "merge",
    "split",
    "fit_selection",
)
ON_THE_BOARD = frozenset({"Notes", "Categories", "Arrange"})
"""Groups of commands that change what lies on the board: not while it is out of sight."""
READS_TEXTS = frozenset({"history", "versions"})
"""Commands that would show what is written on notes: not while the curtain is drawn."""
STEPS = frozenset({"undo", "redo"})
CHANGES = frozenset({"import", "rename", "undo", "redo", "history"})
CHANGING = frozenset({"Notes", "Categories", "Arrange"})
LOOKS = frozenset({"copy", "select_all"})
"""Commands that would change a workshop which is open to look at only, and the few of their groups
that would not."""
BESIDE_A_VOTER = frozenset({"new_window", "open", "backups", "keys", "about"})
"""Commands of the window that would come between a voter and the ballot."""


class Possible(QObject):
    """Keeps the actions of a desk, and a few of its window, in step with what is on the screen.

    While a voter is alone with the ballot, nothing else is within reach; while the curtain is
    drawn, nothing names what others wrote.
    """

    def __init__(
        self,
        actions: Actions,
        document: Document,
        selection: Selection,
        middle: Middle,
        scenes: Scenes,
    ) -> None:
        super().__init__()
        self._actions = actions
        self._document = document
        self._selection = selection
        self._middle = middle
        self._scenes = scenes
        self._window: Actions | None = None
        self._is_private = False
        document.history_changed.connect(self._follow_steps)
        selection.changed.connect(self.follow)
        middle.turned.connect(self.follow)
        scenes.curtain_wanted.connect(self.follow)
        self.follow()

    @property
    def is_private(self) -> bool:
        """Whether a voter is alone with the ballot."""
        return self._is_private

    def set_private(self, *, is_private: bool) -> None:
        """A voter begins, or is done."""
        self._is_private = is_private
        self.follow()

    def follow_window(self, window: Actions) -> None:
        """Look after the actions of the window too."""
        self._window = window
        self.follow()

    def follow(self) -> None:
        """Allow what makes sense now, and nothing else."""
        for command in self._actions.commands:
            is_possible = self._is_possible(command.name, command.group)
            self._actions[command.name].setEnabled(is_possible)
        for command in self._window.commands if self._window is not None else ():
            if command.name in BESIDE_A_VOTER and self._window is not None:
                is_hidden = command.name == "backups" and self._scenes.is_curtained
                self._window[command.name].setEnabled(not self._is_private and not is_hidden)
        self._name_steps()

    def _follow_steps(self) -> None:
        """Another step can be undone or redone now; all else is as it was."""
        for command in self._actions.commands:
            if command.name in STEPS:
                is_possible = self._is_possible(command.name, command.group)
                self._actions[command.name].setEnabled(is_possible)
        self._name_steps()

    def _is_possible(self, name: str, group: str) -> bool:
        if self._is_private:
            return False
        if self._document.is_closed and (name in CHANGES or group in CHANGING):
            return name in LOOKS
        if group in ON_THE_BOARD and not self._middle.is_board_shown:
            return False
        if name in NEEDS_NOTES and not self._selection.notes:
            return False
        if name in READS_TEXTS and self._scenes.is_curtained:
            return False
        return self._has_step(name)

    def _has_step(self, name: str) -> bool:
        """Whether there is something to undo or redo, if it is about that."""
        if name == "undo":
            return self._document.last_done is not None
        return name != "redo" or self._document.next_undone is not None

    def _name_steps(self) -> None:
        """Say which step would be taken back; its name tells what somebody wrote."""
        document = self._document
        for name, words, label in (
            ("undo", "Undo", document.last_done),
            ("redo", "Do again", document.next_undone),
        ):
            is_told = label and not self._scenes.is_curtained and not self._is_private
            self._actions[name].setToolTip(plain_tip(f"{words}: {label}") if is_told else words)
