"""The picture of the categories: stage × category, with the empty cells named."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPen

from motworkshop.look import category_style
from motworkshop.model.heatmap import HeatMap, heat_map
from motworkshop.model.records import Category, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.panels.projector.note_card import paint_badge
from motworkshop.panels.projector.wall import CENTRE, Type, Wall
from motworkshop.values import dataclass

NAMES = 13.0
"""Most width of the names of the stages in parts of the height."""
HEAD = 2.2
LOWEST, HIGHEST = 1.6, 3.2
GAP = 0.25
NAME = Type(1.3, 1.0, lines=1, is_middle=True)
FIGURE = Type(1.3, 1.0, is_strong=True, lines=1, across=CENTRE, is_middle=True)
FOOT_LINE = 1.6
EMPTY = Type(1.1, 1.0, lines=2)


@dataclass(frozen=True, slots=True)
class HeatPage:
    """How many notes each cell holds."""

    table: HeatMap
    has_clock: bool = False

    @classmethod
    def of(cls, workshop: Workshop) -> "HeatPage":
        """The table as it is now."""
        return cls(workshop.remember(heat_map))

    @property
    def is_empty(self) -> bool:
        """Whether there is no table to show."""
        return not (self.table.stages and self.table.categories)

    @property
    def unsorted(self) -> int:
        """How many notes have no category yet."""
        return sum(n for (_stage, one), n in self.table.counts.items() if one is None)

    @property
    def _emptiness(self) -> str:
        named = ", ".join(f"{stage.name} × {category.name}" for stage, category in self.table.empty)
        return f"Empty: {named}." if named else "No cell is empty."

    def paint(self, wall: Wall) -> None:
        """Names above and to the left, a cell for each pair, a sentence below."""
        unit, room = wall.unit, wall.room
        told = wall.measure(self._emptiness, QSizeF(room.width(), 2.7 * unit), EMPTY).height
        foot = told + (0.6 + (FOOT_LINE if self.unsorted else 0)) * unit
        rows = room.adjusted(0, HEAD * unit, 0, -foot)
        fits = max(1, int(rows.height() / (LOWEST * unit)))
        stages = self.table.stages
        shown = stages if len(stages) <= fits else stages[: fits - 1]
        lines = len(shown) + (len(shown) < len(stages))
        each = min(HIGHEST * unit, rows.height() / lines)
        self._paint_head(wall, QRectF(room.left(), room.top(), room.width(), HEAD * unit))
        for place, stage in enumerate(shown):
            top = rows.top() + place * each
            self._paint_row(wall, QRectF(rows.left(), top, rows.width(), each), stage)
        if lines > len(shown):
            row = QRectF(rows.left(), rows.top() + len(shown) * each, rows.width(), each)
            words = f"and {len(stages) - len(shown)} more stages"
            wall.write(words, row, Type(1.0, role="ink_2", lines=1, is_middle=True))
        top = rows.top() + lines * each + 0.5 * unit
        self._paint_foot(wall, QRectF(room.left(), top, room.width(), room.bottom() - top + 1))

    def _names(self, wall: Wall) -> float:
        room = QSizeF(1e6, 2 * wall.unit)
        widths = [wall.measure(stage.name, room, NAME).width for stage in self.table.stages]
        return min(NAMES * wall.unit, max(widths, default=0.0) + wall.unit)

    def _columns(self, wall: Wall, box: QRectF) -> list[QRectF]:
        names = self._names(wall)
        number = len(self.table.categories)
        wide = (box.width() - names) / number
        return [
            QRectF(box.left() + names + place * wide, box.top(), wide, box.height())
            for place in range(number)
        ]

    def _paint_head(self, wall: Wall, box: QRectF) -> None:
        unit, columns = wall.unit, self._columns(wall, box)
        for cell, category in zip(columns, self.table.categories, strict=True):
            style = category_style(category.style)
            badge = QRectF(cell.left() + GAP * unit, cell.center().y() - 0.7 * unit, 0, 0)
            badge.setSize(_square(1.4 * unit))
            paint_badge(wall, style, badge)
            name = cell.adjusted(1.95 * unit, 0, -0.2 * unit, 0)
            wall.write(
                category.name, name, Type(1.15, 1.0, is_strong=True, lines=1, is_middle=True)
            )

    def _paint_row(self, wall: Wall, row: QRectF, stage: Stage) -> None:
        unit = wall.unit
        name = QRectF(row.left(), row.top(), self._names(wall) - 0.5 * unit, row.height())
        wall.write(stage.name, name, NAME)
        for cell, category in zip(self._columns(wall, row), self.table.categories, strict=True):
            inner = cell.adjusted(GAP * unit, GAP * unit / 2, -GAP * unit, -GAP * unit / 2)
            self._paint_cell(wall, inner, stage, category)

    def _paint_cell(self, wall: Wall, box: QRectF, stage: Stage, category: Category) -> None:
        unit, painter = wall.unit, wall.painter
        number = self.table.counts[stage.id, category.id]
        corner = unit / 5
        if not number:
            painter.setPen(QPen(wall.colour("warn"), unit / 14, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)
            wall.write("empty", box, Type(1.0, role="warn", lines=1, across=CENTRE, is_middle=True))
            return
        most = max(self.table.counts.values(), default=1)
        heat = 0.14 + 0.46 * number / most
        painter.setPen(QPen(wall.mix("panel", "accent", min(1.0, heat + 0.25)), unit / 20))
        painter.setBrush(_shade(wall, heat))
        painter.drawRoundedRect(box, corner, corner)
        wall.write(str(number), box, FIGURE)

    def _paint_foot(self, wall: Wall, box: QRectF) -> None:
        """Which cells are empty, and what is still to be sorted."""
        role = "warn" if self.table.empty else "ok"
        room = QRectF(box.left(), box.top(), box.width(), 2.7 * wall.unit)
        top = box.top() + wall.write(self._emptiness, room, replace(EMPTY, role=role))
        if self.unsorted:
            said = f"{self.unsorted:,} still without a category."
            room = QRectF(box.left(), top + 0.2 * wall.unit, box.width(), 1.4 * wall.unit)
            wall.write(said, room, Type(1.1, 1.0, role="ink_2", lines=1))


def _shade(wall: Wall, heat: float) -> QColor:
    """Pale enough for ink on it, in both themes."""
    return wall.mix("panel", "accent", heat * (0.62 if wall.theme.is_dark else 0.7))


def _square(side: float) -> QSizeF:
    return QSizeF(side, side)
