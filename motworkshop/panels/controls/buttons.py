"""Buttons: the one thing to do next in the accent colour, everything else quiet."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from motworkshop.look import CONTROL
from motworkshop.panels.controls.labels import plain_tip
from motworkshop.panels.icons import ICON

GAP = 4
"""Between an icon and its words, besides what Qt leaves there."""


def push_button(text: str, icon: QIcon | None = None, *, is_primary: bool = False) -> QPushButton:
    """A button with a word on it."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they were
    made.setProperty("kind", "primary" if is_primary else "plain")
    made.setIconSize(QSize(ICON + GAP, ICON))  # also for an icon that it is given later
    if icon is not None:
        made.setIcon(icon)
    return made


def on_button(text: str) -> str:
    """A text as a button takes it: an ampersand of somebody's name is no key."""
    return text.replace("&", "&&")


def icon_button(icon: QIcon, name: str, keys: str = "") -> QToolButton:
    """A button with an icon alone: its name is told by tooltip and to screen readers."""
    made = QToolButton()
    made.setIcon(icon)
    made.setIconSize(QSize(ICON, ICON))
    made.setFixedSize(CONTROL, CONTROL)
    made.setAccessibleName(name)
    made.setToolTip(plain_tip(f"{name} ({keys})" if keys else name))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def action_button(action: QAction) -> QToolButton:
    """An icon button for an action; it is greyed out with it."""
    made = icon_button(action.icon(), action.text())
    KeysTip(made, action)
    made.clicked.connect(action.trigger)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made


class KeysTip(QObject):
    """Keeps the tooltip of a control true: what it does, and the keys that do it at present."""

    def __init__(self, widget: QWidget, action: QAction, words: str = "") -> None:
        super().__init__(widget)
        self._widget = widget
        self._action = action
        self._words = words
        action.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = self._words or self._action.toolTip()
        self._widget.setToolTip(plain_tip(f"{words} ({keys})" if keys else words))
