"""Rows of a list as the program draws them: picture, words, quiet words behind, keys."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from motworkshop.look import CORNER, SMALL, SPACE

HEIGHT = 36
PICTURE = 20
TICK = 16


class Role(IntEnum):
    """What a row says besides its words (DisplayRole) and its picture (DecorationRole)."""

    BEHIND = Qt.ItemDataRole.UserRole + 1
    """Quiet words at the right end."""
    KEYS = Qt.ItemDataRole.UserRole + 2
    """Keys at the right end, each in a frame like on a keyboard."""
    HEADING = Qt.ItemDataRole.UserRole + 3
    """A row that only names what follows."""
    INDENTED = Qt.ItemDataRole.UserRole + 4
    """Words begin where they do in rows with a picture."""
    FADED = Qt.ItemDataRole.UserRole + 5
    """What cannot be done now, but may be looked at."""


_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RowDelegate(QStyledItemDelegate):
    """Draws rows; the current one has a bar at its left, so that it shows without colour."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        self._paint_ground(painter, option, row)
        room = row.adjusted(1.5 * SPACE, 0, -1.5 * SPACE, 0)
        room = self._paint_tick(painter, option, index, room)
        room = self._paint_picture(painter, index, room)
        room = self._paint_end(painter, option, index, room)
        self._paint_words(painter, option, index, room)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QRectF) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (is_current or is_hovered):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(row, CORNER, CORNER)
        if is_current:
            painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(row.left(), row.top() + 8, 3, row.height() - 16), 1, 1)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), CORNER, CORNER)

    def _paint_tick(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, room: QRectF
    ) -> QRectF:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return room
        is_ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        box = QRectF(room.left() + 0.5, room.center().y() - TICK / 2 + 0.5, TICK - 1, TICK - 1)
        roles = QPalette.ColorRole
        accent = option.palette.color(roles.Highlight)
        painter.setPen(accent if is_ticked else option.palette.color(roles.PlaceholderText))
        painter.setBrush(accent if is_ticked else option.palette.color(roles.Base))
        painter.drawRoundedRect(box, 4, 4)
        if is_ticked:
            painter.setPen(QPen(option.palette.color(roles.HighlightedText), 2))
            x, y = box.left(), box.top()
            painter.drawPolyline(
                [QPointF(x + 3.5, y + 7.5), QPointF(x + 6.5, y + 10.5), QPointF(x + 11.5, y + 4.5)]
            )
        return room.adjusted(TICK + SPACE, 0, 0, 0)

    def _paint_picture(self, painter: QPainter, index: _Index, room: QRectF) -> QRectF:
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if not isinstance(icon, QIcon):
            return room.adjusted(PICTURE + SPACE if index.data(Role.INDENTED) else 0, 0, 0, 0)
        place = QRectF(room.left(), room.center().y() - PICTURE / 2, PICTURE, PICTURE)
        mode = QIcon.Mode.Disabled if index.data(Role.FADED) else QIcon.Mode.Normal
        icon.paint(painter, place.toRect(), Qt.AlignmentFlag.AlignCenter, mode)
        return room.adjusted(PICTURE + SPACE, 0, 0, 0)

    def _paint_end(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, room: QRectF
    ) -> QRectF:
        painter.setFont(_sized(option.font, SMALL))
        for keys in reversed(index.data(Role.KEYS) or ()):
            room = _paint_keys(painter, option.palette, keys, room)
        behind = index.data(Role.BEHIND)
        if behind:
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(room, _RIGHT, behind)
            width = painter.fontMetrics().horizontalAdvance(behind)
            room = room.adjusted(0, 0, -width - SPACE, 0)
        return room

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, room: QRectF
    ) -> None:
        is_heading = bool(index.data(Role.HEADING))
        roles, groups = QPalette.ColorRole, QPalette.ColorGroup
        colour = option.palette.color(roles.Text)
        if is_heading:
            colour = option.palette.color(roles.PlaceholderText)
        elif index.data(Role.FADED):
            colour = option.palette.color(groups.Disabled, roles.Text)
        font = _sized(option.font, SMALL) if is_heading else QFont(option.font)
        if is_heading:
            font.setWeight(QFont.Weight.DemiBold)
            room = room.adjusted(0, SPACE / 2, 0, SPACE / 2)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        words = painter.fontMetrics().elidedText(
            str(index.data()).replace("\n", " "), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _LEFT, words)


def _paint_keys(painter: QPainter, palette: QPalette, keys: str, room: QRectF) -> QRectF:
    """One combination in a frame at the right end; what is left of the room."""
    width = painter.fontMetrics().horizontalAdvance(keys) + 12.0
    frame = QRectF(room.right() - width + 0.5, room.center().y() - 10.5, width - 1, 21)
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(frame, 4, 4)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, keys)
    return room.adjusted(0, 0, -width - 4, 0)


def _sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made
