"""The switch between the cards, the matrix and the board."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from motworkshop.look import CONTROL
from motworkshop.panels.own.centre import View

TIPS = {
    View.CARD: "One moment of truth at a time",
    View.MATRIX: "Importance and experience, beside the vote",
    View.BOARD: "All notes",
}


class ViewSwitch(QWidget):
    """What the middle shows. Signal: `chosen(View)`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[View, QToolButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for view, edge in zip(View, ("first", "middle", "last"), strict=True):
            button = QToolButton()
            button.setText(view.value)
            button.setToolTip(TIPS[view])
            button.setAccessibleName(f"Show {view.value.lower()}")
            button.setCheckable(True)
            button.setFixedHeight(CONTROL)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setProperty("kind", "segment")
            button.setProperty("edge", edge)
            button.clicked.connect(partial(self.chosen.emit, view))
            group.addButton(button)
            self._buttons[view] = button
            row.addWidget(button, 1)

    def show_view(self, view: View) -> None:
        """Mark what is shown."""
        self._buttons[view].setChecked(True)
