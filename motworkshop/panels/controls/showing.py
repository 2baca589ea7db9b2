"""Showing and hiding a part that may not have been built in yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_part(part: QWidget, *, is_shown: bool) -> None:
    """Show or hide a part of something. One that has no place yet is shown with its place; Qt would
    open a window of its own for it, which flashes up on the screen and takes its time."""
    if is_shown and part.parentWidget() is None:
        part.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        part.setVisible(is_shown)
