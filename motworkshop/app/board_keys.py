"""The board follows the keys that somebody chose.

It knows the usual keys by itself, so that it can be used alone; what is done by others now it must
leave alone, and its menus must say the new ones.
"""

from PySide6.QtCore import QObject

from motworkshop.app.actions import Actions
from motworkshop.app.keys import plain, shown
from motworkshop.canvas.board import Board


class BoardKeys(QObject):
    """Tells a board which of its keys are no longer its own."""

    def __init__(self, actions: Actions, board: Board) -> None:
        super().__init__(board)
        self._actions = actions
        self._board = board
        actions.keys.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        keys = self._actions.keys
        unused: set[str] = set()
        words: dict[str, str] = {}
        for command in self._actions.commands:
            if keys.are_chosen(command):
                now = keys.of(command)
                gone = [one for one in map(plain, command.keys) if one not in now]
                unused.update(gone)
                words.update((one, shown(now[:1])) for one in gone)
        self._board.set_keys(unused, words)
