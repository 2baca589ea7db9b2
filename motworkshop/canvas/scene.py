"""What is on the board at present: cards, which are selected or lifted, and the tiles of it all."""

from collections.abc import Iterable, Set

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap

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

LARGEST_LIFT = 3000
"""Device pixels; what is lifted beyond is not drawn while it is dragged."""


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
        self.tiles = Tiles(self._draw_part)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in other colours."""
        self.theme = theme
        self.painter.set_theme(theme)
        self.tiles.clear()

    def apply(self, workshop: Workshop, change: Change) -> Damage:
        """Follow the document; tiles that the change touches become stale."""
        self.veil.forget()
        return self._spoil(self.deck.apply(workshop, change))

    def turn_down(self, is_face_down: bool) -> None:
        """Draw all notes face down, or face up again; no tile with their texts is kept."""
        if self.painter.is_face_down != is_face_down:
            self.painter.is_face_down = is_face_down
            self.tiles.clear()

    def dim(self, bright: Set[Id] | None) -> None:
        """Lay a veil over all but these notes; None takes it away."""
        self.veil.bright = bright

    def show_dots(self, shown: bool) -> None:
        """Dots on the notes, or none."""
        self._spoil(self.deck.show_dots(shown))

    def select(self, notes: Iterable[Id]) -> None:
        """Draw these notes as selected."""
        before, self.selected = self.selected, frozenset(notes)
        self._spoil_notes(before ^ self.selected)

    def lift(self, notes: Iterable[Id]) -> None:
        """Leave these notes out of the tiles, because somebody holds them; () lays them back."""
        before, self.lifted = self.lifted, frozenset(notes)
        self._spoil_notes(before ^ self.lifted)

    def picture_of(self, notes: Set[Id], area: Bounds) -> tuple[QPixmap, float, float]:
        """These notes in `area` as one picture, and its upper left corner on the board."""
        cards = [card for card in self.deck.grid.touching(*area) if card.id in notes]
        left = min((card.bounds[0] for card in cards), default=0.0)
        top = min((card.bounds[1] for card in cards), default=0.0)
        right = max((card.bounds[2] for card in cards), default=1.0)
        bottom = max((card.bounds[3] for card in cards), default=1.0)
        scale, dpr = self._camera.scale, self._camera.dpr
        x, y = round(left * scale), round(top * scale)
        width = min(LARGEST_LIFT, max(1, round((right - left) * scale)))
        height = min(LARGEST_LIFT, max(1, round((bottom - top) * scale)))
        pixmap = QPixmap(width, height)
        pixmap.fill("#00000000")
        painter = QPainter(pixmap)
        self.painter.paint(painter, cards, (-x, -y), scale, dpr, self.selected)
        painter.end()
        return pixmap, x / scale, y / scale

    def paint_veil(self, painter: QPainter, where: QRectF, board: PaintBoard) -> None:
        """Lay the veil over the board there, if there is one, and the matches on it."""
        self.veil.paint(painter, self.theme, where, board, self.lifted, self.selected)

    def bounds(self) -> Bounds:
        """What “fit all” shows: all columns, the place for a new stage, all notes."""
        left, top, right, bottom = self.deck.content()
        return (left, top, right + BETWEEN + SLIM, bottom)

    def picture(self, size: QSize, notes: Iterable[Id] = ()) -> QImage:
        """The whole board in a picture of this size, with these notes marked."""
        return Overview(self.deck, self.painter, self.theme, size).draw(notes)

    def cards(self, notes: Iterable[Id]) -> list[Card]:
        """The cards of these notes that are on the board."""
        return [self.deck.cards[note] for note in notes if note in self.deck.cards]

    def _draw_part(self, painter: QPainter, scale: float, part: QRect) -> None:
        dpr, (x, y) = self._camera.dpr, (part.x(), part.y())
        paint_ground(painter, self.deck.plan, self.theme, scale, QRectF(part), dpr)
        area = (x / scale, y / scale, (x + part.width()) / scale, (y + part.height()) / scale)
        cards: Iterable[Card] = self.deck.grid.touching(*area)
        if self.lifted:
            cards = [card for card in cards if card.id not in self.lifted]
        self.painter.paint(painter, cards, (0, 0), scale, dpr, self.selected)

    def _spoil(self, damage: Damage) -> Damage:
        if damage.is_whole:
            self.tiles.spoil_all(self._camera.scale)
        else:
            self.tiles.spoil(damage.areas, self._camera.scale)
        return damage

    def _spoil_notes(self, notes: Set[Id]) -> None:
        self.tiles.spoil([card.bounds for card in self.cards(notes)], self._camera.scale)
