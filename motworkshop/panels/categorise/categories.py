"""The categories: how many notes each has, its name, its meaning; add and remove."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import NO_CATEGORY, category_style
from motworkshop.model.change import Change
from motworkshop.model.edits.categories import add_category, delete_category, edit_category
from motworkshop.model.heatmap import category_counts
from motworkshop.model.limits import STYLES
from motworkshop.model.records import Category, Cluster, Id, Note
from motworkshop.model.voting import counted
from motworkshop.model.workshop import visible_notes
from motworkshop.panels.controls.category import CategoryChip
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.kept_rows import KeptRows
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.named_row import NamedRow
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.rows import beside
from motworkshop.panels.icons import Icons


class Categories(QWidget):
    """One row to a category, one for notes without, and a line for one more.

    Signal: `notes_chosen(ids)` when somebody presses a number.
    """

    notes_chosen = Signal(object)

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._rows: KeptRows[_Row] = KeptRows(rows, self._row)
        self._none = _Number()
        self._none.chosen.connect(partial(self._choose, None))
        chip = CategoryChip(NO_CATEGORY, "No category", icons)
        words = label("No category", "quiet", wraps=True)
        without = beside(chip, words, self._none, wide=words, spacing=8)
        without.setContentsMargins(0, 0, 44, 0)  # the bin of the other rows, and the gap before it
        self._new = LineField("Add a category and press Enter")
        self._new.setAccessibleName("New category")
        self._new.returnPressed.connect(self._on_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(rows)
        column.addWidget(without)
        column.addWidget(self._new)
        Soon(self, editing.document, (Note, Cluster), self._count)
        editing.document.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        if change.has(Category):
            self._refresh()

    def _refresh(self) -> None:
        categories = self._editing.workshop.of(Category).values()
        ordered = sorted(categories, key=lambda category: category.style)
        self._rows.show(category.id for category in ordered)
        for category in ordered:
            self._rows[category.id].show_category(category)
        self._new.setVisible(len(ordered) < len(STYLES))
        self._count()

    def _row(self, category: Id) -> "_Row":
        row = _Row(self._editing.workshop.of(Category)[category], self._icons)
        row.edited.connect(partial(self._on_edited, category))
        row.removed.connect(partial(self._editing.do, delete_category, category))
        row.number.chosen.connect(partial(self._choose, category))
        return row

    def _count(self) -> None:
        counts = category_counts(self._editing.workshop)
        for key, row in self._rows.items():
            row.number.show_number(counts[key], row.name.text())
        self._none.show_number(counts[None], "no category")

    def _choose(self, category: Id | None) -> None:
        notes = visible_notes(self._editing.workshop)
        self.notes_chosen.emit([note.id for note in notes if note.category == category])

    def _on_edited(self, category: Id, field: str, text: str) -> None:
        if field != "name" or text.strip():
            fold = f"category {field} {category}"
            self._editing.do(edit_category, category, fold=fold, **{field: text})

    def _on_new(self) -> None:
        before = len(self._rows)
        if self._new.text().strip():
            self._editing.do(add_category, self._new.text())
        if len(self._rows) > before:
            self._new.clear()


class _Number(QPushButton):
    """How many notes; pressed, it shows them. Signal: `chosen`."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setProperty("kind", "count")
        self.setFixedWidth(72)
        self.clicked.connect(self.chosen)

    def show_number(self, number: int, name: str) -> None:
        """Say how many notes there are of this category."""
        self.setText(counted(number, "note"))
        self.setEnabled(number > 0)
        self.setAccessibleName(f"{counted(number, 'note')}, {name}")
        self.setToolTip(f"Show {counted(number, 'note')}" if number else "")


class _Row(NamedRow):
    """One category, with the number of its notes."""

    def __init__(self, category: Category, icons: Icons) -> None:
        super().__init__(icons, "Name of the category", "What belongs in it")
        self.number = _Number()
        chip = CategoryChip(category_style(category.style), category.name, icons)
        self.lay_out((chip,), (self.number,), spacing=8, indents=(48, 0))

    def show_category(self, category: Category) -> None:
        """Show a category as it is now."""
        result = "its notes are without one then"
        self.show_named(category.name, category.definition, result)
        self.name.setAccessibleName(f"Name of category {category.style}")
        self.definition.setAccessibleName(f"Meaning of {category.name}")
