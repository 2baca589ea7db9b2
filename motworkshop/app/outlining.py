"""The outline in the panel on the right, connected to the desk."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from motworkshop.app.desk import AFTER_THE_VOTE, Desk
from motworkshop.app.remembered import Remembered
from motworkshop.model.records import Id, PhaseKind
from motworkshop.panels.icons import Icons
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
        self.outline = Outline(parts.document, parts.selection, icons)
        desk.actions_["toggle_outline"].triggered.connect(self.toggle)
        self.outline.closed.connect(self.toggle)
        self.outline.notes_chosen.connect(self._on_chosen)
        self.outline.opened.connect(self._on_opened)
        parts.clock.moved.connect(self._on_phase_moved)
        parts.scenes.curtain_wanted.connect(self.outline.set_curtain)
        parts.scenes.turn_began.connect(lambda: self._set_private(is_private=True))
        parts.scenes.turn_ended.connect(lambda: self._set_private(is_private=False))
        self._on_phase_moved(parts.clock.phase)
        if remembered.is_shown(NAME, before=False):
            self._show(is_open=True)

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
        self.outline.set_dots_shown(kind in AFTER_THE_VOTE)
