"""The field to search in, with the count of what was found and the button of the filters."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from motworkshop.app.search import Search
from motworkshop.look import CONTROL, SPACE
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import Icons

WIDTH = 240


class SearchField(QLineEdit):
    """Finds as one types; Enter goes to the next match, Shift+Enter to the one before.

    Signal: `left` after Esc, when nothing is looked for any more.
    """

    left = Signal()

    def __init__(self, search: Search, icons: Icons) -> None:
        super().__init__()
        self._search = search
        self.count = label("", "small")
        self.count.setParent(self)
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.count.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self.setPlaceholderText("Search notes")
        self.setAccessibleName("Search notes")
        self.setFixedSize(WIDTH, CONTROL)
        picture = self.addAction(
            icons.icon("search", "ink_2"), QLineEdit.ActionPosition.LeadingPosition
        )
        picture.setText("Search notes")
        picture.triggered.connect(self.setFocus)
        self.textEdited.connect(search.seek)
        search.counted.connect(self._show_count)
        search.sought_changed.connect(self._show_words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._search.find_next(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self._search.clear()
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._search.read()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_count(self.count.text())

    def _show_count(self, words: str) -> None:
        self.count.setText(words)
        self.count.adjustSize()
        width = self.count.sizeHint().width()
        self.count.setGeometry(self.width() - width - SPACE, 0, width, self.height())
        self.setTextMargins(0, 0, width + SPACE if words else 0, 0)
        self.setAccessibleDescription(words)

    def _show_words(self) -> None:
        words = self._search.sought.words
        if words != self.text():
            self.setText(words)


class FindBox(QWidget):
    """The field and the button of the filters, side by side."""

    def __init__(self, search: Search, filters: QAction, icons: Icons) -> None:
        super().__init__()
        self._search = search
        self._filters = filters
        self.field = SearchField(search, icons)
        self.button: QToolButton = icon_button(icons.icon("list-filter"), "Filter notes")
        self.button.setIconSize(QSize(18, 18))
        self.button.clicked.connect(filters.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field)
        row.addWidget(self.button)
        search.sought_changed.connect(self._show_filters)

    def _show_filters(self) -> None:
        count = len(self._search.sought.filters)
        set_state(self.button, "active", "true" if count else "false")
        self.button.setAccessibleName(f"Filter notes, {count} set" if count else "Filter notes")
