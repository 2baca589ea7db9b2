"""Who is in the room, by department, and which departments are not."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
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
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons

NOWHERE = "No department"


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


class Roster(QWidget):
    """The people, and a line to add the next."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._people = QVBoxLayout()
        self._people.setSpacing(4)
        self._name = LineField("Name")
        self._name.setAccessibleName("Name of the new participant")
        self._department = LineField("Department")
        self._department.setAccessibleName("Department of the new participant")
        add = push_button("Add participant", icons.icon("user-plus"))
        for field in (self._name, self._department):
            field.returnPressed.connect(self._on_add)
        add.clicked.connect(self._on_add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._people)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self._name, 1)
        fields.addWidget(self._department, 1)
        column.addLayout(fields)
        column.addWidget(add)
        editing.document.changed.connect(self._on_changed)
        self._build()

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(old or new, Participant | About) for old, new in change):
            self._build()

    def _build(self) -> None:
        clear(self._people)
        workshop = self._editing.workshop
        self._department.suggest(departments(workshop))
        groups = by_department(workshop)
        if not groups:
            words = "Nobody is on the roster yet. Add who is in the room."
            self._people.addWidget(label(words, "quiet", wraps=True))
        for department, people in groups.items():
            self._people.addWidget(label(f"{department} · {len(people)}", "caption"))
            for person in people:
                self._people.addWidget(self._row(person))

    def _row(self, person: Participant) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(label(person.name, wraps=True), 1)
        remove = icon_button(self._icons.icon("x", "ink_2"), f"Take {person.name} off the roster")
        remove.clicked.connect(lambda: self._editing.do(delete_participant, person.id))
        line.addWidget(remove)
        return row

    def _on_add(self) -> None:
        if not self._name.text().strip():
            self._name.setFocus()
            return
        before = len(self._editing.workshop.of(Participant))
        person = (self._name.text(), self._department.text())
        self._editing.do(add_participants, [person])
        if len(self._editing.workshop.of(Participant)) > before:
            self._name.clear()
            self._department.clear()
        self._name.setFocus()


class Departments(QWidget):
    """Which departments should be in the room; those from which nobody is there come first."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._new = LineField("Expect a department and press Enter")
        self._new.setAccessibleName("Department to expect")
        self._new.returnPressed.connect(self._on_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        column.addWidget(self._new)
        editing.document.changed.connect(self._on_changed)
        self._build()

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(old or new, Participant | About) for old, new in change):
            self._build()

    def _build(self) -> None:
        clear(self._rows)
        workshop = self._editing.workshop
        missing = missing_departments(workshop)
        expected = workshop.about.expected_departments
        if not expected:
            words = "Who should be here? Name the departments that touch this journey."
            self._rows.addWidget(label(words, "quiet", wraps=True))
        elif missing:
            words = f"Nobody is here from {counted(len(missing), 'department')}:"
            self._rows.addWidget(label(words, "warn", wraps=True))
        else:
            words = "Somebody is here from every department you expect."
            self._rows.addWidget(label(words, "good", wraps=True))
        for name in missing:
            self._rows.addWidget(self._row(name))

    def _row(self, name: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(label(name, wraps=True), 1)
        remove = icon_button(self._icons.icon("x", "ink_2"), f"Do not expect {name}")
        remove.clicked.connect(lambda: self._on_removed(name))
        line.addWidget(remove)
        return row

    def _on_removed(self, name: str) -> None:
        expected = self._editing.workshop.about.expected_departments
        left = tuple(other for other in expected if other != name)
        self._editing.do(edit_about, expected_departments=left)

    def _on_new(self) -> None:
        if self._new.text().strip():
            names = expect(self._editing.workshop, self._new.text())
            self._editing.do(edit_about, expected_departments=names)
            self._new.clear()
