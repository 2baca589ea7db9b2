"""A field for one line of text that may be longer than the panel is wide."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from motworkshop.panels.controls.fields import TextField

MOST_LINES = 4


class WrappedField(TextField):
    """Wraps instead of hiding what does not fit; it has no paragraphs, Enter goes on."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder, least=1, most=MOST_LINES)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))
