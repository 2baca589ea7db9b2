"""The line at the foot of the board: type a note, press Enter, type the next one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from motworkshop.canvas.colours import faded, mixed
from motworkshop.canvas.typeface import face
from motworkshop.look import CORNER, SMALL, TEXT, Theme
from motworkshop.model.limits import TEXT_LENGTH
from motworkshop.model.pasting import lines_of

if TYPE_CHECKING:
    from motworkshop.canvas.suggestions import Suggestions

HEIGHT, WIDEST, SHADOW = 40, 520, 6
LEAST_SAID, BESIDE = 160, 32
"""Pixels that are kept for what is understood, and between it and what is typed."""


class QuickEntry(QWidget):
    """A line with what is understood of it. Signals: `entered(str)`, `left`; `edited` when the
    text or the cursor is elsewhere; `pasted` when a paste holds several lines."""

    entered = Signal(str)
    edited = Signal()
    left = Signal()
    pasted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = EntryLine(self)
        self.line.setPlaceholderText("Type a note and press Enter…")
        self.line.setAccessibleName("New note")
        self.line.setFrame(False)
        self.line.setMaxLength(TEXT_LENGTH)
        self.line.setFont(face(TEXT))
        self.line.returnPressed.connect(self._on_return)
        self.line.textChanged.connect(self.edited)
        self.line.cursorPositionChanged.connect(self.edited)
        self.line.escaped.connect(self.left)
        self.line.pasted.connect(self.pasted)
        self.line.focused.connect(self.update)
        self.setFocusProxy(self.line)
        self._drawn: object = None
        self._sheet = QPixmap()
        self._where = QLabel(self)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setFont(face(SMALL))
        self._where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SHADOW + 12, SHADOW, SHADOW + 12, SHADOW)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._where)
        self.line.textChanged.connect(self._slant_hint)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        has_one_ink = theme.ink == theme.ink_2
        hint = mixed(theme.ink, theme.panel, 0.38).name() if has_one_ink else theme.ink_2
        self.line.setStyleSheet(
            f"QLineEdit {{ background: transparent; color: {theme.ink}; border: none;"
            f" placeholder-text-color: {hint};"
            f" selection-background-color: {theme.accent}; selection-color: {theme.on_accent} }}"
        )
        self._where.setStyleSheet(f"QLabel {{ color: {theme.ink_2} }}")
        self._slant_hint()
        self.update()

    def _slant_hint(self) -> None:
        """Where a theme has one ink, a hint must not look like what was typed."""
        font = self.line.font()
        font.setItalic(self._theme.ink == self._theme.ink_2 and not self.line.text())
        self.line.setFont(font)

    def say(self, words: str) -> None:
        """Tell what is understood: the place where the note will go, and the names in the line."""
        metrics = self._where.fontMetrics()
        typed = self.line.fontMetrics().horizontalAdvance(self.line.text()) + BESIDE
        room = max(LEAST_SAID, self.width() - 2 * (SHADOW + 12) - typed)
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        if elided != self._where.text():
            self._where.setText(elided)
            self._where.setToolTip(_tip(words) if elided != words else "")
            self.line.setAccessibleDescription(words)
            self._row.activate()  # else the first picture shows it in the room of the old words

    def settle(self, width: float, height: float, inset: float) -> None:
        """Lie at the foot of a board of this size."""
        wide = min(WIDEST, width - inset - 32)
        self.setGeometry(
            round(inset + 16 - SHADOW),
            round(height - 12 - HEIGHT - SHADOW),
            round(wide + 2 * SHADOW),
            HEIGHT + 2 * SHADOW,
        )

    def _on_return(self) -> None:
        text = self.line.text().strip()
        if text:
            self.entered.emit(text)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        key = (self.size(), self.devicePixelRatioF(), self.line.hasFocus(), self._theme.name)
        if key != self._drawn:
            self._drawn = key
            self._sheet = self._draw_sheet()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._sheet)
        painter.end()

    def _draw_sheet(self) -> QPixmap:
        """The line's paper with its shadow, kept because every repaint of the board shows it."""
        dpr = self.devicePixelRatioF()
        picture = QPixmap(self.size() * dpr)
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded("#000000", 0.035))
        for reach in range(1, SHADOW):
            grown = sheet.adjusted(-reach, -reach + 1.5, reach, reach)
            painter.drawRoundedRect(grown, CORNER + reach, CORNER + reach)
        has_focus = self.line.hasFocus()
        width = 2.0 if has_focus else 1.0
        painter.setPen(QPen(QColor(self._theme.accent if has_focus else self._theme.border), width))
        painter.setBrush(QColor(self._theme.panel))
        half = width / 2
        painter.drawRoundedRect(sheet.adjusted(half, half, -half, -half), CORNER, CORNER)
        painter.end()
        return picture


class EntryLine(QLineEdit):
    """The line itself, which knows whether there are names to walk through.

    Signals: `escaped`; `focused` when the keys came or went; `pasted` when somebody pastes several
    lines, which one line cannot hold.
    """

    escaped = Signal()
    focused = Signal()
    pasted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: Suggestions | None = None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab takes the first name that is offered."""
        if is_next and self.names is not None and self.names.take(is_any=True):
            return True
        return super().focusNextPrevChild(is_next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._walk(event.key()):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and has_several_lines():
            self.pasted.emit()
        else:
            super().keyPressEvent(event)
            event.accept()  # the board would take Enter for a wish to write on a note

    def _walk(self, key: int) -> bool:
        """Whether the key was for the names above the line."""
        names = self.names
        if names is None or not names.isVisible():
            return False
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            names.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            names.hide()
            return True
        return key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and names.take(is_any=False)


def has_several_lines() -> bool:
    """Whether the clipboard holds more than one line of text."""
    return len(lines_of(QGuiApplication.clipboard().text())) > 1


def _tip(words: str) -> str:
    from html import escape  # a start can do without

    return escape(words)
