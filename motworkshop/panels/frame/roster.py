"""Who is in the room, by department, and which departments are not."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.agreement import plain_name
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.edits.people import add_participants, delete_participant
from motworkshop.model.records import About, Participant
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import beside, clear
from motworkshop.panels.icons import Icons

NOWHERE = "No department"
ROW = 28
"""How high the row of one person is."""


def by_department(workshop: Workshop) -> dict[str, list[Participant]]:
    """The roster, department by department, in the order in which people were added."""
    found: dict[str, tuple[str, list[Participant]]] = {}
    for person in workshop.ordered(Participant):
        name = person.department.strip() or NOWHERE
        found.setdefault(plain_name(name), (name, []))[1].append(person)
    return dict(found.values())


def missing_departments(workshop: Workshop) -> list[str]:
    """The expected departments from which nobody is here."""
    here = {plain_name(person.department) for person in workshop.of(Participant).values()}
    return [name for name in workshop.about.expected_departments if plain_name(name) not in here]


def departments(workshop: Workshop) -> list[str]:
    """All departments that are expected or here, for completion."""
    here = [person.department for person in workshop.ordered(Participant) if person.department]
    return list(dict.fromkeys([*workshop.about.expected_departments, *here]))


def expect(workshop: Workshop, name: str) -> tuple[str, ...]:
    """The expected departments with one more."""
    return tuple(dict.fromkeys([*workshop.about.expected_departments, name.strip()]))


class _List(QWidget):
    """Rows that are written anew when somebody comes or goes, with what adds the next one."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(self._rows)
        editing.document.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if change.has(Participant, About):
            self._build()

    def _build(self) -> None:
        clear(self._rows)
        for row in self._rows_for(self._editing.workshop):
            self._rows.addWidget(row)

    def _rows_for(self, workshop: Workshop) -> Iterator[QWidget]:
        raise NotImplementedError


class Roster(_List):
    """The people, and a line to add the next."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__(editing, icons)
        self.name = LineField("Name")
        self.name.setAccessibleName("Name of the new participant")
        self._department = LineField("Department")
        self._department.setAccessibleName("Department of the new participant")
        add = push_button("Add participant", icons.icon("user-plus"))
        for field in (self.name, self._department):
            field.returnPressed.connect(self._on_add)
        add.clicked.connect(self._on_add)
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self.name, 1)
        names.addWidget(self._department, 1)
        # What adds the next one stands above: it keeps its place, however many have come.
        self._column.insertLayout(0, names)
        self._column.insertWidget(1, add)
        self._build()

    @override
    def _rows_for(self, workshop: Workshop) -> Iterator[QWidget]:
        self._department.suggest(departments(workshop))
        groups = by_department(workshop)
        if not groups:
            yield label("Nobody is on the roster yet. Add who is in the room.", "quiet", wraps=True)
        else:
            yield self._people(groups)

    def _people(self, groups: Mapping[str, Sequence[Participant]]) -> QWidget:
        """Departments to the left, who comes from them to the right: a group fits without
        scrolling."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for department, people in groups.items():
            first = grid.rowCount()
            name = label(f"{department}\u00a0·\u00a0{len(people)}", "caption", wraps=True)
            name.setContentsMargins(0, 6, 0, 6)  # on the line of the first name beside it
            grid.addWidget(name, first, 0, len(people), 1, Qt.AlignmentFlag.AlignTop)
            for row, person in enumerate(people, start=first):
                grid.addWidget(self._row(person), row, 1)
        return table

    def _row(self, person: Participant) -> QWidget:
        remove = icon_button(self._icons.icon("x", "ink_2"), f"Take {person.name} off the roster")
        remove.setFixedHeight(ROW)
        remove.clicked.connect(lambda: self._editing.do(delete_participant, person.id))
        return beside(label(person.name, wraps=True), remove)

    def _on_add(self) -> None:
        if not self.name.text().strip():
            self.name.setFocus()
            return
        before = len(self._editing.workshop.of(Participant))
        person = (self.name.text(), self._department.text())
        self._editing.do(add_participants, [person])
        if len(self._editing.workshop.of(Participant)) > before:
            self.name.clear()
            self._department.clear()
        self.name.setFocus()


class Departments(_List):
    """Which departments should be in the room; those from which nobody is there come first."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__(editing, icons)
        self._new = LineField("Expect a department and press Enter")
        self._new.setAccessibleName("Department to expect")
        self._new.returnPressed.connect(self._on_new)
        self._column.addWidget(self._new)
        self._build()

    @override
    def _rows_for(self, workshop: Workshop) -> Iterator[QWidget]:
        missing = missing_departments(workshop)
        if not workshop.about.expected_departments:
            words = "Who should be here? Name the departments that touch this journey."
            yield label(words, "quiet", wraps=True)
        elif missing:
            words = f"Nobody is here from {counted(len(missing), 'department')}:"
            yield label(words, "warn", wraps=True)
        else:
            yield label("Somebody is here from every department you expect.", "good", wraps=True)
        yield from map(self._row, missing)

    def _row(self, name: str) -> QWidget:
        remove = icon_button(self._icons.icon("x", "ink_2"), f"Do not expect {name}")
        remove.clicked.connect(lambda: self._on_removed(name))
        return beside(label(name, wraps=True), remove)

    def _on_removed(self, name: str) -> None:
        expected = self._editing.workshop.about.expected_departments
        left = tuple(other for other in expected if other != name)
        self._editing.do(edit_about, expected_departments=left)

    def _on_new(self) -> None:
        if self._new.text().strip():
            names = expect(self._editing.workshop, self._new.text())
            self._editing.do(edit_about, expected_departments=names)
            self._new.clear()
