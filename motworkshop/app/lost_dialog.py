"""What a rescue could not read, in full: to look through, and to copy for whoever can help."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label

WIDTH = 560
LINES = 12
WHAT = (
    "“{name}” is damaged and stays as it is. Everything that could be read of it is in this "
    "workshop. A backup may hold what is missing here."
)


class LostDialog(QDialog):
    """A list that is read only: keys and mouse scroll, select and copy it."""

    def __init__(self, name: str, lost: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is lost")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self.list = QPlainTextEdit("\n".join(lost))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName("What is lost")
        self.list.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        frame = self.list.frameWidth() + round(self.list.document().documentMargin())
        self.list.setMinimumHeight(self.list.fontMetrics().lineSpacing() * LINES + 2 * frame)
        self.copy_button = push_button("Copy list")
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button = push_button("Close", is_primary=True)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(SPACE * 2)
        column.addWidget(label("What is lost", "heading"))
        column.addWidget(label(WHAT.format(name=name), "quiet", wraps=True))
        column.addWidget(self.list, 1)
        column.addLayout(self._buttons())
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.toPlainText())
        self.copy_button.setText("Copied")
