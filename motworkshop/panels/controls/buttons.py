"""Buttons: the one thing to do next in the accent colour, everything else quiet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

from motworkshop.look import CONTROL
from motworkshop.panels.icons import ICON

GAP = 4
"""Between an icon and its words, besides what Qt leaves there."""


def push_button(text: str, icon: QIcon | None = None, *, is_primary: bool = False) -> QPushButton:
    """A button with a word on it."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they were
    made.setProperty("kind", "primary" if is_primary else "plain")
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(QSize(ICON + GAP, ICON))
    return made


def icon_button(icon: QIcon, name: str, keys: str = "") -> QToolButton:
    """A button with an icon alone: its name is told by tooltip and to screen readers."""
    made = QToolButton()
    made.setIcon(icon)
    made.setIconSize(QSize(ICON, ICON))
    made.setFixedSize(CONTROL, CONTROL)
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({keys})" if keys else name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def action_button(action: QAction) -> QToolButton:
    """An icon button for an action; it is greyed out with it."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    made = icon_button(action.icon(), action.text(), keys)
    made.clicked.connect(action.trigger)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made
