"""A page in the middle of the window: its type grows with the room it has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from motworkshop.look import Theme
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label

WIDTH, HEIGHT = 1100, 720
"""The room for which sizes are given."""
SMALLEST, LARGEST = 0.75, 1.6
LARGE_BUTTON = """
QPushButton { min-height: 38px; padding: 0 16px; font-size: 16px; }
QPushButton:focus { min-height: 36px; padding: 0 15px; }
"""


class Page(QWidget):
    """A surface in the colour of the board, with words in sizes that fit the wall."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.scale = 1.0
        self._sized: list[tuple[QWidget, int, QFont.Weight]] = []

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self.theme = theme
        self.update()

    def words(self, pixels: int, text: str = "", *, is_bold: bool = False) -> QLabel:
        """A label of this size, to be scaled with the page."""
        made = label(text, wraps=True)
        weight = QFont.Weight.Bold if is_bold else QFont.Weight.Normal
        self.resize_with_page(made, pixels, weight)
        return made

    def resize_with_page(
        self, widget: QWidget, pixels: int, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        """Keep the type of a widget at this size, times the scale of the page."""
        self._sized.append((widget, pixels, weight))
        _set_size(widget, round(pixels * self.scale), weight)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.board))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = min(self.width() / WIDTH, self.height() / HEIGHT)
        scale = max(SMALLEST, min(LARGEST, fits))
        if scale != self.scale:
            self.scale = scale
            for widget, pixels, weight in self._sized:
                _set_size(widget, round(pixels * scale), weight)


def large_button(text: str, icon: QIcon | None = None, *, is_primary: bool = False) -> QPushButton:
    """A button for a page: high enough for a finger."""
    made = push_button(text, icon, is_primary=is_primary)
    made.setStyleSheet(LARGE_BUTTON)
    return made


def centred(words: QLabel) -> QLabel:
    """The label with its text in the middle."""
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words


def _set_size(widget: QWidget, pixels: int, weight: QFont.Weight) -> None:
    font = widget.font()
    font.setPixelSize(pixels)
    font.setWeight(weight)
    widget.setFont(font)
