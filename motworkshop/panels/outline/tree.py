"""The tree of the outline: walked through by keyboard, its selection is that of the board."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from motworkshop.model.records import Id
from motworkshop.panels.icons import Icons
from motworkshop.panels.outline.row_painter import RowPainter
from motworkshop.panels.outline.rows import Index, OutlineRows

Flag = QItemSelectionModel.SelectionFlag
CHOSEN = Flag.ClearAndSelect
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineTree(QTreeView):
    """Stages that open and close, and their notes.

    Signals: `picked(ids)` when the person selected other notes; `opened(id)` when Enter was
    pressed on a note.
    """

    picked = Signal(object)
    opened = Signal(str)

    def __init__(self, rows: OutlineRows, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._closed: set[Id] = set()
        self._is_following = False
        self.setAccessibleName("Outline of the board")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(rows)
        self.setItemDelegate(RowPainter(rows, icons, self))
        self.collapsed.connect(self._on_closed)
        self.expanded.connect(self._on_opened)
        self.clicked.connect(self._on_clicked)
        rows.modelReset.connect(self.open_stages)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.open_stages()

    def open_stages(self) -> None:
        """Open all stages but those that the person has closed."""
        for row in range(self._rows.rowCount()):
            index = self._rows.index(row, 0)
            self.setExpanded(index, self._name(index) not in self._closed)

    def show_selected(self, notes: Iterable[Id]) -> None:
        """Select the rows of these notes; the last one is where the keys go on."""
        indexes = [index for index in map(self._rows.index_of, notes) if index.isValid()]
        with self.following():
            self.selectionModel().select(_ranges(indexes), CHOSEN)
            if indexes and self.currentIndex() not in indexes:
                self.selectionModel().setCurrentIndex(indexes[-1], Flag.NoUpdate)
                self.scrollTo(indexes[-1])

    @contextmanager
    def following(self) -> Iterator[None]:
        """Meanwhile what is selected here is not what a person selected."""
        before, self._is_following = self._is_following, True
        yield
        self._is_following = before

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        note = self._rows.note_at(self.currentIndex())
        if event.key() not in ENTERS:
            super().keyPressEvent(event)
        elif note is not None:
            self.opened.emit(note.id)
        else:
            self._turn(self.currentIndex())

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid() and self._rows.note_at(index) is None:
            self._turn(index)

    def _turn(self, stage: QModelIndex) -> None:
        if stage.isValid():
            self.setExpanded(stage, not self.isExpanded(stage))

    def _on_closed(self, index: QModelIndex) -> None:
        self._closed.add(self._name(index))

    def _on_opened(self, index: QModelIndex) -> None:
        self._closed.discard(self._name(index))

    def _name(self, index: Index) -> Id:
        stage = self._rows.stage_at(index)
        return stage.id if stage is not None else ""

    def _on_selected(self) -> None:
        if self._is_following:
            return
        rows = sorted(self.selectedIndexes(), key=lambda one: (one.internalId(), one.row()))
        notes = [note.id for note in map(self._rows.note_at, rows) if note is not None]
        self.picked.emit(notes)


def _ranges(indexes: Iterable[QModelIndex]) -> QItemSelection:
    """A selection of these rows, as few ranges as there are: Qt is slow with thousands."""
    selection = QItemSelection()
    first = last = QModelIndex()
    for index in sorted(indexes, key=lambda one: (one.internalId(), one.row())):
        follows = index.internalId() == last.internalId() and index.row() == last.row() + 1
        if not last.isValid() or not follows:
            if last.isValid():
                selection.select(first, last)
            first = index
        last = index
    if last.isValid():
        selection.select(first, last)
    return selection
