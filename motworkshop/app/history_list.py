"""The steps so far as a list to read; a click goes back or forth to that step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.panels.controls.labels import label, plain_tip

WIDTH, MOST_HEIGHT, ROW = 360, 480, 34


class StepList(QListWidget):
    """A list that tells when it is left. Signal: `left`."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class HistoryList(QFrame):
    """A list that opens over the board and goes when something is chosen, or Esc is pressed."""

    def __init__(self, document: Document, editing: Editing, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        self._editing = editing
        self.list = StepList()
        self.list.setAccessibleName("Steps, the last one first")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(8)
        title = label("Steps", "section")
        title.setContentsMargins(12, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.list)
        self._fill()
        self.list.left.connect(self.close)
        self.list.itemActivated.connect(self._on_chosen)
        self.list.itemClicked.connect(self._on_chosen)

    def open_below(self, widget: QWidget) -> None:
        """Show it under this widget, in the middle."""
        height = min(MOST_HEIGHT, self.list.count() * ROW + 60)
        self.setFixedSize(WIDTH, height)
        self.move((widget.width() - WIDTH) // 2, widget.height() + 8)
        self.raise_()
        self.show()
        self.list.setFocus()

    def _fill(self) -> None:
        done, undone = self._document.done, self._document.undone
        entries = ["As it was opened", *done, *undone]
        faded = self.palette().color(self.palette().ColorRole.PlaceholderText)
        for count in range(len(entries) - 1, -1, -1):
            item = QListWidgetItem(entries[count])
            item.setData(Qt.ItemDataRole.UserRole, count)
            item.setToolTip(plain_tip(entries[count]))
            if count > len(done):
                item.setForeground(QColor(faded))
            self.list.addItem(item)
            if count == len(done):
                self.list.setCurrentItem(item)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        count: int = item.data(Qt.ItemDataRole.UserRole)
        self.list.blockSignals(True)  # a click may count as clicked and as activated
        self.close()
        self.list.blockSignals(False)
        self.list.left.emit()
        self._editing.attempt(lambda: self._document.step_to(count))
