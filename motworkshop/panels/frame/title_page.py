"""The title page as a form: whose journey, from where to where, for whom, when and where."""

import re

from motworkshop.document.editing import Editing
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.records import About, JourneyKind
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.form import Form

KINDS = (
    (JourneyKind.CUSTOMER, "Customer"),
    (JourneyKind.EMPLOYEE, "Employee"),
    (JourneyKind.PARTNER, "Partner"),
    (JourneyKind.BUSINESS, "The business, as client of IT"),
)
LINES = (
    ("journey", "Journey", "A return flight"),
    ("segment", "Segment or persona", "Leisure travellers"),
    ("journey_start", "From", "The idea of a trip comes up"),
    ("journey_end", "To", "Home again, nothing left to claim"),
    ("organisation", "Organisation", "Who asked for this workshop"),
    ("facilitator", "Facilitator", "Your name"),
    ("place", "Place", "Room, town"),
)
DATE = re.compile(r"|\d{4}-\d{2}-\d{2}")


class TitlePage(Form):
    """The fields of the title page."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.add("journey_kind", "Whose journey", ChoiceField(KINDS))
        for name, text, example in LINES:
            self.add(name, text, LineField(example))
        self._date = LineField("2026-11-24")
        self._date.left.connect(self._on_date_left)
        self.add("date", "Date", self._date, "Year, month, day: 2026-11-24")
        self.edited.connect(self._on_about_edited)
        editing.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the title page as it is now."""
        about = self._editing.workshop.about
        typed = self._date.text()
        self.show_values({name: getattr(about, name) for name in About.__dataclass_fields__})
        if self._date.hasFocus() and not DATE.fullmatch(typed):
            self._date.setText(typed)  # half a date is nothing to take in, nor to take away

    def _on_about_edited(self, name: str, value: object, fold: str) -> None:
        if name != "date" or DATE.fullmatch(str(value)):
            self._editing.do(edit_about, fold=fold, **{name: value})

    def _on_date_left(self) -> None:
        if not DATE.fullmatch(self._date.text()):
            self._editing.refused.emit("Write the date as year, month, day, such as 2026-11-24.")
            self.refresh()
