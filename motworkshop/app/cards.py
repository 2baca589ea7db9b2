"""Cards of the start page: a template with its stages, a recent workshop with its picture."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from motworkshop.app.first_paint import FirstPaint
from motworkshop.app.recent import RecentFile
from motworkshop.look import CORNER, SMALL, SPACE, TEXT
from motworkshop.panels.controls.labels import plain_tip
from motworkshop.panels.icons import Icons
from motworkshop.values import dataclass

NARROWEST = 200
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
CHIP = 24
CHIP_GAP = 6


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """What a card says about a template."""

    name: str
    title: str
    summary: str
    stages: tuple[str, ...]


class Card(QAbstractButton):
    """A panel with a frame that can be clicked: a picture above, a title and small words below.

    Signals: `stepped(across, down)` when an arrow key goes to a neighbour; `removed` when Delete
    is pressed on it.
    """

    stepped = Signal(int, int)
    removed = Signal()

    def __init__(self, icons: Icons, picture_height: int, height: int) -> None:
        super().__init__()
        self.icons_ = icons
        self._picture_height = picture_height
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(height)
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        icons.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.stepped.emit(*ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = self.icons_.theme
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_hovered = self.underMouse() and self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover if is_hovered else theme.panel))
        painter.drawRoundedRect(frame, CORNER, CORNER)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        painter.save()
        picture = QRectF(frame.left(), frame.top(), frame.width(), self._picture_height)
        painter.setClipPath(_rounded_above(picture))
        painter.fillRect(picture, QColor(theme.board))
        self.draw_picture(painter, picture)
        painter.restore()
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(picture.bottomLeft(), picture.bottomRight())
        self.draw_words(painter, QRectF(12, picture.bottom() + 10, self.width() - 24, 999))
        painter.setOpacity(1)
        self._draw_frame(painter, frame)

    def draw_picture(self, painter: QPainter, place: QRectF) -> None:
        """Draw the upper part."""

    def draw_words(self, painter: QPainter, place: QRectF) -> None:
        """Write the lower part."""

    def write_title(self, painter: QPainter, text: str, place: QRectF) -> None:
        """One line, cut if it must be."""
        painter.setFont(_font(self.font(), TEXT, QFont.Weight.DemiBold))
        painter.setPen(QColor(self.icons_.theme.ink))
        elide = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(text, elide, int(place.width()))
        painter.drawText(QRectF(place.left(), place.top(), place.width(), 20), words, _option())

    def write_small(self, painter: QPainter, text: str, place: QRectF) -> None:
        """Quiet words that wrap."""
        painter.setFont(_font(self.font(), SMALL, QFont.Weight.Normal))
        painter.setPen(QColor(self.icons_.theme.ink_2))
        painter.drawText(place, text, _option(wraps=True))

    def _draw_frame(self, painter: QPainter, frame: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(frame, CORNER, CORNER)
        else:
            is_hovered = self.underMouse() and self.isEnabled()
            theme = self.icons_.theme
            painter.setPen(QPen(QColor(theme.ink_2 if is_hovered else theme.line), 1))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


class TemplateCard(Card):
    """A template: its stages in their order, its name, and for what it is."""

    def __init__(self, words: TemplateWords, icons: Icons) -> None:
        super().__init__(icons, 112, 208)
        self.words = words
        told = ", ".join(words.stages)
        self.setAccessibleName(f"New workshop: {words.title}. {words.summary} Stages: {told}")

    @override
    def draw_picture(self, painter: QPainter, place: QRectF) -> None:
        font = _font(self.font(), SMALL, QFont.Weight.Medium)
        painter.setFont(font)
        room = place.adjusted(12, 11, -12, -8)
        for words, chip in flow(self.words.stages, QFontMetricsF(font), room):
            self._draw_chip(painter, words, chip)

    @override
    def draw_words(self, painter: QPainter, place: QRectF) -> None:
        self.write_title(painter, self.words.title, place)
        self.write_small(painter, self.words.summary, place.translated(0, 24))

    def _draw_chip(self, painter: QPainter, words: str, chip: QRectF) -> None:
        theme = self.icons_.theme
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(theme.ink if self.isEnabled() else theme.ink_2))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)


class RecentCard(Card):
    """A workshop that was open lately; greyed when it is not found any more."""

    def __init__(self, file: RecentFile, icons: Icons) -> None:
        super().__init__(icons, 152, 208)
        self.file = file
        self._picture = QImage()
        self._is_looked_for = False
        FirstPaint(self, self._look_for_picture)
        self.setEnabled(file.is_there)
        self.setAccessibleName(f"Open {file.path.stem}. {file.date}")
        self.setToolTip(plain_tip(str(file.path)))

    @override
    def draw_picture(self, painter: QPainter, place: QRectF) -> None:
        if not self._is_looked_for:
            return  # it comes in a moment
        if self._picture.isNull():
            name = "file-text" if self.isEnabled() else "ban"
            side = 28.0
            corner = place.center() - QPointF(side / 2, side / 2)
            room = QRectF(corner.x(), corner.y(), side, side)
            self.icons_.paint(painter, name, room, self.icons_.theme.ink_2)
        else:
            painter.drawImage(place, self._picture, _filling(self._picture, place))

    def _look_for_picture(self) -> None:
        picture = self.file.picture
        if picture.exists():
            self._picture = QImage(str(picture))
        self._is_looked_for = True
        self.update()

    @override
    def draw_words(self, painter: QPainter, place: QRectF) -> None:
        self.write_title(painter, self.file.path.stem, place)
        self.write_small(
            painter, self.file.date, QRectF(place.left(), place.top() + 22, place.width(), 18)
        )


def flow(names: tuple[str, ...], metrics: QFontMetricsF, room: QRectF) -> list[tuple[str, QRectF]]:
    """The stages as chips, row under row, in their order; what has no room is counted in the last."""
    placed: list[tuple[str, QRectF]] = []
    x, y = room.left(), room.top()
    for number, name in enumerate(names):
        width = min(metrics.horizontalAdvance(name) + 2 * SPACE, room.width())
        if x > room.left() and x + width > room.right():
            x, y = room.left(), y + CHIP + CHIP_GAP
        if y + CHIP > room.bottom():
            return _counted(placed, len(names) - number, metrics, room)
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - SPACE)
        placed.append((words, QRectF(x, y, width, CHIP)))
        x += width + CHIP_GAP
    return placed


def _counted(
    placed: list[tuple[str, QRectF]], left: int, metrics: QFontMetricsF, room: QRectF
) -> list[tuple[str, QRectF]]:
    """Room in the last row for “+ 2”, taken from its chips if there is none."""
    while placed:
        words = f"+ {left}"
        width = metrics.horizontalAdvance(words) + 2 * SPACE
        last = placed[-1][1]
        if last.right() + CHIP_GAP + width <= room.right():
            return [*placed, (words, QRectF(last.right() + CHIP_GAP, last.top(), width, CHIP))]
        placed, left = placed[:-1], left + 1
    return placed


def _rounded_above(place: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(place.adjusted(0, 0, 0, CORNER), CORNER, CORNER)
    below = QPainterPath()
    below.addRect(place)
    return path.intersected(below)


def _font(base: QFont, size: int, weight: QFont.Weight) -> QFont:
    font = QFont(base)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def _option(*, wraps: bool = False) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    option.setWrapMode(QTextOption.WrapMode.WordWrap if wraps else QTextOption.WrapMode.NoWrap)
    return option


def _filling(picture: QImage, place: QRectF) -> QRectF:
    """The part of a picture, from its corner, that fills a place without distortion."""
    scale = max(place.width() / picture.width(), place.height() / picture.height())
    return QRectF(0, 0, place.width() / scale, place.height() / scale)
