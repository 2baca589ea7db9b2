"""The outline in the panel on the right, connected to the desk."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from motworkshop.app.desk import Desk
from motworkshop.app.dots_shown import are_dots_shown, has_rounds
from motworkshop.app.remembered import Remembered
from motworkshop.model.change import Change
from motworkshop.model.records import Id, PhaseKind
from motworkshop.panels.icons import Icons

if TYPE_CHECKING:
    from motworkshop.panels.outline.panel import Outline

NAME = "outline"


class Outlining(QObject):
    """Opens and closes the outline with its key; it shows no more than the board does."""

    def __init__(self, desk: Desk, icons: Icons, remembered: Remembered) -> None:
        super().__init__(desk)
        self._parts = parts = desk.parts
        self._remembered = remembered
        self._is_open = False
        self._is_private = False
        self._had_panel = True
        self._icons = icons
        self._outline: Outline | None = None
        desk.actions_["toggle_outline"].triggered.connect(self.toggle)
        parts.clock.moved.connect(self._on_phase_moved)
        parts.document.changed.connect(self._on_changed)
        parts.scenes.curtain_wanted.connect(self._on_curtain)
        parts.scenes.turn_began.connect(lambda: self._set_private(is_private=True))
        parts.scenes.turn_ended.connect(lambda: self._set_private(is_private=False))
        if remembered.is_shown(NAME, before=False):
            self._show(is_open=True)

    @property
    def outline(self) -> "Outline":
        """The outline; made when somebody wants to see it, for it knows every note."""
        if self._outline is None:
            from motworkshop.panels.outline.panel import Outline

            parts = self._parts
            self._outline = made = Outline(parts.document, parts.selection, self._icons)
            made.closed.connect(self.toggle)
            made.notes_chosen.connect(self._on_chosen)
            made.opened.connect(self._on_opened)
            made.set_curtain(parts.scenes.is_curtained)
            made.set_dots_shown(are_dots_shown(parts.document.workshop, parts.clock.phase))
        return self._outline

    def toggle(self) -> None:
        """Open it and put the keys there, or close it: what F7 does."""
        self._show(is_open=not self._is_open)
        self._remembered.set_shown(NAME, is_shown=self._is_open)
        if self._is_open:
            self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._parts.middle.take_focus()

    def _show(self, *, is_open: bool) -> None:
        side = self._parts.side
        if is_open:
            self._had_panel = not side.isHidden()
        self._is_open = is_open
        side.set_outline(self.outline if is_open and not self._is_private else None)
        side.setVisible(is_open or self._had_panel)

    def _set_private(self, *, is_private: bool) -> None:
        """While a voter is alone, or writes alone, nothing else stands beside."""
        self._is_private = is_private
        self._parts.side.set_outline(self.outline if self._is_open and not is_private else None)

    def _on_chosen(self, notes: Sequence[Id]) -> None:
        board = self._parts.board
        card = board.scene.deck.cards.get(notes[-1])
        if card is not None:
            board.bring_into_sight(card.bounds)
        elif len(notes) == 1:
            board.show_note(notes[0])

    def _on_opened(self, note: Id) -> None:
        """The keys go on from this note on the board."""
        if self._parts.middle.is_board_shown:
            self._parts.board.show_note(note)
        self._parts.middle.take_focus()

    def _on_phase_moved(self, kind: PhaseKind) -> None:
        if self._outline is not None:
            self._outline.set_dots_shown(are_dots_shown(self._parts.document.workshop, kind))

    def _on_changed(self, change: Change) -> None:
        if has_rounds(change):
            self._on_phase_moved(self._parts.clock.phase)

    def _on_curtain(self, is_drawn: bool) -> None:
        if self._outline is not None:
            self._outline.set_curtain(is_drawn)
