"""How a moment is measured: a row of fields for each metric."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.edits.moments import add_metric, delete_metric, edit_metric
from motworkshop.model.moments import Moment
from motworkshop.model.records import Id, Metric
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.fields import NumberField, WrappedField, can_read_number, read_number
from motworkshop.panels.own.record_rows import RecordForm, RecordRows

NUMBERS = ("baseline", "target", "threshold")
FIELDS = ("name", "unit", *NUMBERS, "source", "how_often")


class Metrics(QWidget):
    """The metrics of the moment that is shown."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._moment: Moment | None = None
        self.rows = RecordRows(self._make, "Name of a metric, then Enter", "New metric")
        self.rows.added.connect(self._on_added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_moment(self, moment: Moment) -> None:
        """Show the metrics of a moment."""
        self._moment = moment
        self.rows.show_records({metric.id: values(metric) for metric in moment.metrics})

    def ask(self, field: str) -> None:
        """Put the focus where this field is to be filled in; on the line where there is none."""
        empty = [
            form.field(field)
            for form in self.rows.forms
            if not str(getattr(form.field(field), "text", str)())
        ]
        (empty[0] if empty else self.rows.line).setFocus()

    def _make(self, metric: Id) -> RecordForm:
        form = RecordForm(metric, "metric", self._icons)
        numbers = [NumberField() for _ in range(3)]
        for number in numbers:
            number.misread.connect(self._editing.refused)
        form.add_line(
            ("name", "Metric", WrappedField("What is measured"), 6),
            ("unit", "Unit", LineField("%"), 3),
        )
        form.add_line(
            ("baseline", "Baseline", numbers[0], 2),
            ("target", "Target", numbers[1], 2),
            ("threshold", "Warns at", numbers[2], 2),
            ("source", "Source", LineField(), 5),
            ("how_often", "How often", LineField(), 4),
        )
        form.edited.connect(lambda *told: self._on_edited(metric, *told))
        form.removed.connect(lambda: self._editing.do(delete_metric, metric))
        return form

    def _on_edited(self, metric: Id, name: str, value: object, fold: str) -> None:
        if name == "name":
            value = " ".join(str(value).splitlines())
            if not value.strip():
                return  # somebody rubs out a name to write another; the old one stays until then
        if name in NUMBERS:
            if not can_read_number(str(value)):
                return  # half a number is nothing to take in yet
            value = read_number(str(value))
        self._editing.do(edit_metric, metric, fold=fold, **{name: value})

    def _on_added(self, name: str, is_entered: object) -> None:
        if self._moment is None:
            return
        before = set(self._editing.workshop.of(Metric))
        self._editing.do(add_metric, self._moment.note.id, name)
        for metric in set(self._editing.workshop.of(Metric)) - before if is_entered else ():
            self.rows.form(metric).field("unit").setFocus()


def values(metric: Metric) -> dict[str, object]:
    """What the fields show."""
    return {name: getattr(metric, name) for name in FIELDS}
