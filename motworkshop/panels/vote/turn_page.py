"""The page on which one voter gives dots, and hands them over or throws them away."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from typing_extensions import override

from motworkshop.look import Theme
from motworkshop.model.records import Participant
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.ballot_page import BallotPage
from motworkshop.panels.vote.lettering import enable_primary, take_focus
from motworkshop.panels.vote.question import Question
from motworkshop.panels.vote.turn import Turn

HINT = "Click or + adds a dot, Shift+click or − takes one back. Arrow keys walk, Ctrl+Enter hands over."
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class TurnPage(BallotPage):
    """One turn at a time. Its dots live in a `Turn` that goes away with it.

    Signals: `began(name)` and `ended` around each turn; `handed_over(turn)`; `left(name)` when the
    dots were thrown away.
    """

    handed_over = Signal(object)
    left = Signal(str)
    began = Signal(str)
    ended = Signal()

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__(icons, theme, HINT)
        self._search = LineField("Type to search this ballot: a number or a word")
        self._search.setAccessibleName("Search this ballot")
        self._hand_over = push_button(
            "Hand over", icons.icon("check", "on_accent"), is_primary=True
        )
        self._abstain = push_button("Give no dots")
        self._leave = push_button("Leave without handing over")
        self._ask = Question(is_wide=True)
        self._lay_out(self._search, (self._leave, self._abstain, self._hand_over), self._ask)
        self._connect()

    def _connect(self) -> None:
        self._search.edited.connect(self._view.search)
        self._search.returnPressed.connect(self._view.focus_first)
        self._view.typed.connect(self._on_typed)
        self._hand_over.clicked.connect(self.finish)
        self._abstain.clicked.connect(self.finish)
        self._leave.clicked.connect(self.ask_to_leave)
        self._ask.confirmed.connect(self.throw_away)
        self._ask.declined.connect(self._refresh)
        self._ask.declined.connect(self._view.focus_first)

    @property
    def is_running(self) -> bool:
        """Whether somebody is giving dots at this moment."""
        return self._turn is not None

    @property
    def given(self) -> int:
        """How many dots would be thrown away now."""
        return self._turn.given if self._turn is not None else 0

    @property
    def voter(self) -> str:
        """Whose turn it is; "" for nobody's."""
        return self._turn.name if self._turn is not None else ""

    def begin(self, workshop: Workshop, turn: Turn) -> None:
        """Give this voter an empty ballot."""
        self._title.setText(turn.name)
        self._told.setText(turn.vote.question or turn.vote.title)
        self._search.clear()
        self._ask.hide()
        self._show_turn(workshop, turn, _colour(workshop, turn))
        self._refresh()
        self._view.focus_first()
        self.began.emit(turn.name)

    def finish(self) -> None:
        """Hand over what was given, nothing included."""
        if self._turn is not None:
            self.handed_over.emit(self._turn)

    @override
    def forget(self) -> None:
        was_running = self.is_running
        super().forget()
        if was_running:
            self.ended.emit()

    def throw_away(self) -> None:
        """End the turn without a ballot."""
        name = self.voter
        if self.is_running:
            self.forget()
            self.left.emit(name)

    def ask_to_leave(self) -> None:
        """Say what is lost, and ask; without dots nothing is lost."""
        if not self.given:
            self.throw_away()
            return
        dots = counted(self.given, "dot")
        words = f"{dots} of {self.voter} will be thrown away. The turn can be begun again later."
        for button in (self._leave, self._abstain):
            button.setEnabled(False)
        enable_primary(self._hand_over, is_enabled=False)
        self._ask.ask(words, f"Throw {dots} away and leave", "Go on voting")

    @override
    def event(self, event: QEvent) -> bool:
        is_asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and self.is_running and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_with_control = bool(event.modifiers() & _CONTROL)
        if is_with_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
        elif event.matches(QKeySequence.StandardKey.Undo) and self._turn is not None:
            self._turn.take_back_last()
        elif is_with_control and event.key() == Qt.Key.Key_F:
            take_focus(self._search)
        elif event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._view.focus_first()
        elif event.key() == Qt.Key.Key_Backspace and self._search.text():
            self._on_typed("", keep=-1)
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # another phase was opened: nothing secret may wait here
            self.throw_away()

    def _on_escape(self) -> None:
        if self._ask.isVisible():
            self._ask.decline()
        elif self._search.text():
            self._search.clear()
            self._view.search("")
            self._view.focus_first()
        else:
            self.ask_to_leave()

    def _on_typed(self, text: str, keep: int | None = None) -> None:
        """Letters typed on a row go on in the search."""
        self._search.setText(self._search.text()[:keep] + text)
        take_focus(self._search)
        self._view.search(self._search.text())

    @override
    def _refresh(self) -> None:
        super()._refresh()
        if self._turn is not None:
            self._ask.hide()
            self._leave.setEnabled(True)
            enable_primary(self._hand_over, is_enabled=self._turn.given > 0)
            self._abstain.setEnabled(not self._turn.given)


_OURS: Mapping[int, bool] = {Qt.Key.Key_Z: True, Qt.Key.Key_Y: True, Qt.Key.Key_F: True}


def _is_ours(event: QKeyEvent) -> bool:
    """Whether a key must not reach the window: one voter's undo is not the workshop's."""
    if event.modifiers() & _ALT:
        return False
    if event.modifiers() & _CONTROL:
        is_sending = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return is_sending or _OURS.get(event.key(), False)
    edits = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape}
    return event.key() in edits or bool(event.text().strip() and event.text().isprintable())


def _colour(workshop: Workshop, turn: Turn) -> str:
    """The voter's colour in an open round; ink in a secret one."""
    person = workshop.of(Participant).get(turn.voter)
    return "" if turn.vote.is_secret or person is None else person.colour
