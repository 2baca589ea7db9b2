"""What is seen under the pointer while a name is dragged across the window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from motworkshop.panels.controls.labels import label


class Ghost:
    """A small label that follows the pointer and goes away with the gesture."""

    def __init__(self) -> None:
        self._label: QLabel | None = None

    def follow(self, window: QWidget, text: str, point: QPoint) -> None:
        """Show the name at this point of the screen."""
        if self._label is None:
            made = label(text)
            made.setParent(window)
            made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            palette = window.palette()
            made.setStyleSheet(
                f"background: {palette.base().color().name()};"
                f"border: 2px solid {palette.highlight().color().name()};"
                "border-radius: 6px; padding: 6px 12px; font-weight: 600;"
            )
            made.adjustSize()
            made.show()
            self._label = made
        self._label.move(window.mapFromGlobal(point) + QPoint(12, 12))
        self._label.raise_()

    def vanish(self) -> None:
        """The gesture is over."""
        if self._label is not None:
            self._label.hide()
            self._label.deleteLater()
            self._label = None
