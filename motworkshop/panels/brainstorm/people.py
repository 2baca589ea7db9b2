"""Who is in the room, how many notes each has, and whose turn it is."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from motworkshop.model.records import Id
from motworkshop.model.voting import person_key
from motworkshop.panels.brainstorm.capture import notes_words, quiet_right
from motworkshop.panels.brainstorm.turns import Turns, notes_by_author, notes_per_person
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.labels import label, plain_tip
from motworkshop.panels.icons import Icons

WIDE, LEAVE = 56, 28
"""Pixels of what says that somebody leaves or is back."""


class People(QWidget):
    """One row to a person: a click gives the turn, the button at its end says absent or back."""

    def __init__(self, turns: Turns, icons: Icons) -> None:
        super().__init__()
        self._turns = turns
        self._icons = icons
        self._rows: dict[Id, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = label("Nobody is on the roster yet. Add who is here in Frame.", "quiet",
                            wraps=True)  # fmt: skip
        self._column.addWidget(self._empty)
        turns.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the room as it is now."""
        order, workshop = self._turns.order, self._turns.workshop
        self._keep_rows(order.everybody)
        notes = notes_per_person(workshop)
        are_known = not workshop.remember(notes_by_author)[""]
        for person, row in self._rows.items():
            is_absent = person in order.absent
            number = notes[person_key(workshop, person)]
            told = "absent" if is_absent else notes_words(number, are_all_known=are_known)
            row.show_person(
                workshop.name_of(person), told,
                is_current=person == order.current, is_absent=is_absent,
            )  # fmt: skip

    def _keep_rows(self, people: tuple[Id, ...]) -> None:
        self._empty.setVisible(not people)
        if tuple(self._rows) == people:
            return
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {person: self._row(person) for person in people}
        for row in self._rows.values():
            self._column.addWidget(row)

    def _row(self, person: Id) -> "_Row":
        row = _Row(self._icons)
        row.chosen.connect(partial(self._turns.give_to, person))
        row.toggled.connect(partial(self._on_toggled, person))
        return row

    def _on_toggled(self, person: Id) -> None:
        if person in self._turns.order.absent:
            self._turns.come_back(person)
        else:
            self._turns.leave(person)


class _Row(QWidget):
    """One person. Signals: `chosen` to have the turn; `toggled` absent or back."""

    chosen = Signal()
    toggled = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._shown: object = None
        self._button = QPushButton()
        self._button.setProperty("kind", "row")
        self._button.setAutoDefault(False)
        self._name = label()
        self._told = quiet_right("")
        inside = QHBoxLayout(self._button)
        inside.setContentsMargins(8, 4, 8, 4)
        inside.addWidget(self._name, 1)
        inside.addWidget(self._told)
        for shown in self._button.findChildren(QLabel):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.absent = push_button("Back")
        self.absent.setProperty("kind", "small")
        self.absent.setFixedWidth(WIDE)
        self._leave = icon_button(icons.icon("log-out", "ink_2"), "")
        self._leave.setFixedSize(WIDE, LEAVE)
        self._button.clicked.connect(self.chosen)
        self.absent.clicked.connect(self.toggled)
        self._leave.clicked.connect(self.toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._button, 1)
        row.addWidget(self.absent)
        row.addWidget(self._leave)

    def show_person(self, name: str, told: str, *, is_current: bool, is_absent: bool) -> None:
        """Show where this person stands."""
        facts = (name, told, is_current, is_absent)
        if facts == self._shown:
            return
        self._shown = facts
        self._name.setText(name)
        font = QFont(self._name.font())
        font.setWeight(QFont.Weight.Bold if is_current else QFont.Weight.Normal)
        self._name.setFont(font)
        self._name.setEnabled(not is_absent)
        shown = " · ".join(filter(None, [told, "in turn" if is_current else ""]))
        self._told.setText(shown)
        self._button.setAccessibleName(f"{name}, {shown}" if shown else name)
        self._button.setToolTip(plain_tip(f"Give {name} the turn"))
        self.absent.setVisible(is_absent)
        self._leave.setVisible(not is_absent)
        for button, words in ((self.absent, "is back"), (self._leave, "is absent")):
            button.setAccessibleName(f"{name} {words}")
            button.setToolTip(plain_tip(f"{name} {words}"))
