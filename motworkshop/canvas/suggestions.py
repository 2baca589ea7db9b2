"""The few names above the entry line that finish what is being typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from motworkshop.canvas.typeface import face
from motworkshop.look import CORNER, SMALL, TEXT, Theme
from motworkshop.model.completing import Completion

ROW, NARROWEST, WIDEST = 30, 160, 320


class Suggestions(QListWidget):
    """A short list that never takes the keys away from the line.

    Signal: `chosen(Completion)`. No row is marked at first, so that Enter still makes the note.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, line: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._offered: Sequence[Completion] = ()
        self.setAccessibleName("Names that fit")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(line)  # else a click would give the keys to what lies below
        self.setFont(face(TEXT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.itemPressed.connect(lambda item: self._choose(self.row(item)))
        self._key = QLabel("Tab", self)
        self._key.setTextFormat(Qt.TextFormat.PlainText)
        self._key.setFont(face(SMALL))
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.setStyleSheet(
            f"QListWidget {{ background: {theme.panel}; color: {theme.ink};"
            f" border: 1px solid {theme.line}; border-radius: {CORNER}px; padding: 3px;"
            f" outline: none }}"
            f"QListWidget::item {{ height: {ROW - 2}px; padding: 0 8px; border-radius: 4px }}"
            f"QListWidget::item:hover {{ background: {theme.hover} }}"
            f"QListWidget::item:selected {{ background: {theme.accent};"
            f" color: {theme.on_accent} }}"
            f"QLabel {{ color: {theme.ink_2}; background: transparent }}"
        )

    def offer(self, found: Sequence[Completion], above: QPoint) -> None:
        """Show these names, the list's lower left corner at a point of the parent; [] hides it."""
        self._offered = found
        self.clear()
        if not found:
            self.hide()
            return
        self.addItems([one.name for one in found])
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(one.name) for one in found) + 72
        width, height = max(NARROWEST, min(WIDEST, widest)), ROW * len(found) + 8
        self.setGeometry(above.x(), above.y() - height, width, height)
        self._key.setGeometry(width - 52, 4, 40, ROW - 2)
        self._key.setVisible(self.currentRow() < 0)
        self.show()
        self.raise_()

    def step(self, rows: int) -> None:
        """Mark the next row or the one before; before the first one none is marked."""
        row = self.currentRow() + rows
        self.setCurrentRow(max(-1, min(self.count() - 1, row)))
        self._key.setVisible(self.currentRow() < 0)

    def take(self, *, is_any: bool) -> bool:
        """Take the marked name, or the first one if it may be `is_any`; whether one was taken."""
        row = self.currentRow()
        if not self.isVisible() or (row < 0 and not is_any):
            return False
        self._choose(max(0, row))
        return True

    def _choose(self, row: int) -> None:
        taken = self._offered[row]
        self.hide()
        self.chosen.emit(taken)
