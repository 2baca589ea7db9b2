"""The phase Categorise: sorting at speed in the middle, counts and gaps in the panel."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.records import Cluster, Note
from motworkshop.model.voting import counted
from motworkshop.model.workshop import visible_notes
from motworkshop.panels.categorise.categories import Categories
from motworkshop.panels.categorise.heat_table import HeatTable
from motworkshop.panels.categorise.sorter import Sorter
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.icons import Icons


class CategoriseScene(QObject):
    """What stands in the panel and in the middle while the group sorts its notes.

    Signals: `centre_wanted(bool)`; `notes_chosen(ids)` to be shown on the board.
    """

    centre_wanted = Signal(bool)
    notes_chosen = Signal(object)

    def __init__(
        self,
        editing: Editing,
        selection: Selection,
        icons: Icons,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._selection = selection
        self._is_shown = False
        self.sorter = Sorter(editing, icons, theme)
        self.centre: QWidget = self.sorter
        self._start = _Start(icons)
        self._categories = Categories(editing, icons)
        self._heat = HeatTable(editing, theme)
        self._parts = (
            self._start,
            Section("Stages and categories", self._heat),
            Section("Categories", self._categories),
        )
        self._soon = QTimer(self._start, singleShot=True, interval=50)  # it goes with what it tells
        self._soon.timeout.connect(self._tell)
        self._connect()
        self._tell()

    @property
    def contents(self) -> Sequence[QWidget]:
        """The parts of the panel, from top to bottom."""
        return self._parts

    @property
    def is_centre_wanted(self) -> bool:
        """Whether the middle belongs to this phase now."""
        return self._is_shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.sorter.set_theme(theme)
        self._heat.set_theme(theme)

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
        self._editing.document.changed.connect(self._on_changed)

    def _on_notes_chosen(self, notes: object) -> None:
        self.to_board()
        self.notes_chosen.emit(notes)

    def _want(self, *, is_shown: bool) -> None:
        if is_shown:
            self._selection.clear()  # or the inspector would stand where this panel belongs
        if is_shown != self._is_shown:
            self._is_shown = is_shown
            self.centre_wanted.emit(is_shown)
        self._tell()

    def _tell(self) -> None:
        notes = visible_notes(self._editing.workshop)
        rest = sum(1 for note in notes if note.category is None)
        self._start.tell(len(notes), rest, is_sorting=self._is_shown)

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(old or new, Note | Cluster) for old, new in change):
            self._soon.start()


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
        self._all = push_button("", icons.icon("refresh-cw"))
        self._board = push_button("To the board", icons.icon("table"))
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
        if not notes:
            self._told.setText("No notes to sort yet.")
        elif rest:
            self._told.setText(f"{counted(rest, 'note')} of {notes:,} without a category")
        else:
            self._told.setText("Every note has a category.")
        self._keys.setVisible(is_sorting)
        self._board.setVisible(is_sorting)
        self._rest.setText(f"Sort {counted(rest, 'note')}")
        self._rest.setVisible(rest > 0 and not is_sorting)
        self._all.setText(f"Go through all {counted(notes, 'note')}")
        self._all.setVisible(notes > rest and not is_sorting)
