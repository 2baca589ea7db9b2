"""The middle of the desk: the board, or what the phase shows in its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from motworkshop.app.scenes import Scenes
from motworkshop.canvas.board import Board
from motworkshop.model.records import PhaseKind


class Middle(QStackedWidget):
    """Shows the board unless the scene of the phase wants its place.

    Signal: `turned` after something else stands here.
    """

    turned = Signal()

    def __init__(self, board: Board, scenes: Scenes) -> None:
        super().__init__()
        self._board = board
        self._scenes = scenes
        self.addWidget(board)
        scenes.centre_changed.connect(self.show_what_fits)
        self.show_what_fits()

    @property
    def is_board_shown(self) -> bool:
        """Whether the board stands here now."""
        return self.currentWidget() is self._board

    def is_settled(self) -> bool:
        """Whether nothing of the board that can be seen waits to be painted."""
        return not self.is_board_shown or self._board.is_painted()

    def show_what_fits(self) -> None:
        """Show the board or the picture of the phase."""
        shown = self._scenes.centre or self._board
        self._take(shown)
        if self.currentWidget() is not shown:
            self.setCurrentWidget(shown)
            self.take_focus()
            self.turned.emit()

    def make_ahead(self, kind: PhaseKind) -> bool:
        """Take what a phase will show here, if it has that; whether it was not here yet."""
        centre = self._scenes.scene(kind).centre
        return centre is not None and self._take(centre)

    def _take(self, shown: QWidget) -> bool:
        is_new = self.indexOf(shown) < 0
        if is_new:
            self.addWidget(shown)
        return is_new

    def take_focus(self) -> None:
        """Let keys go to what stands here."""
        shown = self.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
