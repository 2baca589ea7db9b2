"""Joined buttons: one of a few values that are all in sight."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from motworkshop.look import CONTROL
from motworkshop.panels.controls.buttons import on_button


class Segments(QWidget):
    """Always exactly one is chosen. Signal: `chosen(value)` when the person pressed one."""

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[tuple[object, str]], tips: Mapping[Any, str] | None = None
    ) -> None:
        super().__init__()
        self._buttons: dict[object, QToolButton] = {}
        self.value = options[0][0]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (value, words) in enumerate(options):
            button = segment(words, place, len(options))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip((tips or {}).get(value, ""))
            button.clicked.connect(partial(self._on_clicked, value))
            self._buttons[value] = button
            row.addWidget(button, 1)
        self.show_value(self.value)

    def reword(self, value: object, words: str) -> None:
        """Let the button of a value say something else."""
        button = self._buttons[value]
        button.setText(on_button(words))
        button.setAccessibleName(words)

    def show_value(self, value: object) -> None:
        """Show which one is chosen, without saying so."""
        self.value = value
        for one, button in self._buttons.items():
            button.setChecked(one == value)

    def _on_clicked(self, value: object) -> None:
        self.show_value(value)
        self.chosen.emit(value)


def segment(words: str, place: int, count: int) -> QToolButton:
    """One of so many buttons that stand joined in a row."""
    edges = {0: "first", count - 1: "last"}
    made = QToolButton()
    made.setText(on_button(words))
    made.setAccessibleName(words)
    made.setCheckable(True)
    made.setFixedHeight(CONTROL)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setProperty("kind", "segment")
    made.setProperty("edge", edges.get(place, "middle"))
    return made
