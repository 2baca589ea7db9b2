"""Scores as a row of joined buttons: a click sets one, a click on the same one takes it away."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from motworkshop.look import CONTROL
from motworkshop.panels.controls.fields import Shared
from motworkshop.panels.controls.labels import set_state


class ScoreField(QWidget):
    """One of a few numbers, or none. Signal: `edited(int | None)`."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, name: str, scores: Sequence[int], words: Sequence[str] = ()) -> None:
        super().__init__()
        self._buttons: dict[int, QToolButton] = {}
        self._value: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, score in enumerate(scores):
            text = words[place] if words else str(score)
            button = _segment(text, _edge(place, len(scores)))
            button.setAccessibleName(f"{name} {text}")
            button.clicked.connect(lambda _checked=False, score=score: self._on_clicked(score))
            self._buttons[score] = button
            row.addWidget(button, 1)

    def show_value(self, value: object) -> None:
        """Show a score, none, or that several differ."""
        self._value = value
        for score, button in self._buttons.items():
            button.setChecked(score == value)
            set_state(button, "mixed", value is Shared.MIXED)
        self.setToolTip("The selected notes differ" if value is Shared.MIXED else "")

    @override
    def event(self, event: QEvent) -> bool:
        is_asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and self._scored_by(cast("QKeyEvent", event)) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        score = self._scored_by(event)
        if score is None:
            super().keyPressEvent(event)
        else:
            self._on_clicked(score)

    def _scored_by(self, event: QKeyEvent) -> int | None:
        """The score that a digit sets while the focus is in here."""
        text = event.text()
        score = int(text) if text.isdigit() and len(text) == 1 and text.isascii() else None
        return score if score in self._buttons else None

    def _on_clicked(self, score: int) -> None:
        value = None if score == self._value else score
        self.show_value(value)
        self.edited.emit(value)


def _segment(text: str, edge: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setFixedHeight(CONTROL)
    button.setProperty("kind", "segment")
    button.setProperty("edge", edge)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    policy = button.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    button.setSizePolicy(policy)
    return button


def _edge(place: int, count: int) -> str:
    if place == 0:
        return "first"
    return "last" if place == count - 1 else "middle"
