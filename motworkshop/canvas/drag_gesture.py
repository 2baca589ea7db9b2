"""Dragging notes: the selection is lifted as one picture and laid down where there is room."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from typing_extensions import override

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.card import Card
from motworkshop.canvas.colours import faded
from motworkshop.canvas.gesture import THRESHOLD, AutoScroll, Gesture
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.lead_mark import lead_area, paint_lead
from motworkshop.canvas.placing import Room, landing, landing_together
from motworkshop.canvas.view import View
from motworkshop.look import NOTE_CORNER
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import Place

SEE_THROUGH = 0.6
"""How much is seen of what is dragged while it is held over its lead."""
SHADOW = 14
"""Pixels around what is dragged that are painted again with it."""


class DragNotes(Gesture):
    """Drags `cards`, taken by `held`; locked ones stay where they are.

    Where `merges` they come to lie under the note on which they are dropped.
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
    ) -> None:
        self._view = view
        self._authoring = authoring
        self._held = held
        self._cards = [card for card in cards if not card.is_locked]
        self._press = point
        self._start = view.camera.to_board(point)
        self._shift: QPointF | None = None
        self._picture = QPixmap()
        self._corner = QPointF()
        self._lands: QRectF | None = None
        self._room: Room | None = None
        self._merges = merges
        self._lead: Card | None = None
        self._is_refused = False
        self._scroll = AutoScroll(view, self)

    @property
    def has_begun(self) -> bool:
        """Whether it has become a drag."""
        return self._shift is not None

    @override
    def move(self, point: QPointF) -> None:
        is_close = (point - self._press).manhattanLength() < THRESHOLD
        if self._shift is None and (is_close or not self._lift()):
            return
        before = self._dirty()
        self._shift = self._view.camera.to_board(point) - self._start
        self._lead = self._lead_at(point) if self._merges else None
        self._lands = self._landing_rect() if self._lead is None else None
        self._scroll.follow(point)
        self._view.update(before.united(self._dirty()).toAlignedRect())

    @override
    def release(self, point: QPointF) -> None:
        self._scroll.stop()
        if self._shift is None:
            return
        if self._lead is not None:
            self._view.scene.lift(())
            self._authoring.merge(self._lead.id, [card.id for card in self._cards])
        else:
            places, made_room = self._places()
            self._view.scene.lift(())
            self._authoring.move(places, made_room)
        self._view.unsetCursor()
        self._view.update()

    @override
    def cancel(self) -> None:
        self._scroll.stop()
        self._shift = None
        self._view.scene.lift(())
        self._view.unsetCursor()
        self._view.update()

    @override
    def paint_over(self, painter: QPainter) -> None:
        if self._shift is None:
            return
        self._paint_landing(painter)
        self._paint_shadow(painter)
        camera = self._view.camera
        place = self._corner + self._shift
        corner = camera.to_view(place.x(), place.y())
        painter.save()
        painter.scale(1 / camera.dpr, 1 / camera.dpr)
        painter.setOpacity(1.0 if self._lead is None else SEE_THROUGH)
        painter.drawPixmap(
            round(corner.x() * camera.dpr), round(corner.y() * camera.dpr), self._picture
        )
        painter.restore()
        if self._lead is not None:
            paint_lead(painter, self._view, self._lead)

    def _lift(self) -> bool:
        """Take the notes off the board; whether there is anything to drag."""
        if self._held.is_locked and not self._is_refused:
            self._is_refused = True
            number = self._held.number
            self._authoring.refused.emit(f"Note {number} is locked. Unlock it to move it.")
            self._cards = []
        if not self._cards:
            return False
        view = self._view
        view.scene.lift(card.id for card in self._cards)
        left, top, right, bottom = view.camera.seen()
        width, height = right - left, bottom - top
        area = (left - width / 2, top - height / 2, right + width / 2, bottom + height / 2)
        self._picture, x, y = view.scene.lifted_pixmap(area)
        self._corner = QPointF(x, y)
        self._shift = QPointF()
        view.setCursor(Qt.CursorShape.ClosedHandCursor)
        view.update()
        return True

    def _lead_at(self, point: QPointF) -> Card | None:
        """The note under the pointer, below those that are dragged."""
        if point.y() < HEIGHT:
            return None
        place = self._view.camera.to_board(point)
        dragged = frozenset(card.id for card in self._cards)
        return self._view.scene.deck.grid.at(place.x(), place.y(), dragged)

    def _places(self) -> tuple[dict[str, Place], dict[str, Place]]:
        assert self._shift is not None
        deck = self._view.scene.deck
        dx, dy = self._shift.x(), self._shift.y()
        besides = frozenset(card.id for card in self._cards)
        if len(self._cards) > 1:
            return landing_together(deck, self._cards, dx, dy, besides), {}
        card = self._cards[0]
        if self._room is None:
            self._room = Room(deck, besides)
        place, made_room = landing(deck, self._room, card, card.left + dx, card.top + dy)
        return {card.id: place}, made_room

    def _landing_rect(self) -> QRectF | None:
        """Where the one dragged note would lie on the board; a collapsed stage as a whole."""
        if len(self._cards) != 1:
            return None
        places, _room = self._places()
        place, plan = places[self._cards[0].id], self._view.scene.deck.plan
        left, top = plan.corner((place.stage, place.lane))
        column = plan.column_of(place.stage)
        if column is not None and column.is_collapsed:
            seen = self._view.camera.seen()
            return QRectF(left, seen[1], column.right - left, seen[3] - seen[1])
        return QRectF(left + place.x, top + place.y, NOTE_WIDTH, self._cards[0].height)

    def _on_view(self, rect: QRectF) -> QRectF:
        camera = self._view.camera
        return QRectF(
            camera.to_view(rect.left(), rect.top()), camera.to_view(rect.right(), rect.bottom())
        )

    def _dirty(self) -> QRectF:
        """What is painted of the drag at present, in pixels of the widget."""
        if self._shift is None:
            return QRectF()
        scale = self._view.camera.scale
        size = QPointF(self._picture.width() / scale, self._picture.height() / scale)
        place = self._corner + self._shift
        dirty = self._on_view(QRectF(place, place + size))
        if self._lands is not None:
            dirty = dirty.united(self._on_view(self._lands))
        if self._lead is not None:
            dirty = dirty.united(lead_area(self._view, self._lead))
        return dirty.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW)

    def _paint_landing(self, painter: QPainter) -> None:
        if self._lands is None:
            return
        accent = self._view.scene.theme.accent
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(accent), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(faded(accent, 0.10))
        painter.drawRoundedRect(self._on_view(self._lands), NOTE_CORNER, NOTE_CORNER)

    def _paint_shadow(self, painter: QPainter) -> None:
        """A deeper shadow: it is held above the board."""
        if len(self._cards) != 1 or self._shift is None:
            return
        card = self._cards[0]
        place = QPointF(card.left, card.top) + self._shift
        sheet = self._on_view(QRectF(place.x(), place.y(), NOTE_WIDTH, card.height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded("#000000", 0.05))
        for reach in (2, 5, 8):
            grown = sheet.adjusted(-reach + 1, -reach + 4, reach - 1, reach + 4)
            painter.drawRoundedRect(grown, 4 + reach, 4 + reach)
