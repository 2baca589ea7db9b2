"""The order of Tab follows what is seen, however late a widget was made."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def put_tabs_in_order(root: QWidget) -> None:
    """Let Tab go through `root` as its layouts stand, row by row."""
    for one, following in pairwise(stops(root)):
        if one.nextInFocusChain() is not following:
            QWidget.setTabOrder(one, following)


def stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at inside a widget, in the order of its layouts."""
    layout = root.layout()
    return _stops_in(layout) if layout is not None else []


def _stops_in(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if is_stop and widget.focusProxy() is None:
                found.append(widget)
            found += stops(widget)
        elif inner is not None:
            found += _stops_in(inner)
    return found
