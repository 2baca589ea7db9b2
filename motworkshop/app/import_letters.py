"""Where a CSV file does not say how its letters are stored: the ways that could be, to choose from."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.app.import_child import Unread
from motworkshop.look import SPACE
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import LinkRow, clear

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "cp1252": "Western Europe, Windows",
        "mac-roman": "Western Europe, older Mac",
        "cp850": "Western Europe, DOS",
        "cp1250": "Central Europe, Windows",
        "cp1251": "Cyrillic, Windows",
        "shift_jis": "Japanese",
        "gb18030": "Chinese",
    }
)
QUESTION = "The file does not say how its letters are stored. Choose the words that read right."


class Letters(QWidget):
    """A row for every way, with how the first words read then. Signal: `chosen(encoding)`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._why = label("", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        column.addWidget(self._why)
        column.addLayout(self._rows)
        column.addStretch(1)

    def show_unread(self, unread: Unread) -> None:
        """Say why the file was not read, and offer what may help."""
        self._why.setText(QUESTION if unread.candidates else unread.why)
        clear(self._rows)
        for one in unread.candidates:
            row = LinkRow(f"“{one.sample}”", WORDS.get(one.encoding, one.encoding))
            row.setMaximumWidth(480)
            row.setContentsMargins(12, 2, 12, 2)
            row.chosen.connect(lambda encoding=one.encoding: self.chosen.emit(encoding))
            self._rows.addWidget(row)
        rows = self.findChildren(LinkRow)
        if rows:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
