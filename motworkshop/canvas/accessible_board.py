"""The board itself as a screen reader meets it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from typing_extensions import override

from motworkshop.canvas.accessible_part import Family, Part, Perhaps


class BoardTop(QAccessibleWidget):
    """The board: its stages come first, then the widgets that lie on it and can be seen."""

    def __init__(self, family: Family) -> None:
        super().__init__(family.board, QAccessible.Role.Grouping)
        self._family = family

    def forget(self) -> None:
        """Nothing leads from it to the board any more."""
        del self._family

    @override
    def childCount(self) -> int:
        return len(self._family.lists()) + len(self._widgets())

    @override
    def child(self, index: int) -> Perhaps:
        lists, widgets = self._family.lists(), self._widgets()
        if 0 <= index < len(lists):
            return lists[index]
        place = index - len(lists)
        is_there = 0 <= place < len(widgets)
        return QAccessible.queryAccessibleInterface(widgets[place]) if is_there else None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        lists = self._family.lists()
        if isinstance(child, Part):
            return lists.index(child) if child in lists else -1
        widget, widgets = child.object(), self._widgets()
        return len(lists) + widgets.index(widget) if widget in widgets else -1

    @override
    def childAt(self, x: int, y: int) -> Perhaps:
        point = self._family.board.mapFromGlobal(QPoint(x, y))
        for widget in self._widgets():
            if widget.geometry().contains(point):
                return QAccessible.queryAccessibleInterface(widget)
        return next((one for one in self._family.lists() if one.rect().contains(x, y)), None)

    @override
    def focusChild(self) -> Perhaps:
        board, focused = self._family.board, QApplication.focusWidget()
        if focused is board:
            return self._family.with_keys()
        if focused is None or not board.isAncestorOf(focused):
            return None
        return QAccessible.queryAccessibleInterface(focused)

    def _widgets(self) -> list[QWidget]:
        """What lies on the board and can be seen; the last one lies above the others."""
        only = Qt.FindChildOption.FindDirectChildrenOnly
        inside = self._family.board.findChildren(QWidget, options=only)
        return [one for one in reversed(inside) if one.isVisible() and not one.isWindow()]
