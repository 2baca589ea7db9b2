"""The picture of the moments of truth: the top ten, and who answers for each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from motworkshop.look import CategoryStyle
from motworkshop.model.moments import Moment
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.projector.note_card import style_of
from motworkshop.panels.projector.wall import RIGHT, Type, Wall
from motworkshop.values import dataclass

HEAD = 4.3
LOWEST, HIGHEST = 1.5, 2.3
WHO = 0.27
"""The part of the width that names take."""
RANK, CHIP, GAP = 1.9, 2.6, 0.7
"""How wide the rank, the number and what lies between are, in parts of the height."""
NUMBER = Type(1.25, 1.0, is_strong=True, lines=1, across=RIGHT, is_middle=True)
TEXT = Type(1.3, 1.0, lines=1, is_middle=True)
NAME = Type(1.2, 1.0, is_strong=True, lines=1, is_middle=True)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One moment of truth; `who` is "" where nobody answers for it yet."""

    rank: int
    number: int
    text: str
    style: CategoryStyle
    who: str


@dataclass(frozen=True, slots=True)
class TopList:
    """All moments of truth, most dots first."""

    heading: str
    line: str
    rows: tuple[ListRow, ...]
    has_clock: bool = False

    @classmethod
    def of(cls, workshop: Workshop, heading: str, line: str, moments: list[Moment]) -> "TopList":
        """The list of these moments."""
        rows = tuple(
            ListRow(
                moment.line.rank,
                moment.note.number,
                moment.note.text,
                style_of(workshop, moment.note.id),
                workshop.name_of(moment.card.accountable.strip()) if moment.card else "",
            )
            for moment in moments
        )
        return cls(heading, line, rows)

    def paint(self, wall: Wall) -> None:
        """A row for each, as many as fit."""
        unit, room = wall.unit, wall.room
        head = QRectF(room.left(), room.top() - 0.6 * unit, room.width(), 2.8 * unit)
        top = head.top() + wall.write(self.heading, head, Type(2.2, 1.3, is_strong=True, lines=1))
        below = QRectF(room.left(), top, room.width(), 1.6 * unit)
        wall.write(self.line, below, Type(1.1, 1.0, role="ink_2", lines=1))
        box = room.adjusted(0, (HEAD - 0.2) * unit, 0, 0)
        fits = max(1, int(box.height() / (LOWEST * unit)))
        shown = self.rows if len(self.rows) <= fits else self.rows[: fits - 1]
        lines = len(shown) + (len(shown) < len(self.rows))
        each = min(HIGHEST * unit, box.height() / max(1, lines))
        rows = [QRectF(box.left(), box.top() + place * each, box.width(), each)
                for place in range(len(shown))]  # fmt: skip
        _paint_rows(wall, rows, shown)
        if lines > len(shown):
            last = QRectF(box.left(), box.top() + len(shown) * each, box.width(), each)
            words = f"and {len(self.rows) - len(shown)} more"
            wall.write(words, last, Type(1.1, role="ink_2", lines=1, is_middle=True))


def accountable_words(moments: list[Moment]) -> str:
    """How many still have nobody who answers for them."""
    unowned = sum(1 for one in moments if not (one.card and one.card.accountable.strip()))
    found = counted(len(moments), "moment")
    if not unowned:
        return f"{found} of truth, each with one person who answers for it."
    return f"{found} of truth, {unowned} without anybody who answers for it."


def _paint_rows(wall: Wall, rows: Sequence[QRectF], shown: Sequence[ListRow]) -> None:
    """All texts in one size, and all names: a list of several sizes looks like a list of ranks."""
    if not rows:
        return
    text, who = _text_box(wall, rows[0]).size(), _who_box(rows[0]).size()
    texts = wall.alike((row.text for row in shown), text, TEXT)
    names = wall.alike((row.who for row in shown if row.who), who, NAME)
    for row, said in zip(rows, shown, strict=True):
        _paint_row(wall, row, said, texts, names)


def _paint_row(wall: Wall, row: QRectF, said: ListRow, text: Type, who: Type) -> None:
    unit = wall.unit
    wall.painter.setPen(QPen(wall.colour("line"), max(1.0, unit / 24)))
    wall.painter.drawLine(row.topLeft(), QPointF(row.right(), row.top()))
    pad = min(0.32 * unit, row.height() * 0.14)
    rank = QRectF(row.left(), row.top(), RANK * unit, row.height())
    wall.write(str(said.rank), rank, NUMBER)
    chip = QRectF(rank.right() + GAP * unit, row.top() + pad, CHIP * unit, row.height() - 2 * pad)
    wall.chip(said.number, said.style, chip)
    wall.write(said.text, _text_box(wall, row), text)
    nobody = replace(who, is_strong=False, role="warn")
    wall.write(said.who or "nobody yet", _who_box(row), who if said.who else nobody)


def _text_box(wall: Wall, row: QRectF) -> QRectF:
    left = row.left() + (RANK + CHIP + 2 * GAP) * wall.unit
    right = _who_box(row).left() - GAP * wall.unit
    return QRectF(left, row.top(), right - left, row.height())


def _who_box(row: QRectF) -> QRectF:
    return QRectF(row.right() - row.width() * WHO, row.top(), row.width() * WHO, row.height())
