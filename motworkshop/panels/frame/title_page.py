"""What the frame says about the workshop: the journey first, the title page of the report last."""

import re
from collections.abc import Iterable
from typing import cast

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.records import About, JourneyKind
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.form import Form
from motworkshop.panels.frame.wrapped import WrappedField

KINDS = (
    (JourneyKind.CUSTOMER, "Customer"),
    (JourneyKind.EMPLOYEE, "Employee"),
    (JourneyKind.PARTNER, "Partner"),
    (JourneyKind.BUSINESS, "The business, as client of IT"),
)
JOURNEY = (
    ("journey", "Journey", "a return flight"),
    ("journey_start", "From", "the idea of a trip comes up"),
    ("journey_end", "To", "home again, nothing left to claim"),
    ("segment", "Segment or persona", "leisure travellers"),
)
TITLE_PAGE = (
    ("organisation", "Organisation", "the company that asked for it"),
    ("facilitator", "Facilitator", "your name"),
    ("place", "Place", "room and town"),
)
DATE = re.compile(r"|\d{4}-\d{2}-\d{2}")


class AboutForm(Form):
    """Some of the fields of the frame; what is typed goes into the document at each key."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.edited.connect(self._on_about_edited)
        editing.document.changed.connect(self._on_changed)

    def add_lines(self, lines: Iterable[tuple[str, str, str]]) -> None:
        """Add texts: name of the field, its label, an example."""
        for name, text, example in lines:
            self.add(name, text, WrappedField(f"e.g. {example}"))

    def refresh(self) -> None:
        """Show what stands in the document now."""
        about = self._editing.workshop.about
        self.show_values({name: getattr(about, name) for name in self._fields})

    def _on_changed(self, change: Change) -> None:
        if change.has(About):
            self.refresh()

    def _on_about_edited(self, name: str, value: object, fold: str) -> None:
        self._editing.do(edit_about, fold=fold, **{name: value})


class Journey(AboutForm):
    """Whose journey it is, what it is called, from where to where, and for whom."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(editing)
        self.add("journey_kind", "Whose journey", ChoiceField(KINDS))
        self.add_lines(JOURNEY)
        self.refresh()

    @property
    def name(self) -> QWidget:
        """The field for what the journey is called."""
        return cast("QWidget", self.field("journey"))


class TitlePage(AboutForm):
    """What else the title page of the report says."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(editing)
        self.add_lines(TITLE_PAGE)
        self._date = LineField("e.g. 2026-11-24")
        self._date.left.connect(self._on_date_left)
        self.add("date", "Date", self._date, "Year, month, day: 2026-11-24")
        self.refresh()

    @override
    def refresh(self) -> None:
        """Show the title page as it is now."""
        typed = self._date.text()
        super().refresh()
        if self._date.hasFocus() and not DATE.fullmatch(typed):
            self._date.setText(typed)  # half a date is nothing to take in, nor to take away

    @override
    def _on_about_edited(self, name: str, value: object, fold: str) -> None:
        if name != "date" or DATE.fullmatch(str(value)):
            super()._on_about_edited(name, value, fold)

    def _on_date_left(self) -> None:
        if not DATE.fullmatch(self._date.text()):
            self._editing.refused.emit("Write the date as year, month, day, such as 2026-11-24.")
            self.refresh()
