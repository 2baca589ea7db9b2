"""The pointer on the board: which gesture a press begins, and what wheel and double-click do."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.card import Card
from motworkshop.canvas.drag_gesture import DragNotes
from motworkshop.canvas.gesture import Gesture
from motworkshop.canvas.header_editor import HeaderEditing
from motworkshop.canvas.headers import HEIGHT, NEW_STAGE, arrow_rect, header_id, header_rect
from motworkshop.canvas.note_editing import NoteEditing
from motworkshop.canvas.pan import Pan
from motworkshop.canvas.placing import Room, local, slot_of, slot_x
from motworkshop.canvas.plan import Column
from motworkshop.canvas.rubber_band import RubberBand
from motworkshop.canvas.stage_authoring import StageAuthoring
from motworkshop.canvas.stage_drag import DragStage
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH
from motworkshop.model.records import Id, Place

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
        headings: HeaderEditing,
        stages: StageAuthoring,
    ) -> None:
        self._view = view
        self._authoring = authoring
        self._selection = selection
        self._writing = writing
        self._headings = headings
        self._stages = stages
        self._clicked: Id | None = None
        self.gesture: Gesture | None = None
        self.hovered: Card | None = None
        self.is_panning_key_down = False
        self.is_merging = False
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
        if event.button() == Qt.MouseButton.MiddleButton or self.is_panning_key_down:
            self.gesture = Pan(self._view, point)
        elif event.button() == Qt.MouseButton.LeftButton:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if point.y() < HEIGHT:
                self._press_header(point)
            else:
                self._press_board(point, adds)
        elif event.button() == Qt.MouseButton.RightButton:
            card = self.card_at(point)
            if card is not None and card.id not in self._view.scene.selected:
                self._selection.select((card.id,))

    def move(self, event: QMouseEvent) -> None:
        """It moved, with a button down or not."""
        self.at = event.position()
        if self.gesture is not None:
            self.gesture.move(self.at)
        else:
            self._hover(self.at)

    def release(self, event: QMouseEvent) -> None:
        """The button was let go."""
        gesture, self.gesture = self.gesture, None
        if gesture is None:
            return
        if isinstance(gesture, DragStage) and not gesture.has_begun:
            gesture.cancel()
            self._click_arrow(gesture.stage, event.position())
            return
        was_click = isinstance(gesture, DragNotes) and not gesture.has_begun
        gesture.release(event.position())
        if was_click and self._clicked is not None:
            self._selection.select((self._clicked,))
        self._hover(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """On a note: write on it. On empty board: a new one there. On a header: rename it."""
        if event.button() != Qt.MouseButton.LeftButton or self._has_turned:
            return
        self.cancel()
        point = event.position()
        if point.y() < HEIGHT:
            column = self.header_at(point)
            if column is not None and column.stage is not None:
                self._headings.rename(column.stage)
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

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self.at = None
        self._mark(None, "")

    def cancel(self) -> bool:
        """Break off the gesture in progress; whether there was one."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def card_at(self, point: QPointF) -> Card | None:
        """The card under a point of the widget."""
        if point.y() < HEIGHT:
            return None
        place = self._view.camera.to_board(point)
        return self._view.scene.deck.grid.at(place.x(), place.y())

    def write_at(self, point: QPointF) -> None:
        """Write a new note near a point of the widget; a collapsed stage is expanded for it."""
        x = self._view.camera.to_board(point).x()
        self._stages.expand(self._view.scene.deck.plan.column_at(x).stage)
        self._writing.open_new(self.free_place(point))

    def write_in(self, column: Column) -> None:
        """Write a new note in a column, as far up as there is room."""
        self._stages.expand(column.stage)
        deck = self._view.scene.deck
        cell = deck.plan.cell_at((column.left + column.right) / 2, 0)
        cell = (column.stage, cell[1])
        x, y = Room(deck).nearest(cell, GAP, GAP, NOTE_HEIGHT)
        self._writing.open_new(Place(*cell, x, y))

    def header_at(self, point: QPointF) -> Column | None:
        """The column whose header is under a point of the widget."""
        view = self._view
        return view.headers.column_at(point, view.camera, view.scene.deck.plan)

    def arrow_at(self, point: QPointF) -> Id | None:
        """The stage that a click at this point of the widget collapses or expands."""
        column = self.header_at(point)
        if column is None:
            return None
        arrow = arrow_rect(header_rect(self._view.camera, column), column)
        return column.stage if arrow.contains(point) else None

    def free_place(self, point: QPointF) -> Place:
        """Where a new note would lie that is wanted at this point of the widget."""
        deck = self._view.scene.deck
        place = self._view.camera.to_board(point)
        cell, x, y = local(deck, place.x() - NOTE_WIDTH / 2, place.y() - NOTE_HEIGHT / 2)
        x, y = Room(deck).nearest(cell, slot_x(slot_of(x)), y, NOTE_HEIGHT)
        return Place(*cell, x, y)

    def _press_header(self, point: QPointF) -> None:
        strip, view = self._view.headers, self._view
        if strip.is_new_stage(point, view.camera, view.scene.deck.plan):
            self._headings.add()
            return
        column = self.header_at(point)
        if column is not None and column.stage is not None:
            self.gesture = DragStage(view, self._stages, column, point)

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
                self._view, self._authoring, card, cards, point, merges=self.is_merging
            )

    def _click_arrow(self, pressed: Id | None, point: QPointF) -> None:
        stage = self.arrow_at(point)
        if stage is not None and stage == pressed:
            self._has_turned = True
            self._stages.turn(stage)
            self._hover(point)

    def _double_click_ground(self, point: QPointF) -> None:
        """A collapsed stage expands; elsewhere one writes."""
        x = self._view.camera.to_board(point).x()
        column = self._view.scene.deck.plan.column_at(x)
        if column.is_collapsed and column.left <= x < column.right:
            self._stages.expand(column.stage)
        else:
            self.write_at(point)

    def _hover(self, point: QPointF) -> None:
        view = self._view
        header = ""
        if point.y() < HEIGHT:
            column = self.header_at(point)
            if view.headers.is_new_stage(point, view.camera, view.scene.deck.plan):
                header = NEW_STAGE
            elif column is not None and column.stage is not None:
                header = header_id(column)
        self._mark(self.card_at(point), header)

    def _mark(self, card: Card | None, header: str) -> None:
        view = self._view
        if card is not self.hovered:
            for one in (card, self.hovered):
                where = view.note_rect(one.id) if one is not None else None
                if where is not None:
                    view.update(where.adjusted(-3, -3, 3, 3).toAlignedRect())
            self.hovered = card
        if header != view.marked.hovered:
            view.marked = view.marked._replace(hovered=header)
            view.update(0, 0, view.width(), HEIGHT)
