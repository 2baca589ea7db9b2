"""Scores as a row of joined buttons: a click sets one, a click on the same one takes it away."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from motworkshop.panels.controls.fields import Shared
from motworkshop.panels.controls.labels import set_state
from motworkshop.panels.controls.segments import segment

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PRESSES = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ScoreField(QWidget):
    """One of a few numbers, or none. Tab stops here once; a digit sets its score, the arrow keys
    walk from one to the next, Space sets it, Delete takes it away.

    Signals: `edited(int | None)`; `left` when the focus goes.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, name: str, scores: Sequence[int], words: Sequence[str] = ()) -> None:
        super().__init__()
        self._buttons: dict[int, QToolButton] = {}
        self._value: object = None
        self._at = scores[0]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, score in enumerate(scores):
            text = words[place] if words else str(score)
            button = segment(text, place, len(scores))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(f"{name} {text}")
            button.clicked.connect(partial(self._on_clicked, score))
            self._buttons[score] = button
            row.addWidget(button, 1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Show a score, none, or that several differ."""
        self._value = value
        for score, button in self._buttons.items():
            button.setChecked(score == value)
            set_state(button, "mixed", value is Shared.MIXED)
        is_mixed = value is Shared.MIXED
        self.setToolTip("The selected notes differ" if is_mixed else "")
        told = next((one.text() for one in self._buttons.values() if one.isChecked()), "none")
        self.setAccessibleDescription("different ones" if is_mixed else told)
        self._show_focus()

    @override
    def event(self, event: QEvent) -> bool:
        is_asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and self._is_ours(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        score, key = _digit(event), event.key()
        if score in self._buttons:
            self._at = score
            self._set(self._at)
        elif key in _STEPS:
            self._walk(_STEPS[Qt.Key(key)])
        elif key in _PRESSES:
            self._on_clicked(self._at)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._set(None)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if isinstance(self._value, int):
            self._at = self._value
        self._show_focus()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()
        self.left.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Keys that would otherwise sort or delete the note."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deletes = event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
        return is_plain and (_digit(event) in self._buttons or deletes or event.key() in _PRESSES)

    def _walk(self, step: int) -> None:
        scores = list(self._buttons)
        place = scores.index(self._at) + step
        self._at = scores[min(max(place, 0), len(scores) - 1)]
        self._show_focus()

    def _show_focus(self) -> None:
        for score, button in self._buttons.items():
            set_state(button, "walked", self.hasFocus() and score == self._at)

    def _on_clicked(self, score: int) -> None:
        self._at = score
        self._set(None if score == self._value else score)

    def _set(self, value: int | None) -> None:
        if value != self._value:
            self.show_value(value)
            self.edited.emit(value)


def _digit(event: QKeyEvent) -> int | None:
    """The score that a digit sets while the focus is in here."""
    text = event.text()
    return int(text) if len(text) == 1 and text.isascii() and text.isdigit() else None
