"""A note as large as it must be to be read from the last row."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor

from motworkshop.look import NO_CATEGORY, NOTE_INK, CategoryStyle, category_style
from motworkshop.model.records import Category, Id, Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, cluster_led_by
from motworkshop.panels.projector.wall import CENTRE, Type, Wall
from motworkshop.values import dataclass

EDGE = 0.55
"""Width of the coloured edge in parts of the height."""
FOOT, PAD = 1.9, 0.8


@dataclass(frozen=True, slots=True)
class NoteCard:
    """What of a note is shown: number, text, category by colour, sign, icon and name."""

    number: int
    text: str
    style: CategoryStyle
    category: str
    others: int = 0
    place: str = ""
    votes: str = ""

    @property
    def with_others(self) -> str:
        """What lies under it."""
        return f"with {counted(self.others, 'other')}" if self.others else ""

    def height(self, wall: Wall, box: QRectF, largest: float = 2.0) -> float:
        """How high its paper is in a box: no higher than its text needs."""
        unit, pad = wall.unit, PAD * wall.unit
        how = Type(largest, is_strong=True, role=NOTE_INK)
        text = wall.measure(self.text, self._room(wall, box), how).height
        return min(box.height(), max(text, 1.9 * unit) + FOOT * unit + 1.6 * pad)

    def paint(
        self, wall: Wall, box: QRectF, largest: float = 2.0, height: float | None = None
    ) -> float:
        """The note in a box, on paper no higher than its text needs unless said; that height."""
        unit, pad = wall.unit, PAD * wall.unit
        chip, room = _chip_width(self.number, unit), self._room(wall, box)
        how = Type(largest, is_strong=True, role=NOTE_INK)
        height = self.height(wall, box, largest) if height is None else height
        paper = QRectF(box.left(), box.top(), box.width(), height)
        self._paint_paper(wall, paper)
        left = paper.left() + EDGE * unit + pad
        top = paper.top() + pad
        wall.chip(self.number, self.style, QRectF(left, top, chip, 1.9 * unit))
        words = QRectF(left + chip + pad, top, room.width(), room.height())
        wall.write(self.text, words, how)
        foot = QRectF(left, paper.bottom() - pad / 2 - FOOT * unit, paper.right() - left - pad, 0)
        foot.setHeight(FOOT * unit)
        self._paint_foot(wall, foot)
        return height

    def _room(self, wall: Wall, box: QRectF) -> QSizeF:
        """The room for the text."""
        unit, pad = wall.unit, PAD * wall.unit
        across = box.width() - _chip_width(self.number, unit) - EDGE * unit - 3 * pad
        return QSizeF(across, max(unit, box.height() - FOOT * unit - 2 * pad))

    def _paint_paper(self, wall: Wall, paper: QRectF) -> None:
        wall.card(paper, self.style.paper, self.style.mark)
        if not self.style.sign:
            return
        painter, corner = wall.painter, wall.unit / 4
        painter.save()
        band = QRectF(paper.left(), paper.top(), EDGE * wall.unit, paper.height())
        painter.setClipRect(band, Qt.ClipOperation.IntersectClip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.style.mark))
        painter.drawRoundedRect(paper, corner, corner)
        painter.restore()

    def _paint_foot(self, wall: Wall, foot: QRectF) -> None:
        unit = wall.unit
        left = foot.left()
        if self.style.sign:
            side = 1.3 * unit
            icon = QRectF(left, foot.center().y() - side / 2, side, side)
            wall.icons.paint(wall.painter, self.style.icon, icon, self.style.mark)
            left += side + 0.5 * unit
        name = f"{self.style.sign}  {self.category}" if self.style.sign else ""
        parts = (name, self.place, self.votes, self.with_others)
        said = "  ·  ".join(part for part in parts if part)
        how = Type(1.05, role=NOTE_INK, is_strong=True, lines=1, is_middle=True)
        wall.write(said, QRectF(left, foot.top(), foot.right() - left, foot.height()), how)


def note_card(workshop: Workshop, note_id: Id) -> NoteCard | None:
    """The card of a note; None if it is not there any more."""
    note = workshop.notes.get(note_id)
    if note is None:
        return None
    category = workshop.of(Category).get(note.category or "")
    cluster = workshop.remember(cluster_led_by).get(note_id)
    stage = workshop.of(Stage).get(note.stage or "")
    return NoteCard(
        note.number,
        note.text,
        style_of(workshop, note_id),
        category.name if category else "",
        len(cluster.members) if cluster else 0,
        stage.name if stage else "",
    )


def style_of(workshop: Workshop, note_id: Id) -> CategoryStyle:
    """What the paper of a note looks like."""
    note = workshop.notes.get(note_id)
    category = workshop.of(Category).get(note.category or "") if note else None
    return category_style(category.style) if category else NO_CATEGORY


def paint_badge(wall: Wall, style: CategoryStyle, box: QRectF) -> None:
    """The sign of a category as a round mark."""
    wall.painter.setPen(Qt.PenStyle.NoPen)
    wall.painter.setBrush(QColor(style.mark))
    wall.painter.drawEllipse(box)
    how = Type(1.0, is_strong=True, role="#FFFFFF", lines=1, across=CENTRE, is_middle=True)
    wall.write(style.sign, box, how)


def _chip_width(number: int, unit: float) -> float:
    return max(2.6, 0.95 * len(str(number)) + 0.9) * unit
