"""Who has written down the stages, who has not, and who writes next."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.records import Participant, Person, StageProposal
from motworkshop.model.voting import person_key, person_named
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.controls.rows import LinkRow, clear
from motworkshop.panels.controls.scrolling import go_to
from motworkshop.panels.icons import Icons

ENOUGH = 2
"""So many people must have written before their stages can be compared."""


def writers(workshop: Workshop) -> dict[Person, bool]:
    """Everybody on the roster and whoever else has written, with whether it is done."""
    done = {
        person_key(workshop, one.participant): one.participant
        for one in workshop.ordered(StageProposal)
    }
    people: dict[Person, bool] = {}
    for person in workshop.ordered(Participant):
        people[person.id] = done.pop(person_key(workshop, person.id), None) is not None
    return people | dict.fromkeys(done.values(), True)


def next_writer(workshop: Workshop, after: Person = "") -> Person | None:
    """The next one who has not written, after this person if there is one."""
    people = list(writers(workshop).items())
    names = [person for person, _is_done in people]
    start = names.index(after) + 1 if after in names else 0
    turned = people[start:] + people[:start]
    return next((person for person, is_done in turned if not is_done), None)


class People(QWidget):
    """A name to choose or to type, and the list of all.

    Signal: `turn_wanted(person, is_from_paper)`.
    """

    turn_wanted = Signal(str, bool)

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._told = label("", "quiet", wraps=True)
        self._name = LineField("Choose a name or type one")
        self._name.setAccessibleName("Whose turn it is")
        self._name.textChanged.connect(self._on_text_changed)
        self._name.returnPressed.connect(partial(self._begin, is_from_paper=False))
        self._icons = icons
        self._written = 0
        self._hand_over = push_button("")
        self._hand_over.clicked.connect(partial(self._begin, is_from_paper=False))
        self._paper = push_button("Enter from paper", icons.icon("file-text"))
        self._paper.clicked.connect(partial(self._begin, is_from_paper=True))
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._told, self._name, self._hand_over, self._paper, self._list):
            column.addWidget(widget)
        editing.document.changed.connect(self._on_changed)
        self.refresh()

    def begin(self) -> None:
        """Put the cursor where the first writer is named."""
        go_to(self._name)

    def tell(self, written: int) -> None:
        """How many have written: once two have, to compare comes first."""
        self._written = written
        self._on_text_changed()

    def refresh(self) -> None:
        """Show who is done; the next one who is not is chosen."""
        workshop = self._editing.workshop
        people = writers(workshop)
        done = sum(people.values())
        are_all_done = bool(people) and done == len(people)
        told = f"{done} of {len(people)} have written."
        nobody = "Nobody is on the roster yet. Type a name."
        self._told.setText("" if are_all_done else told if people else nobody)
        self._told.setVisible(not are_all_done)
        self._name.suggest([workshop.name_of(person) for person in people])
        following = next_writer(workshop)
        self._name.setText(workshop.name_of(following) if following else "")
        self._on_text_changed()
        clear(self._rows)
        for person in (one for one, is_done in people.items() if not is_done):
            row = LinkRow(workshop.name_of(person), "not yet")
            row.chosen.connect(partial(self._name.setText, workshop.name_of(person)))
            self._rows.addWidget(row)
        finished = [workshop.name_of(one) for one, is_done in people.items() if is_done]
        if finished:
            who = f"All {done}" if are_all_done else "Done"
            told = f"{who} have written: " if are_all_done else f"{who}: "
            self._rows.addWidget(label(f"{told}{', '.join(finished)}", "small", wraps=True))

    def _on_changed(self, change: Change) -> None:
        if change.has(Participant, StageProposal):
            self.refresh()

    def _on_text_changed(self) -> None:
        name = self._name.text().strip()
        is_first = not self._written
        words = f"Hand the keyboard to {name}"
        self._hand_over.setText(f"Start with {name}" if is_first else words)
        self._hand_over.setAccessibleName(words)
        self._hand_over.setToolTip(words if is_first else "")
        is_next = self._written < ENOUGH
        set_state(self._hand_over, "kind", "primary" if is_next else "plain")
        self._hand_over.setIcon(self._icons.icon("keyboard", "on_accent" if is_next else "ink"))
        self._hand_over.setVisible(bool(name))
        self._paper.setVisible(bool(name))

    def _begin(self, *_clicked: bool, is_from_paper: bool) -> None:
        name = self._name.text().strip()
        if name:
            person = person_named(self._editing.workshop, name)
            self.turn_wanted.emit(person, is_from_paper)
