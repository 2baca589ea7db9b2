"""Choosing one of a few: a list that opens, and a box to tick."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy
from typing_extensions import override

from motworkshop.panels.controls.fields import MIXED_WORD, Shared


class ChoiceField(QComboBox):
    """One value of a list. Signal: `edited(value)` when the person chose another one."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, options: Sequence[tuple[object, str]] = ()) -> None:
        super().__init__()
        self._values: list[object] = []
        self.setPlaceholderText(MIXED_WORD)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """What can be chosen: (value, words)."""
        values = [value for value, _words in options]
        words = [text for _value, text in options]
        if values == self._values and words == [self.itemText(i) for i in range(self.count())]:
            return
        self._values = values
        self.clear()
        self.addItems(words)

    def show_value(self, value: object) -> None:
        """Show a value, or that several differ."""
        is_known = value is not Shared.MIXED and value in self._values
        self.setCurrentIndex(self._values.index(value) if is_known else -1)

    @property
    def value(self) -> object:
        """The value that is shown; None where none is."""
        place = self.currentIndex()
        return self._values[place] if place >= 0 else None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the panel must not change what the pointer passes over

    def _on_activated(self, index: int) -> None:
        self.edited.emit(self._values[index])


class CheckField(QCheckBox):
    """Yes or no. Signal: `edited(bool)`."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clicked.connect(self._on_clicked)

    def show_value(self, value: object) -> None:
        """Show yes, no, or that several differ."""
        if value is Shared.MIXED:
            self.setTristate(True)
            self.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.setTristate(False)
            self.setChecked(bool(value))

    def _on_clicked(self) -> None:
        is_checked = self.checkState() is not Qt.CheckState.Unchecked
        self.setTristate(False)
        self.setChecked(is_checked)
        self.edited.emit(is_checked)
