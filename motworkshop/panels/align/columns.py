"""The proposals side by side: one column to a person, equal stages in one row where it can be."""

from collections import Counter
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from motworkshop.look import CORNER, Theme
from motworkshop.model.agreement import plain_name, proposals_by_person, stage_key
from motworkshop.model.lineup import line_up
from motworkshop.model.records import Id, Stage, StageProposal
from motworkshop.model.voting import department_of
from motworkshop.model.workshop import Workshop
from motworkshop.panels.align.chip import NameChip
from motworkshop.panels.align.tints import thread
from motworkshop.panels.controls.labels import label, plain_tip
from motworkshop.panels.icons import Icons
from motworkshop.values import dataclass

LEAST, MOST = 104, 240
"""How wide a column may be."""
GAP = 8
HEAD = 48
ROW = 44


@dataclass(frozen=True, slots=True)
class Lineup:
    """What is compared: per person the proposals with their rows, and the groups of equal ones."""

    people: tuple[str, ...]
    columns: tuple[tuple[StageProposal, ...], ...]
    rows: tuple[tuple[int, ...], ...]
    groups: dict[str, int]
    keys: dict[Id, str]

    @classmethod
    def of(cls, workshop: Workshop) -> "Lineup":
        """Work out who stands beside whom."""
        lists = proposals_by_person(workshop)
        keys = {one.id: stage_key(workshop, one.name) for each in lists.values() for one in each}
        rows = line_up([[keys[one.id] for one in each] for each in lists.values()])
        people = Counter(key for each in lists.values() for key in {keys[one.id] for one in each})
        first = sorted(
            (row, keys[one.id])
            for each, places in zip(lists.values(), rows, strict=True)
            for one, row in zip(each, places, strict=True)
            if people[keys[one.id]] > 1
        )
        shared = dict.fromkeys(key for _row, key in first)
        groups = {key: number for number, key in enumerate(shared)}
        columns = tuple(tuple(each) for each in lists.values())
        return cls(tuple(lists), columns, tuple(tuple(each) for each in rows), groups, keys)


class Columns(QWidget):
    """All names as chips under the names of the people.

    Signals: `selected` when others are selected; `put(name, definition)` by Enter or double click;
    `dragged(name, point)` and `dropped(name, definition, point)` in global coordinates;
    `reached(chip)` when an arrow key brought the focus there.
    """

    selected = Signal()
    reached = Signal(QWidget)
    put = Signal(str, str)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, str, QPoint)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._lineup: Lineup | None = None
        self._heads: list[QLabel] = []
        self._chips: list[list[NameChip]] = []

    def show_proposals(self, workshop: Workshop, theme: Theme) -> None:
        """Show what everybody wrote down; what was selected is so no more."""
        self._theme = theme
        self._lineup = Lineup.of(workshop)
        held = self._focused()
        for old in [*self._heads, *(chip for column in self._chips for chip in column)]:
            old.hide()
            old.deleteLater()
        self._heads = [self._head(workshop, person) for person in self._lineup.people]
        self._chips = [
            [self._chip(one, person) for one in column]
            for person, column in zip(self._lineup.people, self._lineup.columns, strict=True)
        ]
        self.show_agreed(workshop)
        self._place()
        if held is not None:
            self._focus(*held)
        self.selected.emit()

    def show_agreed(self, workshop: Workshop) -> None:
        """Tick the names that are stages of the board."""
        agreed = {plain_name(stage.name) for stage in workshop.of(Stage).values()}
        agreed |= {stage_key(workshop, name) for name in agreed}
        for column in self._chips:
            for chip in column:
                key = stage_key(workshop, chip.proposal.name)
                chip.set_agreed(is_agreed=key in agreed)

    def names(self) -> list[str]:
        """The selected names, as they are written."""
        return [chip.text() for chip in self._chosen()]

    def proposals(self) -> list[StageProposal]:
        """The selected proposals."""
        return [chip.proposal for chip in self._chosen()]

    def chip(self, person: int, place: int) -> NameChip:
        """One of the chips."""
        return self._chips[person][place]

    def clear_selection(self) -> None:
        """Select nothing."""
        for chip in self._chosen():
            chip.setChecked(False)
        self.selected.emit()

    def width_for(self, room: int) -> int:
        """How wide this is inside so much room."""
        return max(room, len(self._heads) * (LEAST + GAP) + GAP)

    @override
    def sizeHint(self) -> QSize:
        rows = max((max(each, default=0) for each in self._rows()), default=0) + 1
        return QSize(len(self._heads) * (LEAST + GAP) + GAP, HEAD + rows * (ROW + GAP) + GAP)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for head in self._heads:
            lane = QRectF(head.x() - 2, 4, head.width() + 4, self.height() - 8)
            painter.setPen(Qt.PenStyle.NoPen)
            shade = QColor(self._theme.panel)
            shade.setAlphaF(0.55)
            painter.setBrush(shade)
            painter.drawRoundedRect(lane, CORNER, CORNER)
        for group, chips in self._joined().items():
            painter.setPen(QPen(thread(self._theme, group), 1.5))
            for one, other in pairwise(chips):
                painter.drawLine(one.anchor(is_left=False), other.anchor(is_left=True))

    def _rows(self) -> tuple[tuple[int, ...], ...]:
        return self._lineup.rows if self._lineup else ()

    def _head(self, workshop: Workshop, person: str) -> QLabel:
        made = label(person)
        made.setParent(self)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        department = department_of(workshop, person)
        made.setToolTip(plain_tip(f"{person}, {department}" if department else person))
        made.show()
        return made

    def _chip(self, proposal: StageProposal, person: str) -> NameChip:
        lineup = self._lineup
        group = lineup.groups.get(lineup.keys[proposal.id]) if lineup else None
        chip = NameChip(proposal, person, group, self._theme, self._icons)
        chip.setParent(self)
        chip.toggled.connect(self.selected)
        chip.put.connect(partial(self.put.emit, proposal.name, proposal.definition))
        chip.dragged.connect(partial(self.dragged.emit, proposal.name))
        chip.dropped.connect(partial(self.dropped.emit, proposal.name, proposal.definition))
        chip.stepped.connect(partial(self._on_stepped, chip))
        chip.show()
        return chip

    def _place(self) -> None:
        count = max(1, len(self._heads))
        width = max(LEAST, min(MOST, (self.width() - GAP) // count - GAP))
        left = max(GAP, (self.width() - count * (width + GAP) + GAP) // 2)
        pixels = max(13, min(18, width // 9))
        for column, head in enumerate(self._heads):
            font = QFont(self.font())
            font.setPixelSize(pixels)
            x = left + column * (width + GAP)
            for chip, row in zip(self._chips[column], self._rows()[column], strict=True):
                chip.setFont(font)
                chip.setGeometry(x, HEAD + row * (ROW + GAP), width, ROW)
            font.setWeight(QFont.Weight.DemiBold)
            head.setFont(font)
            head.setGeometry(x, 4, width, HEAD - 8)
        self.updateGeometry()
        self.update()

    def _joined(self) -> dict[int, list[NameChip]]:
        """The chips of each group from left to right, the first of each person."""
        joined: dict[int, list[NameChip]] = {}
        if self._lineup is None:
            return joined
        for column in self._chips:
            seen: set[int] = set()
            for chip in column:
                group = self._lineup.groups.get(self._lineup.keys[chip.proposal.id])
                if group is not None and group not in seen:
                    seen.add(group)
                    joined.setdefault(group, []).append(chip)
        return joined

    def _chosen(self) -> list[NameChip]:
        return [chip for column in self._chips for chip in column if chip.isChecked()]

    def _focused(self) -> tuple[int, int] | None:
        for column, chips in enumerate(self._chips):
            for place, chip in enumerate(chips):
                if chip.hasFocus():
                    return column, place
        return None

    def _focus(self, column: int, place: int) -> None:
        if 0 <= column < len(self._chips) and self._chips[column]:
            chips = self._chips[column]
            self._reach(chips[max(0, min(place, len(chips) - 1))])

    def _reach(self, chip: NameChip) -> None:
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(chip)

    def _on_stepped(self, chip: NameChip, columns: int, rows: int) -> None:
        held = self._focused()
        if held is None:
            return
        column, place = held
        if rows:
            self._focus(column, place + rows)
            return
        target = column + columns
        if 0 <= target < len(self._chips) and self._chips[target]:
            self._reach(min(self._chips[target], key=lambda other: abs(other.y() - chip.y())))
