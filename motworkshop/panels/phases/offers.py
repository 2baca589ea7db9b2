"""Whether a phase itself offers the thing to do next, so that the way on does not outshine it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton
from typing_extensions import override

from motworkshop.panels.scene import Scene

KINDS = {
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
    QEvent.Type.DynamicPropertyChange,
    QEvent.Type.LayoutRequest,  # of a part in which buttons came or went
}


class Offers(QObject):
    """Looks for a button or a line in the accent colour in the panel and the middle of a scene.

    Signal: `changed` when one came, went, or became another.
    """

    changed = Signal()

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        for watched in (*scene.contents, *self._buttons()):
            watched.installEventFilter(self)

    @property
    def is_any(self) -> bool:
        """Whether such a one can be seen and used now."""
        return any(is_offered(button) for button in self._buttons())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in KINDS:
            self.changed.emit()
        return super().eventFilter(watched, event)

    def _buttons(self) -> Iterator[QPushButton | QLineEdit]:
        centre = self._scene.centre
        for part in (*self._scene.contents, *([centre] if centre is not None else [])):
            if isinstance(part, QPushButton):
                yield part
            yield from part.findChildren(QPushButton)
            yield from part.findChildren(QLineEdit)


def is_offered(button: QPushButton | QLineEdit) -> bool:
    """Whether a button, or a line to write in, stands out as the thing to do next."""
    return button.property("kind") == "primary" and button.isVisible() and button.isEnabled()
