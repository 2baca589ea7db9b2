"""What is to be said about an import besides its columns: sheet, stage, terms of a round."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.imports.outcome import Kind, Options
from motworkshop.look import SPACE
from motworkshop.model.records import Stage
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.choices import CheckField, ChoiceField
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.numbers import NumberField

WIDTH = 208
LONGEST_STAGE = 40
MOST_DOTS = 99


class ImportChoices(QWidget):
    """The choices that fit the kind of rows. Signals: `changed`; `source_changed` to read again."""

    changed = Signal()
    source_changed = Signal()

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        stages = [(stage.name, _short(stage.name)) for stage in workshop.ordered(Stage)]
        self.sheet = ChoiceField()
        self.stage = ChoiceField([("", "The parking lot"), *stages])
        self.stage.show_value("")
        self.round = LineField()
        self.round.setText("Vote")
        self.budget = NumberField(0, MOST_DOTS, "No limit")
        self.cap = NumberField(0, MOST_DOTS, "No limit")
        self.secret = CheckField("Secret")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE * 2)
        self._rooms = {
            "sheet": self._room("Sheet", self.sheet),
            "stage": self._room("Rows without a stage go to", self.stage),
            "round": self._room("Round", self.round),
            "budget": self._room("Dots each", self.budget, self.budget.width()),
            "cap": self._room("Most per note", self.cap, self.cap.width()),
            "secret": self._room("", self.secret, 96),
        }
        self._row.addStretch(1)
        self.show_for(Kind.TOUCHPOINTS)
        self.sheet.edited.connect(self._on_source_edited)
        for field in (self.stage, self.round, self.secret):
            field.edited.connect(self._on_edited)
        for number in (self.budget, self.cap):
            number.valueChanged.connect(self._on_edited)

    @property
    def sheet_name(self) -> str | None:
        """Which sheet of a workbook to read; None for the usual one."""
        return self.sheet.currentText() or None

    @property
    def stage_name(self) -> str:
        """Where rows go that name no stage; "" for the parking lot."""
        return str(self.stage.value)

    def options(self, kind: Kind) -> Options:
        """What is said about a round, if the rows are ballots."""
        if kind is not Kind.BALLOTS:
            return Options()
        return Options(
            round_title=self.round.text(),
            budget=self.budget.value() or None,
            cap=self.cap.value() or None,
            is_secret=self.secret.isChecked(),
        )

    def set_sheets(self, names: Sequence[str]) -> None:
        """Offer these sheets of a workbook; one is no choice."""
        self.sheet.set_options([(name, name) for name in names])

    def show_for(self, kind: Kind) -> None:
        """Show what fits this kind of rows."""
        fitting = {"sheet"} if self.sheet.count() > 1 else set()
        fitting |= {"stage"} if kind is Kind.TOUCHPOINTS else set()
        fitting |= {"round", "budget", "cap", "secret"} if kind is Kind.BALLOTS else set()
        for name, room in self._rooms.items():
            room.setVisible(name in fitting)
        self.setVisible(bool(fitting))

    def _room(self, words: str, field: QWidget, width: int = WIDTH) -> QWidget:
        room = QWidget()
        room.setFixedWidth(width)
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        caption = label(words, "caption")
        caption.setBuddy(field)
        if words:
            field.setAccessibleName(words)
        column.addWidget(caption)
        column.addWidget(field)
        self._row.addWidget(room)
        return room

    def _on_edited(self) -> None:
        self.changed.emit()

    def _on_source_edited(self) -> None:
        self.source_changed.emit()


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_STAGE else name[: LONGEST_STAGE - 1] + "…"
