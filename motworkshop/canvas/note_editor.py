"""The editor over a note: plain text in a readable size, whatever the zoom."""

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from motworkshop.canvas.chaining import Direction
from motworkshop.canvas.typeface import face
from motworkshop.look import NOTE, NOTE_INK, TEXT, category_style
from motworkshop.model.direction import is_leftward
from motworkshop.model.limits import TEXT_LENGTH
from motworkshop.model.pasting import cleaned

NARROWEST, TALLEST = 188.0, 420.0
PADDING = 10


class NoteEditor(QPlainTextEdit):
    """Grows with its text. Signals: `typed(str)`; `ended`; `chained(Direction)`: where the next
    note is wanted; `shortened` when a text was longer than a note holds."""

    typed = Signal(str)
    ended = Signal()
    chained = Signal(object)
    shortened = Signal()

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

    def text(self) -> str:
        """What is written, letter by letter; `toPlainText` would make plain blanks of hard ones."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

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

    def _run_as_written(self) -> None:
        """From right to left, if the first letter does."""
        option = self.document().defaultTextOption()
        leftward = is_leftward(self.text())
        ways, edges = Qt.LayoutDirection, Qt.AlignmentFlag
        direction = ways.RightToLeft if leftward else ways.LeftToRight
        if option.textDirection() != direction:
            option.setTextDirection(direction)
            option.setAlignment(edges.AlignRight if leftward else edges.AlignLeft)
            self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        self._run_as_written()
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
            self._keep_within_limit()
            self._fit()
            self.typed.emit(self.text())

    def _keep_within_limit(self) -> None:
        """Take back what no longer fits a note; the rest of the text stays as it is."""
        surplus = len(self.text()) - TEXT_LENGTH
        if surplus <= 0:
            return
        cursor = self.textCursor()
        if cursor.position() < surplus:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        self.blockSignals(True)
        for _sign in range(surplus):
            cursor.deletePreviousChar()
        self.blockSignals(False)
        self.shortened.emit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text only, and no more of it than a note holds: Qt takes seconds for a megabyte."""
        text = cleaned(source.text())
        left = TEXT_LENGTH - len(self.text()) + len(self.textCursor().selectedText())
        self.insertPlainText(text[: max(0, left)])
        self.ensureCursorVisible()
        if len(text) > left:
            self.shortened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = _direction(event)
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif direction is not None:
            self.chained.emit(direction)
        else:
            super().keyPressEvent(event)
            event.accept()  # no key of the board while one is writing

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        passing = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if self.isVisible() and event.reason() not in passing:
            self.ended.emit()


def _direction(event: QKeyEvent) -> Direction | None:
    """Where a key asks for the next note; None for any other key."""
    held = event.modifiers()
    has_shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        if not held & Qt.KeyboardModifier.ControlModifier:
            return None
        return Direction.ABOVE if has_shift else Direction.BELOW
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and has_shift):
        return Direction.BEFORE
    return Direction.BESIDE if event.key() == Qt.Key.Key_Tab else None
