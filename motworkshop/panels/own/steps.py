"""The next steps of a moment: what, who, until when, and how far it is."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.edits.moments import add_action, delete_action, edit_action
from motworkshop.model.moments import Moment
from motworkshop.model.records import Action, ActionStatus, Id
from motworkshop.model.voting import person_named
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.fields import DayField, PersonField, WrappedField, is_day
from motworkshop.panels.own.record_rows import RecordForm, RecordRows

STATUSES = (
    (ActionStatus.OPEN, "Open"),
    (ActionStatus.DOING, "Doing"),
    (ActionStatus.DONE, "Done"),
)


class Steps(QWidget):
    """The next steps of the moment that is shown."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._moment: Moment | None = None
        self._names: list[str] = []
        self.rows = RecordRows(self._make, "What happens next, then Enter", "New next step")
        self.rows.added.connect(self._on_added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_moment(self, workshop: Workshop, moment: Moment, names: list[str]) -> None:
        """Show the next steps of a moment; `names` are offered for who does them."""
        self._moment = moment
        self._names = names
        shown = {action.id: values(workshop, action) for action in moment.actions}
        self.rows.show_records(shown)
        for form in self.rows.forms:
            who = form.field("who")
            if isinstance(who, PersonField):
                who.suggest(names)

    def _make(self, action: Id) -> RecordForm:
        form = RecordForm(action, "next step", self._icons)
        due = DayField()
        due.misread.connect(self._editing.refused)
        form.add_line(("what", "Next step", WrappedField("What happens next"), 1))
        form.add_line(
            ("who", "Who", PersonField("Somebody"), 5),
            ("due", "Due", due, 3),
            ("status", "Status", ChoiceField(STATUSES), 3),
        )
        form.edited.connect(lambda *told: self._on_edited(action, *told))
        form.removed.connect(lambda: self._editing.do(delete_action, action))
        return form

    def _on_edited(self, action: Id, name: str, value: object, fold: str) -> None:
        if name == "what":
            value = " ".join(str(value).splitlines())
            if not value.strip():
                return  # somebody rubs out a step to write another; the old one stays until then
        if name == "who":
            value = person_named(self._editing.workshop, str(value))
        if name == "due":
            value = str(value).strip()
            if not is_day(value):
                return  # half a day is nothing to take in yet
        is_typed = name != "status"
        self._editing.do(edit_action, action, fold=fold if is_typed else "", **{name: value})

    def _on_added(self, what: str, is_entered: object) -> None:
        if self._moment is None:
            return
        before = set(self._editing.workshop.of(Action))
        self._editing.do(add_action, self._moment.note.id, what)
        for action in set(self._editing.workshop.of(Action)) - before if is_entered else ():
            self.rows.form(action).field("who").setFocus()


def values(workshop: Workshop, action: Action) -> dict[str, object]:
    """What the fields show."""
    return {
        "what": action.what,
        "who": workshop.name_of(action.who),
        "due": action.due,
        "status": action.status,
    }
