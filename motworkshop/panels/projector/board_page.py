"""The picture of the board: an overview, with what is spoken of in a spotlight beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage

from motworkshop.model.reading import notes_under
from motworkshop.model.records import Id, Stage
from motworkshop.model.voting import merged_words
from motworkshop.model.workshop import Workshop, visible_notes
from motworkshop.panels.projector.note_card import NoteCard, note_card, style_of
from motworkshop.panels.projector.wall import Type, Wall
from motworkshop.values import dataclass

BoardPicture = Callable[[QSize, Sequence[Id]], QImage]
"""Gives the board in a picture of this size, with these notes marked."""
MOST_CARDS = 3
SAID = Type(1.5, 1.0, is_strong=True, lines=1)
SPOT = 9.2
"""How high the spotlight on notes is, in parts of the height."""
STAGE_SPOT = 14.0
DIMMED = 0.35


@dataclass(frozen=True, slots=True)
class StageCard:
    """A stage with what the group means by it, and its notes as (number, text, id); `merged` more
    lie under them."""

    name: str
    definition: str
    notes: tuple[tuple[int, str, Id], ...]
    merged: int = 0

    @classmethod
    def of(cls, workshop: Workshop, stage: Stage) -> "StageCard":
        """The card of a stage."""
        notes = [note for note in visible_notes(workshop) if note.stage == stage.id]
        told = tuple((note.number, note.text, note.id) for note in notes)
        merged = workshop.remember(notes_under).get(stage.id, 0)
        return cls(stage.name, stage.definition, told, merged)


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The board with what the group does now, or a few notes or one stage in the spotlight."""

    board: BoardPicture
    workshop: Workshop
    said: str
    notes: tuple[Id, ...] = ()
    stage: Id | None = None
    has_clock: bool = False

    def paint(self, wall: Wall) -> None:
        """The overview, and below it the spotlight if there is something to put into it."""
        unit = wall.unit
        room = wall.room.adjusted(0, -0.5 * unit, 0, 0)
        cards = [card for note in self.notes if (card := note_card(self.workshop, note))]
        stage = self.workshop.of(Stage).get(self.stage or "")
        if stage is None and not cards:
            wall.write(self.said, room, SAID)
            self._paint_board(wall, room.adjusted(0, 2.4 * unit, 0, 0))
            return
        spot = QRectF(room)
        spot.setTop(room.bottom() - (SPOT if stage is None else STAGE_SPOT) * unit)
        above = QRectF(room.left(), room.top(), room.width(), spot.top() - room.top() - unit)
        self._paint_board(wall, above, is_dimmed=not cards)
        if stage is not None:
            _paint_stage(wall, spot, StageCard.of(self.workshop, stage), self.workshop)
        else:
            _paint_cards(wall, spot, cards)

    def _paint_board(self, wall: Wall, box: QRectF, *, is_dimmed: bool = False) -> None:
        """`is_dimmed` where nothing on the overview is marked, so that the eye goes to the card."""
        size = QSize(round(box.width() * wall.ratio), round(box.height() * wall.ratio))
        if size.isEmpty():
            return
        image = self.board(size, self.notes)
        wall.painter.save()
        wall.painter.setOpacity(1 - DIMMED if is_dimmed else 1.0)
        wall.painter.drawImage(box, image)
        wall.painter.restore()


def _paint_cards(wall: Wall, box: QRectF, cards: Sequence[NoteCard]) -> None:
    """The notes side by side, to be compared."""
    unit = wall.unit
    shown = cards[:MOST_CARDS]
    more = len(cards) - len(shown)
    foot = 1.7 * unit if more else 0.0
    gap = 0.8 * unit
    wide = (box.width() - gap * (len(shown) - 1)) / len(shown)
    largest = (2.6, 1.8, 1.4)[len(shown) - 1]
    room = QRectF(box.left(), box.top(), wide, box.height() - foot)
    height = max(card.height(wall, room, largest) for card in shown)
    for place, card in enumerate(shown):
        card.paint(wall, room.translated(place * (wide + gap), 0), largest, height)
    if more:
        below = QRectF(box.left(), box.bottom() - foot, box.width(), foot)
        wall.write(f"and {more} more", below, Type(1.1, role="ink_2", lines=1, is_middle=True))


def _paint_stage(wall: Wall, box: QRectF, stage: StageCard, workshop: Workshop) -> None:
    """Name and definition to the left, the notes to the right."""
    unit = wall.unit
    wall.card(box)
    inner = box.adjusted(unit, 0.7 * unit, -unit, -0.3 * unit)
    left = QRectF(inner.left(), inner.top(), inner.width() * 0.5 - unit, inner.height())
    top = left.top()
    name = QRectF(left.left(), top, left.width(), 5 * unit)
    top += wall.write(stage.name, name, Type(2.4, 1.4, is_strong=True, lines=2)) + 0.3 * unit
    room = QRectF(left.left(), top, left.width(), left.bottom() - top)
    wall.write(stage.definition, room, Type(1.4, 1.0))
    right = inner.adjusted(inner.width() * 0.5, 0, 0, 0)
    how = Type(1.05, role="ink_2", is_strong=True, lines=1)
    words = merged_words(len(stage.notes) + stage.merged, len(stage.notes))
    top = right.top() + wall.write(words, right, how)
    _paint_notes(wall, right, top + 0.3 * unit, stage, workshop)


def _paint_notes(
    wall: Wall, inner: QRectF, top: float, stage: StageCard, workshop: Workshop
) -> None:
    """As many notes as fit, one below the other, and how many do not."""
    unit, row = wall.unit, 1.5 * wall.unit
    fits = max(0, int((inner.bottom() - top) / row))
    shown = stage.notes if len(stage.notes) <= fits else stage.notes[: max(0, fits - 1)]
    for number, text, note in shown:
        chip = QRectF(inner.left(), top + 0.15 * unit, 2.3 * unit, row - 0.3 * unit)
        wall.chip(number, style_of(workshop, note), chip)
        words = QRectF(chip.right() + 0.5 * unit, top, 0, row)
        words.setRight(inner.right())
        wall.write(text, words, Type(1.05, 1.0, lines=1, is_middle=True))
        top += row
    if fits and len(shown) < len(stage.notes):
        line = QRectF(inner.left(), top, inner.width(), row)
        more = f"and {len(stage.notes) - len(shown)} more"
        wall.write(more, line, Type(1.0, role="ink_2", lines=1, is_middle=True))
