"""What a card still lacks, as a quiet row of checks that lead to the place to fill in."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from motworkshop.model.moments import Lack
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import set_state
from motworkshop.panels.own.flow import FlowLayout

WORDS = {
    Lack.ACCOUNTABLE: "Accountable",
    Lack.IDEAL_EXPERIENCE: "Ideal experience",
    Lack.FREEDOM: "Without asking",
    Lack.METRIC: "Metric",
    Lack.TARGET: "Target",
    Lack.NEXT_STEP: "Next step",
}


class Checklist(QWidget):
    """Six checks. Signal: `chosen(Lack)` when somebody clicked one."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._checks: dict[Lack, QPushButton] = {}
        flow = FlowLayout(self, gap=4, between=0)
        for lack, words in WORDS.items():
            check = push_button(words)
            check.setProperty("kind", "check")
            check.clicked.connect(partial(self.chosen.emit, lack))
            self._checks[lack] = check
            flow.addWidget(check)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lacks(self, missing: Collection[Lack]) -> None:
        """Tick what is there. Without a metric there is nothing to have a target yet."""
        for lack, check in self._checks.items():
            is_missing = lack in missing or (lack is Lack.TARGET and Lack.METRIC in missing)
            sign = "○" if is_missing else "✓"
            check.setText(f"{sign} {WORDS[lack]}")
            state = "missing" if is_missing else "there"
            check.setAccessibleName(f"{WORDS[lack]}: {state}")
            set_state(check, "missing", is_missing)
