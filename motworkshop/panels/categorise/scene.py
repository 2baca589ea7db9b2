"""The phase Categorise: sorting at speed in the middle, counts and gaps in the panel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.heatmap import category_counts
from motworkshop.model.records import Cluster, Note
from motworkshop.model.voting import counted
from motworkshop.model.workshop import visible_notes
from motworkshop.panels.categorise.categories import Categories
from motworkshop.panels.categorise.heat_table import HeatTable
from motworkshop.panels.categorise.sorter import Sorter
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.icons import Icons
from motworkshop.panels.scene import Scene


class CategoriseScene(Scene):
    """Sorting note by note in the middle; what is sorted, and what is not, in the panel."""

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, theme: Theme) -> None:
        super().__init__(editing, selection)
        self.sorter = Sorter(editing, icons, theme)
        self.centre = self.sorter
        self._start = _Start(icons)
        self._categories = Categories(editing, icons)
        self._heat = HeatTable(editing, theme)
        self.painted = (self.sorter, self._heat)
        self._table = Section("Stages and categories", self._heat)
        self.contents = (self._start, self._table, Section("Categories", self._categories))
        Soon(self._start, editing.document, (Note, Cluster), self._tell)
        self._connect()
        self._tell()

    def sort(self, *, is_all: bool) -> None:
        """Go through the notes without a category, or through all of them."""
        notes = [
            note.id
            for note in visible_notes(self._editing.workshop)
            if is_all or note.category is None
        ]
        self._want(is_shown=True)
        self.sorter.begin(notes)

    def to_board(self) -> None:
        """Give the middle back to the board."""
        self._want(is_shown=False)

    def _connect(self) -> None:
        self._start.left.connect(self.to_board)
        self._start.sorted_rest.connect(lambda: self.sort(is_all=False))
        self._start.sorted_all.connect(lambda: self.sort(is_all=True))
        self.sorter.left.connect(self.to_board)
        self._heat.notes_chosen.connect(self._on_notes_chosen)
        self._categories.notes_chosen.connect(self._on_notes_chosen)

    def _on_notes_chosen(self, notes: object) -> None:
        self.to_board()
        self.notes_chosen.emit(notes)

    def _want(self, *, is_shown: bool) -> None:
        self._want_centre(is_wanted=is_shown)
        self._tell()

    def _tell(self) -> None:
        counts = category_counts(self._editing.workshop)
        notes, rest = sum(counts.values()), counts[None]
        self._start.tell(notes, rest, is_sorting=self.is_centre_wanted)
        for part in (self._start, self._table):  # without notes the board says what to do
            show_part(part, is_shown=bool(notes))


class _Start(QWidget):
    """The way into sorting and out. Signals: `sorted_rest`, `sorted_all`, `left`."""

    sorted_rest = Signal()
    sorted_all = Signal()
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._told = label("", "section", wraps=True)
        self._keys = label("1–8 sort, 0 none, Space later, Backspace goes back.", "quiet",
                           wraps=True)  # fmt: skip
        self._rest = push_button("", icons.icon("play", "on_accent"), is_primary=True)
        self._all = push_button("")
        self._board = push_button("Back to the board")
        self._rest.clicked.connect(self.sorted_rest)
        self._all.clicked.connect(self.sorted_all)
        self._board.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._told, self._keys, self._rest, self._all, self._board):
            column.addWidget(widget)

    def tell(self, notes: int, rest: int, *, is_sorting: bool) -> None:
        """Say how far the group is."""
        if rest:
            self._told.setText(f"{counted(rest, 'note')} of {notes:,} without a category")
        else:
            self._told.setText("Every note has a category.")
        self._keys.setVisible(is_sorting)
        self._board.setVisible(is_sorting)
        self._rest.setText(f"Sort {counted(rest, 'note')}")
        self._rest.setVisible(rest > 0 and not is_sorting)
        self._all.setText(f"Go through all {counted(notes, 'note')}")
        self._all.setVisible(notes > rest and not is_sorting)
