"""The card of one moment of truth: everything that is settled about it, to be filled in."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.edits.moments import describe_moment
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.moments import Lack, Moment, lacks
from motworkshop.model.records import Id, MomentOfTruth, Participant, Person, Promise
from motworkshop.model.voting import person_named
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.form import Form
from motworkshop.panels.controls.labels import label, line
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.checklist import Checklist
from motworkshop.panels.own.fields import LargeField, PersonField
from motworkshop.panels.own.head import Head
from motworkshop.panels.own.metrics import Metrics
from motworkshop.panels.own.people_field import PeopleField
from motworkshop.panels.own.promise_field import PromiseField
from motworkshop.panels.own.proofs import Proofs
from motworkshop.panels.own.scores import Scores
from motworkshop.panels.own.steps import Steps
from motworkshop.panels.own.tab_order import put_tabs_in_order

WIDE = 960
"""From this width on the card has two columns and larger type."""
ROLES = ("responsible", "consulted", "informed")


class Card(QWidget):
    """Every field of a moment of truth."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("own_card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editing = editing
        self._note: Id = ""
        self._head = Head(icons)
        self._scores = Scores()
        self._checklist = Checklist()
        self._promise = PromiseField()
        self._ideal = LargeField("What the customer should live through here", least=2, most=16)
        self._freedom = LargeField("Spend, decide, promise: up to where?", least=3, most=16)
        self._accountable = PersonField("Choose one person")
        self._accountable.setObjectName("own_accountable")
        self._people = {role: PeopleField(role, icons) for role in ROLES}
        self._answers, self._ideal_form = Form(), Form()
        self._what = Form()
        self._who = Form()
        self._fill()
        self._metrics = Metrics(editing, icons)
        self._steps = Steps(editing, icons)
        self._proofs = Proofs(editing, icons)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        for form in (self._answers, self._ideal_form, self._what, self._who):
            form.edited.connect(self._on_edited)
        self._checklist.chosen.connect(self.ask)
        self._scores.edited.connect(self._on_scored)

    def show_moment(self, workshop: Workshop, moment: Moment) -> None:
        """Show a moment as it is now."""
        is_other = self._note != moment.note.id
        self._note = moment.note.id
        card = moment.card or MomentOfTruth("", moment.note.id)
        names = known_people(workshop)
        self._head.show_moment(workshop, moment)
        self._scores.show_note(moment.note)
        self._checklist.show_lacks(lacks(moment))
        self._promise.set_promises(workshop.ordered(Promise))
        self._accountable.suggest(names)
        for field in self._people.values():
            field.suggest(names)
        self._answers.show_values({"accountable": workshop.name_of(card.accountable)})
        self._ideal_form.show_values({"ideal_experience": card.ideal_experience})
        self._what.show_values({"promise": card.promise, "freedom": card.freedom})
        self._who.show_values({role: _named(workshop, getattr(card, role)) for role in ROLES})
        self._metrics.show_moment(moment)
        self._steps.show_moment(workshop, moment, names)
        self._proofs.show_moment(workshop, moment)
        put_tabs_in_order(self)
        if is_other:
            _go_on_writing()

    def take_in(self) -> None:
        """Add what stands in the lines for new people, metrics and steps, before another card."""
        for rows in (self._metrics.rows, self._steps.rows):
            rows.take_in()
        for people in self._people.values():
            people.take_in()

    def ask(self, lack: Lack) -> None:
        """Put the focus where this is to be filled in."""
        fields = {
            Lack.ACCOUNTABLE: self._accountable,
            Lack.IDEAL_EXPERIENCE: self._ideal,
            Lack.FREEDOM: self._freedom,
            Lack.METRIC: self._metrics.rows.line,
            Lack.NEXT_STEP: self._steps.rows.line,
        }
        if lack is Lack.TARGET:
            self._metrics.ask("target")
        else:
            fields[lack].setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE
        ways = QBoxLayout.Direction
        for columns in (self._first, self._columns):
            columns.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
            columns.setSpacing(4 * SPACE if is_wide else SPACE)
        self._head.set_wide(is_wide=is_wide)

    def _fill(self) -> None:
        said = "Accountable: exactly one person"
        self._answers.add("accountable", said, self._accountable)
        self._ideal_form.add("ideal_experience", "Ideal experience", self._ideal)
        self._what.add("promise", "Promise that it serves", self._promise)
        said = "What the front line may do without asking"
        self._what.add("freedom", said, self._freedom)
        for role, field in self._people.items():
            self._who.add(role, role.capitalize(), field)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._head)
        column.addWidget(self._scores)
        column.addWidget(line())
        column.addWidget(self._checklist)
        self._first.addWidget(self._answers, 1, Qt.AlignmentFlag.AlignTop)
        self._first.addWidget(self._ideal_form, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._who, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._what, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._first)
        column.addLayout(self._columns)
        for title, part in (
            ("Metrics", self._metrics),
            ("Next steps", self._steps),
            ("Evidence", self._proofs),
        ):
            column.addSpacing(SPACE)
            column.addWidget(label(title, "part"))
            column.addWidget(part)
        column.addStretch(1)

    def _on_scored(self, name: str, score: Any) -> None:
        self._editing.do(edit_notes, [self._note], **{name: score})

    def _on_edited(self, name: str, value: object, fold: str) -> None:
        workshop = self._editing.workshop
        is_typed = isinstance(value, str) and name != "promise"
        if name == "accountable":
            value = person_named(workshop, str(value))
        elif name in ROLES and isinstance(value, tuple):
            value = tuple(person_named(workshop, person) for person in value)
        step = f"{fold} {self._note}" if is_typed else ""
        self._editing.do(describe_moment, self._note, fold=step, **{name: value})


def known_people(workshop: Workshop) -> list[str]:
    """Everybody on the roster and everybody who was named on a card."""
    roster = (person.name for person in workshop.ordered(Participant))
    cards = workshop.of(MomentOfTruth).values()
    mentions: Iterable[Person] = chain.from_iterable(
        (*card.responsible, *card.consulted, *card.informed) for card in cards
    )
    named = (workshop.name_of(person) for person in mentions)
    return list(dict.fromkeys(name for name in chain(roster, named) if name))


def _go_on_writing() -> None:
    """Somebody who fills in the same field card by card goes on at the end of what is there."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QPlainTextEdit):
        focus.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(focus, QLineEdit):
        focus.end(False)


def _named(workshop: Workshop, people: Iterable[Person]) -> tuple[tuple[Person, str], ...]:
    return tuple((person, workshop.name_of(person)) for person in people)
