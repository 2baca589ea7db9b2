"""Sides: departments grouped for comparing votes, front line and office, say."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.people import add_side, delete_side, edit_side, put_on_side
from motworkshop.model.records import Participant, Side
from motworkshop.model.voting import counted, side_of
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons

WHY = (
    "Group departments into sides to see where they vote apart. A side needs at least three "
    "voters, and the vote six."
)


def side_departments(workshop: Workshop) -> list[str]:
    """The departments that can be put on a side: those of the roster and of sides."""
    here = [person.department for person in workshop.ordered(Participant)]
    told = [department for side in workshop.ordered(Side) for department in side.departments]
    found: dict[str, str] = {}
    for name in [*here, *told]:
        if name.strip():
            found.setdefault(name.casefold(), name)
    return list(found.values())


class Sides(QWidget):
    """The sides by name, and for each department the side it is on."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._new = LineField("Add a side and press Enter")
        self._new.setAccessibleName("New side")
        self._new.returnPressed.connect(self._on_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(WHY, "quiet", wraps=True))
        column.addLayout(self._rows)
        column.addWidget(self._new)
        editing.document.changed.connect(self._on_changed)
        self._build()

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(old or new, Participant | Side) for old, new in change):
            self._build()

    def _build(self) -> None:
        clear(self._rows)
        sides = self._editing.workshop.ordered(Side)
        for side in sides:
            self._rows.addWidget(self._side_row(side))
        for department in side_departments(self._editing.workshop) if sides else ():
            self._rows.addWidget(self._department_row(department, sides))

    def _side_row(self, side: Side) -> QWidget:
        name = LineField()
        name.setAccessibleName(f"Name of the side {side.name}")
        name.show_value(side.name)
        name.editingFinished.connect(lambda: self._rename(side, name.text()))
        remove = icon_button(self._icons.icon("trash-2", "ink_2"), f"Remove the side {side.name}")
        remove.clicked.connect(partial(self._editing.do, delete_side, side.id))
        return _row(name, label(self._voters(side), "small"), remove)

    def _department_row(self, department: str, sides: list[Side]) -> QWidget:
        choice = ChoiceField([(None, "No side"), *((side.id, side.name) for side in sides)])
        choice.setAccessibleName(f"Side of {department}")
        choice.show_value(next((s.id for s in sides if department in s.departments), None))
        choice.edited.connect(partial(self._editing.do, put_on_side, department))
        return _row(label(department, wraps=True), choice)

    def _voters(self, side: Side) -> str:
        workshop = self._editing.workshop
        people = workshop.of(Participant)
        here = sum(1 for person in people if side_of(workshop, person) == side.name)
        return counted(here, "voter")

    def _rename(self, side: Side, name: str) -> None:
        if name.strip() and name.strip() != side.name:
            self._editing.do(edit_side, side.id, name=name)

    def _on_new(self) -> None:
        if self._new.text().strip():
            self._editing.do(add_side, self._new.text(), ())
            self._new.clear()


def _row(first: QWidget, *others: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(first, 1)
    for widget in others:
        line.addWidget(widget, 1 if isinstance(widget, ChoiceField) else 0)
    return row
