"""Paints a row of the outline: a stage with its count, or a note as the board tells it apart."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from motworkshop.look import CORNER, NOTE_INK, SMALL, SPACE, category_style
from motworkshop.model.records import Note
from motworkshop.panels.icons import Icons
from motworkshop.panels.outline.rows import Index, OutlineRows
from motworkshop.panels.vote.lettering import fitted_lines

HEIGHT = 44
LINES = 2
CHIP = 20.0
LOCK = 14.0
FIGURES = 28.0
"""Room for a number of two figures, so that the texts stand below one another."""
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
State = QStyle.StateFlag


class RowPainter(QStyledItemDelegate):
    """Draws with the palette, so that it follows the theme by itself."""

    def __init__(self, rows: OutlineRows, icons: Icons, tree: QTreeView) -> None:
        super().__init__(tree)
        self._rows = rows
        self._icons = icons
        self._tree = tree

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._paint_ground(painter, option, box)
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        inner = box.adjusted(SPACE, 0, -SPACE, 0)
        note = self._rows.note_at(index)
        if note is None:
            self._paint_stage(painter, index, inner)
        else:
            self._paint_note(painter, note, inner.adjusted(SPACE, 0, 0, 0))
        painter.restore()

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._tree.palette().color(role)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        """Selected: filled, with a bar at the left. Where the keys are: a ring."""
        state: QStyle.StateFlag = option.state
        accent = self._colour(QPalette.ColorRole.Highlight)
        field = box.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (State.State_Selected | State.State_MouseOver):
            painter.setBrush(self._colour(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(field, CORNER, CORNER)
        if state & State.State_Selected:
            painter.fillRect(
                QRectF(field.left() + 1, field.top() + 5, 4, field.height() - 10), accent
            )
        if state & State.State_HasFocus and self._tree.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(field, CORNER, CORNER)

    def _paint_stage(self, painter: QPainter, index: Index, box: QRectF) -> None:
        stage = self._rows.stage_at(index)
        self._paint_arrow(painter, box, is_open=self._tree.isExpanded(index))
        count = str(self._rows.count_at(index))
        right = self._paint_end(painter, count, box)
        if stage is not None and stage.is_locked:
            right = self._paint_lock(painter, right, box)
        self._set_font(painter, QFont.Weight.DemiBold)
        words = stage.name if stage is not None else "Parking lot"
        self._write(
            painter,
            words,
            QRectF(box.left() + 20, box.top(), right - box.left() - 20, box.height()),
        )

    def _paint_note(self, painter: QPainter, note: Note, box: QRectF) -> None:
        if self._rows.is_face_down:
            self._write(painter, f"{note.number}", box)
            return
        self._paint_chip(painter, note, box)
        right, dots = box.right(), self._rows.dots_on(note.id)
        if dots:
            right = self._paint_end(painter, f"● {dots}", box)
        if note.is_locked:
            right = self._paint_lock(painter, right, box)
        left = self._paint_number(painter, note, box)
        room = QRectF(left, box.top(), right - left, box.height())
        self._write(painter, " ".join(note.text.split()), room)

    def _paint_chip(self, painter: QPainter, note: Note, box: QRectF) -> None:
        """A piece of the note's paper with the sign of its category."""
        category = self._rows.category_of(note)
        style = category_style(category.style if category is not None else None)
        chip = QRectF(box.left(), box.center().y() - CHIP / 2, CHIP, CHIP)
        painter.save()
        painter.setPen(QPen(QColor(style.mark), 1))
        painter.setBrush(QColor(style.paper))
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        self._set_font(painter, QFont.Weight.Bold, SMALL)
        painter.setPen(QColor(NOTE_INK))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, style.sign)
        painter.restore()

    def _paint_number(self, painter: QPainter, note: Note, box: QRectF) -> float:
        """The number, and how many notes lie under it; says where the text begins."""
        left = box.left() + CHIP + SPACE
        self._set_font(painter, QFont.Weight.Bold)
        painter.drawText(QRectF(left, box.top(), 80, box.height()), LEFT, str(note.number))
        left += painter.fontMetrics().horizontalAdvance(str(note.number)) + 6
        self._set_font(painter, QFont.Weight.Normal)
        under = self._rows.under(note.id)
        if under:
            painter.drawText(QRectF(left, box.top(), 80, box.height()), LEFT, f"+{under}")
            left += painter.fontMetrics().horizontalAdvance(f"+{under}") + 6
        return max(left + 2, box.left() + CHIP + SPACE + FIGURES)

    def _paint_end(self, painter: QPainter, words: str, box: QRectF) -> float:
        """Quiet words at the right; says where they begin."""
        painter.save()
        self._set_font(painter, QFont.Weight.Normal)
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        painter.drawText(box, RIGHT, words)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.restore()
        return box.right() - width - SPACE

    def _paint_lock(self, painter: QPainter, right: float, box: QRectF) -> float:
        place = QRectF(right - LOCK, box.center().y() - LOCK / 2, LOCK, LOCK)
        self._icons.paint(painter, "lock", place, self._icons.theme.ink_2)
        return place.left() - 4

    def _paint_arrow(self, painter: QPainter, box: QRectF, *, is_open: bool) -> None:
        middle = QPointF(box.left() + 6, box.center().y())
        points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
        if not is_open:
            points = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        painter.save()
        painter.setPen(QPen(self._colour(QPalette.ColorRole.WindowText), 1.6))
        painter.drawPolyline([middle + point for point in points])
        painter.restore()

    def _set_font(self, painter: QPainter, weight: QFont.Weight, size: int = 0) -> None:
        font = QFont(self._tree.font())
        font.setWeight(weight)
        if size:
            font.setPixelSize(size)
        painter.setFont(font)

    def _write(self, painter: QPainter, words: str, room: QRectF) -> None:
        lines = fitted_lines(words, painter.font(), room.width(), LINES)
        height = painter.fontMetrics().height()
        top = room.center().y() - len(lines) * height / 2
        for place, line in enumerate(lines):
            painter.drawText(
                QRectF(room.left(), top + place * height, room.width() + 4, height), LEFT, line
            )
