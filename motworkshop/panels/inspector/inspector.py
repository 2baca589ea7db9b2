"""The inspector: edits every field of one note or of many at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE
from motworkshop.model.change import Edit
from motworkshop.model.edits.notes import categorise_notes, edit_notes, move_notes
from motworkshop.model.layout import FreePlaces
from motworkshop.model.records import (
    Category,
    Control,
    Id,
    Lane,
    MomentType,
    Note,
    Participant,
    Stage,
)
from motworkshop.model.voting import counted, person_named
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.category import CategoryField
from motworkshop.panels.controls.choices import CheckField, ChoiceField
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.controls.form import Form
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.scores import ScoreField
from motworkshop.panels.frame.roster import departments
from motworkshop.panels.icons import Icons
from motworkshop.panels.inspector.attached import Attached
from motworkshop.panels.inspector.shared import shared_values

CONTROLS = (
    (None, "Not said"),
    (Control.DIRECT, "Direct: we decide"),
    (Control.INFLUENCE, "Influence"),
    (Control.NONE, "None: others decide"),
)
TYPES = (
    (None, "None"),
    (MomentType.ZMOT, "ZMOT: looks it up"),
    (MomentType.FMOT, "FMOT: first meets it"),
    (MomentType.SMOT, "SMOT: uses it"),
    (MomentType.TMOT, "TMOT: speaks of it"),
    (MomentType.UMOT, "UMOT: shares it"),
)
SCORES = (
    ("expectation", "Expectation"),
    ("experience", "Experience"),
    ("importance", "Importance"),
)


class Inspector(QWidget):
    """Every field of the selected notes; where they differ it says so, and editing sets all.

    Signals: `closed` when the person has done with it; `link_chosen(Link)` when somebody wants to
    see where a link goes.
    """

    closed = Signal()
    link_chosen = Signal(object)

    def __init__(self, editing: Editing, selection: Selection, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._selection = selection
        self._heading = label("", "heading")
        self._author = LineField("Who wrote it")
        self._department = LineField("Who delivers it")
        self._stage = ChoiceField()
        self._lane = ChoiceField()
        self._category = CategoryField(icons)
        self._form = Form()
        self._fill(self._form)
        self._attached = Attached(editing, selection, icons)
        self._attached.link_chosen.connect(self.link_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(self._head(icons))
        column.addWidget(self._form)
        column.addWidget(self._attached)
        column.addStretch(1)
        self._form.edited.connect(self._on_edited)
        editing.document.changed.connect(self.refresh)
        selection.changed.connect(self.refresh)
        self.refresh()

    def follow_actions(self, actions: Mapping[str, QAction]) -> None:
        """Name the keys of these actions, as they are at present: “merge”, “split”, and the
        categories by their sign."""
        self._attached.follow_actions(actions)
        self._category.follow_actions(actions)

    def refresh(self) -> None:
        """Show the selected notes as they are now."""
        notes = self._notes()
        if not notes:
            return
        workshop = self._editing.workshop
        alone = len(notes) == 1
        self._heading.setText(f"Note {notes[0].number}" if alone else counted(len(notes), "note"))
        self._category.set_categories(workshop.ordered(Category))
        self._stage.set_options(_places("Parking lot", workshop.ordered(Stage)))
        self._lane.set_options(_places("No lane", workshop.ordered(Lane)))
        self._author.suggest([person.name for person in workshop.ordered(Participant)])
        self._department.suggest(departments(workshop))
        self._form.show_values(_with_typing(self._form, shared_values(workshop, notes)))
        self._form.show_row("lane", is_shown=bool(workshop.of(Lane)))
        self._attached.refresh()

    def _head(self, icons: Icons) -> QHBoxLayout:
        head = QHBoxLayout()
        close = icon_button(icons.icon("x"), "Close the inspector", "Esc")
        close.clicked.connect(self._selection.clear)
        head.addWidget(self._heading, 1)
        head.addWidget(close)
        return head

    def _fill(self, form: Form) -> None:
        form.add("text", "Text", TextField("What happens there", least=3))
        form.add("category", "Category", self._category)
        form.add("stage", "Stage", self._stage)
        form.add("lane", "Lane", self._lane)
        form.add("details", "Details", TextField("More about it", least=2))
        form.add("author", "Author", self._author)
        form.add("department", "Department", self._department)
        form.add("channel", "Channel", LineField("Phone, counter, app"))
        for name, text in SCORES:
            form.add(name, text, ScoreField(text, range(1, 6)))
        signs = ("−2", "−1", "0", "+1", "+2")
        form.add("emotion", "Emotion", ScoreField("Emotion", range(-2, 3), signs))
        form.add("control", "Control", ChoiceField(CONTROLS))
        form.add("moment_type", "Moment type", ChoiceField(TYPES))
        form.add("link", "Link", LineField("https://"))
        form.add("is_locked", "", CheckField("Locked in its place"))

    def _notes(self) -> list[Note]:
        notes = self._editing.workshop.notes
        return [notes[note] for note in self._selection.notes if note in notes]

    def _on_edited(self, name: str, value: Any, fold: str) -> None:
        notes = self._selection.notes
        fold = f"{fold} {' '.join(notes)}"
        if name == "text" and not str(value).strip():
            return  # somebody rubs out a text to write another; the old one stays until then
        if name == "category":
            self._editing.do(categorise_notes, notes, value)
        elif name in ("stage", "lane"):
            self._editing.do(put_into, notes, {name: value})
        else:
            if name == "author":
                value = person_named(self._editing.workshop, value)
            is_typed = isinstance(value, str)
            self._editing.do(edit_notes, notes, fold=fold if is_typed else "", **{name: value})


def put_into(workshop: Workshop, notes: Iterable[Id], cell: dict[str, Id | None]) -> Edit:
    """Put notes into another stage or lane, each in a free place there."""
    chosen = [workshop.notes[note] for note in notes]
    free = FreePlaces(workshop, [note.id for note in chosen])
    return move_notes(
        workshop,
        {
            note.id: free.next(
                cell.get("stage", note.stage), cell.get("lane", note.lane), note.height
            )
            for note in chosen
        },
    )


def _places(nowhere: str, strips: Iterable[Stage | Lane]) -> list[tuple[object, str]]:
    return [(None, nowhere), *((strip.id, strip.name) for strip in strips)]


def _with_typing(form: Form, values: Any) -> dict[str, object]:
    """The values, but an emptied text field is left empty while somebody types in it."""
    text = form.field("text")
    is_emptied = isinstance(text, TextField) and text.hasFocus() and not text.toPlainText().strip()
    return {**values, "text": ""} if is_emptied else dict(values)
