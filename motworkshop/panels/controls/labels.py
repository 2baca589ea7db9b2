"""Labels, always of plain text: what a group writes is never read as markup."""

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
    if "<" not in text and "&" not in text:  # all that Qt goes by
        return text
    from html import escape

    return f"<p>{escape(text)}</p>"


def unbroken(text: str) -> str:
    """A sentence in which “run-off” stays on one line."""
    return text.replace("run-off", "run\N{NON-BREAKING HYPHEN}off")


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
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it is yet to come
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            widget.update()
