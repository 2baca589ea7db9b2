"""The editor over a note: plain text in a readable size, whatever the zoom."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from motworkshop.canvas.typeface import face
from motworkshop.look import NOTE, NOTE_INK, TEXT, category_style
from motworkshop.model.limits import TEXT_LENGTH

NARROWEST, TALLEST = 188.0, 420.0
PADDING = 10


class NoteEditor(QPlainTextEdit):
    """Grows with its text. Signals: `typed(str)`; `ended`; `chained(bool)`: the next note is
    wanted, True below, False beside."""

    typed = Signal(str)
    ended = Signal()
    chained = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Text of the note")
        self.setPlaceholderText("Write one touchpoint…")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._over = QRectF()
        self._within = QRectF()
        self._zoom = 1.0
        self.textChanged.connect(self._on_text_changed)
        self.hide()

    def dress(self, style: int) -> None:
        """Wear the paper of this category style (0 is none)."""
        look = category_style(style or None)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {look.paper}; color: {NOTE_INK};"
            f" border: 2px solid {look.mark}; border-radius: 4px; padding: {PADDING - 2}px;"
            f" selection-background-color: {look.mark}; selection-color: #FFFFFF }}"
        )
        palette = self.palette()
        palette.setColor(palette.ColorRole.PlaceholderText, look.mark)
        self.setPalette(palette)

    def lay_over(self, note: QRectF, within: QRectF, zoom: float) -> None:
        """Come to lie over a note, inside the visible part of the view."""
        self._over, self._within, self._zoom = note, within, zoom
        self.setFont(face(max(TEXT, min(28, round(NOTE * zoom)))))
        self._fit()

    def _fit(self) -> None:
        width = max(NARROWEST, self._over.width() + 6)
        line = QFontMetricsF(self.font()).lineSpacing()
        self.document().setTextWidth(width - 2 * PADDING)
        lines = max(3.0, self.document().size().height())
        wanted = max(self._over.height() + 6, lines * line + 2 * PADDING + 4)
        tallest = min(max(TALLEST, self._over.height()), self._within.height() - 16)
        height = min(wanted, max(60.0, tallest))
        overflows = wanted > height
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if overflows
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        x = min(max(self._over.left() - 3, self._within.left()), self._within.right() - width)
        y = min(max(self._over.top() - 3, self._within.top()), self._within.bottom() - height)
        self.setGeometry(round(x), round(y), round(width), round(height))

    def _on_text_changed(self) -> None:
        if self.isVisible():
            self._fit()
            self.typed.emit(self.toPlainText()[: TEXT_LENGTH + 1])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and has_control:
            self.chained.emit(True)
        elif event.key() == Qt.Key.Key_Tab:
            self.chained.emit(False)
        elif event.key() == Qt.Key.Key_Backtab:
            self.ended.emit()
        else:
            super().keyPressEvent(event)
            event.accept()  # no key of the board while one is writing

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        passing = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if self.isVisible() and event.reason() not in passing:
            self.ended.emit()
