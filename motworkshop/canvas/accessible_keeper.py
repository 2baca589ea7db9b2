"""Keeps what Qt reads from alive for as long as Qt may read it.

Qt takes an interface into its own list the first time it is asked for, and deletes it with its
widget, or when told to. Python must not let go of it before: a board's Python side may be gone
while Qt still takes the board apart.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from shiboken6 import isValid

from motworkshop.canvas.accessible_board import BoardTop
from motworkshop.canvas.accessible_part import Part


class Keeper:
    """Holds interfaces; what Qt has deleted is let go the next time one is added."""

    def __init__(self) -> None:
        self._kept: set[Part | BoardTop] = set()

    def __len__(self) -> int:
        return sum(1 for one in self._kept if isValid(one))

    def keep(self, interface: Part | BoardTop) -> None:
        """Hold one more."""
        self._kept.add(interface)

    def let_go(self, parts: Iterable[Part]) -> None:
        """Have Qt delete these parts, whose notes or board are gone."""
        for part in parts:
            part.is_here = False
            if isValid(part) and QGuiApplication.instance() is not None:
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
        self.sweep()

    def sweep(self) -> None:
        """Let go of what Qt has deleted."""
        gone = {one for one in self._kept if not isValid(one)}
        self._kept -= gone
        for one in gone:
            one.forget()

    def let_go_of_board(self, parts: Mapping[Any, Part], *_board: object) -> None:
        """The board is gone, and with it everything that was read on it."""
        self.let_go(parts.values())
        if QGuiApplication.instance() is not None:
            QTimer.singleShot(0, self.sweep)  # Qt deletes that of the board itself after this
