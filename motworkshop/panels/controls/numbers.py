"""A whole number to type, or to step with the arrow keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox
from typing_extensions import override

from motworkshop.look import CONTROL, SPACE


class NumberField(QSpinBox):
    """A spin box that the wheel passes over, and whose number is ready to be typed over."""

    def __init__(self, least: int, most: int, none: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSpecialValueText(none)
        self.setFixedSize(96, CONTROL)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The padding of a style sheet reaches a spin box, but not the line inside it.
        self.lineEdit().setTextMargins(SPACE, 0, SPACE, 0)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling must not change what the pointer passes over

    @override
    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.FocusIn:
            self.selectAll()
        return is_done
