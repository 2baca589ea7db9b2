"""Labels, always of plain text: what a group writes is never read as markup."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """A label; `role` is how it looks: title, heading, section, small, quiet, figure."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    if wraps:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made


def plain_tip(text: str) -> str:
    """A text as a tooltip takes it without reading markup into it."""
    has_signs = "<" in text or "&" in text  # all that Qt goes by
    return f"<p>{escape(text)}</p>" if has_signs else text


def line() -> QFrame:
    """A hairline between parts of a panel."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and draw the widget accordingly."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
