"""A strip that says what happened and what to do, in place; never a box on top of the work."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout
from typing_extensions import override

from motworkshop.look import SPACE
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import ICON, Icons

PICTURES = (
    ("danger", "circle-alert"),
    ("warn", "triangle-alert"),
    ("ok", "circle-check"),
    ("busy", "clock"),
)


class Banner(QFrame):
    """One sentence with an icon, and buttons for what can be done about it.

    Signals: `opened` and `closed` when it comes and goes.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._icons = icons
        self._tone = ""
        self._picture = QLabel()
        self._words = label("", wraps=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE)
        self._close = icon_button(icons.icon("x", "ink_2"), "Close this message")
        self._close.clicked.connect(self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._words)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, SPACE, SPACE, SPACE)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        icons.changed.connect(self._paint)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def tone(self) -> str:
        """How it says it: danger, warn, ok or busy."""
        return self._tone

    def say(
        self,
        words: str,
        tone: str = "warn",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show a sentence; each action is (word on its button, what it does)."""
        self._tone = tone
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._bar.setVisible(tone == "busy")
        self._close.setVisible(tone != "busy")
        self._set_buttons(actions)
        set_state(self, "tone", tone)
        self._paint()
        self.show()
        self.opened.emit()
        if QAccessible.isActive():  # nobody's keys are here, so it is read out by itself
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def reword(self, words: str) -> None:
        """Say the same with other words, such as a number that grows; the buttons stay in place."""
        self._words.setText(words)
        self._words.setAccessibleName(words)

    def dismiss(self) -> None:
        """Take it away; what it said no longer stands."""
        self._tone = ""
        self.hide()
        self.closed.emit()

    def _set_buttons(self, actions: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for old in self.findChildren(QPushButton):
            old.hide()
            old.setParent(None)
            old.deleteLater()
        for word, action in actions:
            button = push_button(word)
            button.clicked.connect(self.dismiss)
            button.clicked.connect(lambda _checked=False, action=action: action())
            self._buttons.addWidget(button)

    def _paint(self) -> None:
        picture = dict(PICTURES).get(self._tone)
        if picture is not None:
            role = "accent" if self._tone == "busy" else self._tone
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(self._icons.pixmap(picture, role, ratio))
            self._picture.setFixedSize(ICON, ICON + 12)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._close.isVisible():
            self.dismiss()
        else:
            super().keyPressEvent(event)
