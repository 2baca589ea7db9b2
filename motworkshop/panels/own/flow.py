"""A layout that sets widgets side by side and goes on in the next row where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Widgets in rows, like words in a paragraph; a widget that can grow takes what is left.

    `gap` lies between widgets, `between` between rows.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8, between: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._between = between
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Add a widget before the one at this place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        rows = self._rows(width - edges.left() - edges.right())
        heights = sum(max(item.sizeHint().height() for item in row) for row in rows)
        between = self._between * max(0, len(rows) - 1)
        return heights + between + edges.top() + edges.bottom()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        top = room.top()
        for row in self._rows(room.width()):
            height = max(item.sizeHint().height() for item in row)
            self._place(row, QRect(room.left(), top, room.width(), height))
            top += height + self._between

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        shown = self._shown()
        widest = max((item.minimumSize().width() for item in shown), default=0)
        highest = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(widest, highest).grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        left = -1
        for item in self._shown():
            needed = item.sizeHint().width()
            if left < needed + self._gap or not rows:
                rows.append([])
                left = width + self._gap
            rows[-1].append(item)
            left -= needed + self._gap
        return rows

    def _place(self, row: list[QLayoutItem], room: QRect) -> None:
        used = sum(item.sizeHint().width() for item in row) + self._gap * (len(row) - 1)
        left = room.left()
        for item in row:
            size = item.sizeHint()
            if item.expandingDirections() & Qt.Orientation.Horizontal:
                size.setWidth(size.width() + max(0, room.width() - used))
                used = room.width()
            size.setWidth(min(size.width(), room.width()))
            top = room.top() + (room.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
