"""The pointer on the board: which gesture a press begins, and what wheel and double-click do."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.card import Card
from motworkshop.canvas.drag_gesture import DragNotes
from motworkshop.canvas.gesture import Gesture
from motworkshop.canvas.note_editing import NoteEditing
from motworkshop.canvas.pan import Pan
from motworkshop.canvas.placing import Room, local, slot_of
from motworkshop.canvas.plan import Column
from motworkshop.canvas.rubber_band import RubberBand
from motworkshop.canvas.strip_drag import DragStrip
from motworkshop.canvas.strip_pointer import StripPointer
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.change import Change
from motworkshop.model.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH
from motworkshop.model.records import Id, Lane, Note, Place, Stage
from motworkshop.model.room import slot_x

WHEEL_PAN = 0.8
"""Pixels per eighth of a degree of a wheel without pixels of its own."""
WHEEL_ZOOM = 1.0016


class Pointer:
    """Turns events of the pointer into gestures; at most one is in progress."""

    def __init__(
        self,
        view: View,
        authoring: Authoring,
        selection: Selection,
        writing: NoteEditing,
        strips: StripPointer,
    ) -> None:
        self._view = view
        self._authoring = authoring
        self._selection = selection
        self._writing = writing
        self.strips = strips
        self._clicked: Id | None = None
        self._button = Qt.MouseButton.NoButton
        self.gesture: Gesture | None = None
        self.hovered: Card | None = None
        self.is_panning_key_down = False
        self.is_merging = False
        self.is_snapping = True
        self._has_turned = False
        self.at: QPointF | None = None

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        point = event.position()
        self._view.setFocus()
        self._clicked = None
        self._has_turned = False
        if self.gesture is not None:
            return
        self._button = event.button()
        if event.button() == Qt.MouseButton.MiddleButton or self.is_panning_key_down:
            self.gesture = Pan(self._view, point)
        elif event.button() == Qt.MouseButton.LeftButton:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self.strips.is_at(point):
                self.gesture = self.strips.press(point)
            else:
                self._press_board(point, adds)
        elif event.button() == Qt.MouseButton.RightButton:
            self.select_at(point)

    def move(self, event: QMouseEvent) -> None:
        """It moved, with a button down or not.

        A menu or a dialog that came up meanwhile may have got the release of the button: what
        nobody holds any more goes back.
        """
        self.at = event.position()
        if self.gesture is not None and not event.buttons() & self._button:
            self.cancel()
        if self.gesture is not None:
            self.gesture.hold(event.modifiers())
            self.gesture.move(self.at)
        else:
            self._hover(self.at)

    def release(self, event: QMouseEvent) -> None:
        """A button was let go; only the one that began a gesture ends it."""
        if self.gesture is None or event.button() != self._button:
            return
        gesture, self.gesture = self.gesture, None
        if isinstance(gesture, DragStrip) and not gesture.has_begun:
            gesture.cancel()
            self._has_turned = self.strips.click(gesture, event.position())
            self._hover(event.position())
            return
        was_click = isinstance(gesture, DragNotes) and not gesture.has_begun
        gesture.hold(event.modifiers())
        gesture.release(event.position())
        if was_click and self._clicked is not None:
            self._selection.select((self._clicked,))
        self._hover(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """On a note: write on it. On empty board: a new one there. On a name: rename it."""
        if event.button() != Qt.MouseButton.LeftButton or self._has_turned:
            return
        self.cancel()
        point = event.position()
        if self.strips.is_at(point):
            self.strips.double_click(point)
            return
        card = self.card_at(point)
        if card is not None:
            self._writing.open(card.id)
        else:
            self._double_click_ground(point)

    def wheel(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer; otherwise the board scrolls, sideways with Shift."""
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = angle.y() or angle.x()
            self._view.zoom_at(self._view.zoom() * WHEEL_ZOOM**turned, event.position())
        else:
            step = pixels.toPointF() if not pixels.isNull() else angle.toPointF() * WHEEL_PAN
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not step.x():
                step = step.transposed()
            self._view.pan(step.x(), step.y())
        if self.gesture is not None:
            self.gesture.move(event.position())
        event.accept()

    def pinch(self, event: QNativeGestureEvent) -> None:
        """Two fingers on a touchpad."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._view.zoom_at(self._view.zoom() * (1 + event.value()), event.position())

    def lose_keys(self) -> None:
        """The keys are elsewhere, and it will not be told when they are let go."""
        if self.is_panning_key_down:
            self.is_panning_key_down = False
            self._view.unsetCursor()

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self.at = None
        self.strips.hover(None)
        self._mark(None)

    def hold(self, keys: Qt.KeyboardModifier) -> None:
        """Other keys are held down, the pointer still being where it was."""
        if self.gesture is not None:
            self.gesture.hold(keys)

    def follow(self, change: Change) -> None:
        """What is dragged has been changed meanwhile, by an undo perhaps: put it back first."""
        is_here = any(isinstance(record, Note | Stage | Lane) for pair in change for record in pair)
        if is_here and isinstance(self.gesture, DragNotes | DragStrip):
            self.cancel()
        if self.gesture is not None:
            self._view.update()  # what it paints over the notes
        self._mark(None)

    def cancel(self) -> bool:
        """Break off the gesture in progress; whether there was one."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def select_at(self, point: QPointF) -> None:
        """Select the note under a point of the widget, unless it is selected with others."""
        card = self.card_at(point)
        if card is not None and card.id not in self._view.scene.selected:
            self._selection.select((card.id,))

    def is_on_something(self, point: QPointF) -> bool:
        """Whether there is more than empty board under a point of the widget."""
        return self.strips.is_at(point) or self.card_at(point) is not None

    def card_at(self, point: QPointF) -> Card | None:
        """The card under a point of the widget."""
        if self.strips.is_at(point):
            return None
        place = self._view.camera.to_board(point)
        return self._view.scene.deck.grid.at(place.x(), place.y())

    def write_at(self, point: QPointF) -> None:
        """Write a new note near a point of the widget; a collapsed stage or lane is expanded."""
        place = self._view.camera.to_board(point)
        self.strips.expand(self._view.scene.deck.plan.cell_at(place.x(), place.y()))
        self._writing.open_new(self.free_place(point))

    def write_in(self, column: Column) -> None:
        """Write a new note in a column, as far up as there is room."""
        deck = self._view.scene.deck
        cell = (column.stage, deck.plan.cell_at((column.left + column.right) / 2, 0)[1])
        self.strips.expand(cell)
        x, y = Room(deck).nearest(cell, GAP, GAP, NOTE_HEIGHT)
        self._writing.open_new(Place(*cell, x, y))

    def free_place(self, point: QPointF) -> Place:
        """Where a new note would lie that is wanted at this point of the widget."""
        deck = self._view.scene.deck
        place = self._view.camera.to_board(point)
        cell, x, y = local(deck, place.x() - NOTE_WIDTH / 2, place.y() - NOTE_HEIGHT / 2)
        x, y = Room(deck).nearest(cell, slot_x(slot_of(x)), y, NOTE_HEIGHT)
        return Place(*cell, x, y)

    def _press_board(self, point: QPointF, adds: bool) -> None:
        card = self.card_at(point)
        if card is None:
            self.gesture = RubberBand(self._view, self._selection, point, adds)
            return
        selected = self._view.scene.selected
        if adds:
            self._selection.toggle((card.id,))
        elif card.id not in selected:
            self._selection.select((card.id,))
        else:
            self._clicked = card.id
        if card.id in self._view.scene.selected:
            cards = self._view.scene.cards(self._selection.notes)
            self.gesture = DragNotes(
                self._view,
                self._authoring,
                card,
                cards,
                point,
                merges=self.is_merging,
                snaps=self.is_snapping,
            )

    def _double_click_ground(self, point: QPointF) -> None:
        """A collapsed stage or lane expands; elsewhere one writes."""
        place = self._view.camera.to_board(point)
        plan = self._view.scene.deck.plan
        cell = plan.cell_at(place.x(), place.y())
        column = plan.column_at(place.x())
        if plan.is_folded(cell) and column.left <= place.x() < column.right:
            self.strips.expand(cell)
        else:
            self.write_at(point)

    def _hover(self, point: QPointF) -> None:
        self.strips.hover(point)
        self._mark(self.card_at(point))

    def _mark(self, card: Card | None) -> None:
        view = self._view
        if card is not self.hovered:
            for one in (card, self.hovered):
                where = view.note_rect(one.id) if one is not None else None
                if where is not None:
                    view.update(where.adjusted(-3, -3, 3, 3).toAlignedRect())
            self.hovered = card
