"""Fields to type in. They keep no history of their own: Ctrl+Z is always the workshop's."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from motworkshop.look import CONTROL
from motworkshop.model.direction import is_leftward
from motworkshop.panels.controls.labels import set_state

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
        self._history_keys = _HistoryKeys(self)
        self._placeholder = placeholder
        self._names = QStringListModel(self)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self.edited.emit)
        self.textChanged.connect(self._mark_empty)
        self.setProperty("empty", True)

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
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.installEventFilter(self._history_keys)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.removeEventFilter(self._history_keys)
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _mark_empty(self, text: str) -> None:
        set_state(self, "empty", not text)


class TextField(QPlainTextEdit):
    """Several lines of plain text; as high as its text, up to `most` lines, then it scrolls."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, placeholder: str = "", least: int = 2, most: int = 8) -> None:
        super().__init__()
        self._history_keys = _HistoryKeys(self)
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
        self.setProperty("empty", True)
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
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.installEventFilter(self._history_keys)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.removeEventFilter(self._history_keys)
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
        set_state(self, "empty", self.document().isEmpty())
        self._run_as_written()
        self._fit()
        if not self._is_showing:
            self.edited.emit(self.toPlainText())

    def _run_as_written(self) -> None:
        """From right to left, if the first letter does, as on the note."""
        option = self.document().defaultTextOption()
        leftward = is_leftward(self.toPlainText())
        ways, edges = Qt.LayoutDirection, Qt.AlignmentFlag
        direction = ways.RightToLeft if leftward else ways.LeftToRight
        if option.textDirection() is not direction:
            option.setTextDirection(direction)
            option.setAlignment(edges.AlignRight if leftward else edges.AlignLeft)
            self.document().setDefaultTextOption(option)

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


class _HistoryKeys(QObject):
    """Leaves Ctrl+Z and Ctrl+Y, which a field wants for itself, to the workshop. Only the field
    with the focus has it on: others get no keys, but thousands of events."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)
