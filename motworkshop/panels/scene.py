"""What a phase puts on the screen: the parts of its panel and, at times, the middle."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme


class Painted(Protocol):
    """What paints itself, so that palette and style sheet do not reach it."""

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""


class Scene(QObject):
    """The side of a phase that the group works on; each phase has its own kind.

    A scene sets `contents`, the parts of the panel from top to bottom; `centre`, which takes the
    place of the board while the scene wants it; and `painted`, what is told of another theme.

    Signals: `centre_wanted(bool)` when the middle is to be shown or no longer;
    `curtain_wanted(bool)` likewise for hiding everywhere, on the wall too, what others wrote;
    `notes_chosen(ids)` to be shown on the board; `phase_wanted(PhaseKind)` to go on there.
    """

    centre_wanted = Signal(bool)
    curtain_wanted = Signal(bool)
    notes_chosen = Signal(object)
    phase_wanted = Signal(object)

    contents: Sequence[QWidget] = ()
    centre: QWidget | None = None
    painted: Sequence[Painted] = ()

    def __init__(
        self, editing: Editing, selection: Selection, *, is_centre_wanted: bool = False
    ) -> None:
        super().__init__()
        self._editing = editing
        self._selection = selection
        self._is_centre_wanted = is_centre_wanted
        self._is_curtain_wanted = False

    @property
    def is_centre_wanted(self) -> bool:
        """Whether the middle belongs to this phase now."""
        return self._is_centre_wanted

    @property
    def is_curtain_wanted(self) -> bool:
        """Whether what others wrote is to be hidden now."""
        return self._is_curtain_wanted

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        for part in self.painted:
            part.set_theme(theme)

    def take_focus(self) -> bool:
        """Put the cursor where the group works; whether this phase has such a place of its own."""
        return False

    def begin(self) -> None:
        """Put the cursor where the first thing of this phase is done, in the panel."""

    def _want_centre(self, *, is_wanted: bool) -> None:
        """Ask for the middle, or give it back to the board."""
        if is_wanted:
            # No key may do anything to notes that are out of sight, nor the inspector stand
            # where this phase belongs.
            self._selection.clear()
        if is_wanted != self._is_centre_wanted:
            self._is_centre_wanted = is_wanted
            self.centre_wanted.emit(is_wanted)

    def _want_curtain(self, *, is_wanted: bool) -> None:
        if is_wanted != self._is_curtain_wanted:
            self._is_curtain_wanted = is_wanted
            self.curtain_wanted.emit(is_wanted)
