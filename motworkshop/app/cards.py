"""Cards of the start page: a template with a small drawn board, a recent workshop with its picture."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from motworkshop.app.recent import RecentFile
from motworkshop.look import CATEGORY_STYLES, CORNER, NO_CATEGORY, SMALL, SPACE, TEXT
from motworkshop.panels.icons import Icons


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """What a card says about a template."""

    name: str
    title: str
    summary: str
    stages: tuple[str, ...]


class Card(QAbstractButton):
    """A panel with a frame that can be clicked; subclasses draw what is on it."""

    def __init__(self, icons: Icons, size: QSize) -> None:
        super().__init__()
        self.icons_ = icons
        self._size = size
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(size.height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        icons.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = self.icons_.theme
        is_hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(QColor(theme.hover if is_hovered else theme.panel))
        painter.setPen(QPen(QColor(theme.line), 1))
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawRoundedRect(frame, CORNER, CORNER)
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw what is on the card."""

    def write(self, painter: QPainter, text: str, room: QRectF, *, is_title: bool) -> None:
        """Write a title, cut to one line, or small quiet text that wraps."""
        font = QFont(self.font())
        font.setPixelSize(TEXT if is_title else SMALL)
        font.setWeight(QFont.Weight.DemiBold if is_title else QFont.Weight.Normal)
        painter.setFont(font)
        theme = self.icons_.theme
        painter.setPen(QColor(theme.ink if is_title else theme.ink_2))
        if is_title:
            elide = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(text, elide, int(room.width()))
        wrap = QTextOption.WrapMode.NoWrap if is_title else QTextOption.WrapMode.WordWrap
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        option.setWrapMode(wrap)
        painter.drawText(room, text, option)


class TemplateCard(Card):
    """A template: its board in small, its name, and for what it is."""

    def __init__(self, words: TemplateWords, icons: Icons) -> None:
        super().__init__(icons, QSize(224, 184))
        self.words = words
        self.setAccessibleName(f"New workshop: {words.title}. {words.summary}")
        self.setToolTip(", ".join(words.stages) or words.summary)

    @override
    def draw(self, painter: QPainter) -> None:
        width = self.width()
        self._draw_board(painter, QRectF(2, 2, width - 4, 72))
        self.write(painter, self.words.title, QRectF(12, 84, width - 24, 20), is_title=True)
        room = QRectF(12, 106, width - 24, self.height() - 114)
        self.write(painter, self.words.summary, room, is_title=False)

    def _draw_board(self, painter: QPainter, paper: QRectF) -> None:
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(paper.adjusted(0, 0, 0, CORNER), CORNER - 1, CORNER - 1)
        painter.setClipPath(clip)
        painter.setClipRect(paper, Qt.ClipOperation.IntersectClip)
        theme = self.icons_.theme
        painter.fillRect(paper, QColor(theme.board))
        count = max(3, len(self.words.stages))
        column = (paper.width() - 16) / count
        for place in range(count):
            left = paper.left() + 8 + place * column
            self._draw_column(painter, place, QRectF(left + 2, paper.top() + 10, column - 4, 60))
        painter.restore()

    def _draw_column(self, painter: QPainter, place: int, room: QRectF) -> None:
        theme = self.icons_.theme
        is_blank = not self.words.stages
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(QRectF(room.left(), room.top(), room.width(), 4), 2, 2)
        if is_blank and place:
            return
        notes = 1 if is_blank else 2 + (place * 7 + len(self.words.name)) % 3
        for row in range(notes):
            style = CATEGORY_STYLES[(place * 3 + row * 5 + len(self.words.name)) % 4]
            style = NO_CATEGORY if is_blank or (place + row) % 4 == 3 else style
            note = QRectF(room.left(), room.top() + 10 + row * 15, min(room.width(), 18), 12)
            painter.setPen(QPen(QColor(style.mark), 0.75))
            painter.setBrush(QColor(style.paper))
            painter.drawRect(note)


class RecentCard(Card):
    """A workshop that was open lately; greyed when it is not found any more."""

    def __init__(self, file: RecentFile, icons: Icons) -> None:
        super().__init__(icons, QSize(320, 72))
        self.file = file
        self._picture = QImage(str(file.picture)) if file.picture.exists() else QImage()
        self.setEnabled(file.is_there)
        self.setAccessibleName(f"{file.path.stem}, {file.date}")
        self.setToolTip(str(file.path))

    @override
    def draw(self, painter: QPainter) -> None:
        if not self.isEnabled():
            painter.setOpacity(0.6)
        place = QRectF(SPACE, SPACE, 88, self.height() - 2 * SPACE)
        painter.fillRect(place, QColor(self.icons_.theme.board))
        if self._picture.isNull():
            middle = place.center() - QPointF(10, 10)
            ink = self.icons_.theme.ink_2
            picture = "file-plus" if self.isEnabled() else "ban"
            self.icons_.paint(painter, picture, QRectF(middle.x(), middle.y(), 20, 20), ink)
        else:
            painter.drawImage(place, self._picture, _filling(self._picture, place))
        left = place.right() + 12
        width = self.width() - left - 12
        title = QRectF(left, 16, width, 20)
        self.write(painter, self.file.path.stem, title, is_title=True)
        self.write(painter, self.file.date, QRectF(left, 38, width, 20), is_title=False)


def _filling(picture: QImage, place: QRectF) -> QRectF:
    """The part of a picture, from its corner, that fills a place without distortion."""
    scale = max(place.width() / picture.width(), place.height() / picture.height())
    return QRectF(0, 0, place.width() / scale, place.height() / scale)
