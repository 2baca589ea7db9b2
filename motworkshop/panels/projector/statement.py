"""A few large words with the clock: an instruction, a question, a curtain, what is missing."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPen

from motworkshop.panels.projector.note_card import NoteCard
from motworkshop.panels.projector.wall import CENTRE, Time, Type, Wall
from motworkshop.values import dataclass

WIDEST = 44
"""Words in the middle are no longer than so many parts, or the eye loses the line."""
HEADING = Type(2.6, 1.3, is_strong=True, across=CENTRE, is_balanced=True)
LINE = Type(1.25, role="ink_2", across=CENTRE, is_balanced=True)
FIGURE = Type(1.7, 1.0, is_strong=True, lines=2, across=CENTRE)
PROMPT = Type(2.0, 1.1, is_strong=True, across=CENTRE, is_balanced=True, lines=3)
PROMPT_ROOM, CAPTION, PAD = 5.4, 1.5, 0.8
"""The most that a prompt takes, its caption, and the room around both, in parts of the height."""
CLOCK, SMALLER_CLOCK, LEAST_CLOCK = 7.4, 4.8, 2.4
NOTE = 6.2


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of how many are done; never who, in no order."""

    done: int
    expected: int
    words: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A heading, lines below it, a prompt card, the clock, a figure, and at most one note."""

    heading: str
    lines: Sequence[str] = ()
    figure: str = ""
    progress: Progress | None = None
    note: NoteCard | None = None
    has_clock: bool = True
    prompt: str = ""

    @property
    def clock(self) -> float:
        """How high the clock would like to be, in parts of the height."""
        return SMALLER_CLOCK if self.note or self.prompt else CLOCK

    @property
    def prompt_type(self) -> Type:
        """How the prompt is written; a note below it needs room."""
        return replace(PROMPT, size=1.6, least=1.0, lines=2) if self.note else PROMPT

    def paint(self, wall: Wall) -> None:
        """Everything in the middle, one below the other."""
        unit, room = wall.unit, wall.room
        width = min(room.width(), WIDEST * unit)
        box = QRectF(room.center().x() - width / 2, room.top(), width, room.height())
        time = wall.time if self.has_clock else None
        parts = _Heights(self, wall, box, time)
        top = box.top() + max(0.0, (box.height() - parts.total) * 0.45)
        top += wall.write(self.heading, _at(box, top, parts.heading), HEADING) + parts.gap
        for line in self.lines:
            room_left = QRectF(box.left(), top, box.width(), 3 * unit)
            top += wall.write(line, room_left, LINE) + 0.4 * unit
        if self.prompt:
            top += parts.gap
            _paint_prompt(wall, self, _at(box, top, parts.prompt))
            top += parts.prompt
        if time is not None:
            top += parts.gap
            paint_clock(wall, time, _at(box, top, parts.clock))
            top += parts.clock
        if self.progress is not None:
            top += parts.gap
            _paint_progress(wall, self.progress, _at(box, top, 4 * unit))
            top += 4 * unit
        if self.figure:
            top += parts.gap / 2
            top += wall.write(self.figure, _at(box, top, 2.4 * unit), FIGURE)
        if self.note is not None:
            top += parts.gap
            self.note.paint(wall, _at(box, top, NOTE * unit), 1.9)


class _Heights:
    """How high the parts of a statement are, so that they can stand in the middle; where they do
    not fit, the clock makes room."""

    def __init__(self, said: Statement, wall: Wall, box: QRectF, time: Time | None) -> None:
        unit = wall.unit
        self.gap = 1.1 * unit
        is_full = said.note or said.progress or said.prompt or time
        most = 6.6 * unit if is_full else 12 * unit
        self.heading = wall.measure(said.heading, QSizeF(box.width(), most), HEADING).height
        self.total = self.heading + self.gap
        for line in said.lines:
            self.total += wall.measure(line, QSizeF(box.width(), 3 * unit), LINE).height
            self.total += 0.4 * unit
        self.prompt = 0.0
        if said.prompt:
            room = QSizeF(box.width() - 2 * PAD * unit, PROMPT_ROOM * unit)
            words = wall.measure(said.prompt, room, said.prompt_type).height
            self.prompt = words + (CAPTION + 2 * PAD) * unit
            self.total += self.prompt + self.gap
        self.total += 4 * unit + self.gap if said.progress else 0.0
        self.total += 2.2 * unit + self.gap / 2 if said.figure else 0.0
        self.total += NOTE * unit + self.gap if said.note else 0.0
        self.clock = 0.0
        if time is not None:
            left = box.height() - self.total - self.gap
            self.clock = max(LEAST_CLOCK * unit, min(said.clock * unit, left))
            self.total += self.clock + self.gap


def _paint_prompt(wall: Wall, said: Statement, box: QRectF) -> None:
    """The card that is up, as a card."""
    unit = wall.unit
    wall.card(box, "panel", "accent")
    inside = box.adjusted(PAD * unit, PAD * unit, -PAD * unit, -PAD * unit)
    wall.write("What about…", inside, Type(1.0, role="ink_2", lines=1, across=CENTRE))
    words = inside.adjusted(0, CAPTION * unit, 0, 0)
    words.setHeight(PROMPT_ROOM * unit)
    wall.write(said.prompt, words, said.prompt_type)


def paint_clock(wall: Wall, time: Time, box: QRectF) -> None:
    """The clock as large as a clock on a wall."""
    size = box.height() / wall.unit / 1.3
    role = "warn" if time.is_over else "ink" if time.is_running else "ink_2"
    how = Type(size, 1.0, is_strong=True, role=role, lines=1, across=CENTRE, is_middle=True)
    wall.write(time.figures, box, how)
    if time.word:
        width = wall.measure(time.figures, box.size(), how).width
        left = box.center().x() + width / 2 + wall.unit
        beside = QRectF(left, box.top(), max(0.0, wall.room.right() - left), box.height())
        wall.write(time.word, beside, Type(1.5, role=role, lines=1, is_middle=True))


def _paint_progress(wall: Wall, progress: Progress, box: QRectF) -> None:
    """One block for each who is expected, as many filled as are done."""
    unit, number = wall.unit, progress.expected
    words = Type(1.9, 1.2, is_strong=True, lines=1, across=CENTRE)
    top = box.top()
    if 0 < number <= 60:
        gap = 0.25 * unit
        wide = min(2.2 * unit, (box.width() + gap) / number - gap)
        left = box.center().x() - (number * (wide + gap) - gap) / 2
        for place in range(number):
            block = QRectF(left + place * (wide + gap), top, wide, 0.8 * unit)
            wall.painter.setPen(QPen(wall.colour("ink_2"), max(1.0, unit / 20)))
            wall.painter.setBrush(
                wall.colour("accent") if place < progress.done else Qt.BrushStyle.NoBrush
            )
            wall.painter.drawRoundedRect(block, 0.12 * unit, 0.12 * unit)
        top += 1.4 * unit
    wall.write(progress.words, QRectF(box.left(), top, box.width(), 2.6 * unit), words)


def _at(box: QRectF, top: float, height: float) -> QRectF:
    return QRectF(box.left(), top, box.width(), height)
