"""The three scores of a moment, to be set where the group talks about them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.arithmetic import gap
from motworkshop.model.records import Note
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.scores import ScoreField

NAMES = {
    "importance": "Importance",
    "expectation": "Expectation",
    "experience": "Experience",
}


class Scores(QWidget):
    """From 1 to 5, or not said, and the gap between two of them in the same line.

    Signal: `edited(name, score | None)`.
    """

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._fields = {name: ScoreField(words, range(1, 6)) for name, words in NAMES.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * SPACE)
        for name, field in self._fields.items():
            column = QVBoxLayout()
            column.setSpacing(4)
            caption = label(NAMES[name], "caption")
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
            row.addLayout(column, 1)
            field.edited.connect(lambda score, name=name: self.edited.emit(name, score))
        self._gap = label("", "figure")
        self._gap.setToolTip("Expectation less experience")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label("Gap", "caption"))
        column.addWidget(
            self._gap, 1, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        )
        row.addLayout(column)

    def show_note(self, note: Note) -> None:
        """Show what is said of a note."""
        for name, field in self._fields.items():
            field.show_value(getattr(note, name))
        shortfall = gap(note)
        self._gap.setText("–" if shortfall is None else str(shortfall).replace("-", "−"))
        self._gap.setAccessibleName(f"Gap {self._gap.text()}")
