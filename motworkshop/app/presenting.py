"""What the room sees, connected to the desk: it follows the phases, never a voter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from motworkshop.app.actions import Actions
from motworkshop.app.appearance import Appearance
from motworkshop.app.desk import DeskParts
from motworkshop.app.first_paint import FirstPaint
from motworkshop.model.records import Id

if TYPE_CHECKING:
    from motworkshop.app.projector import Projector
    from motworkshop.panels.projector.view import ProjectorView


class Presenting(QObject):
    """Opens the projector view with its key, blanks it with another.

    The wall is made once the board was seen, before anything can happen that it has to follow.
    """

    def __init__(
        self, parts: DeskParts, actions: Actions, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(parts.board)
        self._parts = parts
        self._appearance = appearance
        self._window = window
        self._projector: Projector | None = None
        actions["present"].triggered.connect(self._present)
        actions["blank"].triggered.connect(self._blank)
        FirstPaint(parts.board, lambda: self.projector, self._is_desk_seen)

    def _is_desk_seen(self) -> bool:
        return self._parts.side.is_settled() and self._parts.middle.is_settled()

    @property
    def projector(self) -> "Projector":
        """The wall."""
        if self._projector is None:
            from motworkshop.app.projector import Projector

            title = self._parts.document.workshop.about.title
            self._projector = Projector(self._made_view(), self._window, title)
        return self._projector

    def close(self) -> None:
        """Take the wall away for good."""
        if self._projector is not None:
            self._projector.close()

    def _made_view(self) -> "ProjectorView":
        from motworkshop.panels.projector.view import ProjectorView

        parts = self._parts
        view = ProjectorView(
            parts.document,
            parts.selection,
            parts.clock,
            self._appearance.theme,
            parts.board.picture,
        )
        self._appearance.animate(view)
        self._appearance.changed.connect(view.set_theme)
        scenes = parts.scenes
        scenes.curtain_wanted.connect(view.set_curtain)
        scenes.proposals_shown.connect(view.set_proposals_shown)
        scenes.round_chosen.connect(view.show_round)
        scenes.round_revealed.connect(self._on_revealed)
        scenes.prompt_shown.connect(view.set_prompt)
        scenes.spoken_of.connect(view.set_spotlight)
        view.set_curtain(scenes.is_curtained)
        scenes.tell_all()
        return view

    def _present(self) -> None:
        self.projector.toggle()

    def _on_revealed(self, vote: Id) -> None:
        self.projector.view.show_round(vote)
        self.projector.view.play_reveal()

    def _blank(self) -> None:
        if self._projector is not None and self._projector.is_open:
            self._projector.toggle_blank()
