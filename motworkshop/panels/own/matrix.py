"""The matrix of importance and experience: each note by its number in the cell of its scores."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from motworkshop.look import CORNER, NOTE, SMALL, TEXT, Theme
from motworkshop.model.records import Id
from motworkshop.panels.own.tags import (
    Cell,
    Crowd,
    Placed,
    Tag,
    by_cell,
    common_size,
    placed,
)

AXIS, FOOT, PAD = 40, 56, 5
SCORES = range(1, 6)
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class Matrix(QWidget):
    """Five by five cells. Signal: `chosen(note id)` when somebody picked a number."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tags: Sequence[Tag] = ()
        self._placed: list[Placed] = []
        self._crowds: list[Crowd] = []
        self._size = TEXT
        self._picked: Id = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Matrix of importance and experience")
        self.setMinimumSize(360, 360)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._theme = theme
        self.update()

    def show_tags(self, tags: Sequence[Tag], picked: Id) -> None:
        """Show these notes, one of them picked."""
        self._tags = tags
        self._picked = picked
        told = next((tag for tag in tags if tag.note == picked), None)
        self.setAccessibleDescription(tag_words(told) if told else "Nothing picked")
        self._place()

    def box_of(self, note: Id) -> QRectF | None:
        """Where the number of a note stands, if there was room for it."""
        return next((one.box for one in self._placed if one.tag.note == note), None)

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, 560)

    @override
    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        tag = self._tag_at(event.position())
        if tag is not None:
            self.chosen.emit(tag.note)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_tag = self._tag_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_tag else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = ARROWS.get(Qt.Key(event.key()))
        if way is None or not self._placed:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(self._beside(*way).note)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for importance in SCORES:
            for experience in SCORES:
                self._paint_cell(painter, (importance, experience))
        self._paint_axes(painter)
        for one in self._placed:
            self._paint_tag(painter, one)
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(self._font(self._size, QFont.Weight.DemiBold))
        for crowd in self._crowds:
            painter.drawText(crowd.box, Qt.AlignmentFlag.AlignCenter, f"+{len(crowd.tags)}")

    # Where things stand

    def _place(self) -> None:
        cells = by_cell(self._tags)
        self._placed, self._crowds = [], []
        inside = self._cell((1, 1)).adjusted(PAD, PAD, -PAD, -PAD)
        self._size = common_size(cells, inside.width(), inside.height())
        for cell, tags in cells.items():
            room = self._cell(cell).adjusted(PAD, PAD, -PAD, -PAD)
            found, crowd = placed(tags, room, self._size)
            self._placed += found
            if crowd is not None:
                self._crowds.append(crowd)
        self.setMouseTracking(True)
        self.update()

    def _cell(self, cell: Cell) -> QRectF:
        importance, experience = cell
        wide, high = (self.width() - AXIS) / 5, (self.height() - FOOT) / 5
        return QRectF(AXIS + (experience - 1) * wide, (5 - importance) * high, wide, high)

    def _tag_at(self, point: QPointF) -> Tag | None:
        near = (one.tag for one in self._placed if one.box.adjusted(-2, -2, 2, 2).contains(point))
        return next(near, None)

    def _words_at(self, point: QPointF) -> str:
        tag = self._tag_at(point)
        if tag is not None:
            return tag_words(tag)
        for crowd in self._crowds:
            if crowd.box.contains(point):
                return ", ".join(f"{hidden.number}" for hidden in crowd.tags)
        return ""

    def _beside(self, x: float, y: float) -> Tag:
        """The nearest tag in a direction, or the one that is picked; the first to begin with."""
        start = self.box_of(self._picked)
        if start is None:
            return self._placed[0].tag
        nearest, least = self._picked, float("inf")
        for one in self._placed:
            step = one.box.center() - start.center()
            ahead = step.x() * x + step.y() * y
            aside = abs(step.x() * y) + abs(step.y() * x)
            if ahead > 1 and ahead + 2 * aside < least:
                nearest, least = one.tag.note, ahead + 2 * aside
        return next(one.tag for one in self._placed if one.tag.note == nearest)

    # Painting

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        importance, experience = cell
        box = self._cell(cell).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        tint = QColor(self._theme.warn)
        tint.setAlphaF(0.05 * max(0, importance - experience))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRect(box)
        painter.fillRect(box, tint)

    def _paint_axes(self, painter: QPainter) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setFont(self._font(NOTE))
        painter.setPen(QColor(self._theme.ink_2))
        bottom = self.height() - FOOT
        for score in SCORES:
            row, column = self._cell((score, 1)), self._cell((1, score))
            painter.drawText(QRectF(AXIS - 20, row.top(), 16, row.height()), centre, str(score))
            painter.drawText(
                QRectF(column.left(), bottom + 4, column.width(), 20), centre, str(score)
            )
        painter.setFont(self._font(TEXT))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        foot = QRectF(AXIS, bottom + 28, self.width() - AXIS, 24)
        painter.drawText(foot, left, "goes badly")
        painter.drawText(foot, right, "goes well")
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(self._font(TEXT, QFont.Weight.DemiBold))
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, "Experience")
        painter.save()
        painter.translate(0, bottom)
        painter.rotate(-90)
        side = QRectF(0, 0, bottom, 20)
        painter.drawText(side, Qt.AlignmentFlag.AlignHCenter, "Importance")
        painter.setFont(self._font(TEXT))
        painter.setPen(QColor(self._theme.ink_2))
        painter.drawText(side, left, "matters little")
        painter.drawText(side, right, "matters most")
        painter.restore()

    def _paint_tag(self, painter: QPainter, one: Placed) -> None:
        is_picked = one.tag.note == self._picked
        theme = self._theme
        fill = theme.accent if one.tag.is_in else theme.panel
        painter.setPen(QPen(QColor(theme.accent if one.tag.is_in else theme.ink_2), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(one.box, CORNER, CORNER)
        if is_picked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.ink), 3))
            painter.drawRoundedRect(one.box.adjusted(-2, -2, 2, 2), CORNER + 1, CORNER + 1)
        weight = QFont.Weight.Bold if one.tag.is_in else QFont.Weight.Normal
        painter.setFont(self._font(self._size, weight))
        painter.setPen(QColor(theme.on_accent if one.tag.is_in else theme.ink))
        painter.drawText(one.box, Qt.AlignmentFlag.AlignCenter, str(one.tag.number))

    def _font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(SMALL, size))
        font.setWeight(weight)
        return font


def tag_words(tag: Tag) -> str:
    """A note of the matrix in words."""
    voted = "voted in" if tag.is_in else "not voted in"
    scores = f"importance {tag.importance}, experience {tag.experience}"
    return f"{tag.number}  {tag.text} ({scores}, {voted})"
