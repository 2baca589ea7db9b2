"""What stands in place of the silent writing while people or stages are lacking."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from motworkshop.look import SPACE
from motworkshop.model.results import Need
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.phases.guide import LACKING

WIDTH = 520
"""As wide as the box that an empty board shows."""
START = "Start silent writing"
ON_PAPER = "Notes are written on paper; they are typed in the round robin."


class LackingBox(QFrame):
    """What is lacking, the button that leads there, and the way to write all the same.

    Signals: `need_chosen(Need)`; `started` all the same.
    """

    need_chosen = Signal(object)
    started = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setFixedWidth(WIDTH)
        self._need = Need.PEOPLE
        self._title = label("", "heading", wraps=True)
        self._advice = label("", "quiet", wraps=True)
        self.button: QPushButton = push_button("", is_primary=True)
        self.button.clicked.connect(lambda: self.need_chosen.emit(self._need))
        start = push_button(START)
        start.clicked.connect(self.started)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(start)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        for words in (self._title, self._advice, label(ON_PAPER, "quiet", wraps=True)):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addSpacing(SPACE)
        column.addLayout(buttons)

    def show_need(self, need: Need) -> None:
        """Say that this is lacking; the first sentence stands large."""
        self._need = need
        lacking = LACKING[need]
        title, _, advice = lacking.words.partition(". ")
        self._title.setText(f"{title}.")
        self._advice.setText(advice)
        self.button.setText(lacking.button)
