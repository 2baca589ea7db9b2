"""Dragging notes: the selection is lifted as one picture and laid down where there is room."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.camera import Bounds
from motworkshop.canvas.card import Card, Cell
from motworkshop.canvas.dragged import Dragged
from motworkshop.canvas.gesture import THRESHOLD, AutoScroll, Gesture
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.landing import Lander, Ways
from motworkshop.canvas.plan import Plan
from motworkshop.canvas.view import View
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import Id, Place

Modifier = Qt.KeyboardModifier
MOST_SHOWN = 24
"""Of more notes it is not shown where each one would lie: it would be a thicket of lines."""


class DragNotes(Gesture):
    """Drags `cards`, taken by `held`; locked ones stay where they are.

    Where it `snaps` notes are drawn to slots, rows and neighbours. Alt lays them down exactly
    where they are, even on others; Shift keeps to one axis; Ctrl leaves them and lays copies
    down. Where it `merges` they come to lie under the note on which they are dropped.
    """

    def __init__(
        self,
        view: View,
        authoring: Authoring,
        held: Card,
        cards: list[Card],
        point: QPointF,
        *,
        merges: bool = False,
        snaps: bool = True,
    ) -> None:
        self._view = view
        self._authoring = authoring
        self._held = held
        self._all = cards
        self._heights = {card.id: card.height for card in cards}
        self._press = point
        self._point = point
        self._start = view.camera.to_board(point)
        self._shift = QPointF()
        self._merges = merges
        self._snaps = snaps
        self._is_refused = False
        self._dragged: Dragged | None = None
        self._lander: Lander | None = None
        self._lead: Card | None = None
        self._scroll = AutoScroll(view, self)

    @property
    def has_begun(self) -> bool:
        """Whether it has become a drag."""
        return self._dragged is not None

    @override
    def move(self, point: QPointF) -> None:
        is_close = (point - self._press).manhattanLength() < THRESHOLD
        if self._dragged is None and (is_close or not self._lift()):
            return
        self._point = point
        self._shift = self._on_axis(self._view.camera.to_board(point) - self._start)
        self._lead = self._lead_at(point)
        self._show()
        self._scroll.follow(point)

    @override
    def hold(self, keys: Qt.KeyboardModifier) -> None:
        changed, self.held = self.held ^ keys, keys
        if self._dragged is None:
            return
        if changed & Modifier.ControlModifier:
            self._lift()
        if changed:
            self.move(self._point)

    @override
    def release(self, point: QPointF) -> None:
        self._scroll.stop()
        if self._dragged is None:
            return
        lead, is_copy = self._lead, self._is_copy
        cards, landing = self._cards(), None
        if lead is None and self._lander is not None:
            landing = self._lander.at(self._shift.x(), self._shift.y(), self._ways())
        self._put_down()
        if landing is not None and is_copy:
            self._authoring.copy_to(landing.places, landing.made_room)
        elif landing is not None:
            self._authoring.move(landing.places, landing.made_room)
        elif lead is not None:
            self._authoring.merge(lead.id, [card.id for card in cards])

    @override
    def cancel(self) -> None:
        self._scroll.take_back()
        self._put_down()

    @override
    def paint_over(self, painter: QPainter) -> None:
        if self._dragged is not None:
            self._dragged.paint(painter)

    @property
    def _is_copy(self) -> bool:
        return bool(self.held & Modifier.ControlModifier)

    def _cards(self) -> list[Card]:
        """What goes along: copies of all of them, or those that are not locked."""
        if self._is_copy:
            return self._all
        return [card for card in self._all if not card.is_locked]

    def _lift(self) -> bool:
        """Take the notes off the board, or copies of them; whether there is anything to drag."""
        if self._is_refused:
            return False
        if self._held.is_locked and not self._is_copy:
            self._is_refused = True
            number = self._held.number
            self._put_down()
            self._authoring.refused.emit(f"Note {number} is locked. Unlock it to move it.")
            return False
        view, cards = self._view, self._cards()
        self._dragged = Dragged(view, cards)  # before: it copies what is painted of them
        view.scene.lift(() if self._is_copy else [card.id for card in cards])
        self._lander = Lander(view.scene.deck, cards, self._held, copies=self._is_copy)
        shape = Qt.CursorShape.DragCopyCursor if self._is_copy else Qt.CursorShape.ClosedHandCursor
        view.setCursor(shape)
        view.update()
        return True

    def _put_down(self) -> None:
        self._dragged = None
        self._view.hand.drop()
        self._view.scene.lift(())
        self._view.unsetCursor()
        self._view.update()

    def _ways(self) -> Ways:
        is_straight = bool(self.held & Modifier.ShiftModifier)
        return Ways(
            snaps=self._snaps,
            is_exact=bool(self.held & Modifier.AltModifier),
            keeps_x=is_straight and not self._shift.x(),
            keeps_y=is_straight and not self._shift.y(),
        )

    def _on_axis(self, shift: QPointF) -> QPointF:
        """With Shift the longer way alone."""
        if not self.held & Modifier.ShiftModifier:
            return shift
        if abs(shift.x()) >= abs(shift.y()):
            return QPointF(shift.x(), 0)
        return QPointF(0, shift.y())

    def _lead_at(self, point: QPointF) -> Card | None:
        """The note under the pointer, below those that are dragged, where they would merge."""
        is_other = bool(self.held & (Modifier.ControlModifier | Modifier.AltModifier))
        if not self._merges or is_other or point.y() < HEIGHT:
            return None
        place = self._view.camera.to_board(point)
        dragged = frozenset(card.id for card in self._cards())
        return self._view.scene.deck.grid.at(place.x(), place.y(), dragged)

    def _show(self) -> None:
        assert self._dragged is not None
        assert self._lander is not None
        lands: list[QRectF] = []
        guides: list[QLineF] = []
        ways, shift = self._ways(), (self._shift.x(), self._shift.y())
        if self._lead is None and not ways.is_exact:
            landing = self._lander.preview(*shift, ways) if self._is_few else None
            place = landing.places[self._held.id] if landing else self._lander.held_at(*shift, ways)
            lands = self._landing_rects(landing.places if landing else {self._held.id: place})
            if ways.snaps:
                guides = self._lander.guides_from(place)
        self._dragged.show(
            self._shift, lands=lands, guides=guides, lead=self._lead, is_copy=self._is_copy
        )

    @property
    def _is_few(self) -> bool:
        return len(self._all) <= MOST_SHOWN

    def _landing_rects(self, places: Mapping[Id, Place]) -> list[QRectF]:
        """Where each one would lie on the board; a collapsed stage or lane as a whole."""
        plan, seen = self._view.scene.deck.plan, self._view.camera.seen()
        found: dict[object, QRectF] = {}
        for note, place in places.items():
            cell = (place.stage, place.lane)
            left, top = plan.corner(cell)
            if plan.is_folded(cell):
                found[cell] = _folded_rect(plan, cell, seen)
            else:
                found[note] = QRectF(left + place.x, top + place.y, NOTE_WIDTH, self._heights[note])
        return list(found.values())


def _folded_rect(plan: Plan, cell: Cell, seen: Bounds) -> QRectF:
    """A collapsed stage from top to bottom of what is seen, or a stage's part of a collapsed
    lane."""
    column, row = plan.column_of(cell[0]), plan.row_of(cell[1])
    assert column is not None
    top, bottom = (row.top, row.bottom) if row and row.is_collapsed else (seen[1], seen[3])
    return QRectF(column.left, top, column.right - column.left, bottom - top)
