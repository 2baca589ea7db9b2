"""A question asked in its place, before something that cannot be undone: no box on top."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.vote.lettering import take_focus


class Question(QFrame):
    """Hidden until `ask`; then a sentence with two buttons, the safe one in focus.

    Signals: `confirmed`, `declined`; it is hidden again then.
    """

    confirmed = Signal()
    declined = Signal()

    def __init__(self, *, is_wide: bool = False) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("tone", "warn")
        self._words = label("", wraps=True)
        self._yes = push_button("")
        self._no = push_button("")
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self.decline)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, SPACE + 4, SPACE + 4, SPACE + 4)
        column.setSpacing(SPACE)
        column.addWidget(self._words)
        buttons = QHBoxLayout() if is_wide else QVBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self._no)
        buttons.addWidget(self._yes)
        column.addLayout(buttons)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.decline)
        self.hide()

    def ask(self, words: str, yes: str, no: str) -> None:
        """Ask; `yes` and `no` are what the buttons say."""
        self._words.setText(words)
        self._yes.setText(yes)
        self._no.setText(no)
        self.setAccessibleName(words)
        self.show()
        take_focus(self._no)
        QTimer.singleShot(0, self, self._come_into_view)  # when the panel has made room for it

    def decline(self) -> None:
        """Take the question away; nothing happens."""
        self.hide()
        self.declined.emit()

    def _come_into_view(self) -> None:
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self)

    def _on_yes(self) -> None:
        self.hide()
        self.confirmed.emit()
