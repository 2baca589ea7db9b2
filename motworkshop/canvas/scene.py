"""What is on the board at present: cards, which are selected or lifted, and the tiles of it all."""

from collections.abc import Iterable, Set
from time import perf_counter

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from motworkshop.canvas.camera import Bounds, Camera
from motworkshop.canvas.card import Card
from motworkshop.canvas.deck import Damage, Deck
from motworkshop.canvas.ground import paint_ground
from motworkshop.canvas.note_painter import NotePainter
from motworkshop.canvas.overview import Overview
from motworkshop.canvas.plan import BETWEEN, SLIM
from motworkshop.canvas.tiles import Tiles
from motworkshop.canvas.veil import PaintBoard, Veil
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop

AT_ONCE = 2
"""So many notes are painted before it is asked whether there is time for more."""


class Scene:
    """Everything that tiles are painted from. It keeps no facts of the workshop."""

    def __init__(self, workshop: Workshop, theme: Theme, camera: Camera) -> None:
        self.deck = Deck(workshop)
        self.theme = theme
        self.painter = NotePainter(theme, self.deck.picture)
        self.selected: Set[Id] = frozenset()
        self.lifted: Set[Id] = frozenset()
        self.veil = Veil(self.deck, self.painter, camera)
        self._camera = camera
        self.tiles = Tiles(self.draw)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in other colours."""
        self.theme = theme
        self.painter.set_theme(theme)
        self.veil.forget()
        self.tiles.clear()

    def apply(self, workshop: Workshop, change: Change) -> Damage:
        """Follow the document; tiles that the change touches become stale."""
        damage = self.deck.apply(workshop, change)
        self.veil.follow(damage)
        return self._spoil(damage)

    def turn_down(self, is_face_down: bool) -> None:
        """Draw all notes face down, or face up again; no tile with their texts is kept."""
        if self.painter.is_face_down != is_face_down:
            self.painter.is_face_down = is_face_down
            self.veil.forget()
            self.tiles.clear()

    def dim(self, bright: Set[Id] | None) -> None:
        """Lay a veil over all but these notes; None takes it away."""
        self.veil.bright = bright

    def show_dots(self, shown: bool) -> None:
        """Dots on the notes, or none."""
        self.veil.forget()
        self._spoil(self.deck.show_dots(shown))

    def select(self, notes: Iterable[Id]) -> None:
        """Draw these notes as selected."""
        before, self.selected = self.selected, frozenset(notes)
        self.veil.selected = self.selected
        self._spoil_notes(before ^ self.selected)

    def lift(self, notes: Iterable[Id]) -> None:
        """Leave these notes out of the tiles, because somebody holds them; () lays them back."""
        before, self.lifted = self.lifted, frozenset(notes)
        self._spoil_notes(before ^ self.lifted)

    def paint_veil(self, painter: QPainter, where: QRectF, board: PaintBoard) -> None:
        """Lay the veil over the board there, if there is one, and the matches on it."""
        self.veil.paint(painter, self.theme, where, board, self.lifted)

    def bounds(self) -> Bounds:
        """What “fit all” shows: all columns, the place for a new stage, all notes."""
        left, top, right, bottom = self.deck.content()
        return (left, top, right + BETWEEN + SLIM, bottom)

    def picture(self, size: QSize, notes: Iterable[Id] = ()) -> QImage:
        """The whole board in a picture of this size, with these notes marked."""
        return Overview(self.deck, self.painter, self.theme, size).draw(notes)

    def draw(
        self, painter: QPainter, scale: float, part: QRect, done: int, end: float
    ) -> int | None:
        """Draw a rectangle of the board, the ground and then note by note, as `DrawTile` says."""
        dpr, (x, y) = self._camera.dpr, (part.x(), part.y())
        if not done:
            paint_ground(painter, self.deck.plan, self.theme, scale, QRectF(part), dpr)
        area = (x / scale, y / scale, (x + part.width()) / scale, (y + part.height()) / scale)
        cards = self.deck.grid.touching(*area)
        if self.lifted:
            cards = [card for card in cards if card.id not in self.lifted]
        for first in range(done, len(cards), AT_ONCE):
            if first > done and perf_counter() >= end:
                return first
            some = cards[first : first + AT_ONCE]
            self.painter.paint(painter, some, (0, 0), scale, dpr, self.selected)
        return None

    def cards(self, notes: Iterable[Id]) -> list[Card]:
        """The cards of these notes that are on the board."""
        return [self.deck.cards[note] for note in notes if note in self.deck.cards]

    def _spoil(self, damage: Damage) -> Damage:
        if damage.is_whole:
            self.tiles.spoil_all(self._camera.scale)
        else:
            self.tiles.spoil(damage.areas, self._camera.scale)
        return damage

    def _spoil_notes(self, notes: Set[Id]) -> None:
        self.tiles.spoil([card.bounds for card in self.cards(notes)], self._camera.scale)
