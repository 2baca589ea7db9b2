"""The board as touched: it follows the document, and hands events to its parts."""

from PySide6.QtCore import QEvent, QKeyCombination, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from motworkshop.canvas.accessible import ReadOut
from motworkshop.canvas.board_commands import BoardCommands
from motworkshop.canvas.header_keys import header_hint
from motworkshop.canvas.lane_keys import lane_hint
from motworkshop.canvas.marks import paint_focus, paint_frame, paint_hover
from motworkshop.canvas.touch import EVENTS as TOUCHES
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.records import Id, Note

BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
SHIFT_F10 = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10)
HELD = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


class Board(BoardCommands):
    """The wall of notes. It draws the document and edits it; it knows nothing by itself.

    Signals besides those of `BoardCommands`: `zoom_changed(float)`; `moved` when another part of
    the board is in sight.
    """

    def __init__(
        self,
        document: Document,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, selection, theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAcceptDrops(True)
        self.setAccessibleName("Board")
        self.parts.writing.began.connect(self._follow_emptiness)
        self.parts.writing.ended.connect(self._follow_emptiness)
        self._follow_emptiness()
        self.scene.select(selection.notes)
        document.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selected)
        self._came_by_key = False
        self._read_out = ReadOut(self, document, selection)  # after the board: it reads the board

    @override
    def set_curtain(self, is_drawn: bool) -> None:
        super().set_curtain(is_drawn)
        self._read_out.tell_names()

    @override
    def set_dots_shown(self, shown: bool) -> None:
        super().set_dots_shown(shown)
        self._read_out.tell_names()

    # ---- following

    def _on_changed(self, change: Change) -> None:
        hidden = self._hidden_selected()
        self.parts.pointer.follow(change)
        damage = self.follow(self._document.workshop, change)
        self._leave_out(self._hidden_selected() - hidden)
        self.parts.header_keys.follow()
        self.parts.lane_keys.follow()
        self._dim()
        self.parts.writing.follow()
        if damage.is_whole or damage.has_headers or not _is_notes_alone(change):
            self.parts.capture.follow()
            self.parts.more.follow()
        self._follow_emptiness()

    def _on_selected(self) -> None:
        self.scene.select(self._selection.notes)
        if self.parts.keyboard.focused not in self.scene.selected:
            self.parts.keyboard.focused = None
        if self._selection.notes:
            self.parts.header_keys.leave()
            self.parts.lane_keys.leave()
        self.parts.capture.follow_selection()
        self.parts.writing.follow_selection()
        self.update()

    def _hidden_selected(self) -> frozenset[Id]:
        """The selected notes that lie in collapsed stages."""
        return frozenset(note for note in self._selection.notes if note in self.scene.deck.folded)

    def _leave_out(self, notes: frozenset[Id]) -> None:
        """What an edit takes out of sight is not selected any more: Delete would surprise."""
        if notes:
            self._selection.select(note for note in self._selection.notes if note not in notes)

    # ---- events

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self.parts.strips.header_at(event.position())
        if column is None or column != self.parts.header_keys.column:
            self.parts.header_keys.leave()
        row = self.parts.strips.row_at(event.position())
        if row is None or row != self.parts.lane_keys.row:
            self.parts.lane_keys.leave()
        self.parts.pointer.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.parts.pointer.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.parts.pointer.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.parts.pointer.double_click(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.parts.pointer.wheel(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.parts.pointer.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_menu = event.key() == Qt.Key.Key_Menu or event.keyCombination() == SHIFT_F10
        if event.key() in HELD:
            self.parts.pointer.hold(event.modifiers() | HELD[Qt.Key(event.key())])
            super().keyPressEvent(event)
        elif is_menu:
            self.parts.menus.open_by_key()
        elif event.key() == Qt.Key.Key_Space and not self._is_on_strip():
            if not event.isAutoRepeat():
                self.parts.pointer.is_panning_key_down = True
                self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self.parts.keyboard.press(event):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.parts.menus.open_at(QPointF(event.pos()))
        else:
            self.parts.menus.open_by_key()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.parts.pointer.is_panning_key_down = False
            self.unsetCursor()
        else:
            if event.key() in HELD:
                self.parts.pointer.hold(event.modifiers() & ~HELD[Qt.Key(event.key())])
            super().keyReleaseEvent(event)

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes from note to note, and on to the next control after the last one."""
        if self.hasFocus() and self.parts.keyboard.focus_beside(1 if is_next else -1):
            return True
        return super().focusNextPrevChild(is_next)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            self.parts.pointer.pinch(event)
            return True
        if isinstance(event, QTouchEvent) and event.type() in TOUCHES:
            return self.parts.touch.take(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_definition(event)
            return True
        return super().event(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.parts.drops.consider(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.parts.drops.consider(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.parts.drops.drop(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.capture.settle()
        self.parts.overview.follow()

    @override
    def paint_over(self, painter: QPainter) -> None:
        lifted = self.scene.lifted
        hovered = self.parts.pointer.hovered
        if hovered is not None and hovered.id not in lifted and self.parts.pointer.gesture is None:
            paint_hover(painter, self, hovered)
        keyed = self.parts.keyboard.focused
        focused = None if keyed is None else self.scene.deck.cards.get(keyed)
        has_keys = self.hasFocus() or self._matches is not None  # a match is shown as one types
        if focused is not None and has_keys and focused.id not in lifted:
            paint_focus(painter, self, focused)
        if self.parts.pointer.gesture is not None:
            self.parts.pointer.gesture.paint_over(painter)

    @override
    def paint_top(self, painter: QPainter) -> None:
        if self.parts.pointer.gesture is not None:
            self.parts.pointer.gesture.paint_top(painter)
        elif self._came_by_key and self.hasFocus() and not self._has_keyed_part():
            paint_frame(painter, self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by Tab must see that the board has the keys, though no note has them yet."""
        self._came_by_key = event.reason() in BY_KEY
        super().focusInEvent(event)
        self._read_out.say_keys_are_here()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.parts.pointer.lose_keys()
        super().focusOutEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """What was dragged when another view took the board's place goes back."""
        self.parts.pointer.cancel()
        super().hideEvent(event)

    def _has_keyed_part(self) -> bool:
        return self._is_on_strip() or self.parts.keyboard.current() is not None

    def _is_on_strip(self) -> bool:
        """Whether a header or a lane has the keys, on which Space does something else."""
        return self.parts.header_keys.is_here or self.parts.lane_keys.is_here

    def _show_definition(self, event: QHelpEvent) -> None:
        """What the group means by a stage; whatever was typed is shown as plain text."""
        point = QPointF(event.pos())
        strips = self.parts.strips
        column, row = strips.header_at(point), strips.row_at(point)
        words = header_hint(column, is_arrow=strips.arrow_at(point) is not None)
        words = words or lane_hint(row, is_arrow=strips.lane_arrow_at(point) is not None)
        if words:
            from html import escape  # a start can do without

            QToolTip.showText(event.globalPos(), f"<qt>{escape(words)}</qt>", self)
        else:
            QToolTip.hideText()
            event.ignore()


def _is_notes_alone(change: Change) -> bool:
    """Whether stages, lanes and all that has a name in the entry line are as they were."""
    return not change.kinds - {Note}
