"""What the room sees, connected to the desk: it follows the phases, never a voter."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from motworkshop.app.actions import Actions
from motworkshop.app.appearance import Appearance
from motworkshop.app.desk import DeskParts
from motworkshop.app.projector import Projector
from motworkshop.model.records import Id
from motworkshop.panels.projector.view import ProjectorView


class Presenting(QObject):
    """Opens the projector view with its key, blanks it with another."""

    def __init__(
        self, parts: DeskParts, actions: Actions, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(parts.board)
        self.view = ProjectorView(
            parts.document, parts.selection, parts.clock, appearance.theme, parts.board.picture
        )
        self.projector = Projector(self.view, window, parts.document.workshop.about.title)
        actions["present"].triggered.connect(self.projector.toggle)
        actions["blank"].triggered.connect(self._blank)
        appearance.changed.connect(self.view.set_theme)
        parts.scenes.curtain_wanted.connect(self.view.set_curtain)
        parts.scenes.proposals_shown.connect(self.view.set_proposals_shown)
        parts.scenes.round_chosen.connect(self.view.show_round)
        parts.scenes.round_revealed.connect(self._on_revealed)
        parts.scenes.prompt_shown.connect(self.view.set_prompt)
        parts.scenes.spoken_of.connect(self.view.set_spotlight)
        self.view.set_curtain(parts.scenes.is_curtained)
        parts.scenes.tell_all()

    def close(self) -> None:
        """Take the wall away for good."""
        self.projector.close()

    def _blank(self) -> None:
        if self.projector.is_open:
            self.projector.toggle_blank()

    def _on_revealed(self, vote: Id) -> None:
        self.view.show_round(vote)
        self.view.play_reveal()
