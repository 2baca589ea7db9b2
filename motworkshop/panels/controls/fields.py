"""Fields to type in. They keep no history of their own: Ctrl+Z is always the workshop's."""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from motworkshop.look import CONTROL

MIXED_WORD = "Mixed"


class Shared(Enum):
    """What stands in a field when the selected notes differ."""

    MIXED = "mixed"


class LineField(QLineEdit):
    """One line of text.

    Signals: `edited(str)` at each key; `left` when the focus goes, so that typing becomes one step.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self._names = QStringListModel(self)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self.edited.emit)

    def show_value(self, value: object) -> None:
        """Show a text, or that several differ."""
        is_mixed = value is Shared.MIXED
        self.setPlaceholderText(MIXED_WORD if is_mixed else self._placeholder)
        text = "" if is_mixed else str(value)
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)

    def suggest(self, names: list[str]) -> None:
        """Offer these names while typing."""
        if self.completer() is None:
            completer = QCompleter(self._names, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(self.edited.emit)
            self.setCompleter(completer)
        if names != self._names.stringList():
            self._names.setStringList(names)

    @override
    def event(self, event: QEvent) -> bool:
        return False if _is_history_key(event) else super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextField(QPlainTextEdit):
    """Several lines of plain text; as high as its text, up to `most` lines, then it scrolls."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, placeholder: str = "", least: int = 2, most: int = 8) -> None:
        super().__init__()
        self._placeholder = placeholder
        self._least = least
        self._most = most
        self._is_showing = False
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(6)
        self.setViewportMargins(1, 0, 1, 0)  # words begin where those of a line do
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def show_value(self, value: object) -> None:
        """Show a text, or that several differ."""
        is_mixed = value is Shared.MIXED
        self.setPlaceholderText(MIXED_WORD if is_mixed else self._placeholder)
        text = "" if is_mixed else str(value)
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._is_showing = True
        self.setPlainText(text)
        self._is_showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    @override
    def event(self, event: QEvent) -> bool:
        return False if _is_history_key(event) else super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self._height_of(self._least))

    def _on_text_changed(self) -> None:
        self._fit()
        if not self._is_showing:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        fits = lines <= self._most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.setFixedHeight(self._height_of(max(self._least, min(self._most, lines))))

    def _height_of(self, lines: int) -> int:
        return max(CONTROL, lines * self.fontMetrics().lineSpacing() + 15)


def _is_history_key(event: QEvent) -> bool:
    """Whether a field wants Ctrl+Z or Ctrl+Y for itself; it does not get them."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    if event.matches(keys.Undo) or event.matches(keys.Redo):
        event.ignore()
        return True
    return False
