"""The categories: how many notes each has, its name, its meaning; add and remove."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import NO_CATEGORY, category_style
from motworkshop.model.change import Change
from motworkshop.model.edits.categories import add_category, delete_category, edit_category
from motworkshop.model.limits import STYLES
from motworkshop.model.records import Category, Cluster, Id, Note
from motworkshop.model.voting import counted
from motworkshop.model.workshop import visible_notes
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.category import CategoryChip
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.controls.labels import label
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
        self._rows: dict[Id, _Row] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._none = _Number()
        self._none.chosen.connect(partial(self._choose, None))
        without = QWidget()
        line = QHBoxLayout(without)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(CategoryChip(NO_CATEGORY, "Without a category"))
        line.addWidget(label("Without a category", "quiet", wraps=True), 1)
        line.addWidget(self._none)
        line.addSpacing(36)
        self._new = LineField("Add a category and press Enter")
        self._new.setAccessibleName("New category")
        self._new.returnPressed.connect(self._on_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(without)
        column.addWidget(self._new)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._count)
        editing.document.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        kinds = {type(old or new) for old, new in change}
        if Category in kinds:
            self._refresh()
        elif kinds & {Note, Cluster}:
            self._soon.start()

    def _refresh(self) -> None:
        categories = self._editing.workshop.of(Category).values()
        ordered = sorted(categories, key=lambda category: category.style)
        if [category.id for category in ordered] != list(self._rows):
            self._build(ordered)
        for category in ordered:
            self._rows[category.id].show_category(category)
        self._new.setVisible(len(ordered) < len(STYLES))
        self._count()

    def _build(self, categories: list[Category]) -> None:
        kept = {category.id for category in categories}
        for gone in [row for key, row in self._rows.items() if key not in kept]:
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = {one.id: self._rows.get(one.id) or self._row(one) for one in categories}
        for place, row in enumerate(self._rows.values()):
            self._list.removeWidget(row)
            self._list.insertWidget(place, row)

    def _row(self, category: Category) -> "_Row":
        row = _Row(category, self._icons)
        row.edited.connect(partial(self._on_edited, category.id))
        row.removed.connect(partial(self._editing.do, delete_category, category.id))
        row.number.chosen.connect(partial(self._choose, category.id))
        return row

    def _count(self) -> None:
        counts = Counter(note.category for note in visible_notes(self._editing.workshop))
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
        self.setProperty("kind", "link")
        self.setFixedWidth(48)
        self.clicked.connect(self.chosen)

    def show_number(self, number: int, name: str) -> None:
        """Say how many notes there are of this category."""
        self.setText(f"{number:,}")
        self.setEnabled(number > 0)
        self.setAccessibleName(f"{counted(number, 'note')}, {name}")
        self.setToolTip(f"Show {counted(number, 'note')}" if number else "")


class _Row(QWidget):
    """One category. Signals: `edited(field, text)` and `removed`."""

    edited = Signal(str, str)
    removed = Signal()

    def __init__(self, category: Category, icons: Icons) -> None:
        super().__init__()
        self.name = LineField("Name of the category")
        self.definition = TextField("What belongs in it", least=1, most=6)
        self.number = _Number()
        self._chip = CategoryChip(category_style(category.style), category.name)
        self._remove = icon_button(icons.icon("trash-2", "ink_2"), "Remove")
        self.name.edited.connect(partial(self.edited.emit, "name"))
        self.definition.edited.connect(partial(self.edited.emit, "definition"))
        self._remove.clicked.connect(self.removed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._chip)
        head.addWidget(self.name, 1)
        head.addWidget(self.number)
        head.addWidget(self._remove)
        below = QHBoxLayout()
        below.setContentsMargins(32, 0, 0, 0)
        below.addWidget(self.definition)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(below)

    def show_category(self, category: Category) -> None:
        """Show a category as it is now."""
        if self.name.text().strip() != category.name or not self.name.hasFocus():
            self.name.show_value(category.name)
        self.definition.show_value(category.definition)
        self.name.setAccessibleName(f"Name of category {category.style}")
        self.definition.setAccessibleName(f"Meaning of {category.name}")
        self._remove.setAccessibleName(f"Remove {category.name}")
        self._remove.setToolTip(f"Remove {category.name}; its notes are without one then")
