"""Which part of the phase the group is in: two joined buttons."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from motworkshop.look import CONTROL


class Way(QWidget):
    """One of two ways to work. Signal: `chosen(number)` when the person presses one."""

    chosen = Signal(int)

    def __init__(self, first: str, second: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons = [_segment(first, "first"), _segment(second, "last")]
        for number, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._on_clicked, number))
            row.addWidget(button, 1)

    def show_way(self, number: int) -> None:
        """Mark the way the group is on."""
        for place, button in enumerate(self._buttons):
            button.setChecked(place == number)

    def _on_clicked(self, number: int) -> None:
        self._buttons[number].setChecked(True)
        self.chosen.emit(number)


def _segment(text: str, edge: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setFixedHeight(CONTROL)
    button.setProperty("kind", "segment")
    button.setProperty("edge", edge)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    policy = button.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    button.setSizePolicy(policy)
    return button
