"""Tables of any length: wrapped cells, the head on every page, rows whole wherever possible."""

from collections.abc import Iterable, Sequence

from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.marks import category_mark
from motworkshop.exports.typeset.palette import INK, INK_2, LINE, CategoryStyle, Colour, Pen
from motworkshop.exports.typeset.photos import Photo
from motworkshop.exports.typeset.styles import SMALL, SMALL_STRONG, Align, TextStyle
from motworkshop.exports.typeset.wrap import Line, wrap
from motworkshop.values import dataclass

_GAP = 8.0  # between columns
_PAD = 3.0  # above and below the text of a row


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is its part of the width, in proportion to the other columns' shares."""

    title: str
    share: float
    align: Align = Align.START
    style: TextStyle = SMALL


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell that begins with the mark of a category."""

    text: str
    category: CategoryStyle


@dataclass(frozen=True, slots=True)
class StyledCell:
    """A cell in a type of its own, of the column's leading at most.

    `target` is a place that it leads to, `place` a name for where it stands itself.
    """

    text: str
    style: TextStyle
    target: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class BarCell:
    """A bar as long as `part` (0 to 1) of the column allows, with its figure behind it."""

    text: str
    part: float
    fill: Colour = INK_2


@dataclass(frozen=True, slots=True)
class PhotoCell:
    """A text with a picture below it, so many lines high; `said` tells what it shows."""

    text: str
    photo: Photo
    said: str
    lines: int = 5


Cell = str | PhotoCell | MarkedCell | StyledCell | BarCell


@dataclass(frozen=True, slots=True)
class Divider:
    """A row of one text across all columns, under a strong line: a cut, a group."""

    text: str
    style: TextStyle = SMALL_STRONG


Row = Sequence[Cell] | Divider


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell's lines, where they stand, and what is drawn with the first of them."""

    x: float
    width: float
    lines: list[Line]
    column: Column
    cell: Cell = ""

    @property
    def style(self) -> TextStyle:
        return self.cell.style if isinstance(self.cell, StyledCell) else self.column.style

    def part(self, count: int) -> "_Box":
        is_cut = isinstance(self.cell, PhotoCell) and count < len(self.lines)
        cell = self.cell.text if is_cut and isinstance(self.cell, PhotoCell) else self.cell
        return _Box(self.x, self.width, self.lines[:count], self.column, cell)

    def rest(self, count: int) -> "_Box":
        is_photo = isinstance(self.cell, PhotoCell)
        cell = self.cell if is_photo else ""
        return _Box(self.x, self.width, self.lines[count:], self.column, cell)


class Table:
    """Columns of one table; `draw` sets its rows."""

    def __init__(self, columns: Sequence[Column], head: TextStyle = SMALL_STRONG) -> None:
        self._columns = tuple(columns)
        self._head = head
        self._pen = Pen(LINE)
        self._leading = max([head.leading, *(column.style.leading for column in columns)])

    def draw(self, flow: Flow, rows: Iterable[Row]) -> None:
        """All rows, from where the flow stands; the flow stands below the last row afterwards."""
        spans = _spans(self._columns, flow.left, flow.width)
        head = [
            _Box(x, width, wrap(flow.fonts, column.title, self._head, width), column)
            for column, (x, width) in zip(self._columns, spans, strict=True)
        ]
        head_height = self._height(head)
        flow.need(head_height + 2 * (self._leading + 2 * _PAD))
        self._draw_head(flow, head)
        for row in rows:
            if isinstance(row, Divider):
                self._draw_divider(flow, row, head)
                continue
            boxes = self._boxes(flow, row, spans)
            height = self._height(boxes)
            page = flow.bottom - flow.margins.top - head_height
            if height > flow.room and (height <= page or flow.room < 3 * self._leading):
                flow.new_page()
                self._draw_head(flow, head)
            while height > flow.room + 0.01:
                boxes = self._draw_part(flow, boxes)
                height = self._height(boxes)
                self._draw_head(flow, head)
            self._draw_row(flow, boxes, height)

    def _boxes(
        self, flow: Flow, row: Sequence[Cell], spans: list[tuple[float, float]]
    ) -> list[_Box]:
        boxes = []
        for cell, column, (x, width) in zip(row, self._columns, spans, strict=True):
            text = cell if isinstance(cell, str) else cell.text
            inset = column.style.leading + 2 if isinstance(cell, MarkedCell) else 0
            style = cell.style if isinstance(cell, StyledCell) else column.style
            lines = wrap(flow.fonts, text, style, width - inset)
            if isinstance(cell, PhotoCell):
                lines += [Line("", 0.0)] * cell.lines
            boxes.append(_Box(x + inset, width - inset, lines, column, cell))
        return boxes

    def _height(self, boxes: list[_Box]) -> float:
        return max(len(box.lines) for box in boxes) * self._leading + 2 * _PAD

    def _draw_head(self, flow: Flow, head: list[_Box]) -> None:
        height = self._height(head)
        for box in head:
            _draw_box(flow, box, self._head)
        flow.y += height
        end = (flow.left + flow.width, flow.y)
        flow.sheet.line((flow.left, flow.y), end, Pen(INK, 0.75))

    def _draw_part(self, flow: Flow, boxes: list[_Box]) -> list[_Box]:
        """As many lines of a row taller than a page as fit; the rest, for the next page."""
        count = max(1, int((flow.room - 2 * _PAD) // self._leading))
        for box in boxes:
            _draw_box(flow, box.part(count))
        flow.new_page()
        return [box.rest(count) for box in boxes]

    def _draw_divider(self, flow: Flow, row: Divider, head: list[_Box]) -> None:
        lines = wrap(flow.fonts, row.text, row.style, flow.width)
        height = len(lines) * row.style.leading + 2 * _PAD
        if height + self._leading + 2 * _PAD > flow.room:
            flow.new_page()
            self._draw_head(flow, head)
        pen = Pen(row.style.colour, 1.25)
        flow.sheet.line((flow.left, flow.y), (flow.left + flow.width, flow.y), pen)
        flow.sheet.lines(flow.left, flow.y + _PAD, flow.width, lines, row.style)
        flow.y += height
        flow.sheet.line((flow.left, flow.y), (flow.left + flow.width, flow.y), self._pen)

    def _draw_row(self, flow: Flow, boxes: list[_Box], height: float) -> None:
        for box in boxes:
            _draw_box(flow, box)
        flow.y += height
        flow.sheet.line((flow.left, flow.y), (flow.left + flow.width, flow.y), self._pen)


def _draw_box(flow: Flow, box: _Box, style: TextStyle | None = None) -> None:
    style = style or box.style
    top = flow.y + _PAD
    if isinstance(box.cell, BarCell):
        _draw_bar(flow, box, box.cell, top)
        return
    if isinstance(box.cell, MarkedCell):
        size = style.leading - 2
        category_mark(flow.sheet, box.cell.category, box.x - style.leading - 2, top + 1, size)
    if isinstance(box.cell, StyledCell):
        _mark_place(flow, box, box.cell, top)
    if isinstance(box.cell, PhotoCell):
        _draw_photo(flow, box, box.cell, top)
    flow.sheet.lines(box.x, top, box.width, box.lines, style, align=box.column.align)


def _draw_photo(flow: Flow, box: _Box, cell: PhotoCell, top: float) -> None:
    """Over the empty lines at the end of the cell."""
    leading = box.column.style.leading
    lines = min(cell.lines, len(box.lines))
    size = cell.photo.fitted(box.width, lines * leading - 4)
    y = top + (len(box.lines) - lines) * leading + 2
    flow.sheet.photo(box.x, y, size, cell.photo, cell.said)


def _mark_place(flow: Flow, box: _Box, cell: StyledCell, top: float) -> None:
    if cell.target:
        height = len(box.lines) * cell.style.leading
        flow.sheet.link(box.x, top, box.width, height, cell.target)
    if cell.place:
        flow.sheet.place(cell.place, max(0, top - _PAD))


def _draw_bar(flow: Flow, box: _Box, bar: BarCell, top: float) -> None:
    style = box.column.style
    room = box.width - flow.fonts.width(bar.text, style) - 4
    length = max(0.0, room * bar.part)
    if length:
        height = style.leading - 4
        flow.sheet.rect(box.x, top + 2, length, height, fill=bar.fill, radius=1)
    left = box.x + (length + 4 if length else 0)
    flow.sheet.text(left, top + style.baseline, bar.text, style)


def _spans(columns: Sequence[Column], left: float, width: float) -> list[tuple[float, float]]:
    """Left end and width of each column."""
    free = width - _GAP * (len(columns) - 1)
    total = sum(column.share for column in columns)
    spans = []
    for column in columns:
        spans.append((left, free * column.share / total))
        left += spans[-1][1] + _GAP
    return spans
