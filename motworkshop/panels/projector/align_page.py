"""The picture of the stages: what each person wrote down, a row for each, and how alike it is."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPen

from motworkshop.model.agreement import stage_alignment
from motworkshop.model.records import Stage
from motworkshop.model.workshop import Workshop
from motworkshop.panels.align.columns import Lineup
from motworkshop.panels.align.tints import letter, thread, tint
from motworkshop.panels.align.words import alignment_sentence
from motworkshop.panels.projector.wall import CENTRE, RIGHT, Type, Wall
from motworkshop.values import dataclass

HEAD = 4.7
LOWEST, HIGHEST = 1.36, 3.0
"""How high a row may be, in parts of the height."""
GAP = 0.22
FIGURE = Type(3.6, 2.0, is_strong=True, lines=1, is_middle=True)
SENTENCE = Type(1.5, 1.05, is_strong=True, lines=2, is_middle=True, is_balanced=True)
NAME = Type(1.15, 1.0, is_strong=True, lines=1, is_middle=True, across=RIGHT)
WIDEST_NAME = 8.0
SCALE = Type(1.0, role="ink_2", lines=2)


@dataclass(frozen=True, slots=True)
class Chip:
    """One stage as somebody named it; `group` tells which ones are the same."""

    name: str
    group: int | None


@dataclass(frozen=True, slots=True)
class AlignPage:
    """The proposals side by side, after somebody has shown them."""

    rows: tuple[tuple[str, tuple[Chip, ...]], ...]
    alignment: float | None
    sentence: str
    agreed: tuple[str, ...]
    has_clock: bool = False

    @classmethod
    def of(cls, workshop: Workshop) -> "AlignPage":
        """The proposals as they are now."""
        lineup = Lineup.of(workshop)
        rows = tuple(
            (
                person,
                tuple(Chip(one.name, lineup.groups.get(lineup.keys[one.id])) for one in column),
            )
            for person, column in zip(lineup.people, lineup.columns, strict=True)
        )
        agreed = tuple(stage.name for stage in workshop.ordered(Stage))
        return cls(rows, stage_alignment(workshop), alignment_sentence(workshop), agreed)

    def paint(self, wall: Wall) -> None:
        """The figure above, a row for each person, the agreed stages below."""
        unit, room = wall.unit, wall.room
        self._paint_head(wall, QRectF(room.left(), room.top() - unit, room.width(), HEAD * unit))
        foot = 1.9 * unit if self.agreed else 0.0
        box = room.adjusted(0, (HEAD - 0.8) * unit, 0, -foot)
        self._paint_rows(wall, box)
        if self.agreed:
            below = QRectF(room.left(), room.bottom() - 1.4 * unit, room.width(), 1.4 * unit)
            names = "  ·  ".join(self.agreed)
            how = Type(1.15, is_strong=True, lines=1, is_middle=True)
            wall.write(f"On the board:  {names}", below, how)

    def _paint_head(self, wall: Wall, box: QRectF) -> None:
        unit = wall.unit
        figure = "–" if self.alignment is None else f"{self.alignment:.2f}"
        left = QRectF(box.left(), box.top(), 9 * unit, box.height())
        wall.write(figure, left, FIGURE)
        words = box.adjusted(9 * unit, 0.1 * unit, 0, -1.6 * unit)
        wall.write(self.sentence, words, SENTENCE)
        scale = QRectF(words.left(), words.bottom(), words.width(), 1.4 * unit)
        wall.write("0 is no stage in common, 1 is the same list from everybody.", scale, SCALE)

    def _paint_rows(self, wall: Wall, box: QRectF) -> None:
        unit = wall.unit
        fits = max(1, int(box.height() / (LOWEST * unit)))
        shown = self.rows if len(self.rows) <= fits else self.rows[: fits - 1]
        number = len(shown) + (len(shown) < len(self.rows))
        each = max(LOWEST * unit, min(HIGHEST * unit, box.height() / max(1, number)))
        for place, (person, chips) in enumerate(shown):
            row = QRectF(box.left(), box.top() + place * each, box.width(), each - GAP * unit)
            self._paint_row(wall, row, person, chips)
        if len(shown) < len(self.rows):
            row = QRectF(box.left(), box.top() + len(shown) * each, box.width(), each)
            words = f"and {len(self.rows) - len(shown)} more people"
            wall.write(words, row, Type(1.0, role="ink_2", lines=1, is_middle=True))

    def _paint_row(self, wall: Wall, row: QRectF, person: str, chips: tuple[Chip, ...]) -> None:
        unit = wall.unit
        names = self._name_width(wall)
        name = QRectF(row.left(), row.top(), names, row.height())
        wall.write(person, name, NAME)
        box = row.adjusted(names + 0.7 * unit, 0, 0, 0)
        left = box.left()
        for chip, width in zip(chips, self._widths(wall, box, chips), strict=True):
            self._paint_chip(wall, QRectF(left, box.top(), width, box.height()), chip)
            left += width + GAP * unit

    def _name_width(self, wall: Wall) -> float:
        room = QSizeF(1e6, 2 * wall.unit)
        widths = [wall.measure(person, room, NAME).width for person, _chips in self.rows]
        return min(WIDEST_NAME * wall.unit, max(widths, default=0.0) + 1)

    def _widths(self, wall: Wall, box: QRectF, chips: tuple[Chip, ...]) -> list[float]:
        """The same width for all if names allow it; names are cut only where nothing is left."""
        unit = wall.unit
        most = max((len(each) for _person, each in self.rows), default=1)
        room = box.width() - GAP * unit * (len(chips) - 1)
        common = min(11 * unit, (box.width() + GAP * unit) / max(1, most) - GAP * unit)
        names = [self._width_of(wall, chip) for chip in chips]
        wanted = [max(common, name) for name in names]
        if sum(wanted) <= room:
            return wanted
        if sum(names) <= room:
            part = (room - sum(names)) / (sum(wanted) - sum(names))
            return [a + (b - a) * part for a, b in zip(names, wanted, strict=True)]
        return _squeezed(names, room, min(common, room / max(1, len(chips))))

    def _width_of(self, wall: Wall, chip: Chip) -> float:
        words = wall.measure(chip.name, QSizeF(1e6, 2 * wall.unit), Type(1.0, lines=1))
        return words.width + (2.25 if chip.group is not None else 0.85) * wall.unit

    def _paint_chip(self, wall: Wall, box: QRectF, chip: Chip) -> None:
        unit, painter = wall.unit, wall.painter
        shared = chip.group is not None
        edge = thread(wall.theme, chip.group) if chip.group is not None else wall.colour("line")
        fill = tint(wall.theme, chip.group) if chip.group is not None else wall.colour("panel")
        painter.setPen(QPen(edge, max(1.0, unit / 18)))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, unit / 4, unit / 4)
        inner = box.adjusted(0.4 * unit, 0, -0.2 * unit, 0)
        if chip.group is not None:
            mark = QRectF(inner.left(), inner.top(), 1.2 * unit, inner.height())
            how = Type(1.0, is_strong=True, lines=1, is_middle=True, across=CENTRE)
            wall.write(letter(chip.group), mark, how)
            inner.setLeft(mark.right() + 0.3 * unit)
        largest = min(1.3, box.height() / unit / 1.35)
        role = "ink" if shared else "ink_2"
        wall.write(chip.name, inner, Type(max(1.0, largest), role=role, lines=1, is_middle=True))


def _squeezed(wanted: list[float], room: float, least: float) -> list[float]:
    """Take what is too much from those that want more than the least."""
    over = sum(wanted) - room
    spare = sum(width - least for width in wanted if width > least)
    part = min(1.0, over / spare) if spare > 0 else 0.0
    return [width - max(0.0, width - least) * part for width in wanted]
