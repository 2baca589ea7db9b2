"""A category as a large target: its key, icon, name and what belongs in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from motworkshop.look import CORNER, NOTE_INK, CategoryStyle
from motworkshop.panels.controls.labels import plain_tip
from motworkshop.panels.icons import Icons

HEIGHT = 72
BADGE = 36


class CategoryTarget(QAbstractButton):
    """Press it, or its key, to sort the note at hand; checked where the note lies now."""

    def __init__(self, name: str, definition: str, style: CategoryStyle, icons: Icons) -> None:
        super().__init__()
        self._style = style
        self._icons = icons
        self._definition = definition
        self._key = style.sign or "0"
        self._scale = 1.0
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name}, key {self._key}")
        self.setAccessibleDescription(definition)
        self.setToolTip(plain_tip(definition))

    def set_scale(self, scale: float) -> None:
        """Grow with the page; no smaller than it was drawn for."""
        self._scale = max(1.0, scale)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(200 * self._scale), round(HEIGHT * self._scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        if self.hasFocus() or self.isChecked():
            style = Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine
            painter.setPen(QPen(accent, 3, style))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), CORNER + 2, CORNER + 2)
        painter.setPen(QPen(QColor(self._style.mark), 2 if self.underMouse() else 1))
        painter.setBrush(QColor(self._style.paper))
        painter.drawRoundedRect(box, CORNER, CORNER)
        badge = BADGE * self._scale
        key = QRectF(box.left() + 12, box.center().y() - badge / 2, badge, badge)
        self._paint_key(painter, key)
        if self._style.icon:
            place = QRectF(box.right() - 32, box.center().y() - 10, 20, 20)
            self._icons.paint(painter, self._style.icon, place, self._style.mark)
        self._paint_words(painter, box.adjusted(badge + 24, 8, -36, -8))

    def _paint_key(self, painter: QPainter, badge: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.mark))
        painter.drawRoundedRect(badge, CORNER, CORNER)
        painter.setFont(self._font(20))
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QColor(NOTE_INK))
        painter.setFont(self._font(18))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._definition:
            name = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
            painter.drawText(name, flags, words)
            painter.setFont(self._font(13, QFont.Weight.Normal))
            meaning = painter.fontMetrics().elidedText(
                self._definition, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(name.translated(0, room.height() / 2), flags, meaning)
        else:
            painter.drawText(room, flags, words)

    def _font(self, pixels: int, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(pixels * self._scale))
        font.setWeight(weight)
        return font
