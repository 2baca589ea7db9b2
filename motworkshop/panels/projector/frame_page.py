"""The picture of the frame: the title, whose journey, from where to where, the promises, and who is
in the room."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF

from motworkshop.model.records import About, Participant, Promise
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.frame.roster import NOWHERE, by_department, missing_departments
from motworkshop.panels.projector.wall import Type, Wall
from motworkshop.panels.vote.words import listed
from motworkshop.values import dataclass

TITLE = Type(3.4, 1.0, is_strong=True, lines=2)
JOURNEY = Type(1.8, 1.0, lines=2)
WHO = Type(1.2, 1.0, role="ink_2", lines=2)
CAPTION = Type(1.0, role="ink_2", lines=1)
END = Type(1.45, 1.0, lines=3)
PROMISE = Type(1.6, 1.0, lines=2)
PEOPLE = Type(1.2, 1.0, is_strong=True, lines=1)
MISSING = Type(1.2, 1.0, role="warn", is_strong=True, lines=1)
NOTHING = Type(1.7, 1.2, role="ink_2")
SCALES = (1.0, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56)
"""How much smaller everything gets together until it fits."""
ARROW = 3.2
GAP, SMALL_GAP = 1.0, 0.3
FOOT = 1.7
"""How high a line about who is in the room is."""


@dataclass(frozen=True, slots=True)
class FramePage:
    """What the group agreed about the journey."""

    about: About
    promises: tuple[str, ...]
    people: str = ""
    missing: str = ""
    has_clock: bool = False

    @classmethod
    def of(cls, workshop: Workshop) -> "FramePage":
        """The frame as it is now."""
        texts = (promise.text.strip() for promise in workshop.ordered(Promise))
        promises = tuple(text for text in texts if text)
        gone = missing_departments(workshop)
        missing = f"Nobody from {listed(gone)}" if gone else ""
        return cls(workshop.about, promises, people_words(workshop), missing)

    def paint(self, wall: Wall) -> None:
        """Title above, the two ends of the journey, the promises; who is in the room at the foot."""
        room = wall.room
        foot = [
            (words, how) for words, how in ((self.people, PEOPLE), (self.missing, MISSING)) if words
        ]
        top = room.bottom() - len(foot) * FOOT * wall.unit
        sheets = (_Sheet(self, wall, scale, top) for scale in SCALES)
        sheet = next((one for one in sheets if one.height <= top - room.top()), None)
        (sheet or _Sheet(self, wall, SCALES[-1], top)).paint()
        for words, how in foot:
            wall.write(words, QRectF(room.left(), top, room.width(), FOOT * wall.unit), how)
            top += FOOT * wall.unit

    @property
    def heads(self) -> list[tuple[str, Type]]:
        """Title, journey and segment, as far as they are known."""
        about = self.about
        parts = ((about.title, TITLE), (about.journey, JOURNEY), (about.segment, WHO))
        return [(words, how) for words, how in parts if words.strip()]

    @property
    def ends(self) -> tuple[str, str] | None:
        """Where the journey begins and ends; None if neither is known."""
        start, end = self.about.journey_start.strip(), self.about.journey_end.strip()
        return (start or "–", end or "–") if start or end else None


class _Sheet:
    """The frame at one scale."""

    def __init__(self, page: FramePage, wall: Wall, scale: float, bottom: float) -> None:
        self._page, self._wall, self._scale, self._bottom = page, wall, scale, bottom
        room, unit = wall.room, wall.unit
        self._width = room.width()
        self._end_width = (room.width() - ARROW * unit) / 2
        inner = self._end_width - 2 * unit
        self._heads = [(words, self._scaled(how)) for words, how in page.heads]
        ends = [self._needs(words, END, inner) for words in page.ends or ()]
        self._ends = (max(ends) + 2.9 * unit) if ends else 0.0

    @property
    def height(self) -> float:
        """How high everything is together."""
        unit = self._wall.unit
        heads = sum(self._needs(words, how, self._width) for words, how in self._page.heads)
        promises = sum(
            self._needs(f"“{words}”", PROMISE, self._width) + SMALL_GAP * unit
            for words in self._page.promises
        )
        said = heads + len(self._heads) * SMALL_GAP * unit
        ends = self._ends + GAP * unit if self._ends else 0.0
        caption = 1.6 * unit if self._page.promises else 0.0
        return said + GAP * unit + ends + caption + promises

    def paint(self) -> None:
        """Everything, one below the other."""
        wall, room, unit = self._wall, self._wall.room, self._wall.unit
        top = room.top()
        for words, how in self._heads:
            top += wall.write(words, self._box(top), how) + SMALL_GAP * unit
        top += GAP * unit
        if self._page.ends:
            self._paint_ends(QRectF(room.left(), top, room.width(), self._ends), self._page.ends)
            top += self._ends + GAP * unit
        if self._page.promises:
            self._paint_promises(top)
        elif not self._page.ends:
            words = "Whose journey is it, from where to where, and what do we promise on it?"
            wall.write(words, self._box(top), NOTHING)

    def _paint_ends(self, box: QRectF, ends: tuple[str, str]) -> None:
        wall, unit = self._wall, self._wall.unit
        for place, (caption, words) in enumerate(zip(("From", "To"), ends, strict=True)):
            left = box.left() + place * (self._end_width + ARROW * unit)
            sheet = QRectF(left, box.top(), self._end_width, box.height())
            wall.card(sheet)
            inner = sheet.adjusted(unit, 0.6 * unit, -unit, 0)
            wall.write(caption, inner, CAPTION)
            wall.write(words, inner.adjusted(0, 1.6 * unit, 0, 0), self._scaled(END))
        side = 2 * unit
        middle = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        wall.icons.paint(wall.painter, "arrow-right", middle, wall.theme.ink_2)

    def _paint_promises(self, top: float) -> None:
        wall, unit, promises = self._wall, self._wall.unit, self._page.promises
        caption = "We promise" if len(promises) > 1 else "Our promise"
        wall.write(caption, self._box(top), CAPTION)
        top += 1.6 * unit
        for place, words in enumerate(promises):
            rest = len(promises) - place
            needs = self._needs(f"“{words}”", PROMISE, self._width)
            last_line = 0.0 if rest == 1 else 1.5 * unit
            if top + needs + last_line > self._bottom + 1:
                wall.write(f"and {rest} more", self._box(top), CAPTION)
                return
            top += wall.write(f"“{words}”", self._box(top), self._scaled(PROMISE))
            top += SMALL_GAP * unit

    def _scaled(self, how: Type) -> Type:
        size = max(1.0, how.size * self._scale)
        return replace(how, size=size, least=size)

    def _needs(self, words: str, how: Type, width: float) -> float:
        return self._wall.measure(words, QSizeF(width, 1e6), self._scaled(how)).height

    def _box(self, top: float) -> QRectF:
        room = self._wall.room
        return QRectF(room.left(), top, room.width(), max(0.0, self._bottom - top) + 1)


def people_words(workshop: Workshop) -> str:
    """Who is in the room: “13 people from 8 departments”; "" while nobody is on the roster."""
    here = len(workshop.of(Participant))
    if not here:
        return ""
    people = "1 person" if here == 1 else f"{here:,} people"
    named = [name for name in by_department(workshop) if name != NOWHERE]
    return f"In the room: {people}" + (
        f" from {counted(len(named), 'department')}" if named else ""
    )
