"""What every page has on which a ballot is filled in: by the voter, or from paper."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import SPACE, TITLE, Theme
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.ballot_view import BallotView
from motworkshop.panels.vote.dots_left import DotsLeft
from motworkshop.panels.vote.lettering import sized
from motworkshop.panels.vote.turn import Turn


class BallotPage(QWidget):
    """A heading with the dots that are left, the notes, and what can be done with the ballot.

    The dots live in a `Turn` that is forgotten with the ballot; nothing secret outlives it here.
    """

    def __init__(self, icons: Icons, theme: Theme, hint: str) -> None:
        super().__init__()
        self._theme = theme
        self._hint = hint
        self._turn: Turn | None = None
        self._title = label("")
        self._title.setFont(sized(self._title.font(), TITLE, is_strong=True))
        self._told = label("", "quiet", wraps=True)
        self._dots = DotsLeft(theme)
        self._view = BallotView(icons, theme)
        self._said = label(hint, "small", wraps=True)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of another theme."""
        self._theme = theme
        self._view.set_theme(theme)
        self._dots.set_theme(theme)
        self.update()

    def forget(self) -> None:
        """Drop the ballot and every trace of its dots on the screen."""
        turn, self._turn = self._turn, None
        self._view.show_turn(None)
        self._dots.show_turn(None)
        if turn is not None:
            turn.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.board))

    def _lay_out(self, entry: QWidget, buttons: Sequence[QPushButton], *asked: QWidget) -> None:
        """Put `entry` above the notes; what may be `asked` below them, and then the buttons."""
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._told)
        top = QHBoxLayout()
        top.setSpacing(3 * SPACE)
        top.addLayout(head, 1)
        top.addWidget(self._dots)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self._said, 1)
        for button in buttons:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE + 4)
        column.addLayout(top)
        column.addWidget(entry)
        column.addWidget(self._view, 1)
        for question in asked:
            column.addWidget(question)
        column.addLayout(foot)

    def _show_turn(self, workshop: Workshop, turn: Turn, colour: str = "") -> None:
        """Begin an empty ballot."""
        self._turn = turn
        turn.setParent(self)
        turn.changed.connect(self._refresh)
        turn.refused.connect(self._say)
        self._view.show_ballot(workshop, turn.vote)
        self._view.show_turn(turn, colour)

    def _say(self, words: str, role: str = "warn") -> None:
        self._said.setText(words)
        set_state(self._said, "role", role)

    def _refresh(self) -> None:
        """A dot came or went: what was said about the one before no longer holds."""
        if self._turn is not None:
            self._say(self._hint, "small")
            self._dots.show_turn(self._turn)
