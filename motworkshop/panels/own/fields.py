"""Fields of the card: a person, a number, a day, and a line that wraps.

What somebody is typing is never rewritten under the cursor, however the document reads it.
"""

import re
from datetime import date
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from typing_extensions import override

from motworkshop.look import CONTROL_LARGE
from motworkshop.panels.controls.fields import LineField, TextField

NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)?|[-−]?[.,]\d+")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def alike(one: str, other: str) -> bool:
    """Whether two names are the same but for case and spaces."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


class PersonField(LineField):
    """One person by name, with the roster offered."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._value = ""
        self.left.connect(self._on_left)

    @override
    def show_value(self, value: object) -> None:
        self._value = str(value)
        if not (self.hasFocus() and alike(self.text(), self._value)):
            super().show_value(value)

    def _on_left(self) -> None:
        super().show_value(self._value)


class NumberField(LineField):
    """A number or nothing, as text: whoever listens to `edited` reads it with `read_number`.

    Signal: `misread(str)` with a sentence, after somebody left something else in the field.
    """

    misread = Signal(str)

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._value: float | None = None
        self.left.connect(self._on_left)

    @override
    def show_value(self, value: object) -> None:
        self._value = value if isinstance(value, int | float) else None
        if not self.hasFocus():
            super().show_value(number_words(self._value))

    def _on_left(self) -> None:
        if not can_read_number(self.text()):
            self.misread.emit(f"“{self.text()}” is not a number. Write it like 12 or 0.5.")
        super().show_value(number_words(self._value))


class DayField(LineField):
    """A day in ISO 8601 or nothing; half a day is told to `edited` too, so ask `is_day` first.

    Signal: `misread(str)` with a sentence, after somebody left something else in the field.
    """

    misread = Signal(str)

    def __init__(self) -> None:
        super().__init__("2026-11-24")
        self._value = ""
        self.setToolTip("Year, month, day: 2026-11-24")
        self.left.connect(self._on_left)

    @override
    def show_value(self, value: object) -> None:
        self._value = str(value)
        if not self.hasFocus():
            super().show_value(value)

    def _on_left(self) -> None:
        if not is_day(self.text()):
            said = f"“{self.text()}” is no day. Write year, month, day, such as 2026-11-24."
            self.misread.emit(said)
        super().show_value(self._value)


class LargeField(TextField):
    """Several lines in the larger type of a card, at heights that suit it."""

    @override
    def _height_of(self, lines: int) -> int:
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as Qt lays it out; 20 px need 25
        return max(CONTROL_LARGE, lines * line + 16)


class WrappedField(LargeField):
    """A line of text that wraps but has no paragraphs; Enter goes on to the next field."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder, least=1, most=4)

    @override
    def show_value(self, value: object) -> None:
        """While somebody rubs it out to write another, it stays empty."""
        is_emptied = self.hasFocus() and not self.toPlainText().strip()
        if not is_emptied:
            super().show_value(value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def can_read_number(text: str) -> bool:
    """Whether this is a number, or nothing."""
    return not text.strip() or NUMBER.fullmatch(text.strip()) is not None


def read_number(text: str) -> float | None:
    """The number, with a full stop or a comma before its decimals; None for nothing."""
    plain = text.strip().replace(",", ".").replace("−", "-")
    if not plain:
        return None
    value = float(plain)
    return int(value) if value.is_integer() else value


def number_words(value: float | None) -> str:
    """A number as it is typed; "" for none."""
    return "" if value is None else f"{value:.10g}"


def is_day(text: str) -> bool:
    """Whether this is a day that exists, or nothing."""
    plain = text.strip()
    if not plain:
        return True
    if not DAY.fullmatch(plain):
        return False
    try:
        date.fromisoformat(plain)
    except ValueError:
        return False
    return True
