"""The picture of one moment of truth: what was settled about it, as a card for the whole room."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF

from motworkshop.model.moments import Moment
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.projector.note_card import NoteCard, note_card
from motworkshop.panels.projector.wall import Type, Wall
from motworkshop.panels.projector.words import metric_words
from motworkshop.values import dataclass

CAPTION = Type(1.0, role="ink_2", is_strong=True, lines=1)
SAID = Type(1.5, 1.0)
MISSING = Type(1.3, 1.0, role="warn", lines=2)
NAME = Type(2.0, 1.1, is_strong=True, lines=2)
NOTE_HEIGHT = 7.0
SHORT = 5.4
"""A field of this height is never made lower for the sake of a longer one."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is settled, or what is said while it is not."""

    caption: str
    said: tuple[str, ...]
    missing: str
    how: Type = SAID


@dataclass(frozen=True, slots=True)
class MomentPage:
    """A moment in the spotlight."""

    note: NoteCard
    left: tuple[Field, ...]
    right: tuple[Field, ...]
    has_clock: bool = False

    @classmethod
    def of(cls, workshop: Workshop, moment: Moment) -> "MomentPage | None":
        """The card of a moment; None if its note is not there any more."""
        note = note_card(workshop, moment.note.id)
        if note is None:
            return None
        card, line = moment.card, moment.line
        people = "" if line.breadth is None else f" from {line.breadth} people"
        metrics = tuple(metric_words(metric) for metric in moment.metrics)
        return cls(
            replace(note, votes=f"{counted(line.dots, 'dot')}{people}"),
            (
                Field(
                    "Ideal experience",
                    _told(card.ideal_experience if card else ""),
                    "How should it be at its best?",
                ),
                Field(
                    "Without asking, the front line may",
                    _told(card.freedom if card else ""),
                    "What may whoever is there decide alone?",
                ),
            ),
            (
                Field(
                    "Accountable",
                    _told(workshop.name_of(card.accountable) if card else ""),
                    "Who answers for it?",
                    NAME,
                ),
                Field("Measured by", metrics, "How will we know?"),
            ),
        )

    def paint(self, wall: Wall) -> None:
        """The note above, what was settled in two columns below."""
        unit, room = wall.unit, wall.room
        top = room.top() - 0.4 * unit
        space = QRectF(room.left(), top, room.width(), NOTE_HEIGHT * unit)
        top += self.note.paint(wall, space, 2.4) + 0.8 * unit
        below = QRectF(room.left(), top, room.width(), room.bottom() - top)
        gap = unit
        wide = (below.width() - gap) * 0.57
        first = QRectF(below.left(), below.top(), wide, below.height())
        second = QRectF(first.right() + gap, below.top(), 0, below.height())
        second.setRight(below.right())
        _paint_column(wall, first, self.left)
        _paint_column(wall, second, self.right)


def _told(words: str) -> tuple[str, ...]:
    return (words.strip(),) if words.strip() else ()


def _paint_column(wall: Wall, box: QRectF, fields: tuple[Field, ...]) -> None:
    unit, gap = wall.unit, 0.8 * wall.unit
    needs = [_needs(wall, box.width(), field) for field in fields]
    room = box.height() - gap * (len(fields) - 1)
    top = box.top()
    for field, height in zip(fields, _shared(needs, room, SHORT * unit), strict=True):
        sheet = QRectF(box.left(), top, box.width(), height)
        wall.card(sheet)
        inner = sheet.adjusted(unit, 0.6 * unit, -unit, -0.5 * unit)
        wall.write(field.caption, inner, CAPTION)
        words = inner.adjusted(0, 1.6 * unit, 0, 0)
        if field.said:
            _paint_said(wall, words, field)
        else:
            wall.write(field.missing, words, MISSING)
        top = sheet.bottom() + gap


def _shared(needs: list[float], room: float, short: float) -> list[float]:
    """The heights of fields: all grow alike, but only the long ones shrink."""
    over = sum(needs) - room
    if over <= 0:
        return [need * room / sum(needs) for need in needs]
    spare = sum(max(0.0, need - short) for need in needs)
    part = min(1.0, over / spare) if spare else 0.0
    return [need - max(0.0, need - short) * part for need in needs]


def _needs(wall: Wall, width: float, field: Field) -> float:
    """The height of a field in the type it would like best, its margins included."""
    room = QSizeF(width - 2 * wall.unit, 1e6)
    told = [wall.measure(said, room, field.how).height for said in field.said]
    return max(2.0 * wall.unit, sum(told)) + 2.7 * wall.unit


def _paint_said(wall: Wall, box: QRectF, field: Field) -> None:
    """All that is said, each from a line of its own and in the same type; or how many are left."""
    gap, how = 0.5 * wall.unit, field.how
    steps = 8
    for step in range(steps + 1):
        size = how.size * (how.least / how.size) ** (step / steps)
        one = replace(how, size=size, least=size)
        heights = [wall.measure(said, QSizeF(box.width(), 1e6), one).height for said in field.said]
        if sum(heights) + gap * (len(heights) - 1) <= box.height() + 1:
            break
    top = box.top()
    for place, (said, height) in enumerate(zip(field.said, heights, strict=True)):
        rest = len(field.said) - place
        if place and top + height + (1.5 * wall.unit if rest > 1 else 0) > box.bottom() + 1:
            line = QRectF(box.left(), top, box.width(), 1.4 * wall.unit)
            wall.write(f"and {rest} more", line, replace(CAPTION, is_strong=False))
            return
        top += wall.write(said, QRectF(box.left(), top, box.width(), box.bottom() - top), one) + gap
