"""One of two or three, as joined buttons."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from motworkshop.look import CONTROL
from motworkshop.panels.vote.words import on_button


class Segments(QWidget):
    """Always exactly one is chosen. Signal: `chosen(value)` when the person chose another."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self._buttons: dict[object, QToolButton] = {}
        self.value = options[0][0]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (value, words) in enumerate(options):
            button = QToolButton()
            button.setText(on_button(words))
            button.setCheckable(True)
            button.setFixedHeight(CONTROL)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setProperty("kind", "segment")
            button.setProperty("edge", _edge(place, len(options)))
            button.setAccessibleName(words)
            button.clicked.connect(partial(self._on_clicked, value))
            self._buttons[value] = button
            row.addWidget(button, 1)
        self.show_value(self.value)

    def show_value(self, value: object) -> None:
        """Show which one is chosen, without saying so."""
        self.value = value
        for one, button in self._buttons.items():
            button.setChecked(one == value)

    def _on_clicked(self, value: object) -> None:
        is_other = value != self.value
        self.show_value(value)
        if is_other:
            self.chosen.emit(value)


def _edge(place: int, count: int) -> str:
    if place == 0:
        return "first"
    return "last" if place == count - 1 else "middle"
