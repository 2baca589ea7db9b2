"""One note, large, as it lies on the board: paper, edge, number, words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motworkshop.look import NO_CATEGORY, NOTE_INK, CategoryStyle
from motworkshop.panels.icons import Icons

LARGEST, SMALLEST = 72, 16
WIDEST, HIGHEST = 1040, 560
BROAD = 2.2
"""At most so many times as wide as high: it is a note, not a banner."""
CORNER = 8
BAND = 12


class NotePaper(QWidget):
    """Paints a note in its category's colour, with the text as large as fits."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._number = ""
        self._text = ""
        self._about = ""
        self._style = NO_CATEGORY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(160)

    def show_note(self, number: int, text: str, about: str, style: CategoryStyle) -> None:
        """Show this note; `about` stands below it, small."""
        self._number = str(number)
        self._text = text
        self._about = about
        self._style = style
        self.setAccessibleName(f"Note {number}: {text}")
        self.setAccessibleDescription(about)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        self._paint_paper(painter, box)
        inside = box.adjusted(32 + BAND, 16, -32, -16)
        mark = QColor(self._style.mark)
        painter.setFont(self._font(20, is_bold=True))
        painter.setPen(mark)
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft,
                         self._number)  # fmt: skip
        if self._style.icon:
            place = QRectF(inside.right() - 28, inside.top(), 28, 28)
            self._icons.paint(painter, self._style.icon, place, self._style.mark)
        painter.setFont(self._font(16))
        below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        about = painter.fontMetrics().elidedText(
            self._about, Qt.TextElideMode.ElideRight, int(inside.width())
        )
        painter.drawText(inside, below, about)
        self._paint_words(painter, inside.adjusted(0, 36, 0, -32))

    def _box(self) -> QRectF:
        height = min(self.height(), HIGHEST)
        width = min(self.width(), WIDEST, round(BROAD * height))
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        return QRectF(left, top, width, height).adjusted(4, 2, -4, -6)

    def _paint_paper(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(4):
            painter.setBrush(QColor(0, 0, 0, 10))
            painter.drawRoundedRect(box.adjusted(-step, step, step, step + 1), CORNER, CORNER)
        painter.setPen(QPen(QColor(self._style.mark), 1))
        painter.setBrush(QColor(self._style.paper))
        painter.drawRoundedRect(box, CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.mark))
        painter.drawRoundedRect(
            QRectF(box.left(), box.top(), BAND, box.height()), CORNER / 2, CORNER / 2
        )

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QColor(NOTE_INK))
        flags = (
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            | int(Qt.TextFlag.TextWordWrap)
        )  # fmt: skip
        font = self._font(SMALLEST, is_bold=True)
        for pixels in range(min(LARGEST, round(room.height() / 4.5)), SMALLEST - 1, -2):
            font = self._font(pixels, is_bold=True)
            need = QFontMetricsF(font).boundingRect(
                QRectF(0, 0, room.width(), 10_000), flags, self._text
            )
            if need.height() <= room.height() and need.width() <= room.width():
                break
        painter.setFont(font)
        painter.setClipRect(room)
        painter.drawText(room, flags, self._text)

    def _font(self, pixels: int, *, is_bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        return font
