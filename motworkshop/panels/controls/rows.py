"""Lists of rows inside a panel that are built anew when what they show is another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.panels.controls.labels import label

LOWER = 2
"""By so much small type is lower, to stand on one line with the text before it."""


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and away."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def beside(*widgets: QWidget, wide: QWidget | None = None, spacing: int = 4) -> QWidget:
    """Widgets in a row; `wide`, the first unless said, takes the room that is left."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for widget in widgets:
        line.addWidget(widget, 1 if widget is (wide or widgets[0]) else 0)
    return row


def figure_row(words: str, figure: str, role: str = "") -> QWidget:
    """A line that ends in a number: “Notes … 61”."""
    number = label(figure, "figure")
    number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return beside(label(words, role, wraps=True), number, spacing=8)


class Section(QWidget):
    """A part of a panel: a small heading and what stands under it."""

    def __init__(self, title: str, *contents: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(title, "section"))
        self.rows = QVBoxLayout()
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        self._column.addLayout(self.rows)
        for widget in contents:
            self.rows.addWidget(widget)


class LinkRow(QPushButton):
    """A row that can be clicked: a wrapped text with a quiet word behind it."""

    chosen = Signal()

    def __init__(self, text: str, behind: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "row")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        self._text = label(text, wraps=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._behind = _quiet(behind)
        row.addWidget(self._behind)
        self.say_behind(behind)
        for shown in self.findChildren(QLabel):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.chosen)

    @property
    def behind(self) -> str:
        """The words behind the text."""
        return self._behind.text()

    def say_behind(self, behind: str) -> None:
        """Say something else behind the text, "" for nothing."""
        text = self._text.text()
        self.setAccessibleName(f"{text}, {behind}" if behind else text)
        self._behind.setText(behind)
        self._behind.setVisible(bool(behind))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else self.height()


def _quiet(text: str) -> QLabel:
    made = label(text, "small")
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    made.setContentsMargins(0, LOWER, 0, 0)
    return made
