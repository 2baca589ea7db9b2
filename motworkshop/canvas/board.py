"""The board as touched: the view with pointer, keys, editors and the entry line."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, QKeyCombination, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.capture import Capture
from motworkshop.canvas.context_menu import ContextMenus
from motworkshop.canvas.emptiness import Emptiness
from motworkshop.canvas.header_editor import HeaderEditing
from motworkshop.canvas.header_keys import HeaderKeys, header_hint
from motworkshop.canvas.keyboard import Keyboard
from motworkshop.canvas.marks import paint_focus, paint_hover
from motworkshop.canvas.more_stages import MoreStages
from motworkshop.canvas.note_editing import NoteEditing
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.stage_authoring import StageAuthoring
from motworkshop.canvas.view import View
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.records import Id
from motworkshop.model.workshop import lead_of

SHIFT_F10 = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10)
PLAIN = Qt.KeyboardModifier.NoModifier
SHOWN_AT_LEAST = 0.7
"""A note that is to be shown is shown at least at this zoom."""


class Board(View):
    """The wall of notes. It draws the document and edits it; it knows nothing by itself.

    Signals: `zoom_changed(float)`; `refused(str)`: why an edit was not made, in one sentence;
    `moved` when another part of the board is in sight; `empty_pressed`: the button under the
    words that were set for the empty board.
    """

    refused = Signal(str)
    empty_pressed = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document.workshop, theme, parent)
        self._document = document
        self._selection = selection
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Board")
        deck, texts = self.scene.deck, self.scene.painter.texts
        self._authoring = Authoring(document, selection, deck, texts.steps, self)
        self._authoring.refused.connect(self.refused)
        self._writing = NoteEditing(self, document, selection, self._authoring)
        self._stages = StageAuthoring(self._authoring)
        self._headings = HeaderEditing(self, self._stages)
        self._pointer = Pointer(
            self, self._authoring, selection, self._writing, self._headings, self._stages
        )
        self._header_keys = HeaderKeys(self, self._headings, self._stages)
        self._keyboard = Keyboard(
            self, self._pointer, self._authoring, selection, self._writing, self._header_keys
        )
        self._menus = ContextMenus(
            self, self._pointer, self._keyboard, self._header_keys, self._authoring,
            self._stages, self._headings, selection,
        )  # fmt: skip
        self._capture = Capture(self, selection, self._authoring)
        self._more = MoreStages(self)
        self._emptiness = Emptiness(self, self.new_stage)
        self._emptiness.pressed.connect(self.empty_pressed)
        self._writing.began.connect(self._follow_emptiness)
        self._writing.ended.connect(self._follow_emptiness)
        self._follow_emptiness()
        self._matches: frozenset[Id] | None = None
        self.scene.select(selection.notes)
        document.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selected)

    # ---- what the window asks for

    def show_note(self, note: Id) -> None:
        """Select a note, or the one it lies under, and bring it to the middle; in a collapsed
        stage that is its column."""
        note = self._lead_of(note)
        card = self.scene.deck.cards.get(note)
        if card is None:
            self._show_column_of(note)
            return
        self._keyboard.focused = note
        self._selection.select((note,))
        middle = QPointF((card.left + card.right) / 2, (card.top + card.bottom) / 2)
        self.centre_on(middle, max(self.zoom(), SHOWN_AT_LEAST))

    def new_note(self) -> None:
        """Write a new note under the pointer, or in the middle of the view."""
        self._keyboard.new_note()

    def edit_selected(self) -> None:
        """Write on the selected note, or on the header that has the keys."""
        if not self._header_keys.press(PLAIN, Qt.Key.Key_F2):
            self._keyboard.edit()

    def select_all(self) -> None:
        """Select all notes on the board."""
        self._keyboard.select_all()

    def fit_selection(self) -> None:
        """Show the selected notes as large as they go."""
        self._keyboard.fit_selection()

    def delete_selected(self) -> None:
        """Remove the selected notes, or the stage whose header has the keys."""
        if not self._header_keys.press(PLAIN, Qt.Key.Key_Delete):
            self._authoring.delete()

    def duplicate_selected(self) -> None:
        """Copies of the selected notes, beside them."""
        self._authoring.duplicate()

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected notes by board pixels."""
        self._authoring.nudge(dx, dy)

    def categorise_selected(self, style: int | None) -> None:
        """Sort the selected notes into the category with this key (1–8), or out of any."""
        self._authoring.categorise(style)

    def lock_selected(self) -> None:
        """Lock the selected notes in their places; unlock them if all are locked."""
        self._authoring.turn_locks()

    def merge_selected(self) -> None:
        """Put the selected notes under the one that was selected first."""
        self._authoring.merge_selected()

    def split_selected(self) -> None:
        """Take the clusters of the selected notes apart."""
        self._authoring.split()

    def set_merging(self, is_merging: bool) -> None:
        """Whether a note that is dropped on another one comes to lie under it."""
        self._pointer.is_merging = is_merging

    def set_dimmed(self, matches: Iterable[Id] | None) -> None:
        """Lay a veil over all notes but these and the leads of these; None takes it away."""
        self._matches = None if matches is None else frozenset(matches)
        self._dim()

    def rename_stage(self, stage: Id) -> None:
        """Write another name for a stage, in its header."""
        self._headings.rename(stage)

    def turn_stage(self, stage: Id) -> None:
        """Collapse a stage to a narrow column, or expand it again."""
        self._stages.turn(stage)

    def new_stage(self) -> None:
        """Name a new stage after the last one."""
        self._headings.add()

    def set_empty_words(self, sentence: str, button: str = "") -> None:
        """What the board says while it has no notes, and the button that helps ("" for none);
        an empty sentence brings back the usual words, whose button names a new stage."""
        self._emptiness.set_words(sentence, button)
        self._follow_emptiness()

    def focus_entry(self) -> None:
        """Put the keys into the entry line."""
        self._capture.entry.line.setFocus()

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._capture.entry.set_theme(theme)
        self._more.set_theme(theme)
        self._emptiness.set_theme(theme)

    @override
    def picture(self, size: QSize, notes: Iterable[Id] = ()) -> QImage:
        return super().picture(size, [self._lead_of(note) for note in notes])

    @override
    def set_curtain(self, is_drawn: bool) -> None:
        if is_drawn and not self._writing.is_new:
            self._writing.end()
        self.setAccessibleDescription("")
        super().set_curtain(is_drawn)

    # ---- following

    def _on_changed(self, change: Change) -> None:
        hidden = self._hidden_selected()
        self.follow(self._document.workshop, change)
        self._leave_out(self._hidden_selected() - hidden)
        self._header_keys.follow()
        self._dim()
        self._pointer.hovered = None
        self._writing.follow()
        self._capture.follow()
        self._more.follow()
        self._follow_emptiness()

    def _follow_emptiness(self) -> None:
        is_empty = not self._document.workshop.notes
        self._emptiness.follow(is_shown=is_empty and not self._writing.is_open)

    def _lead_of(self, note: Id) -> Id:
        """The note itself, or the one it lies under."""
        return self._document.workshop.remember(lead_of).get(note, note)

    def _on_selected(self) -> None:
        self.scene.select(self._selection.notes)
        if self._keyboard.focused not in self.scene.selected:
            self._keyboard.focused = None
        if self._selection.notes:
            self._header_keys.leave()
        self._capture.follow_selection()
        self.update()

    def _hidden_selected(self) -> frozenset[Id]:
        """The selected notes that lie in collapsed stages."""
        return frozenset(note for note in self._selection.notes if note in self.scene.deck.folded)

    def _leave_out(self, notes: frozenset[Id]) -> None:
        """What an edit takes out of sight is not selected any more: Delete would surprise."""
        if notes:
            self._selection.select(note for note in self._selection.notes if note not in notes)

    def _show_column_of(self, note: Id) -> None:
        card = self.scene.deck.folded.get(note)
        column = self.scene.deck.plan.column_of(card.cell[0]) if card else None
        if column is not None:
            self._selection.select((note,))
            middle = (column.left + column.right) / 2
            top = self.camera.to_board(self.camera.free.center()).y()
            self.centre_on(QPointF(middle, top), self.zoom())

    def _dim(self) -> None:
        leads = self._document.workshop.remember(lead_of)
        matches = self._matches
        self.scene.dim(None if matches is None else {leads.get(note, note) for note in matches})
        self.update()

    # ---- events

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        pressed = self._pointer.header_at(event.position())
        if pressed is None or pressed != self._header_keys.column:
            self._header_keys.leave()
        self._pointer.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_menu = event.key() == Qt.Key.Key_Menu or event.keyCombination() == SHIFT_F10
        if is_menu:
            self._menus.open_by_key()
        elif event.key() == Qt.Key.Key_Space and not self._header_keys.is_here:
            if not event.isAutoRepeat():
                self._pointer.is_panning_key_down = True
                self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self._keyboard.press(event):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._menus.open_at(QPointF(event.pos()))
        else:
            self._menus.open_by_key()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointer.is_panning_key_down = False
            self.unsetCursor()
        else:
            super().keyReleaseEvent(event)

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes from note to note, and on to the next control after the last one."""
        if self.hasFocus() and self._keyboard.focus_beside(1 if is_next else -1):
            return True
        return super().focusNextPrevChild(is_next)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            self._pointer.pinch(event)
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_definition(event)
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._capture.settle()

    @override
    def paint_over(self, painter: QPainter) -> None:
        lifted = self.scene.lifted
        hovered = self._pointer.hovered
        if hovered is not None and hovered.id not in lifted and self._pointer.gesture is None:
            paint_hover(painter, self, hovered)
        focused = self.scene.deck.cards.get(self._keyboard.focused or "")
        if focused is not None and self.hasFocus() and focused.id not in lifted:
            paint_focus(painter, self, focused)
        if self._pointer.gesture is not None:
            self._pointer.gesture.paint_over(painter)

    @override
    def paint_top(self, painter: QPainter) -> None:
        if self._pointer.gesture is not None:
            self._pointer.gesture.paint_top(painter)

    def _show_definition(self, event: QHelpEvent) -> None:
        """What the group means by a stage; whatever was typed is shown as plain text."""
        point = QPointF(event.pos())
        column = self._pointer.header_at(point)
        words = header_hint(column, is_arrow=self._pointer.arrow_at(point) is not None)
        if words:
            QToolTip.showText(event.globalPos(), f"<qt>{escape(words)}</qt>", self)
        else:
            QToolTip.hideText()
            event.ignore()
