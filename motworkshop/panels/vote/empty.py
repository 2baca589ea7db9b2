"""What stands in place of the set-up while there is nothing to vote on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.records import PhaseKind
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label


class NoNotes(QWidget):
    """One sentence and the one thing to do. Signal: `phase_wanted(PhaseKind)`."""

    phase_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        go = push_button("Go to Brainstorm", is_primary=True)
        go.clicked.connect(lambda: self.phase_wanted.emit(PhaseKind.BRAINSTORM))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(label("No notes to vote on yet.", wraps=True))
        column.addWidget(go)
