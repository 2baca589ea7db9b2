"""One proposed stage in the comparison: to select, to put on the board, to drag there."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication
from typing_extensions import override

from motworkshop.look import CORNER, Theme
from motworkshop.model.records import StageProposal
from motworkshop.panels.align.tints import letter, thread, tint
from motworkshop.panels.controls.labels import plain_tip
from motworkshop.panels.icons import Icons

BADGE = 16
MARGIN = 4
SMALLEST = 11
TICK = 12
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NameChip(QAbstractButton):
    """A name that somebody wrote down; checked while it is selected.

    Signals: `put` by Enter or a double click; `dragged(point)` and `dropped(point)` in global
    coordinates; `stepped(columns, rows)` by an arrow key.
    """

    put = Signal()
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    stepped = Signal(int, int)

    def __init__(
        self, proposal: StageProposal, person: str, group: int | None, theme: Theme, icons: Icons
    ) -> None:
        super().__init__()
        self.proposal = proposal
        self._group = group
        self._theme = theme
        self._icons = icons
        self._is_agreed = False
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self.setText(proposal.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        alike = "" if group is None else f", same as {letter(group)}"
        self.setAccessibleName(f"{proposal.name}, written by {person}{alike}")
        self.setAccessibleDescription(proposal.definition)
        said = f"{proposal.name}: {proposal.definition}" if proposal.definition else ""
        self.setToolTip(plain_tip(said))

    def set_agreed(self, *, is_agreed: bool) -> None:
        """Whether the group has taken this name on to the board."""
        if is_agreed != self._is_agreed:
            self._is_agreed = is_agreed
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 44)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint()
        self._is_dragged = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._is_dragged or moved >= QApplication.startDragDistance():
            self._is_dragged = True
            self.setDown(False)
            self.dragged.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._is_dragged:
            self._is_dragged = False
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setChecked(False)
        self.put.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.put.emit()
        elif step is not None:
            self.stepped.emit(*step)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        room = QRectF(self.rect()).adjusted(MARGIN + 2, 2, -MARGIN, -2)
        if self._group is not None:
            self._paint_letter(painter, room)
            room.setLeft(room.left() + BADGE + 3)
        self._paint_name(painter, room)
        if self._is_agreed:
            place = QRectF(self.width() - TICK - 5, 4, TICK, TICK)
            self._icons.paint(painter, "check", place, self._theme.ok)

    def _paint_paper(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        theme = self._theme
        edge = QColor(theme.line) if self._group is None else thread(theme, self._group)
        paper = QColor(theme.panel) if self._group is None else tint(theme, self._group)
        painter.setBrush(paper)
        painter.setPen(QPen(edge, 1))
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.accent), 4))
        elif self.underMouse():
            painter.setPen(QPen(QColor(theme.ink_2), 1.5))
        painter.drawRoundedRect(box, CORNER, CORNER)
        if self.hasFocus():
            inner = 3.0 if self.isChecked() else 1.5
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(
                box.adjusted(inner, inner, -inner, -inner), CORNER - 2, CORNER - 2
            )

    def _paint_letter(self, painter: QPainter, room: QRectF) -> None:
        group = self._group or 0
        badge = QRectF(room.left(), room.center().y() - BADGE / 2, BADGE, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(thread(self._theme, group))
        painter.drawEllipse(badge)
        font = QFont(self.font())
        font.setPixelSize(10)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.board))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter(group))

    def _paint_name(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QColor(self._theme.ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        wrapping = int(flags) | int(Qt.TextFlag.TextWordWrap)
        font = QFont(self.font())
        for pixels in range(font.pixelSize(), SMALLEST - 1, -1):
            font.setPixelSize(pixels)
            metrics = QFontMetricsF(font)
            need = metrics.boundingRect(QRectF(0, 0, room.width(), 1000), wrapping, self.text())
            if need.width() <= room.width() and need.height() <= room.height():
                painter.setFont(font)
                painter.drawText(room, wrapping, self.text())
                return
        painter.setFont(font)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(flags), words)

    def anchor(self, *, is_left: bool) -> QPointF:
        """Where a thread is tied, in the coordinates of the parent; no two lie on one another."""
        box = QRectF(self.geometry())
        aside = ((self._group or 0) % 5 - 2) * 4
        return QPointF(box.left() + 2 if is_left else box.right() - 2, box.center().y() + aside)
