"""A part of the board as a screen reader meets it.

It is no widget: it says what the board draws, asks it each time, and keeps nothing. A part that is
gone from the board answers that it is not valid.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QWindow,
)
from shiboken6 import VoidPtr
from typing_extensions import override

from motworkshop.canvas.board_commands import BoardCommands
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop

Text = QAccessible.Text
Perhaps: TypeAlias = Any
"""An interface or None: Qt takes None for "nothing", only the types of PySide6 do not say so."""


class Family(Protocol):
    """Where the parts of one board are kept and find one another."""

    board: BoardCommands

    @property
    def workshop(self) -> Workshop:
        """The workshop on the board."""

    def top(self) -> QAccessibleInterface:
        """The board."""

    def stage(self, name: str) -> QAccessibleInterface:
        """The list of a stage."""

    def note(self, note: Id) -> QAccessibleInterface:
        """A note."""

    def lists(self) -> Sequence[QAccessibleInterface]:
        """All that lies on the board itself."""

    def with_keys(self) -> QAccessibleInterface | None:
        """The part on which the keys are."""


class Acts(QAccessibleActionInterface):
    """What can be done with a part, by the names that Qt knows."""

    def __init__(self, acts: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self._acts = acts

    def forget(self) -> None:
        """Do nothing any more."""
        self._acts = {}

    @override
    def actionNames(self) -> list[str]:
        return list(self._acts)

    @override
    def doAction(self, actionName: str) -> None:
        act = self._acts.get(actionName)
        if act is not None:
            act()

    @override
    def keyBindingsForAction(self, actionName: str) -> list[str]:
        return []


class Part(QAccessibleInterface):
    """A part of the board without a widget of its own; `is_here` until it is taken away."""

    def __init__(self, family: Family, acts: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self.is_here = True
        self._family = family
        self._acts = Acts(acts)

    def forget(self) -> None:
        """Nothing leads from it to the board any more. PySide holds what Qt has read for good, and
        with it would go the whole workshop."""
        self.is_here = False
        self._acts.forget()
        del self._family

    @property
    def _board(self) -> BoardCommands:
        return self._family.board

    @override
    def isValid(self) -> bool:
        return self.is_here

    @override
    def object(self) -> Perhaps:
        return None

    @override
    def window(self) -> QWindow:
        return self._board.window().windowHandle()

    @override
    def parent(self) -> QAccessibleInterface:
        return self._family.top()

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> Perhaps:
        return None

    @override
    def childAt(self, x: int, y: int) -> Perhaps:
        return None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing is written from here: edits go through the editor."""

    @override
    def text(self, t: QAccessible.Text) -> str:
        if not self.is_here:
            return ""
        return {Text.Name: self._name, Text.Description: self._more}.get(t, str)()

    @override
    def rect(self) -> QRect:
        area = self._area() if self.is_here else QRect()
        return area.translated(self._board.mapToGlobal(QPoint(0, 0)))

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.is_here:
            state.invalid = 1
            return state
        state.focusable = 1
        state.focused = int(self._board.hasFocus() and self._has_keys())
        state.invisible = int(not self._board.isVisible())
        state.offscreen = int(not self._area().intersects(self._board.rect()))
        self._add_to(state)
        return state

    @override
    def interface_cast(self, t: QAccessible.InterfaceType) -> Perhaps:
        # Not None and not 0: PySide6 6.11 takes neither for a null pointer, and crashes.
        is_asked = t is QAccessible.InterfaceType.ActionInterface
        return self._acts if is_asked else VoidPtr(0)

    def _take_keys(self) -> None:
        """The keys come to the board; whoever asks may be in another window."""
        self._board.activateWindow()
        self._board.setFocus()

    def _name(self) -> str:
        return ""

    def _more(self) -> str:
        return ""

    def _area(self) -> QRect:
        """Where it is on the board's widget."""
        return QRect()

    def _has_keys(self) -> bool:
        return False

    def _add_to(self, state: QAccessible.State) -> None:
        """Say what else is so."""
