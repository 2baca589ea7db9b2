"""Choosing filters: on the left what notes differ by, on the right what can be chosen there."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motworkshop.app.overlay import Overlay
from motworkshop.app.paper_icon import paper_icon
from motworkshop.app.row_delegate import Role, RowDelegate
from motworkshop.app.search import Search
from motworkshop.document.document import Document
from motworkshop.look import SPACE, category_style
from motworkshop.model.facets import Choice, Facet, Filter, choices
from motworkshop.model.records import Category
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label

SIZE = QSize(520, 416)
FACETS = 168


class Choices(QListWidget):
    """A list whose rows are pressed by a click, Space or Enter."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for item in self.selectedItems():
                self.itemClicked.emit(item)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FilterSheet(Overlay):
    """Opens below the search field. Every choice takes effect at once."""

    def __init__(self, search: Search, document: Document, around: QWidget, home: QWidget) -> None:
        super().__init__(around, home)
        self._search = search
        self._document = document
        self.facets = Choices("What to filter by")
        self.choices = Choices("Choices")
        self._clear = push_button("Clear filters")
        self._clear.setProperty("kind", "link")
        self._clear.clicked.connect(search.clear_filters)
        self._count = label("", "small")
        self._lay_out()
        self._fill_facets()
        self.facets.currentRowChanged.connect(self._fill_choices)
        self.choices.itemClicked.connect(self._on_chosen)
        search.sought_changed.connect(self._show_state)
        search.counted.connect(self._count.setText)
        document.changed.connect(self._on_changed)
        self.facets.setCurrentRow(self._first())
        self._show_state()

    def open_below(self, widget: QWidget) -> None:
        """Show it with its right end under this widget's."""
        corner = widget.mapTo(self._around, QPoint(widget.width() - SIZE.width(), widget.height()))
        self.open_at(corner + QPoint(0, SPACE), SIZE)
        self.choices.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def facet(self) -> Facet:
        """What is chosen from at the moment."""
        facet: Facet = self.facets.currentItem().data(Qt.ItemDataRole.UserRole)
        return facet

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go between the two lists."""
        if event.key() == Qt.Key.Key_Left:
            self.facets.setFocus()
        elif event.key() == Qt.Key.Key_Right:
            self.choices.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        lists = QHBoxLayout()
        lists.setSpacing(SPACE)
        self.facets.setFixedWidth(FACETS)
        lists.addWidget(self.facets)
        lists.addWidget(self.choices, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE, 0, 0, 0)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._clear)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addLayout(lists, 1)
        column.addLayout(foot)

    def _fill_facets(self) -> None:
        for facet in Facet:
            if choices(self._document.workshop, facet):
                item = QListWidgetItem(facet.value)
                item.setData(Qt.ItemDataRole.UserRole, facet)
                self.facets.addItem(item)

    def _first(self) -> int:
        """Where to begin: with the last filter that was set, else with the category."""
        filters = self._search.sought.filters
        wanted = filters[-1].facet if filters else Facet.CATEGORY
        rows = range(self.facets.count())
        return next((row for row in rows if self._facet_at(row) is wanted), 0)

    def _facet_at(self, row: int) -> Facet:
        facet: Facet = self.facets.item(row).data(Qt.ItemDataRole.UserRole)
        return facet

    def _fill_choices(self) -> None:
        self.choices.clear()
        for choice in choices(self._document.workshop, self.facet):
            self.choices.addItem(self._item(choice))
        self.choices.setCurrentRow(0)
        self._show_state()

    def _item(self, choice: Choice) -> QListWidgetItem:
        item = QListWidgetItem(choice.name)
        item.setData(Qt.ItemDataRole.UserRole, choice.filter)
        item.setData(Role.BEHIND, f"{choice.count:,}")
        icon = self._icon(choice.filter)
        if icon is not None:
            item.setIcon(icon)
        return item

    def _icon(self, chosen: Filter) -> QIcon | None:
        if chosen.facet is not Facet.CATEGORY:
            return None
        category = self._document.workshop.of(Category).get(chosen.value or "")
        return paper_icon(category_style(category.style if category else None))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._search.toggle(item.data(Qt.ItemDataRole.UserRole))

    def _on_changed(self) -> None:
        row = self.choices.currentRow()
        self._fill_choices()
        self.choices.setCurrentRow(min(row, self.choices.count() - 1))

    def _show_state(self) -> None:
        filters = self._search.sought.filters
        for row in range(self.choices.count()):
            item = self.choices.item(row)
            is_set = item.data(Qt.ItemDataRole.UserRole) in filters
            item.setCheckState(Qt.CheckState.Checked if is_set else Qt.CheckState.Unchecked)
        for row in range(self.facets.count()):
            count = sum(one.facet is self._facet_at(row) for one in filters)
            self.facets.item(row).setData(Role.BEHIND, str(count) if count else "")
        self._clear.setVisible(bool(filters))
