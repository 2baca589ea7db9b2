"""Stage × category in numbers and shades; a cell shows its notes, an empty one is named."""

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.look import NO_CATEGORY, CategoryStyle, Theme, category_style
from motworkshop.model.heatmap import HeatMap, heat_map
from motworkshop.model.records import Category, Cluster, Id, Note, Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import visible_notes
from motworkshop.panels.categorise.heat_head import HeatHead, has_level_room
from motworkshop.panels.controls.labels import label, plain_tip, set_state
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.rows import clear

ROOM = 272
"""What the panel leaves for the table."""
NAMES = 88
WIDEST, HIGH = 48, 32
LIGHTEST, DARKEST, DARKEST_IN_DARK = 0.06, 0.42, 0.34
AA = 4.5
BARE = ("#000000", "#FFFFFF")
"""How much ink is in the shade of one note, and in that of the fullest cell."""
TENS = 10
NAMED = 6
"""How many stages with gaps are named."""


class HeatTable(QWidget):
    """The table of the workshop as it is. Signal: `notes_chosen(ids)` for a cell that is pressed."""

    notes_chosen = Signal(object)

    def __init__(self, editing: Editing, theme: Theme) -> None:
        super().__init__()
        self._editing = editing
        self._theme = theme
        self._cells: dict[tuple[Id, Id | None], HeatCell] = {}
        self._words = label(wraps=True)
        self._built: object = None
        self._shown: HeatMap | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        Soon(self, editing.document, (Note, Stage, Category, Cluster), self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count anew, and show what has become another number."""
        table = heat_map(self._editing.workshop)
        if table != self._shown:
            self._shown = table
            self._show(table)

    def _show(self, table: HeatMap) -> None:
        stages = [(stage.id, stage.name) for stage in table.stages]
        keys = _keys(table)
        if (stages, keys, self._theme) != self._built:
            self._built = (stages, keys, self._theme)
            self._build(table)
        most = _scale(max((n for (_stage, key), n in table.counts.items() if key), default=0))
        for cell in self._cells.values():
            cell.show_number(table.counts[cell.stage.id, cell.category], most)
        words, role = empty_words(table)
        self._words.setText(words)
        set_state(self._words, "role", role)

    def _build(self, table: HeatMap) -> None:
        clear(self._column)
        self._cells = {}
        if not table.stages or not table.categories:
            what = "stages" if not table.stages else "categories"
            words = f"No {what} yet, so there is no table."
            self._column.addWidget(label(words, "quiet", wraps=True))
            return
        self._column.addWidget(self._grid(table))
        self._words = label(wraps=True)
        self._column.addWidget(self._words)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._shown = None
        self.refresh()

    def _grid(self, table: HeatMap) -> QWidget:
        room = QWidget()
        grid = QGridLayout(room)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.setColumnStretch(0, 1)
        keys = _keys(table)
        width = min(WIDEST, (ROOM - NAMES) // len(keys) - 2)
        is_turned = not has_level_room([name for _key, name, _style in keys], width, self)
        heads = [HeatHead(name, style, is_turned=is_turned) for _key, name, style in keys]
        height = max(head.sizeHint().height() for head in heads)
        for column, head in enumerate(heads, start=1):
            head.setFixedSize(width, height)
            grid.addWidget(head, 0, column)
        for row, stage in enumerate(table.stages, start=1):
            grid.addWidget(label(stage.name, "small", wraps=True), row, 0)
            for column, (key, name, _style) in enumerate(keys, start=1):
                cell = self._cell(stage, key, name)
                cell.setFixedSize(width, HIGH)
                grid.addWidget(cell, row, column)
        return room

    def _cell(self, stage: Stage, category: Id | None, name: str) -> "HeatCell":
        cell = HeatCell(stage, category, name, self._theme)
        cell.clicked.connect(partial(self._choose, stage.id, category))
        self._cells[stage.id, category] = cell
        return cell

    def _choose(self, stage: Id, category: Id | None) -> None:
        self.notes_chosen.emit(
            [
                note.id
                for note in visible_notes(self._editing.workshop)
                if note.stage == stage and note.category == category
            ]
        )


def _keys(table: HeatMap) -> list[tuple[Id | None, str, CategoryStyle]]:
    """What the columns stand for: the categories, and none where notes have none."""
    keys: list[tuple[Id | None, str, CategoryStyle]] = [
        (one.id, one.name, category_style(one.style)) for one in table.categories
    ]
    if any(table.counts[stage.id, None] for stage in table.stages):
        keys.append((None, "no category", NO_CATEGORY))
    return keys


def _scale(most: int) -> int:
    """The number that has the darkest shade: not another one with every note among hundreds, or
    all shades would be painted again for it."""
    return most if most <= 2 * TENS else ceil(most / TENS) * TENS


class HeatCell(QAbstractButton):
    """A number on a shade; an empty cell is hatched with a dash."""

    def __init__(self, stage: Stage, category: Id | None, name: str, theme: Theme) -> None:
        super().__init__()
        self.stage = stage
        self.category = category
        self._name = name
        self._theme = theme
        self._is_quiet = category is None
        self._number = -1
        self._share = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_number(self, number: int, most: int) -> None:
        """Show how many notes there are; `most` of them have the darkest shade."""
        share = min(1.0, number / most) if most else 0.0
        if (number, share) == (self._number, self._share):
            return
        if number != self._number:
            told = counted(number, "note") if number else "no note"
            words = f"{self.stage.name}, {self._name}: {told}"
            self.setAccessibleName(words)
            self.setToolTip(plain_tip(words))
            self.setEnabled(number > 0)
        self._number, self._share = number, share
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDEST, HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        ground = self._ground()
        if self._number:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
        else:
            # A gap that nobody wants to fill, in “none”, is no gap.
            line = Qt.PenStyle.NoPen if self._is_quiet else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(theme.line), 1, line))
        painter.drawRoundedRect(box, 3, 3)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_readable(ground, theme), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(box, 3, 3)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._number else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(_readable(ground, theme) if self._number else QColor(theme.ink_2))
        text = str(self._number) if self._number else "" if self._is_quiet else "–"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _ground(self) -> QColor:
        """A shade of the ink; the accent colour is for what is chosen and what to do next."""
        theme = self._theme
        if not self._number or self._is_quiet:
            return QColor(theme.panel)
        # As far as light figures can be read on it, or one would be black among white ones.
        darkest = DARKEST_IN_DARK if theme.is_dark else DARKEST
        share = LIGHTEST + (darkest - LIGHTEST) * self._share
        return _mixed(QColor(theme.ink), QColor(theme.panel), share)


def empty_words(table: HeatMap) -> tuple[str, str]:
    """Which cells are empty, in words, and the role of the label that says so."""
    empty: dict[str, list[str]] = {}
    for stage, category in table.empty:
        empty.setdefault(stage.name, []).append(category.name)
    if not empty:
        return "No cell is empty.", "good"
    told = [
        f"{stage}: {_joined(names, len(table.categories))}"
        for stage, names in list(empty.items())[:NAMED]
    ]
    more = len(empty) - NAMED
    if more > 0:
        told.append(f"and gaps in {counted(more, 'more stage')}")
    return f"Empty cells. {'; '.join(told)}.", "quiet"


def _joined(names: Sequence[str], categories: int) -> str:
    if len(names) == categories > 1:
        return "nothing in any category"
    return f"no {names[0]}" if len(names) == 1 else f"no {', '.join(names[:-1])} or {names[-1]}"


def _readable(ground: QColor, theme: Theme) -> QColor:
    """The ink of the theme that is better read on this ground (WCAG 2, relative luminance)."""
    inks = [QColor(ink) for ink in (theme.ink, theme.on_accent, *BARE)]
    best = max(inks[:2], key=lambda ink: _contrast(ink, ground))
    # In between, neither is dark or light enough: black or white always is.
    return (
        best if _contrast(best, ground) >= AA else max(inks, key=lambda ink: _contrast(ink, ground))
    )


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * (1 - share),
        one.greenF() * share + other.greenF() * (1 - share),
        one.blueF() * share + other.blueF() * (1 - share),
    )
