"""Sides: departments grouped for comparing votes, front line and office, say."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.people import add_side, delete_side, edit_side, put_on_side
from motworkshop.model.records import Id, Participant, Side
from motworkshop.model.voting import counted, side_of
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.kept_rows import KeptRows
from motworkshop.panels.controls.labels import label, plain_tip
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
        side_rows, department_rows = QVBoxLayout(), QVBoxLayout()
        for rows in (side_rows, department_rows):
            rows.setSpacing(8)
        self._sides: KeptRows[_SideRow] = KeptRows(side_rows, self._side_row)
        self._departments: KeptRows[_DepartmentRow] = KeptRows(
            department_rows, self._department_row
        )
        self._new = LineField("Add a side and press Enter")
        self._new.setAccessibleName("New side")
        self._new.returnPressed.connect(self._on_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(WHY, "quiet", wraps=True))
        column.addLayout(side_rows)
        column.addLayout(department_rows)
        column.addWidget(self._new)
        editing.document.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        if change.has(Participant, Side):
            self._refresh()

    def _refresh(self) -> None:
        sides = self._editing.workshop.ordered(Side)
        departments = side_departments(self._editing.workshop) if sides else []
        self._sides.show(side.id for side in sides)
        self._departments.show(departments)
        for side in sides:
            self._sides[side.id].show_side(side, self._voters(side))
        options = [(None, "No side"), *((side.id, side.name) for side in sides)]
        for name, row in self._departments.items():
            row.choice.set_options(options)
            row.choice.show_value(next((s.id for s in sides if name in s.departments), None))

    def _side_row(self, side: Id) -> "_SideRow":
        row = _SideRow(self._icons)
        row.renamed.connect(partial(self._rename, side))
        row.removed.connect(partial(self._editing.do, delete_side, side))
        return row

    def _department_row(self, department: str) -> "_DepartmentRow":
        row = _DepartmentRow(department)
        row.choice.edited.connect(partial(self._editing.do, put_on_side, department))
        return row

    def _voters(self, side: Side) -> str:
        workshop = self._editing.workshop
        people = workshop.of(Participant)
        here = sum(1 for person in people if side_of(workshop, person) == side.name)
        return counted(here, "voter")

    def _rename(self, side: Id, name: str) -> None:
        known = self._editing.workshop.of(Side).get(side)
        if known is not None and name.strip() and name.strip() != known.name:
            self._editing.do(edit_side, side, name=name)
        self._refresh()  # an empty or a refused name gives way to the one that holds

    def _on_new(self) -> None:
        if self._new.text().strip():
            self._editing.do(add_side, self._new.text(), ())
            self._new.clear()


class _SideRow(QWidget):
    """The name of a side, how many voters it has. Signals: `renamed(name)` and `removed`."""

    renamed = Signal(str)
    removed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._name = LineField()
        self._voters = label("", "small")
        self._remove = icon_button(icons.icon("trash-2", "ink_2"), "Remove the side")
        self._name.editingFinished.connect(lambda: self.renamed.emit(self._name.text()))
        self._remove.clicked.connect(self.removed.emit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._name, 1)
        line.addWidget(self._voters)
        line.addWidget(self._remove)

    def show_side(self, side: Side, voters: str) -> None:
        """Show a side as it is now."""
        self._name.show_value(side.name)
        self._name.setAccessibleName(f"Name of the side {side.name}")
        self._voters.setText(voters)
        self._remove.setAccessibleName(f"Remove the side {side.name}")
        self._remove.setToolTip(plain_tip(f"Remove the side {side.name}"))


class _DepartmentRow(QWidget):
    """A department and the side it is on."""

    def __init__(self, department: str) -> None:
        super().__init__()
        self.choice = ChoiceField()
        self.choice.setAccessibleName(f"Side of {department}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(label(department, wraps=True), 1)
        line.addWidget(self.choice, 1)
