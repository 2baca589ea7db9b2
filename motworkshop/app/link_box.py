"""Where a link goes, to be read before it is opened."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from motworkshop.look import SPACE
from motworkshop.model.links import Link
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label

WIDTH = 480
LINES = 4
WARNING = "Somebody wrote this link into a note. Open it only if you know the place it leads to."
MAIL_WARNING = "Somebody wrote this address into a note. Your mail program will open."


class LinkBox(QDialog):
    """The place in large letters, and all of the address below; closing it opens nothing."""

    def __init__(self, link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        self._link = link
        self.is_wanted = False
        self.setWindowTitle("Open link")
        is_mail = link.url.startswith("mailto:")
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(label("This link writes to" if is_mail else "This link leads to", "small"))
        column.addWidget(label(_breakable(link.place), "heading", wraps=True))
        column.addWidget(self._address())
        column.addWidget(label(MAIL_WARNING if is_mail else WARNING, "quiet", wraps=True))
        column.addSpacing(SPACE)
        column.addLayout(self._buttons())
        self.setFixedWidth(WIDTH)
        self._cancel.setFocus()

    def _address(self) -> QPlainTextEdit:
        """All of it, to be scrolled through and copied from; Tab goes past it."""
        field = QPlainTextEdit(self._link.url)
        field.setReadOnly(True)
        field.setAccessibleName("The whole address")
        field.setTabChangesFocus(True)
        field.setWordWrapMode(field.wordWrapMode().WrapAnywhere)
        field.document().setDocumentMargin(7)
        field.setFixedHeight(LINES * field.fontMetrics().lineSpacing() + 18)
        return field

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        copy = push_button("Copy address")
        copy.clicked.connect(self._copy)
        cancel = self._cancel = push_button("Cancel")
        cancel.clicked.connect(self.reject)
        cancel.setDefault(True)  # who presses Enter without reading goes nowhere
        go = push_button("Open")
        go.clicked.connect(self._open)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(go)
        for button in (copy, cancel, go):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return row

    def _open(self) -> None:
        self.is_wanted = True
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link.url)


def _breakable(text: str) -> str:
    """Long names of places break after their dots instead of running out of the window."""
    return text.replace(".", ".\u200b") if len(text) > 40 else text
